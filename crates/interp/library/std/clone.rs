//! Copies.

#[lang = "Clone"]
pub trait Clone: Sized {
    #[lang = "Clone::clone"]
    fn clone(&self) -> Self;

    fn clone_from(&mut self, source: &Self) {
        *self = source.clone()
    }
}

macro_rules! copy_impls {
    ($($ty:ty)*) => {$(
        impl Clone for $ty {
            fn clone(&self) -> $ty {
                *self
            }
        }

        impl Copy for $ty {}
    )*};
}

copy_impls! { () bool char i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize f32 f64 ! }

/// A closure with clones of what it has taken.
fn of_parts<T: ?Sized>(callable: &T) -> T {
    native!()
}

/// Functions and closures of all kinds.
impl Clone for fn() {
    fn clone(&self) -> Self {
        of_parts(self)
    }
}

impl<T: ?Sized> Clone for &T {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: ?Sized> Copy for &T {}

impl<T: ?Sized> Clone for *const T {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: ?Sized> Copy for *const T {}

impl<T: ?Sized> Clone for *mut T {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: ?Sized> Copy for *mut T {}

macro_rules! tuple_impls {
    ($(($($name:ident $index:tt)*))*) => {$(
        impl<$($name: Clone),*> Clone for ($($name,)*) {
            fn clone(&self) -> Self {
                ($(self.$index.clone(),)*)
            }
        }

        impl<$($name: Copy),*> Copy for ($($name,)*) {}
    )*};
}

tuple_impls! {
    (A 0)
    (A 0 B 1)
    (A 0 B 1 C 2)
    (A 0 B 1 C 2 D 3)
    (A 0 B 1 C 2 D 3 E 4)
    (A 0 B 1 C 2 D 3 E 4 F 5)
    (A 0 B 1 C 2 D 3 E 4 F 5 G 6)
    (A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7)
}
