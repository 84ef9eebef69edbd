//! Integers that wrap around, or stay at their limits.

use crate::fmt;
use crate::ops::{Add, AddAssign, BitAnd, BitAndAssign, BitOr, BitOrAssign, BitXor, BitXorAssign, Div, DivAssign};
use crate::ops::{Mul, MulAssign, Neg, Not, Rem, RemAssign, Shl, ShlAssign, Shr, ShrAssign, Sub, SubAssign};

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
    Saturating: Debug Display LowerHex UpperHex Binary Octal;
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

        impl $assign<$ty> for $name<$ty> {
            fn $assign_method(&mut self, other: $ty) {
                self.0 = self.0.$by(other);
            }
        }
    )*)*};
}

macro_rules! all_integers {
    ($($name:ident $trait:ident $method:ident $assign:ident $assign_method:ident $by:ident;)*) => {$(
        operations! {
            $name $trait $method $assign $assign_method $by:
                i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize;
        }
    )*};
}

all_integers! {
    Wrapping Add add AddAssign add_assign wrapping_add;
    Wrapping Sub sub SubAssign sub_assign wrapping_sub;
    Wrapping Mul mul MulAssign mul_assign wrapping_mul;
    Wrapping Div div DivAssign div_assign wrapping_div;
    Wrapping Rem rem RemAssign rem_assign wrapping_rem;
    Saturating Add add AddAssign add_assign saturating_add;
    Saturating Sub sub SubAssign sub_assign saturating_sub;
    Saturating Mul mul MulAssign mul_assign saturating_mul;
    Saturating Div div DivAssign div_assign saturating_div;
}

macro_rules! bits {
    ($($name:ident $trait:ident $method:ident $assign:ident $assign_method:ident;)*) => {$(
        impl<T: $trait<Output = T>> $trait for $name<T> {
            type Output = $name<T>;

            fn $method(self, other: $name<T>) -> $name<T> {
                $name($trait::$method(self.0, other.0))
            }
        }

        impl<T: $assign> $assign for $name<T> {
            fn $assign_method(&mut self, other: $name<T>) {
                $assign::$assign_method(&mut self.0, other.0)
            }
        }
    )*};
}

bits! {
    Wrapping BitAnd bitand BitAndAssign bitand_assign;
    Wrapping BitOr bitor BitOrAssign bitor_assign;
    Wrapping BitXor bitxor BitXorAssign bitxor_assign;
    Saturating BitAnd bitand BitAndAssign bitand_assign;
    Saturating BitOr bitor BitOrAssign bitor_assign;
    Saturating BitXor bitxor BitXorAssign bitxor_assign;
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

impl<T: Copy + Shl<u32, Output = T>> ShlAssign<usize> for Wrapping<T> {
    fn shl_assign(&mut self, other: usize) {
        *self = *self << other;
    }
}

impl<T: Copy + Shr<u32, Output = T>> ShrAssign<usize> for Wrapping<T> {
    fn shr_assign(&mut self, other: usize) {
        *self = *self >> other;
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
