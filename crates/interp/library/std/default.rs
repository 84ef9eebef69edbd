//! Values to begin with.

#[lang = "Default"]
pub trait Default: Sized {
    #[lang = "Default::default"]
    fn default() -> Self;
}

macro_rules! default_impls {
    ($($ty:ty = $value:expr;)*) => {$(
        impl Default for $ty {
            fn default() -> $ty {
                $value
            }
        }
    )*};
}

default_impls! {
    () = ();
    bool = false;
    char = '\0';
    &str = "";
    i8 = 0;
    i16 = 0;
    i32 = 0;
    i64 = 0;
    i128 = 0;
    isize = 0;
    u8 = 0;
    u16 = 0;
    u32 = 0;
    u64 = 0;
    u128 = 0;
    usize = 0;
    f32 = 0.0;
    f64 = 0.0;
}

macro_rules! tuple_impls {
    ($(($($name:ident)*))*) => {$(
        impl<$($name: Default),*> Default for ($($name,)*) {
            fn default() -> Self {
                ($($name::default(),)*)
            }
        }
    )*};
}

tuple_impls! {
    (A) (A B) (A B C) (A B C D) (A B C D E) (A B C D E F) (A B C D E F G) (A B C D E F G H)
    (A B C D E F G H I) (A B C D E F G H I J) (A B C D E F G H I J K) (A B C D E F G H I J K L)
}
