//! What a range can count through.

pub trait Step: Clone + PartialOrd {
    fn forward(&self, count: usize) -> Self;

    fn backward(&self, count: usize) -> Self;

    fn steps_to(&self, end: &Self) -> usize;
}

macro_rules! int_steps {
    ($($ty:ty)*) => {$(
        impl Step for $ty {
            #[track_caller]
            fn forward(&self, count: usize) -> $ty {
                *self + count as $ty
            }

            #[track_caller]
            fn backward(&self, count: usize) -> $ty {
                *self - count as $ty
            }

            fn steps_to(&self, end: &$ty) -> usize {
                if *self < *end { (*end).wrapping_sub(*self) as usize } else { 0 }
            }
        }
    )*};
}

int_steps! { i128 isize u8 u16 u32 u64 u128 usize }

macro_rules! small_signed_steps {
    ($($ty:ty)*) => {$(
        impl Step for $ty {
            #[track_caller]
            fn forward(&self, count: usize) -> $ty {
                *self + count as $ty
            }

            #[track_caller]
            fn backward(&self, count: usize) -> $ty {
                *self - count as $ty
            }

            fn steps_to(&self, end: &$ty) -> usize {
                if *self < *end { (*end as i128 - *self as i128) as usize } else { 0 }
            }
        }
    )*};
}

small_signed_steps! { i8 i16 i32 i64 }

impl Step for char {
    fn forward(&self, count: usize) -> char {
        let mut code = *self as u32 + count as u32;
        if (*self as u32) < 0xd800 && code >= 0xd800 {
            code += 0x800;
        }
        char::from_u32(code).unwrap_or(char::MAX)
    }

    fn backward(&self, count: usize) -> char {
        let mut code = *self as u32 - count as u32;
        if (*self as u32) >= 0xe000 && code < 0xe000 {
            code -= 0x800;
        }
        char::from_u32(code).unwrap_or('\0')
    }

    fn steps_to(&self, end: &char) -> usize {
        let (start, end) = (*self as u32, *end as u32);
        if start >= end {
            0
        } else if start < 0xd800 && end >= 0xe000 {
            (end - start - 0x800) as usize
        } else {
            (end - start) as usize
        }
    }
}
