//! Types while they are being found out: those of the tree, with variables, signatures of closures and known traits.

use crate::names::Symbol;
use crate::tree::{AdtId, Const, FloatTy, FnId, IntTy, Param, TraitId};
use std::rc::Rc;

/// A type that is not known yet.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) struct Var(pub(super) u32);

/// A type, perhaps with variables in it.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Type {
    /// Given up: agrees with everything and says nothing.
    Unknown,
    Var(Var),
    Int(IntTy),
    Float(FloatTy),
    Bool,
    Char,
    Str,
    Never,
    Tuple(Rc<[Type]>),
    Ref(bool, Rc<Type>),
    Ptr(bool, Rc<Type>),
    Slice(Rc<Type>),
    Array(Rc<Type>, Rc<Type>),
    /// A constant: an argument, or the length of an array.
    Const(Const),
    Adt(AdtId, Rc<[Type]>),
    /// A parameter of the body that is looked at, which stands for itself.
    Param(Param),
    /// `fn(A) -> B`.
    Fn(Rc<[Type]>, Rc<Type>),
    /// A function by its name, with its type arguments.
    Item(FnId, Rc<[Type]>),
    /// A closure or an async block; what it takes and gives is kept aside.
    Closure(FnId),
    Dyn(Rc<[Limit]>),
    /// Some type of which only the traits are known.
    Opaque(Rc<[Limit]>),
    /// A set of futures of `select!`, or one of their outputs, known by all the outputs.
    Select(Rc<[Type]>),
    /// `<T as Trait>::Name` of which no more is known.
    Assoc(Rc<Type>, TraitId, Symbol),
}

/// A trait that a type has to implement.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Limit {
    pub(super) of: TraitId,
    pub(super) args: Rc<[Type]>,
    pub(super) assoc: Rc<[(Symbol, Type)]>,
}

/// What a function takes and gives.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Signature {
    pub(super) params: Rc<[Type]>,
    pub(super) ret: Type,
}

/// The kind of a type as far as it can be seen at once: by it impls are told apart.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) enum Head {
    Int(IntTy),
    Float(FloatTy),
    Bool,
    Char,
    Str,
    Never,
    Tuple(usize),
    Ref(bool),
    Ptr(bool),
    Slice,
    Array,
    Adt(AdtId),
    Fn,
    Dyn(Option<TraitId>),
    /// Could be any: a parameter, an associated type.
    Any,
}

impl Type {
    pub(super) fn unit() -> Self {
        Type::Tuple(Rc::new([]))
    }

    pub(super) fn array(of: Type, length: usize) -> Self {
        Type::Array(Rc::new(of), Rc::new(Type::Const(Const::Int(length as i128))))
    }

    pub(super) fn reference(mutable: bool, of: Type) -> Self {
        Type::Ref(mutable, Rc::new(of))
    }

    /// Its head; none of a variable and of what has no impls of its own.
    pub(super) fn head(&self) -> Option<Head> {
        Some(match self {
            Type::Int(int) => Head::Int(*int),
            Type::Float(float) => Head::Float(*float),
            Type::Bool => Head::Bool,
            Type::Char => Head::Char,
            Type::Str => Head::Str,
            Type::Never => Head::Never,
            Type::Tuple(members) => Head::Tuple(members.len()),
            Type::Ref(mutable, _) => Head::Ref(*mutable),
            Type::Ptr(mutable, _) => Head::Ptr(*mutable),
            Type::Slice(_) => Head::Slice,
            Type::Array(..) => Head::Array,
            Type::Adt(adt, _) => Head::Adt(*adt),
            Type::Fn(..) => Head::Fn,
            Type::Dyn(limits) => Head::Dyn(limits.first().map(|it| it.of)),
            _ => return None,
        })
    }

    /// Whether two different ones of them surely differ.
    pub(super) fn is_plain(&self) -> bool {
        !matches!(
            self,
            Type::Unknown
                | Type::Var(_)
                | Type::Never
                | Type::Param(_)
                | Type::Item(..)
                | Type::Closure(_)
                | Type::Dyn(_)
                | Type::Opaque(_)
                | Type::Assoc(..)
                | Type::Select(_)
                | Type::Fn(..)
        )
    }
}
