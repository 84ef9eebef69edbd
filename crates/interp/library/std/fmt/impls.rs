//! How the machine's own types print: it does that itself, mostly without coming here.

use super::{Binary, Debug, Display, Formatter, LowerExp, LowerHex, Octal, Pointer, Result, UpperExp, UpperHex};

/// Prints a value by one of the traits, by its name.
fn show<T: ?Sized>(value: &T, by: &str, f: &mut Formatter<'_>) -> Result {
    native!()
}

macro_rules! shown_by_machine {
    ($($trait:ident $name:literal: $($ty:ty)*;)*) => {$($(
        impl $trait for $ty {
            fn fmt(&self, f: &mut Formatter<'_>) -> Result {
                show(self, $name, f)
            }
        }
    )*)*};
}

shown_by_machine! {
    Debug "Debug": () bool char str i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize f32 f64 !;
    Display "Display": bool char str i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize f32 f64 !;
    LowerHex "LowerHex": i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize;
    UpperHex "UpperHex": i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize;
    Binary "Binary": i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize;
    Octal "Octal": i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize;
    LowerExp "LowerExp": i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize f32 f64;
    UpperExp "UpperExp": i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize f32 f64;
}

macro_rules! references {
    ($($trait:ident)*) => {$(
        impl<T: $trait + ?Sized> $trait for &T {
            fn fmt(&self, f: &mut Formatter<'_>) -> Result {
                $trait::fmt(&**self, f)
            }
        }

        impl<T: $trait + ?Sized> $trait for &mut T {
            fn fmt(&self, f: &mut Formatter<'_>) -> Result {
                $trait::fmt(&**self, f)
            }
        }
    )*};
}

references! { Debug Display LowerHex UpperHex Binary Octal LowerExp UpperExp }

impl<T: ?Sized> Pointer for &T {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        show(self, "Pointer", f)
    }
}

impl<T: ?Sized> Pointer for &mut T {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        show(self, "Pointer", f)
    }
}

macro_rules! tuples {
    ($(($($name:ident $index:tt)*))*) => {$(
        impl<$($name: Debug),*> Debug for ($($name,)*) {
            fn fmt(&self, f: &mut Formatter<'_>) -> Result {
                let mut builder = f.debug_tuple("");
                $(builder.field(&self.$index);)*
                builder.finish()
            }
        }
    )*};
}

tuples! {
    (A 0)
    (A 0 B 1)
    (A 0 B 1 C 2)
    (A 0 B 1 C 2 D 3)
    (A 0 B 1 C 2 D 3 E 4)
    (A 0 B 1 C 2 D 3 E 4 F 5)
    (A 0 B 1 C 2 D 3 E 4 F 5 G 6)
    (A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7)
}
