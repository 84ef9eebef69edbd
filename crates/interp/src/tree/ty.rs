//! Types as the text says them, with their names resolved.

use super::{AdtId, FnId, TraitId};
use crate::names::Symbol;
use std::fmt;
use std::rc::Rc;

/// The integer types.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[allow(missing_docs)]
pub enum IntTy {
    I8,
    I16,
    I32,
    I64,
    I128,
    Isize,
    U8,
    U16,
    U32,
    U64,
    U128,
    Usize,
}

impl IntTy {
    /// All of them with their names.
    pub const ALL: [(IntTy, &'static str); 12] = [
        (IntTy::I8, "i8"),
        (IntTy::I16, "i16"),
        (IntTy::I32, "i32"),
        (IntTy::I64, "i64"),
        (IntTy::I128, "i128"),
        (IntTy::Isize, "isize"),
        (IntTy::U8, "u8"),
        (IntTy::U16, "u16"),
        (IntTy::U32, "u32"),
        (IntTy::U64, "u64"),
        (IntTy::U128, "u128"),
        (IntTy::Usize, "usize"),
    ];

    /// Returns the type with that name.
    pub fn named(name: &str) -> Option<Self> {
        IntTy::ALL.iter().find(|it| it.1 == name).map(|it| it.0)
    }

    /// Returns its name.
    pub fn name(self) -> &'static str {
        IntTy::ALL[self as usize].1
    }

    /// How many bits it has; `usize` has 64, as on the machines that people run Rust on.
    #[inline(always)]
    pub fn bits(self) -> u32 {
        match self {
            IntTy::I8 | IntTy::U8 => 8,
            IntTy::I16 | IntTy::U16 => 16,
            IntTy::I32 | IntTy::U32 => 32,
            IntTy::I64 | IntTy::U64 | IntTy::Isize | IntTy::Usize => 64,
            IntTy::I128 | IntTy::U128 => 128,
        }
    }

    /// Whether it has a sign.
    #[inline(always)]
    pub fn signed(self) -> bool {
        (self as u8) < IntTy::U8 as u8
    }

    /// Its least and its greatest value. That of `u128` is cut to what an `i128` holds; the wide types check themselves.
    pub fn range(self) -> (i128, i128) {
        match (self.signed(), self.bits()) {
            (_, 128) => (if self.signed() { i128::MIN } else { 0 }, i128::MAX),
            (true, bits) => (-(1 << (bits - 1)), (1 << (bits - 1)) - 1),
            (false, bits) => (0, (1 << bits) - 1),
        }
    }
}

/// The floating-point types.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[allow(missing_docs)]
pub enum FloatTy {
    F32,
    F64,
}

/// A type or constant parameter: of a function, an `impl`, a struct or a trait.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Param {
    /// Which one in the list of its item. The parameters of an `impl` or a trait come before those of its functions; the
    /// first of a trait is `Self`.
    pub index: u16,
    /// Its name.
    pub name: Symbol,
}

/// What a constant parameter stands for.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[allow(missing_docs)]
pub enum Const {
    Int(i128),
    Bool(bool),
    Char(char),
}

impl fmt::Display for Const {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Const::Int(value) => write!(f, "{value}"),
            Const::Bool(value) => write!(f, "{value}"),
            Const::Char(value) => write!(f, "{value:?}"),
        }
    }
}

/// A type.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Ty {
    /// An integer type.
    Int(IntTy),
    /// A floating-point type.
    Float(FloatTy),
    /// `bool`.
    Bool,
    /// `char`.
    Char,
    /// `str`.
    Str,
    /// `!`.
    Never,
    /// A tuple; `()` has no members.
    Tuple(Rc<[Ty]>),
    /// `&T` or `&mut T`; lifetimes are left out.
    Ref(bool, Rc<Ty>),
    /// `*const T` or `*mut T`.
    Ptr(bool, Rc<Ty>),
    /// `[T]`.
    Slice(Rc<Ty>),
    /// `[T; N]`; the length is a constant, a parameter, or unknown where it is computed.
    Array(Rc<Ty>, Rc<Ty>),
    /// A constant as an argument of a constant parameter, or as a length.
    Const(Const),
    /// A struct or an enum with its arguments, constant ones included.
    Adt(AdtId, Rc<[Ty]>),
    /// A parameter: a type, or a constant where one is wanted.
    Param(Param),
    /// `fn(A, B) -> C`.
    Fn(Rc<[Ty]>, Rc<Ty>),
    /// The type of one function or closure or async block of its own.
    Body(FnId, Rc<[Ty]>),
    /// `dyn A + B`.
    Dyn(Rc<[Bound]>),
    /// `impl A + B`, in a parameter or a result.
    Impl(Rc<[Bound]>),
    /// `<T as Trait>::Name`, or `T::Name` where the trait is found by the name.
    Assoc(Rc<Ty>, Option<TraitId>, Symbol),
    /// `_`, and what inference does not know.
    Unknown,
}

impl Ty {
    /// Whether it speaks of type parameters.
    pub fn is_open(&self) -> bool {
        let any = |types: &[Ty]| types.iter().any(Ty::is_open);
        match self {
            Ty::Param(_) | Ty::Assoc(..) => true,
            Ty::Tuple(types) | Ty::Adt(_, types) | Ty::Body(_, types) => any(types),
            Ty::Ref(_, of) | Ty::Ptr(_, of) | Ty::Slice(of) => of.is_open(),
            Ty::Array(of, length) => of.is_open() || length.is_open(),
            Ty::Fn(params, ret) => any(params) || ret.is_open(),
            _ => false,
        }
    }

    /// Whether a parameter is part of it.
    pub fn speaks_of(&self, param: u16) -> bool {
        let any = |parts: &[Ty]| parts.iter().any(|it| it.speaks_of(param));
        let limits = |bounds: &[Bound]| {
            bounds.iter().any(|it| any(&it.args) || it.assoc.iter().any(|it| it.1.speaks_of(param)))
        };
        match self {
            Ty::Param(it) => it.index == param,
            Ty::Tuple(parts) | Ty::Adt(_, parts) | Ty::Body(_, parts) => any(parts),
            Ty::Ref(_, of) | Ty::Ptr(_, of) | Ty::Slice(of) | Ty::Assoc(of, ..) => of.speaks_of(param),
            Ty::Array(of, length) => of.speaks_of(param) || length.speaks_of(param),
            Ty::Fn(params, ret) => any(params) || ret.speaks_of(param),
            Ty::Dyn(bounds) | Ty::Impl(bounds) => limits(bounds),
            _ => false,
        }
    }

    /// An array with that many elements.
    pub fn array(of: Ty, length: usize) -> Self {
        Ty::Array(Rc::new(of), Rc::new(Ty::Const(Const::Int(length as i128))))
    }

    /// `()`.
    pub fn unit() -> Self {
        Ty::Tuple(Rc::new([]))
    }
}

/// What a type has to implement.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Bound {
    /// The trait. Lifetimes and `?Sized` are left out.
    pub of: TraitId,
    /// Its type arguments, without `Self`. For `Fn(A, B) -> C` this is the one tuple `(A, B)`.
    pub args: Rc<[Ty]>,
    /// Its associated types that are given: `Item = T`, and `Output = C` for `Fn(A, B) -> C`.
    pub assoc: Rc<[(Symbol, Ty)]>,
}
