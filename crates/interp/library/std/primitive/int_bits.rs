//! What all integers can do with their bits and bytes.

macro_rules! bit_methods {
    ($($ty:ident $bytes:literal;)*) => {$(
        impl $ty {
            pub const fn count_ones(self) -> u32 { native!() }
            pub const fn leading_zeros(self) -> u32 { native!() }
            pub const fn trailing_zeros(self) -> u32 { native!() }
            pub const fn rotate_left(self, n: u32) -> $ty { native!() }
            pub const fn rotate_right(self, n: u32) -> $ty { native!() }
            pub const fn swap_bytes(self) -> $ty { native!() }
            pub const fn reverse_bits(self) -> $ty { native!() }

            pub const fn count_zeros(self) -> u32 {
                (!self).count_ones()
            }

            pub const fn leading_ones(self) -> u32 {
                (!self).leading_zeros()
            }

            pub const fn trailing_ones(self) -> u32 {
                (!self).trailing_zeros()
            }

            pub const fn from_be(x: $ty) -> $ty {
                x.swap_bytes()
            }

            pub const fn from_le(x: $ty) -> $ty {
                x
            }

            pub const fn to_be(self) -> $ty {
                self.swap_bytes()
            }

            pub const fn to_le(self) -> $ty {
                self
            }

            pub const fn to_be_bytes(self) -> [u8; $bytes] { native!() }
            pub const fn to_le_bytes(self) -> [u8; $bytes] { native!() }

            pub const fn to_ne_bytes(self) -> [u8; $bytes] {
                self.to_le_bytes()
            }

            pub const fn from_be_bytes(bytes: [u8; $bytes]) -> $ty { native!() }
            pub const fn from_le_bytes(bytes: [u8; $bytes]) -> $ty { native!() }

            pub const fn from_ne_bytes(bytes: [u8; $bytes]) -> $ty {
                <$ty>::from_le_bytes(bytes)
            }
        }
    )*};
}

bit_methods! {
    i8 1;
    i16 2;
    i32 4;
    i64 8;
    i128 16;
    isize 8;
    u8 1;
    u16 2;
    u32 4;
    u64 8;
    u128 16;
    usize 8;
}
