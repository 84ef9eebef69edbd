//! Types whose values do not tell all of their arguments.

use super::{Adt, Ty};

impl Adt {
    /// Whether it is a struct with a constant parameter that is no part of any field: `Ring<T, const N: usize> { items: Vec<T> }`,
    /// or one of which `W(None)` has to be told from another `W(None)`. Its values have one part more, which knows their type.
    pub fn has_untold(&self) -> bool {
        let [of] = &self.variants[..] else { return false };
        let told = |param: u16| of.fields.iter().any(|it| it.ty.speaks_of(param));
        !self.is_enum && (self.told_apart || self.generics.consts.iter().any(|it| !told(*it)))
    }
}

impl Ty {
    /// Whether all of it is known.
    pub fn is_whole(&self) -> bool {
        let all = |parts: &[Ty]| parts.iter().all(Ty::is_whole);
        match self {
            Ty::Unknown | Ty::Impl(_) | Ty::Param(_) | Ty::Assoc(..) => false,
            Ty::Tuple(parts) | Ty::Adt(_, parts) | Ty::Body(_, parts) => all(parts),
            Ty::Ref(_, of) | Ty::Ptr(_, of) | Ty::Slice(of) => of.is_whole(),
            Ty::Array(of, length) => of.is_whole() && length.is_whole(),
            Ty::Fn(params, ret) => all(params) && ret.is_whole(),
            _ => true,
        }
    }
}
