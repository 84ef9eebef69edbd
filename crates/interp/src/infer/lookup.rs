//! Finding the method that a call means: along the chain of dereferences, inherent methods before those of traits.

use super::Infer;
use super::impls::Holds;
use super::instantiate::Impls;
use super::types::{Limit, Type};
use super::vars::Kind;
use crate::names::Symbol;
use crate::tree::{FloatTy, FnId, ImplId, IntTy, Receiver, TraitId};
use std::rc::Rc;

/// What looking for a method found.
#[derive(Debug)]
pub(super) enum Probe {
    Found(Pick),
    /// Too little is known of the receiver.
    Unknown,
    /// There is none, and the type is known.
    Missing,
}

/// A method that was found.
#[derive(Debug)]
pub(super) struct Pick {
    pub(super) function: FnId,
    /// The arguments of the impl or trait around it, then its own.
    pub(super) args: Vec<Type>,
    /// What the method gets as `self`.
    pub(super) receiver: Type,
    /// How many dereferences lead to it.
    pub(super) derefs: usize,
    /// Whether `&` or `&mut` is put before it.
    pub(super) by_ref: bool,
}

#[derive(Clone, Debug)]
enum Candidate {
    Inherent(ImplId, FnId),
    /// By what is known of a type: the type, what is known, the function of the trait.
    Known(Type, Limit, FnId),
    Trait(TraitId, FnId),
}

const MAX_DEREFS: usize = 12;

