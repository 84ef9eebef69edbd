//! Integers that are not zero.

use super::{IntErrorKind, ParseIntError};
use crate::fmt;
use crate::str::FromStr;

#[derive(PartialEq, PartialOrd, Eq, Ord, Clone, Copy, Hash)]
pub struct NonZero<T>(T);

pub trait ZeroablePrimitive: Copy {
    fn is_zero(self) -> bool;
}

impl<T: ZeroablePrimitive> NonZero<T> {
    pub const fn new(n: T) -> Option<NonZero<T>> {
        if n.is_zero() { None } else { Some(NonZero(n)) }
    }

    pub const unsafe fn new_unchecked(n: T) -> NonZero<T> {
        NonZero(n)
    }

    pub const fn get(self) -> T {
        self.0
    }
}

impl<T: fmt::Debug> fmt::Debug for NonZero<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl<T: fmt::Display> fmt::Display for NonZero<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

macro_rules! nonzero {
    ($($alias:ident $ty:ident;)*) => {$(
        pub type $alias = NonZero<$ty>;

        impl NonZero<$ty> {
            pub const MIN: NonZero<$ty> = NonZero(if <$ty>::MIN == 0 { 1 } else { <$ty>::MIN });
            pub const MAX: NonZero<$ty> = NonZero(<$ty>::MAX);

            pub const fn checked_add(self, other: $ty) -> Option<NonZero<$ty>> {
                match self.0.checked_add(other) {
                    Some(0) => None,
                    Some(sum) => Some(NonZero(sum)),
                    None => None,
                }
            }

            pub const fn checked_mul(self, other: NonZero<$ty>) -> Option<NonZero<$ty>> {
                match self.0.checked_mul(other.0) {
                    Some(product) => Some(NonZero(product)),
                    None => None,
                }
            }

            pub const fn saturating_add(self, other: $ty) -> NonZero<$ty> {
                NonZero(self.0.saturating_add(other))
            }

            pub const fn leading_zeros(self) -> u32 {
                self.0.leading_zeros()
            }

            pub const fn trailing_zeros(self) -> u32 {
                self.0.trailing_zeros()
            }
        }

        impl ZeroablePrimitive for $ty {
            fn is_zero(self) -> bool {
                self == 0
            }
        }

        impl From<NonZero<$ty>> for $ty {
            fn from(nonzero: NonZero<$ty>) -> $ty {
                nonzero.0
            }
        }

        impl TryFrom<$ty> for NonZero<$ty> {
            type Error = super::TryFromIntError;

            fn try_from(value: $ty) -> Result<NonZero<$ty>, super::TryFromIntError> {
                NonZero::<$ty>::new(value).ok_or(super::TryFromIntError(()))
            }
        }

        impl FromStr for NonZero<$ty> {
            type Err = ParseIntError;

            fn from_str(src: &str) -> Result<NonZero<$ty>, ParseIntError> {
                let value = src.parse::<$ty>()?;
                NonZero::<$ty>::new(value).ok_or(ParseIntError::new(IntErrorKind::Zero))
            }
        }
    )*};
}

nonzero! {
    NonZeroI8 i8;
    NonZeroI16 i16;
    NonZeroI32 i32;
    NonZeroI64 i64;
    NonZeroI128 i128;
    NonZeroIsize isize;
    NonZeroU8 u8;
    NonZeroU16 u16;
    NonZeroU32 u32;
    NonZeroU64 u64;
    NonZeroU128 u128;
    NonZeroUsize usize;
}
