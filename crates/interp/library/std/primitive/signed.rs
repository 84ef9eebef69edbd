//! What only integers with a sign can do.

macro_rules! signed_methods {
    ($($ty:ident $unsigned:ident;)*) => {$(
        impl $ty {
            #[track_caller]
            pub const fn abs(self) -> $ty {
                if self < 0 { -self } else { self }
            }

            pub const fn signum(self) -> $ty {
                if self < 0 {
                    -1
                } else if self > 0 {
                    1
                } else {
                    0
                }
            }

            pub const fn is_positive(self) -> bool {
                self > 0
            }

            pub const fn is_negative(self) -> bool {
                self < 0
            }

            pub const fn unsigned_abs(self) -> $unsigned {
                self.wrapping_abs() as $unsigned
            }

            pub const fn abs_diff(self, other: $ty) -> $unsigned {
                if self < other {
                    (other as $unsigned).wrapping_sub(self as $unsigned)
                } else {
                    (self as $unsigned).wrapping_sub(other as $unsigned)
                }
            }

            pub const fn checked_abs(self) -> Option<$ty> {
                if self < 0 { self.checked_neg() } else { Some(self) }
            }

            pub const fn wrapping_abs(self) -> $ty {
                if self < 0 { self.wrapping_neg() } else { self }
            }

            pub const fn saturating_abs(self) -> $ty {
                if self < 0 { self.saturating_neg() } else { self }
            }

            pub const fn saturating_neg(self) -> $ty {
                if self == <$ty>::MIN { <$ty>::MAX } else { -self }
            }

            pub const fn overflowing_abs(self) -> ($ty, bool) {
                (self.wrapping_abs(), self == <$ty>::MIN)
            }

            pub const fn cast_unsigned(self) -> $unsigned {
                self as $unsigned
            }

            pub const fn checked_add_unsigned(self, rhs: $unsigned) -> Option<$ty> { native!() }
            pub const fn checked_sub_unsigned(self, rhs: $unsigned) -> Option<$ty> { native!() }

            pub const fn overflowing_add_unsigned(self, rhs: $unsigned) -> ($ty, bool) {
                (self.wrapping_add_unsigned(rhs), self.checked_add_unsigned(rhs).is_none())
            }

            pub const fn overflowing_sub_unsigned(self, rhs: $unsigned) -> ($ty, bool) {
                (self.wrapping_sub_unsigned(rhs), self.checked_sub_unsigned(rhs).is_none())
            }

            pub const fn saturating_add_unsigned(self, rhs: $unsigned) -> $ty {
                self.checked_add_unsigned(rhs).unwrap_or(<$ty>::MAX)
            }

            pub const fn saturating_sub_unsigned(self, rhs: $unsigned) -> $ty {
                self.checked_sub_unsigned(rhs).unwrap_or(<$ty>::MIN)
            }

            pub const fn wrapping_add_unsigned(self, rhs: $unsigned) -> $ty {
                self.wrapping_add(rhs as $ty)
            }

            pub const fn wrapping_sub_unsigned(self, rhs: $unsigned) -> $ty {
                self.wrapping_sub(rhs as $ty)
            }
        }
    )*};
}

signed_methods! {
    i8 u8;
    i16 u16;
    i32 u32;
    i64 u64;
    i128 u128;
    isize usize;
}
