//! The operators of arithmetic and bits.

macro_rules! binary_traits {
    ($($lang:literal $name:ident $method:ident, $assign_lang:literal $assign:ident $assign_method:ident;)*) => {$(
        #[lang = $lang]
        pub trait $name<Rhs = Self> {
            type Output;

            fn $method(self, rhs: Rhs) -> Self::Output;
        }

        #[lang = $assign_lang]
        pub trait $assign<Rhs = Self> {
            fn $assign_method(&mut self, rhs: Rhs);
        }
    )*};
}

binary_traits! {
    "Add" Add add, "AddAssign" AddAssign add_assign;
    "Sub" Sub sub, "SubAssign" SubAssign sub_assign;
    "Mul" Mul mul, "MulAssign" MulAssign mul_assign;
    "Div" Div div, "DivAssign" DivAssign div_assign;
    "Rem" Rem rem, "RemAssign" RemAssign rem_assign;
    "BitAnd" BitAnd bitand, "BitAndAssign" BitAndAssign bitand_assign;
    "BitOr" BitOr bitor, "BitOrAssign" BitOrAssign bitor_assign;
    "BitXor" BitXor bitxor, "BitXorAssign" BitXorAssign bitxor_assign;
    "Shl" Shl shl, "ShlAssign" ShlAssign shl_assign;
    "Shr" Shr shr, "ShrAssign" ShrAssign shr_assign;
}

#[lang = "Neg"]
pub trait Neg {
    type Output;

    fn neg(self) -> Self::Output;
}

#[lang = "Not"]
pub trait Not {
    type Output;

    fn not(self) -> Self::Output;
}

macro_rules! binary_impls {
    ($($name:ident $method:ident $assign:ident $assign_method:ident $op:tt: $($ty:ty)*;)*) => {$($(
        impl $name for $ty {
            type Output = $ty;

            #[track_caller]
            fn $method(self, rhs: $ty) -> $ty {
                self $op rhs
            }
        }

        impl $assign for $ty {
            #[track_caller]
            fn $assign_method(&mut self, rhs: $ty) {
                *self = *self $op rhs;
            }
        }
    )*)*};
}

binary_impls! {
    Add add AddAssign add_assign +: i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize f32 f64;
    Sub sub SubAssign sub_assign -: i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize f32 f64;
    Mul mul MulAssign mul_assign *: i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize f32 f64;
    Div div DivAssign div_assign /: i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize f32 f64;
    Rem rem RemAssign rem_assign %: i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize f32 f64;
    BitAnd bitand BitAndAssign bitand_assign &: bool i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize;
    BitOr bitor BitOrAssign bitor_assign |: bool i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize;
    BitXor bitxor BitXorAssign bitxor_assign ^: bool i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize;
    Shl shl ShlAssign shl_assign <<: i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize;
    Shr shr ShrAssign shr_assign >>: i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize;
}

macro_rules! shift_impls {
    ($($ty:ty)*) => {$(
        impl Shl<u32> for $ty {
            type Output = $ty;

            #[track_caller]
            fn shl(self, rhs: u32) -> $ty {
                self << rhs
            }
        }

        impl Shr<u32> for $ty {
            type Output = $ty;

            #[track_caller]
            fn shr(self, rhs: u32) -> $ty {
                self >> rhs
            }
        }
    )*};
}

shift_impls! { i8 i16 i32 i64 i128 isize u8 u16 u64 u128 usize }

macro_rules! unary_impls {
    ($($name:ident $method:ident $op:tt: $($ty:ty)*;)*) => {$($(
        impl $name for $ty {
            type Output = $ty;

            #[track_caller]
            fn $method(self) -> $ty {
                $op self
            }
        }
    )*)*};
}

unary_impls! {
    Neg neg -: i8 i16 i32 i64 i128 isize f32 f64;
    Not not !: bool i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize;
}
