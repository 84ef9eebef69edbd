//! What all integers can do: arithmetic that says what happens when a result does not fit.

use crate::num::{IntErrorKind, ParseIntError};
use crate::str::FromStr;

/// Parses an integer; else how it fails, as a number of [`IntErrorKind`]. A text that is too large is 2, too small 3.
fn parse_int<T>(src: &str, radix: u32, min: T, max: T) -> Result<T, u8> {
    native!()
}

#[track_caller]
fn from_radix<T>(src: &str, radix: u32, min: T, max: T) -> Result<T, ParseIntError> {
    if radix < 2 || radix > 36 {
        panic!("from_ascii_radix: radix must lie in the range `[2, 36]` - found {radix}");
    }
    match parse_int(src, radix, min, max) {
        Ok(value) => Ok(value),
        Err(0) => Err(ParseIntError::new(IntErrorKind::Empty)),
        Err(1) => Err(ParseIntError::new(IntErrorKind::InvalidDigit)),
        Err(2) => Err(ParseIntError::new(IntErrorKind::PosOverflow)),
        Err(_) => Err(ParseIntError::new(IntErrorKind::NegOverflow)),
    }
}

macro_rules! int_methods {
    ($($ty:ident $bits:literal $bytes:literal $min:literal $max:literal;)*) => {$(
        impl $ty {
            pub const MIN: $ty = $min;
            pub const MAX: $ty = $max;
            pub const BITS: u32 = $bits;

            pub const fn min_value() -> $ty {
                $min
            }

            pub const fn max_value() -> $ty {
                $max
            }

            #[track_caller]
            pub fn from_str_radix(src: &str, radix: u32) -> Result<$ty, ParseIntError> {
                from_radix(src, radix, <$ty>::MIN, <$ty>::MAX)
            }

            pub const fn checked_add(self, rhs: $ty) -> Option<$ty> { native!() }
            pub const fn checked_sub(self, rhs: $ty) -> Option<$ty> { native!() }
            pub const fn checked_mul(self, rhs: $ty) -> Option<$ty> { native!() }
            pub const fn checked_div(self, rhs: $ty) -> Option<$ty> { native!() }
            pub const fn checked_rem(self, rhs: $ty) -> Option<$ty> { native!() }
            pub const fn checked_div_euclid(self, rhs: $ty) -> Option<$ty> { native!() }
            pub const fn checked_rem_euclid(self, rhs: $ty) -> Option<$ty> { native!() }
            pub const fn checked_neg(self) -> Option<$ty> { native!() }
            pub const fn checked_shl(self, rhs: u32) -> Option<$ty> { native!() }
            pub const fn checked_shr(self, rhs: u32) -> Option<$ty> { native!() }
            pub const fn checked_pow(self, exp: u32) -> Option<$ty> { native!() }
            pub const fn saturating_add(self, rhs: $ty) -> $ty { native!() }
            pub const fn saturating_sub(self, rhs: $ty) -> $ty { native!() }
            pub const fn saturating_mul(self, rhs: $ty) -> $ty { native!() }
            pub const fn saturating_pow(self, exp: u32) -> $ty { native!() }
            #[track_caller]
            pub const fn saturating_div(self, rhs: $ty) -> $ty { native!() }
            pub const fn wrapping_add(self, rhs: $ty) -> $ty { native!() }
            pub const fn wrapping_sub(self, rhs: $ty) -> $ty { native!() }
            pub const fn wrapping_mul(self, rhs: $ty) -> $ty { native!() }
            #[track_caller]
            pub const fn wrapping_div(self, rhs: $ty) -> $ty { native!() }
            #[track_caller]
            pub const fn wrapping_rem(self, rhs: $ty) -> $ty { native!() }
            pub const fn wrapping_neg(self) -> $ty { native!() }
            pub const fn wrapping_shl(self, rhs: u32) -> $ty { native!() }
            pub const fn wrapping_shr(self, rhs: u32) -> $ty { native!() }
            pub const fn wrapping_pow(self, exp: u32) -> $ty { native!() }
            pub const fn overflowing_add(self, rhs: $ty) -> ($ty, bool) { native!() }
            pub const fn overflowing_sub(self, rhs: $ty) -> ($ty, bool) { native!() }
            pub const fn overflowing_mul(self, rhs: $ty) -> ($ty, bool) { native!() }
            pub const fn overflowing_neg(self) -> ($ty, bool) { native!() }
            pub const fn overflowing_pow(self, exp: u32) -> ($ty, bool) { native!() }
            #[track_caller]
            pub const fn pow(self, exp: u32) -> $ty { native!() }
            #[track_caller]
            pub const fn isqrt(self) -> $ty { native!() }
            #[track_caller]
            pub const fn div_euclid(self, rhs: $ty) -> $ty { native!() }
            #[track_caller]
            pub const fn rem_euclid(self, rhs: $ty) -> $ty { native!() }
            #[track_caller]
            pub const fn ilog(self, base: $ty) -> u32 { native!() }
            #[track_caller]
            pub const fn ilog2(self) -> u32 { native!() }
            #[track_caller]
            pub const fn ilog10(self) -> u32 { native!() }
            pub const fn unbounded_shl(self, rhs: u32) -> $ty {
                if rhs < $bits { self << rhs } else { 0 }
            }
            pub const fn unbounded_shr(self, rhs: u32) -> $ty {
                if rhs < $bits { self >> rhs } else if self < 0 { !0 } else { 0 }
            }
            pub const fn overflowing_shl(self, rhs: u32) -> ($ty, bool) {
                (self.wrapping_shl(rhs), rhs >= $bits)
            }
            pub const fn overflowing_shr(self, rhs: u32) -> ($ty, bool) {
                (self.wrapping_shr(rhs), rhs >= $bits)
            }
            #[track_caller]
            pub const fn overflowing_div(self, rhs: $ty) -> ($ty, bool) {
                let result = self.wrapping_div(rhs);
                (result, self.checked_div(rhs).is_none())
            }
            #[track_caller]
            pub const fn overflowing_rem(self, rhs: $ty) -> ($ty, bool) {
                let result = self.wrapping_rem(rhs);
                (result, self.checked_rem(rhs).is_none())
            }
            #[track_caller]
            pub const fn wrapping_div_euclid(self, rhs: $ty) -> $ty {
                if self.overflowing_div(rhs).1 { self } else { self.div_euclid(rhs) }
            }
            #[track_caller]
            pub const fn wrapping_rem_euclid(self, rhs: $ty) -> $ty {
                if self.overflowing_div(rhs).1 { 0 } else { self.rem_euclid(rhs) }
            }
            #[track_caller]
            pub const fn overflowing_div_euclid(self, rhs: $ty) -> ($ty, bool) {
                (self.wrapping_div_euclid(rhs), self.checked_div(rhs).is_none())
            }
            #[track_caller]
            pub const fn overflowing_rem_euclid(self, rhs: $ty) -> ($ty, bool) {
                (self.wrapping_rem_euclid(rhs), self.checked_div(rhs).is_none())
            }
            pub const fn midpoint(self, rhs: $ty) -> $ty {
                let differs = self ^ rhs;
                let floor = (self & rhs) + (differs >> 1);
                if floor < 0 && differs & 1 == 1 { floor + 1 } else { floor }
            }
            pub const fn checked_ilog(self, base: $ty) -> Option<u32> {
                if self <= 0 || base < 2 { None } else { Some(self.ilog(base)) }
            }
            pub const fn checked_ilog2(self) -> Option<u32> {
                if self <= 0 { None } else { Some(self.ilog2()) }
            }
            pub const fn checked_ilog10(self) -> Option<u32> {
                if self <= 0 { None } else { Some(self.ilog10()) }
            }

            pub const fn min(self, other: $ty) -> $ty {
                if other < self { other } else { self }
            }

            pub const fn max(self, other: $ty) -> $ty {
                if other < self { self } else { other }
            }
        }

        impl FromStr for $ty {
            type Err = ParseIntError;

            fn from_str(src: &str) -> Result<$ty, ParseIntError> {
                from_radix(src, 10, <$ty>::MIN, <$ty>::MAX)
            }
        }
    )*};
}

int_methods! {
    i8 8 1 -128i8 127i8;
    i16 16 2 -32768i16 32767i16;
    i32 32 4 -2147483648i32 2147483647i32;
    i64 64 8 -9223372036854775808i64 9223372036854775807i64;
    i128 128 16 -170141183460469231731687303715884105728i128 170141183460469231731687303715884105727i128;
    isize 64 8 -9223372036854775808isize 9223372036854775807isize;
    u8 8 1 0u8 255u8;
    u16 16 2 0u16 65535u16;
    u32 32 4 0u32 4294967295u32;
    u64 64 8 0u64 18446744073709551615u64;
    u128 128 16 0u128 340282366920938463463374607431768211455u128;
    usize 64 8 0usize 18446744073709551615usize;
}
