//! What only integers without a sign can do.

macro_rules! unsigned_methods {
    ($($ty:ident $signed:ident;)*) => {$(
        impl $ty {
            pub const fn abs_diff(self, other: $ty) -> $ty {
                if self < other { other - self } else { self - other }
            }

            pub const fn is_power_of_two(self) -> bool {
                self.count_ones() == 1
            }

            #[track_caller]
            pub const fn next_power_of_two(self) -> $ty {
                self.checked_next_power_of_two().expect("attempt to add with overflow")
            }

            pub const fn checked_next_power_of_two(self) -> Option<$ty> {
                if self <= 1 {
                    return Some(1);
                }
                let shift = <$ty>::BITS - (self - 1).leading_zeros();
                if shift == <$ty>::BITS { None } else { Some(1 << shift) }
            }

            #[track_caller]
            pub const fn div_ceil(self, rhs: $ty) -> $ty {
                let quotient = self / rhs;
                if self % rhs > 0 { quotient + 1 } else { quotient }
            }

            #[track_caller]
            pub const fn next_multiple_of(self, rhs: $ty) -> $ty {
                match self % rhs {
                    0 => self,
                    over => self + (rhs - over),
                }
            }

            pub const fn is_multiple_of(self, rhs: $ty) -> bool {
                if rhs == 0 { self == 0 } else { self % rhs == 0 }
            }

            pub const fn checked_next_multiple_of(self, rhs: $ty) -> Option<$ty> {
                if rhs == 0 {
                    return None;
                }
                match self % rhs {
                    0 => Some(self),
                    over => self.checked_add(rhs - over),
                }
            }

            pub const fn checked_add_signed(self, rhs: $signed) -> Option<$ty> { native!() }

            pub const fn saturating_add_signed(self, rhs: $signed) -> $ty {
                match self.checked_add_signed(rhs) {
                    Some(sum) => sum,
                    None => if rhs < 0 { 0 } else { <$ty>::MAX },
                }
            }

            pub const fn wrapping_add_signed(self, rhs: $signed) -> $ty {
                self.wrapping_add(rhs as $ty)
            }

            pub const fn overflowing_add_signed(self, rhs: $signed) -> ($ty, bool) {
                (self.wrapping_add_signed(rhs), self.checked_add_signed(rhs).is_none())
            }

            pub const fn checked_sub_signed(self, rhs: $signed) -> Option<$ty> {
                let difference = self.wrapping_sub_signed(rhs);
                if (rhs > 0 && difference > self) || (rhs < 0 && difference < self) { None } else { Some(difference) }
            }

            pub const fn saturating_sub_signed(self, rhs: $signed) -> $ty {
                match self.checked_sub_signed(rhs) {
                    Some(difference) => difference,
                    None => if rhs > 0 { 0 } else { <$ty>::MAX },
                }
            }

            pub const fn wrapping_sub_signed(self, rhs: $signed) -> $ty {
                self.wrapping_sub(rhs as $ty)
            }

            pub const fn overflowing_sub_signed(self, rhs: $signed) -> ($ty, bool) {
                (self.wrapping_sub_signed(rhs), self.checked_sub_signed(rhs).is_none())
            }

            pub const fn checked_signed_diff(self, rhs: $ty) -> Option<$signed> {
                let difference = self.wrapping_sub(rhs) as $signed;
                if (self >= rhs) == (difference >= 0) { Some(difference) } else { None }
            }

            pub const fn cast_signed(self) -> $signed {
                self as $signed
            }
        }
    )*};
}

unsigned_methods! {
    u8 i8;
    u16 i16;
    u32 i32;
    u64 i64;
    u128 i128;
    usize isize;
}

macro_rules! ascii_methods {
    ($($name:ident)*) => {
        impl u8 {
            pub const fn is_ascii(&self) -> bool {
                *self < 128
            }

            $(
                pub const fn $name(&self) -> bool {
                    *self < 128 && (*self as char).$name()
                }
            )*

            pub const fn to_ascii_uppercase(&self) -> u8 {
                if *self >= 97 && *self <= 122 { *self - 32 } else { *self }
            }

            pub const fn to_ascii_lowercase(&self) -> u8 {
                if *self >= 65 && *self <= 90 { *self + 32 } else { *self }
            }

            pub fn make_ascii_uppercase(&mut self) {
                *self = self.to_ascii_uppercase();
            }

            pub fn make_ascii_lowercase(&mut self) {
                *self = self.to_ascii_lowercase();
            }

            pub const fn eq_ignore_ascii_case(&self, other: &u8) -> bool {
                self.to_ascii_lowercase() == other.to_ascii_lowercase()
            }

            pub fn escape_ascii(self) -> crate::str::Escaped {
                crate::str::Escaped::new(crate::char::escape_byte(self))
            }
        }
    };
}

ascii_methods! {
    is_ascii_alphabetic is_ascii_uppercase is_ascii_lowercase is_ascii_alphanumeric is_ascii_digit is_ascii_hexdigit
    is_ascii_punctuation is_ascii_graphic is_ascii_whitespace is_ascii_control
}
