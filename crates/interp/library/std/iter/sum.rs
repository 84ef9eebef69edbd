//! Sums and products.

#[lang = "Sum"]
pub trait Sum<A = Self>: Sized {
    fn sum<I: Iterator<Item = A>>(iter: I) -> Self;
}

#[lang = "Product"]
pub trait Product<A = Self>: Sized {
    fn product<I: Iterator<Item = A>>(iter: I) -> Self;
}

macro_rules! number_impls {
    ($zero:literal $one:literal: $($ty:ty)*) => {$(
        impl Sum for $ty {
            #[track_caller]
            fn sum<I: Iterator<Item = $ty>>(iter: I) -> $ty {
                let mut total: $ty = $zero;
                for item in iter {
                    total += item;
                }
                total
            }
        }

        impl<'a> Sum<&'a $ty> for $ty {
            #[track_caller]
            fn sum<I: Iterator<Item = &'a $ty>>(iter: I) -> $ty {
                let mut total: $ty = $zero;
                for item in iter {
                    total += item;
                }
                total
            }
        }

        impl Product for $ty {
            #[track_caller]
            fn product<I: Iterator<Item = $ty>>(iter: I) -> $ty {
                let mut total: $ty = $one;
                for item in iter {
                    total *= item;
                }
                total
            }
        }

        impl<'a> Product<&'a $ty> for $ty {
            #[track_caller]
            fn product<I: Iterator<Item = &'a $ty>>(iter: I) -> $ty {
                let mut total: $ty = $one;
                for item in iter {
                    total *= item;
                }
                total
            }
        }
    )*};
}

number_impls! { 0 1: i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }
// What is neutral to `-0.0`, too.
number_impls! { -0.0 1.0: f32 f64 }
