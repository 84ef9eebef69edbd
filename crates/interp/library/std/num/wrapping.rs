//! Integers that wrap around, or stay at their limits.

use crate::fmt;
use crate::ops::{Add, AddAssign, BitAnd, BitOr, BitXor, Mul, MulAssign, Neg, Not, Shl, Shr, Sub, SubAssign};

#[derive(PartialEq, PartialOrd, Eq, Ord, Clone, Copy, Default, Hash)]
pub struct Wrapping<T>(pub T);

#[derive(PartialEq, PartialOrd, Eq, Ord, Clone, Copy, Default, Hash)]
pub struct Saturating<T>(pub T);

macro_rules! shown_as_inner {
    ($($name:ident: $($trait:ident)*;)*) => {$($(
        impl<T: fmt::$trait> fmt::$trait for $name<T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::$trait::fmt(&self.0, f)
            }
        }
    )*)*};
}

shown_as_inner! {
    Wrapping: Debug Display LowerHex UpperHex Binary Octal;
    Saturating: Debug Display;
}

macro_rules! operations {
    ($($name:ident $trait:ident $method:ident $assign:ident $assign_method:ident $by:ident: $($ty:ident)*;)*) => {$($(
        impl $trait for $name<$ty> {
            type Output = $name<$ty>;

            fn $method(self, other: $name<$ty>) -> $name<$ty> {
                $name(self.0.$by(other.0))
            }
        }

        impl $assign for $name<$ty> {
            fn $assign_method(&mut self, other: $name<$ty>) {
                self.0 = self.0.$by(other.0);
            }
        }
    )*)*};
}

operations! {
    Wrapping Add add AddAssign add_assign wrapping_add: i8 i16 i32 i64 isize u8 u16 u32 u64 u128 usize;
    Wrapping Sub sub SubAssign sub_assign wrapping_sub: i8 i16 i32 i64 isize u8 u16 u32 u64 u128 usize;
    Wrapping Mul mul MulAssign mul_assign wrapping_mul: i8 i16 i32 i64 isize u8 u16 u32 u64 u128 usize;
    Saturating Add add AddAssign add_assign saturating_add: i32 i64 u8 u16 u32 u64 usize;
    Saturating Sub sub SubAssign sub_assign saturating_sub: i32 i64 u8 u16 u32 u64 usize;
    Saturating Mul mul MulAssign mul_assign saturating_mul: i32 i64 u8 u16 u32 u64 usize;
}

impl<T: BitAnd<Output = T>> BitAnd for Wrapping<T> {
    type Output = Wrapping<T>;

    fn bitand(self, other: Wrapping<T>) -> Wrapping<T> {
        Wrapping(self.0 & other.0)
    }
}

impl<T: BitOr<Output = T>> BitOr for Wrapping<T> {
    type Output = Wrapping<T>;

    fn bitor(self, other: Wrapping<T>) -> Wrapping<T> {
        Wrapping(self.0 | other.0)
    }
}

impl<T: BitXor<Output = T>> BitXor for Wrapping<T> {
    type Output = Wrapping<T>;

    fn bitxor(self, other: Wrapping<T>) -> Wrapping<T> {
        Wrapping(self.0 ^ other.0)
    }
}

impl<T: Shl<u32, Output = T>> Shl<usize> for Wrapping<T> {
    type Output = Wrapping<T>;

    fn shl(self, other: usize) -> Wrapping<T> {
        Wrapping(self.0.wrapping_shl(other as u32))
    }
}

impl<T: Shr<u32, Output = T>> Shr<usize> for Wrapping<T> {
    type Output = Wrapping<T>;

    fn shr(self, other: usize) -> Wrapping<T> {
        Wrapping(self.0.wrapping_shr(other as u32))
    }
}

impl<T: Not<Output = T>> Not for Wrapping<T> {
    type Output = Wrapping<T>;

    fn not(self) -> Wrapping<T> {
        Wrapping(!self.0)
    }
}

impl<T> Neg for Wrapping<T> {
    type Output = Wrapping<T>;

    fn neg(self) -> Wrapping<T> {
        Wrapping(self.0.wrapping_neg())
    }
}
