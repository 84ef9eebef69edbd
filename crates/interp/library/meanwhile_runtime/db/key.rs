//! Keys: numbers and texts.

use std::ops::Bound;

pub trait AsKey {}

pub trait Key: AsKey + Sized {
    const IS_TEXT: bool;

    /// Of what the host has: a whole number or a text.
    fn of<R>(raw: R) -> Self;
}

macro_rules! numbers {
    ($($of:ty)*) => {$(
        impl AsKey for $of {}

        impl Key for $of {
            const IS_TEXT: bool = false;

            fn of<R>(raw: R) -> $of {
                raw as $of
            }
        }
    )*};
}

numbers! { i8 i16 i32 i64 u8 u16 u32 u64 usize }

impl AsKey for str {}
impl AsKey for String {}

impl Key for String {
    const IS_TEXT: bool = true;

    fn of<R>(raw: R) -> String {
        raw
    }
}

/// None (0), with its key (1) or without it (2).
pub(super) fn bound<K>(bound: Bound<&K>) -> (u8, Option<&K>) {
    match bound {
        Bound::Unbounded => (0, None),
        Bound::Included(key) => (1, Some(key)),
        Bound::Excluded(key) => (2, Some(key)),
    }
}
