//! Which impls a type has.

use super::Infer;
use super::instantiate::Impls;
use super::types::{Head, Limit, Type};
use super::vars::Kind;
use crate::tree::{Impl, ImplId, TraitId, Ty};
use std::rc::Rc;

/// Whether a type implements a trait.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Holds {
    No,
    Maybe,
    Yes,
}

/// The most that is known of one type: supertraits of supertraits.
const MAX_LIMITS: usize = 64;

impl Infer<'_> {
    /// Whether a type implements a trait, without learning anything from it.
    pub(super) fn holds(&mut self, this: &Type, of: TraitId, args: &[Type]) -> Holds {
        if self.nesting > 40 || !self.spend() {
            return Holds::Maybe;
        }
        let this = self.shallow(this);
        match &this {
            Type::Unknown | Type::Never => return Holds::Maybe,
            Type::Var(var) if self.vars.kind(*var) == Kind::Any => return Holds::Maybe,
            _ if self.index.markers.contains(&of) => return Holds::Maybe,
            _ => {}
        }
        if let Some(holds) = self.holds_builtin(&this, of, args) {
            return holds;
        }
        if self.limits_of(&this).iter().any(|it| it.of == of) {
            return Holds::Yes;
        }
        let found = self.matching(&this, of, args);
        match found.iter().map(|it| it.1).max() {
            None => self.is_derived(&this, of),
            Some(_) if matches!(this, Type::Var(_)) => Holds::Maybe,
            Some(most) => most,
        }
    }

    /// The impls of a trait that fit a type.
    pub(super) fn matching(&mut self, this: &Type, of: TraitId, args: &[Type]) -> Vec<(ImplId, Holds)> {
        let index = self.index;
        let mut found = Vec::new();
        for &(head, id) in index.impls.get(&of).map_or(&[][..], |it| it) {
            if !self.may_be(head, this) {
                continue;
            }
            self.nesting += 1;
            let state = self.start();
            let holds = self.try_impl(id, this, args);
            self.undo(&state);
            self.nesting -= 1;
            if holds != Holds::No {
                found.push((id, holds));
            }
        }
        found
    }

    /// Whether a type with that head may be this one.
    pub(super) fn may_be(&self, head: Head, this: &Type) -> bool {
        match (head, this) {
            (Head::Any, _) => true,
            (head, Type::Var(var)) => match self.vars.kind(*var) {
                Kind::Any => true,
                Kind::Int => matches!(head, Head::Int(_)),
                Kind::Float => matches!(head, Head::Float(_)),
            },
            (head, this) => this.head() == Some(head),
        }
    }

    fn try_impl(&mut self, id: ImplId, this: &Type, args: &[Type]) -> Holds {
        let one = self.program.impls[id.index()].clone();
        self.within(&one.generics, None, |it| it.try_parts(&one, this, args))
    }

    fn try_parts(&mut self, one: &Impl, this: &Type, args: &[Type]) -> Holds {
        let own = self.fresh_args(&one.generics);
        let self_ty = self.instantiate(&one.self_ty, &own, Impls::Opaque);
        if self.unify(&self_ty, this).is_err() {
            return Holds::No;
        }
        if let Some((_, given)) = &one.of {
            for (given, wanted) in given.iter().zip(args) {
                let given = self.instantiate(given, &own, Impls::Opaque);
                if self.unify(&given, wanted).is_err() {
                    return Holds::No;
                }
            }
        }
        let mut least = Holds::Yes;
        for (ty, bound) in &one.generics.bounds {
            if self.index.markers.contains(&bound.of) {
                continue;
            }
            let ty = self.instantiate(ty, &own, Impls::Opaque);
            let limit = self.limit(bound, &own);
            least = least.min(self.holds(&ty, limit.of, &limit.args));
            if least == Holds::No {
                return Holds::No;
            }
            if !limit.assoc.is_empty() {
                self.oblige(ty, limit);
            }
        }
        least
    }

    /// What is known of a type that is a parameter, an associated type, `dyn` or `impl`; supertraits too.
    pub(super) fn limits_of(&mut self, this: &Type) -> Vec<Limit> {
        let mut found: Vec<Limit> = match this {
            Type::Dyn(limits) | Type::Opaque(limits) => limits.to_vec(),
            Type::Param(_) => self.given(this),
            Type::Assoc(of, of_trait, name) => {
                let mut found = self.given(this);
                let owner = self.program.traits[of_trait.index()].clone();
                let mut args = vec![(**of).clone()];
                args.extend(owner.generics.params.iter().skip(1).map(|_| Type::Unknown));
                for (ty, bound) in &owner.generics.bounds {
                    if matches!(ty, Ty::Assoc(_, _, it) if it == name) && self.nesting < 40 {
                        self.nesting += 1;
                        let limit =
                            self.within(&owner.generics, Some(*of_trait), |it| it.limit(bound, &args));
                        found.push(limit);
                        self.nesting -= 1;
                    }
                }
                found
            }
            // `where Self: Mul<Output = Self>`, `where &'a T: IntoIterator`.
            Type::Adt(..) | Type::Ref(..) if self.env.iter().any(|it| it.0.head() == this.head()) => {
                let this = self.resolved(this);
                self.given(&this)
            }
            _ => return Vec::new(),
        };
        let mut next = 0;
        while next < found.len() && found.len() < MAX_LIMITS {
            let limit = found[next].clone();
            self.add_supertraits(this, &limit, &mut found);
            next += 1;
        }
        found
    }

    fn given(&self, this: &Type) -> Vec<Limit> {
        self.env.iter().filter(|it| it.0 == *this).map(|it| it.1.clone()).collect()
    }

    fn add_supertraits(&mut self, this: &Type, limit: &Limit, found: &mut Vec<Limit>) {
        let of = self.program.traits[limit.of.index()].clone();
        let mut args = vec![this.clone()];
        args.extend(limit.args.iter().cloned());
        let of_self = |ty: &Ty| matches!(ty, Ty::Param(param) if param.index == 0);
        let in_bounds = of.generics.bounds.iter().filter(|it| of_self(&it.0)).map(|it| &it.1);
        for bound in of.supertraits.iter().chain(in_bounds) {
            if self.nesting > 40 || found.iter().any(|it| it.of == bound.of && bound.args.is_empty()) {
                continue;
            }
            self.nesting += 1;
            let mut above = self.within(&of.generics, Some(limit.of), |it| it.limit(bound, &args));
            self.nesting -= 1;
            let missing = limit.assoc.iter().filter(|it| above.assoc.iter().all(|known| known.0 != it.0));
            let missing: Vec<_> = missing.cloned().collect();
            if !missing.is_empty() {
                // `dyn Sub<Item = T>` may give an associated type of the supertrait.
                above.assoc = above.assoc.iter().cloned().chain(missing).collect::<Rc<_>>();
            }
            found.push(above);
        }
    }
}
