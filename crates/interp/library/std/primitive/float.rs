//! `f32` and `f64`.

use crate::cmp::Ordering;
use crate::num::{FpCategory, ParseFloatError};
use crate::str::FromStr;

/// Parses a float; nothing if the text is none.
fn parse_float<T>(src: &str, like: T) -> Option<T> {
    native!()
}

macro_rules! float_methods {
    ($($ty:ident $bits:ident $int:ident $bytes:literal
        min $min_positive:literal max $max:literal epsilon $epsilon:literal
        digits $digits:literal mantissa $mantissa_digits:literal;)*) => {$(
        impl $ty {
            pub const RADIX: u32 = 2;
            pub const MANTISSA_DIGITS: u32 = $mantissa_digits;
            pub const DIGITS: u32 = $digits;
            pub const EPSILON: $ty = $epsilon;
            pub const MIN: $ty = -$max;
            pub const MIN_POSITIVE: $ty = $min_positive;
            pub const MAX: $ty = $max;
            /// Without a sign, which a division of zeros may give it.
            pub const NAN: $ty = (0.0 as $ty / 0.0).abs();
            pub const INFINITY: $ty = 1.0 / 0.0;
            pub const NEG_INFINITY: $ty = -1.0 / 0.0;

            pub const fn floor(self) -> $ty { native!() }
            pub const fn ceil(self) -> $ty { native!() }
            pub const fn round(self) -> $ty { native!() }
            pub const fn round_ties_even(self) -> $ty { native!() }
            pub const fn trunc(self) -> $ty { native!() }
            pub const fn fract(self) -> $ty { self - self.trunc() }
            pub const fn abs(self) -> $ty { native!() }
            pub const fn signum(self) -> $ty { native!() }
            pub const fn copysign(self, sign: $ty) -> $ty { native!() }
            pub fn mul_add(self, a: $ty, b: $ty) -> $ty { native!() }
            pub fn div_euclid(self, rhs: $ty) -> $ty { native!() }
            pub fn rem_euclid(self, rhs: $ty) -> $ty { native!() }
            pub fn powi(self, n: i32) -> $ty { native!() }
            pub fn powf(self, n: $ty) -> $ty { native!() }
            pub fn sqrt(self) -> $ty { native!() }
            pub fn exp(self) -> $ty { native!() }
            pub fn exp2(self) -> $ty { native!() }
            pub fn exp_m1(self) -> $ty { native!() }
            pub fn ln(self) -> $ty { native!() }
            pub fn ln_1p(self) -> $ty { native!() }
            pub fn log(self, base: $ty) -> $ty { native!() }
            pub fn log2(self) -> $ty { native!() }
            pub fn log10(self) -> $ty { native!() }
            pub fn cbrt(self) -> $ty { native!() }
            pub fn hypot(self, other: $ty) -> $ty { native!() }
            pub fn sin(self) -> $ty { native!() }
            pub fn cos(self) -> $ty { native!() }
            pub fn tan(self) -> $ty { native!() }
            pub fn asin(self) -> $ty { native!() }
            pub fn acos(self) -> $ty { native!() }
            pub fn atan(self) -> $ty { native!() }
            pub fn atan2(self, other: $ty) -> $ty { native!() }
            pub fn sinh(self) -> $ty { native!() }
            pub fn cosh(self) -> $ty { native!() }
            pub fn tanh(self) -> $ty { native!() }
            pub fn asinh(self) -> $ty { native!() }
            pub fn acosh(self) -> $ty { native!() }
            pub fn atanh(self) -> $ty { native!() }
            pub fn sin_cos(self) -> ($ty, $ty) { (self.sin(), self.cos()) }
            pub const fn to_degrees(self) -> $ty { native!() }
            pub const fn to_radians(self) -> $ty { native!() }
            pub const fn recip(self) -> $ty { 1.0 / self }
            pub const fn max(self, other: $ty) -> $ty { native!() }
            pub const fn min(self, other: $ty) -> $ty { native!() }
            pub const fn to_bits(self) -> $bits { native!() }
            pub const fn from_bits(v: $bits) -> $ty { native!() }
            pub const fn is_nan(self) -> bool { self != self }
            pub const fn is_finite(self) -> bool { self.abs() < <$ty>::INFINITY }
            pub const fn is_infinite(self) -> bool { self.abs() == <$ty>::INFINITY }
            pub const fn is_sign_negative(self) -> bool { native!() }
            pub const fn is_sign_positive(self) -> bool { !self.is_sign_negative() }

            pub const fn is_subnormal(self) -> bool {
                self != 0.0 && self.abs() < <$ty>::MIN_POSITIVE
            }

            pub const fn is_normal(self) -> bool {
                self.is_finite() && self.abs() >= <$ty>::MIN_POSITIVE
            }

            pub const fn classify(self) -> FpCategory {
                if self.is_nan() {
                    FpCategory::Nan
                } else if self.is_infinite() {
                    FpCategory::Infinite
                } else if self == 0.0 {
                    FpCategory::Zero
                } else if self.is_subnormal() {
                    FpCategory::Subnormal
                } else {
                    FpCategory::Normal
                }
            }

            pub const fn midpoint(self, other: $ty) -> $ty {
                self / 2.0 + other / 2.0
            }

            pub const fn total_cmp(&self, other: &$ty) -> Ordering {
                let key = |value: $ty| {
                    let bits = value.to_bits() as $int;
                    if bits < 0 { bits ^ <$int>::MAX } else { bits }
                };
                key(*self).cmp(&key(*other))
            }

            #[track_caller]
            pub const fn clamp(self, min: $ty, max: $ty) -> $ty {
                assert!(min <= max, "min > max, or either was NaN. min = {min:?}, max = {max:?}");
                if self < min {
                    min
                } else if self > max {
                    max
                } else {
                    self
                }
            }

            pub const fn to_be_bytes(self) -> [u8; $bytes] {
                self.to_bits().to_be_bytes()
            }

            pub const fn to_le_bytes(self) -> [u8; $bytes] {
                self.to_bits().to_le_bytes()
            }

            pub const fn from_be_bytes(bytes: [u8; $bytes]) -> $ty {
                <$ty>::from_bits(<$bits>::from_be_bytes(bytes))
            }

            pub const fn from_le_bytes(bytes: [u8; $bytes]) -> $ty {
                <$ty>::from_bits(<$bits>::from_le_bytes(bytes))
            }
        }

        impl FromStr for $ty {
            type Err = ParseFloatError;

            fn from_str(src: &str) -> Result<$ty, ParseFloatError> {
                let zero: $ty = 0.0;
                match parse_float(src, zero) {
                    Some(value) => Ok(value),
                    None => Err(ParseFloatError::new(src.is_empty())),
                }
            }
        }
    )*};
}

float_methods! {
    f32 u32 i32 4
        min 1.17549435e-38f32 max 3.40282347e+38f32 epsilon 1.19209290e-07f32 digits 6 mantissa 24;
    f64 u64 i64 8
        min 2.2250738585072014e-308f64 max 1.7976931348623157e+308f64 epsilon 2.2204460492503131e-16f64
        digits 15 mantissa 53;
}
