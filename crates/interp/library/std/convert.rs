//! From one type to another.

use crate::fmt;
use crate::num::TryFromIntError;

#[lang = "AsRef"]
pub trait AsRef<T: ?Sized> {
    fn as_ref(&self) -> &T;
}

#[lang = "AsMut"]
pub trait AsMut<T: ?Sized> {
    fn as_mut(&mut self) -> &mut T;
}

#[lang = "From"]
pub trait From<T>: Sized {
    #[lang = "From::from"]
    fn from(value: T) -> Self;
}

#[lang = "Into"]
pub trait Into<T>: Sized {
    #[lang = "Into::into"]
    fn into(self) -> T;
}

#[lang = "TryFrom"]
pub trait TryFrom<T>: Sized {
    type Error;

    fn try_from(value: T) -> Result<Self, Self::Error>;
}

#[lang = "TryInto"]
pub trait TryInto<T>: Sized {
    type Error;

    fn try_into(self) -> Result<T, Self::Error>;
}

impl<T, U: From<T>> Into<U> for T {
    #[track_caller]
    fn into(self) -> U {
        U::from(self)
    }
}

impl<T> From<T> for T {
    fn from(t: T) -> T {
        t
    }
}

impl<T, U: TryFrom<T>> TryInto<U> for T {
    type Error = U::Error;

    fn try_into(self) -> Result<U, U::Error> {
        U::try_from(self)
    }
}

#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Infallible {}

impl fmt::Debug for Infallible {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl fmt::Display for Infallible {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl crate::error::Error for Infallible {}

pub const fn identity<T>(x: T) -> T {
    x
}

impl<T: ?Sized + AsRef<U>, U: ?Sized> AsRef<U> for &T {
    fn as_ref(&self) -> &U {
        (**self).as_ref()
    }
}

impl<T: ?Sized + AsRef<U>, U: ?Sized> AsRef<U> for &mut T {
    fn as_ref(&self) -> &U {
        (**self).as_ref()
    }
}

impl<T: ?Sized + AsMut<U>, U: ?Sized> AsMut<U> for &mut T {
    fn as_mut(&mut self) -> &mut U {
        (**self).as_mut()
    }
}

impl AsRef<str> for str {
    fn as_ref(&self) -> &str {
        self
    }
}

impl AsRef<[u8]> for str {
    fn as_ref(&self) -> &[u8] {
        self.as_bytes()
    }
}

impl<T> AsRef<[T]> for [T] {
    fn as_ref(&self) -> &[T] {
        self
    }
}

impl<T> AsMut<[T]> for [T] {
    fn as_mut(&mut self) -> &mut [T] {
        self
    }
}

macro_rules! lossless {
    ($($from:ty: $($to:ty)*;)*) => {$($(
        impl From<$from> for $to {
            fn from(value: $from) -> $to {
                value as $to
            }
        }
    )*)*};
}

lossless! {
    bool: i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize;
    u8: u16 u32 u64 u128 usize i16 i32 i64 i128 isize f32 f64 char;
    u16: u32 u64 u128 usize i32 i64 i128 f32 f64;
    u32: u64 u128 i64 i128 f64;
    u64: u128 i128;
    i8: i16 i32 i64 i128 isize f32 f64;
    i16: i32 i64 i128 isize f32 f64;
    i32: i64 i128 f64;
    i64: i128;
    f32: f64;
    char: u32 u64 u128;
}

macro_rules! of_bool {
    ($($float:ty)*) => {$(
        impl From<bool> for $float {
            fn from(value: bool) -> $float {
                value as u8 as $float
            }
        }
    )*};
}

of_bool! { f32 f64 }

macro_rules! to_bool {
    ($($from:ty)*) => {$(
        impl TryFrom<$from> for bool {
            type Error = TryFromIntError;

            fn try_from(value: $from) -> Result<bool, TryFromIntError> {
                match value {
                    0 => Ok(false),
                    1 => Ok(true),
                    _ => Err(TryFromIntError(())),
                }
            }
        }
    )*};
}

to_bool! { i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }

/// Whether an integer is one of a type's, too.
fn fits<T, U>(value: T, min: U, max: U) -> bool {
    native!()
}

macro_rules! narrowing {
    ($($from:ty: $($to:ty)*;)*) => {$($(
        impl TryFrom<$from> for $to {
            type Error = TryFromIntError;

            fn try_from(value: $from) -> Result<$to, TryFromIntError> {
                if fits(value, <$to>::MIN, <$to>::MAX) { Ok(value as $to) } else { Err(TryFromIntError(())) }
            }
        }
    )*)*};
}

narrowing! {
    i8: u8 u16 u32 u64 u128 usize;
    i16: i8 u8 u16 u32 u64 u128 usize;
    i32: i8 i16 isize u8 u16 u32 u64 u128 usize;
    i64: i8 i16 i32 isize u8 u16 u32 u64 u128 usize;
    i128: i8 i16 i32 i64 isize u8 u16 u32 u64 u128 usize;
    isize: i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 usize;
    u8: i8;
    u16: i8 i16 isize u8;
    u32: i8 i16 i32 isize u8 u16 usize;
    u64: i8 i16 i32 i64 isize u8 u16 u32 usize;
    u128: i8 i16 i32 i64 i128 isize u8 u16 u32 u64 usize;
    usize: i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128;
}

impl TryFrom<u32> for char {
    type Error = crate::char::CharTryFromError;

    fn try_from(value: u32) -> Result<char, crate::char::CharTryFromError> {
        char::from_u32(value).ok_or(crate::char::CharTryFromError(()))
    }
}

macro_rules! from_char {
    ($($name:ident)*) => {$(
        impl TryFrom<char> for $name {
            type Error = crate::char::TryFromCharError;

            fn try_from(value: char) -> Result<$name, crate::char::TryFromCharError> {
                if (value as u32) <= $name::MAX as u32 { Ok(value as $name) } else { Err(crate::char::TryFromCharError(())) }
            }
        }
    )*};
}

from_char!(u8 u16);

impl<T, U: Into<T>> TryFrom<U> for T {
    type Error = Infallible;

    fn try_from(value: U) -> Result<T, Infallible> {
        Ok(U::into(value))
    }
}

macro_rules! tuples_and_arrays {
    ($($len:literal ($($name:ident)*) ($($ty:ident)*);)*) => {$(
        impl<T> From<[T; $len]> for ($($ty,)*) {
            fn from(array: [T; $len]) -> Self {
                let [$($name),*] = array;
                ($($name,)*)
            }
        }

        impl<T> From<($($ty,)*)> for [T; $len] {
            fn from(tuple: ($($ty,)*)) -> Self {
                let ($($name,)*) = tuple;
                [$($name),*]
            }
        }
    )*};
}

tuples_and_arrays! {
    2 (a b) (T T);
    3 (a b c) (T T T);
    4 (a b c d) (T T T T);
}
