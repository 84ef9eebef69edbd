//! Numbers of any kind.

use crate::host::float_as_json;
use std::fmt;

#[derive(Clone, PartialEq)]
pub struct Number {
    pub(crate) n: N,
}

#[derive(Clone, Copy, PartialEq)]
pub(crate) enum N {
    Int(i128),
    Float(f64),
}

impl Number {
    pub fn is_i64(&self) -> bool {
        self.as_i64().is_some()
    }

    pub fn is_u64(&self) -> bool {
        self.as_u64().is_some()
    }

    pub fn is_f64(&self) -> bool {
        matches!(self.n, N::Float(_))
    }

    pub fn as_i64(&self) -> Option<i64> {
        match self.n {
            N::Int(it) => i64::try_from(it).ok(),
            N::Float(_) => None,
        }
    }

    pub fn as_u64(&self) -> Option<u64> {
        match self.n {
            N::Int(it) => u64::try_from(it).ok(),
            N::Float(_) => None,
        }
    }

    pub fn as_f64(&self) -> Option<f64> {
        match self.n {
            N::Int(it) => Some(it as f64),
            N::Float(it) => Some(it),
        }
    }

    pub fn from_f64(f: f64) -> Option<Number> {
        if f.is_finite() { Some(Number { n: N::Float(f) }) } else { None }
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.n {
            N::Int(it) => f.write_str(&it.to_string()),
            N::Float(it) => f.write_str(&float_as_json(it)),
        }
    }
}

impl fmt::Debug for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Number({self})")
    }
}

macro_rules! ints {
    ($($of:ty)*) => {$(
        impl From<$of> for Number {
            fn from(n: $of) -> Number {
                Number { n: N::Int(n as i128) }
            }
        }
    )*};
}

ints! { i8 i16 i32 i64 isize u8 u16 u32 u64 usize }
