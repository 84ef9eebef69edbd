//! What the names of types mean in an item beside what its module says: parameters, `Self`.

use crate::names::Symbol;
use crate::tree::{Generics, ModuleId, Param, TraitId, Ty};
use rustc_hash::FxHashMap;
use std::rc::Rc;

/// Where a type or an expression stands.
#[derive(Clone, Debug)]
pub(super) struct Env {
    /// The innermost module, which may be that of a block.
    pub(super) module: ModuleId,
    /// Type parameters, and constant ones with their types.
    pub(super) params: Rc<[(Param, Option<Ty>)]>,
    /// What `Self` is.
    pub(super) self_ty: Option<Ty>,
    /// What a bound is of, while it is looked at: `T` in `T: Add`, which is `T: Add<T>`.
    pub(super) bounded: Option<Ty>,
    /// The trait around.
    pub(super) in_trait: Option<TraitId>,
    /// The trait that the `impl` around is of.
    pub(super) impl_of: Option<TraitId>,
    /// The associated types of the `impl` around.
    pub(super) assoc: Rc<FxHashMap<Symbol, Rc<syn::Type>>>,
    /// The parameters as the tree has them.
    pub(super) generics: Rc<Generics>,
}

impl Env {
    /// That of an item without anything around.
    pub(super) fn of(module: ModuleId) -> Self {
        Env {
            module,
            params: Rc::new([]),
            self_ty: None,
            bounded: None,
            in_trait: None,
            impl_of: None,
            assoc: Rc::default(),
            generics: Rc::default(),
        }
    }

    /// The parameter with a name, and whether it is a constant one.
    pub(super) fn param(&self, name: Symbol) -> Option<(Param, bool)> {
        self.params.iter().rev().find(|it| it.0.name == name).map(|it| (it.0, it.1.is_some()))
    }

    /// The type of a constant parameter.
    pub(super) fn constant_ty(&self, param: Param) -> Ty {
        let found = self.params.iter().rev().find(|it| it.0 == param);
        found.and_then(|it| it.1.clone()).unwrap_or(Ty::Unknown)
    }

    /// That of an associated type's own text, which may name it: `type Item = I::Item` in an `impl` for `I`.
    pub(super) fn without_assoc(&self, name: Symbol) -> Self {
        let mut assoc = (*self.assoc).clone();
        assoc.remove(&name);
        Env { assoc: Rc::new(assoc), ..self.clone() }
    }

    /// The traits that the parameters are bound by.
    pub(super) fn bound_traits(&self) -> impl Iterator<Item = TraitId> + '_ {
        self.generics.bounds.iter().map(|it| it.1.of)
    }

    /// The traits around, which are in scope as if they were imported.
    pub(super) fn traits_around(&self) -> impl Iterator<Item = TraitId> + '_ {
        self.in_trait.into_iter().chain(self.impl_of)
    }
}