impl Infer<'_> {
    /// What `*` gives of a type without a pointer; nothing if it cannot be dereferenced.
    pub(super) fn deref_once(&mut self, ty: &Type) -> Option<Type> {
        match self.settled(ty) {
            Type::Ref(_, of) => Some(self.shallow(&of)),
            Type::Adt(adt, args) if self.index.is_adt(adt, "Box") => args.first().map(|it| self.shallow(it)),
            this @ (Type::Adt(..) | Type::Param(_) | Type::Assoc(..) | Type::Opaque(_)) => {
                let (deref, target) = (self.index.known_trait("Deref")?, self.index.symbol("Target")?);
                // A number whose type is still open is all that a struct's bounds may be unsure of.
                let least = if matches!(this, Type::Adt(..)) { Holds::Maybe } else { Holds::Yes };
                if self.holds(&this, deref, &[]) < least {
                    return None;
                }
                Some(self.projection(this, Some(deref), target))
            }
            _ => None,
        }
    }

    /// A type and all that its dereferences lead to; an array is a slice in the end.
    pub(super) fn derefs(&mut self, ty: &Type) -> Vec<Type> {
        let mut steps = vec![self.settled(ty)];
        while steps.len() < MAX_DEREFS {
            let last = steps[steps.len() - 1].clone();
            match self.deref_once(&last) {
                Some(next) if !steps.contains(&next) => steps.push(next),
                _ => break,
            }
        }
        if let Some(Type::Array(of, _)) = steps.last() {
            steps.push(Type::Slice(of.clone()));
        }
        steps
    }

    pub(super) fn probe(&mut self, receiver: &Type, name: Symbol, traits: &[TraitId]) -> Probe {
        let mut steps = self.derefs(receiver);
        let mut number = None;
        if let Some(Type::Var(var)) = steps.last() {
            match self.vars.kind(*var) {
                _ if self.vars.is_shaky(*var) => number = Some(Type::Unknown),
                Kind::Any => number = Some(Type::Unknown),
                Kind::Int => number = Some(Type::Int(IntTy::I32)),
                Kind::Float => number = Some(Type::Float(FloatTy::F64)),
            }
        }
        let known = !steps.iter().any(|it| matches!(it, Type::Unknown)) && number != Some(Type::Unknown);
        if !known {
            let sure = steps.iter().take_while(|it| !matches!(it, Type::Unknown | Type::Var(_))).count();
            steps.truncate(sure);
        }
        if let Some(pick) = self.probe_steps(&steps, name, traits) {
            return Probe::Found(pick);
        }
        if let Some(number) = number.filter(|_| known)
            && let Some(last) = steps.pop()
        {
            steps.push(number.clone());
            if let Some(pick) = self.probe_steps(&steps, name, traits) {
                let _ = self.unify(&last, &number);
                return Probe::Found(pick);
            }
            return Probe::Unknown;
        }
        if known { Probe::Missing } else { Probe::Unknown }
    }

    fn probe_steps(&mut self, steps: &[Type], name: Symbol, traits: &[TraitId]) -> Option<Pick> {
        let (inherent, extension) = self.candidates(steps, name, traits);
        // What is private elsewhere is meant only if nothing else can be.
        let shown: Vec<Candidate> = inherent.iter().filter(|it| self.is_shown(it)).cloned().collect();
        let found = self.first_fitting(steps, [&shown, &extension]);
        found.or_else(|| {
            let hides = shown.len() < inherent.len();
            hides.then(|| self.first_fitting(steps, [&inherent, &extension])).flatten()
        })
    }

    fn is_shown(&self, candidate: &Candidate) -> bool {
        let Candidate::Inherent(_, id) = candidate else { return true };
        let here = self.program.function(self.root).module;
        let home = self.program.private.get(id);
        home.is_none_or(|it| self.program.is_within(here, *it) != Some(false))
    }

    /// The first step that a candidate fits: as it is, then behind `&` and `&mut`.
    fn first_fitting(&mut self, steps: &[Type], candidates: [&Vec<Candidate>; 2]) -> Option<Pick> {
        for (derefs, step) in steps.iter().enumerate() {
            if matches!(step, Type::Unknown) {
                return None;
            }
            for by_ref in [None, Some(false), Some(true)] {
                let receiver = match by_ref {
                    None => step.clone(),
                    Some(mutable) => Type::reference(mutable, step.clone()),
                };
                for candidates in candidates {
                    if let Some((function, args)) = self.choose(candidates, &receiver) {
                        return Some(Pick { function, args, receiver, derefs, by_ref: by_ref.is_some() });
                    }
                }
            }
        }
        None
    }

    fn candidates(
        &mut self,
        steps: &[Type],
        name: Symbol,
        traits: &[TraitId],
    ) -> (Vec<Candidate>, Vec<Candidate>) {
        let index = self.index;
        let mut inherent = Vec::new();
        let of_name = index.inherent.get(&name).map_or(&[][..], |it| it);
        let methods = index.methods.get(&name).map_or(&[][..], |it| it);
        for step in steps {
            if !matches!(step, Type::Var(_)) {
                let fitting = of_name.iter().filter(|it| self.may_be(it.0, step));
                inherent.extend(fitting.map(|it| Candidate::Inherent(it.1, it.2)));
            }
            if methods.is_empty() {
                continue;
            }
            let limits = self.limits_of(step);
            for mut limit in limits.clone() {
                if limits.iter().any(|it| it.of == limit.of && it.args != limit.args) {
                    // `T: Convert<A> + Convert<B>`: which is meant is seen by what is asked of it.
                    limit.args = self.fresh_trait_args(limit.of);
                }
                if let Some(method) = methods.iter().find(|it| it.0 == limit.of) {
                    inherent.push(Candidate::Known(step.clone(), limit, method.1));
                }
            }
        }
        let in_scope = methods.iter().filter(|it| traits.contains(&it.0));
        (inherent, in_scope.map(|it| Candidate::Trait(it.0, it.1)).collect())
    }

    /// The candidate that takes the receiver as it is; the surest if there are several.
    fn choose(&mut self, candidates: &[Candidate], receiver: &Type) -> Option<(FnId, Vec<Type>)> {
        let mut best: Option<(Holds, &Candidate)> = None;
        for candidate in candidates {
            let state = self.start();
            let holds = self.consider(candidate, receiver).map_or(Holds::No, |it| it.2);
            self.undo(&state);
            if holds != Holds::No && best.is_none_or(|it| it.0 < holds) {
                best = Some((holds, candidate));
            }
        }
        let (_, candidate) = best?;
        let (function, args, _) = self.consider(candidate, receiver)?;
        Some((function, args))
    }

    fn consider(&mut self, candidate: &Candidate, receiver: &Type) -> Option<(FnId, Vec<Type>, Holds)> {
        let id = match candidate {
            Candidate::Inherent(_, id) | Candidate::Known(_, _, id) | Candidate::Trait(_, id) => *id,
        };
        let function = self.program.function(id).clone();
        let is_unsized = matches!(receiver, Type::Str | Type::Slice(_));
        if function.receiver? == Receiver::Value && is_unsized {
            // What has no size cannot be passed; a reference to it can.
            return None;
        }
        let mut args = self.fresh_args(&function.generics);
        if let Candidate::Known(this, limit, _) = candidate {
            let given = std::iter::once(this).chain(&*limit.args);
            for (slot, known) in args.iter_mut().zip(given) {
                *slot = known.clone();
            }
        }
        let wanted = self.instantiate(function.params.first()?, &args, Impls::Opaque);
        self.unify(&wanted, receiver).ok()?;
        let holds = match candidate {
            Candidate::Known(..) => Holds::Yes,
            Candidate::Trait(of, _) => {
                let params = self.program.traits[of.index()].generics.params.len();
                let this = args.first()?.clone();
                let rest: Rc<[Type]> = args.get(1..params).unwrap_or_default().into();
                self.holds(&this, *of, &rest)
            }
            Candidate::Inherent(of, _) => self.bounds_hold(*of, &args),
        };
        Some((id, args, holds))
    }

    /// Whether the bounds of an impl hold for its arguments.
    fn bounds_hold(&mut self, of: ImplId, args: &[Type]) -> Holds {
        let one = self.program.impls[of.index()].clone();
        let mut least = Holds::Yes;
        for (ty, bound) in &one.generics.bounds {
            if least == Holds::No || self.index.markers.contains(&bound.of) {
                continue;
            }
            let (this, limit) = self.within(&one.generics, None, |it| {
                (it.instantiate(ty, args, Impls::Opaque), it.limit(bound, args))
            });
            least = least.min(self.holds(&this, limit.of, &limit.args));
        }
        least
    }

    /// The function that a method of a trait comes down to for a known type, with its arguments.
    pub(super) fn implementation(&mut self, id: FnId, args: &[Type]) -> Option<(FnId, Vec<Type>)> {
        let function = self.program.function(id).clone();
        let of = function.in_trait?;
        let outer = self.program.traits[of.index()].generics.params.len();
        let this = self.shallow(args.first()?);
        if matches!(this, Type::Unknown | Type::Var(_) | Type::Param(_) | Type::Assoc(..)) {
            return None;
        }
        // What is behind a `dyn Trait` has that trait by itself.
        if matches!(this, Type::Dyn(_)) && self.limits_of(&this).iter().any(|it| it.of == of) {
            return None;
        }
        let trait_args: Rc<[Type]> = args.get(1..outer)?.into();
        let found = self.matching(&this, of, &trait_args);
        let [(one, Holds::Yes | Holds::Maybe)] = found[..] else { return None };
        let one_impl = self.program.impls[one.index()].clone();
        let Some((_, own)) = one_impl.functions.iter().find(|it| it.0 == function.name) else {
            return (function.origin_is_provided()).then(|| (id, args.to_vec()));
        };
        let mut new = self.fresh_args(&one_impl.generics);
        let self_ty = self.instantiate(&one_impl.self_ty, &new, Impls::Opaque);
        let _ = self.unify(&self_ty, &this);
        if let Some((_, given)) = &one_impl.of {
            for (given, wanted) in given.iter().zip(&*trait_args) {
                let given = self.instantiate(given, &new, Impls::Opaque);
                let _ = self.unify(&given, wanted);
            }
        }
        new.extend(args.get(outer..)?.iter().cloned());
        Some((*own, new))
    }
}

impl crate::tree::Function {
    /// Whether a function of a trait has a body there.
    fn origin_is_provided(&self) -> bool {
        !matches!(self.origin, crate::tree::Origin::Required)
    }
}
