//! What types have to implement: settled at once, or when more is known.

use super::Infer;
use super::impls::Holds;
use super::instantiate::Impls;
use super::types::{Limit, Type, Var};
use super::vars::{Kind, Snapshot};
use crate::tree::{Impl, ImplId, Ty};
use std::rc::Rc;

/// A type has to implement a trait, and its associated types have to be those given.
#[derive(Clone, Debug)]
pub(super) struct Obligation {
    pub(super) this: Type,
    pub(super) limit: Limit,
    /// How many obligations led to it.
    pub(super) depth: u32,
    /// The variables of which one has to become known before another try is worth it.
    pub(super) waits: Vec<(Var, Kind)>,
}

/// What became of an obligation.
#[derive(Debug)]
pub(super) enum Outcome {
    Done,
    Failed,
    Wait(Vec<Var>),
}

/// A state of variables and obligations to go back to.
#[derive(Debug)]
pub(super) struct Try {
    vars: Snapshot,
    pending: usize,
}

impl Infer<'_> {
    pub(super) fn start(&mut self) -> Try {
        Try { vars: self.vars.snapshot(), pending: self.pending.len() }
    }

    pub(super) fn undo(&mut self, to: &Try) {
        self.vars.rollback(&to.vars);
        self.pending.truncate(to.pending);
    }

    pub(super) fn keep(&mut self, to: &Try) {
        self.vars.commit(&to.vars);
    }

    /// Tries an obligation, and keeps it for later if too little is known.
    pub(super) fn settle(&mut self, mut obligation: Obligation) {
        match self.process(&obligation) {
            Outcome::Done => {}
            Outcome::Failed => self.give_up(&obligation),
            Outcome::Wait(waits) => {
                obligation.waits = waits.into_iter().map(|it| (it, self.vars.kind(it))).collect();
                self.pending.push(obligation);
            }
        }
    }

    fn give_up(&mut self, obligation: &Obligation) {
        for ty in obligation.limit.args.iter().chain(obligation.limit.assoc.iter().map(|it| &it.1)) {
            self.shake(ty);
        }
    }

    /// Tries again what waits, as long as that leads on.
    pub(super) fn select(&mut self) {
        for _ in 0..64 {
            let (pending, mut progress) = (std::mem::take(&mut self.pending), false);
            for obligation in pending {
                let same = |it: &(Var, Kind)| self.vars.is_open(it.0) && self.vars.kind(it.0) == it.1;
                if !obligation.waits.is_empty() && obligation.waits.iter().all(same) {
                    self.pending.push(obligation);
                } else {
                    progress = true;
                    self.settle(obligation);
                }
            }
            if !progress {
                return;
            }
        }
    }

    /// The type as far as it is known when all that can be settled is.
    pub(super) fn settled(&mut self, ty: &Type) -> Type {
        let shallow = self.shallow(ty);
        if !matches!(shallow, Type::Var(_)) || self.vars.is_trying() {
            return shallow;
        }
        self.select();
        self.shallow(ty)
    }

    fn process(&mut self, obligation: &Obligation) -> Outcome {
        if obligation.depth > 24 || self.nesting > 40 || !self.spend() {
            return Outcome::Failed;
        }
        let this = self.shallow(&obligation.this);
        match &this {
            Type::Unknown => return Outcome::Failed,
            Type::Var(var) if self.vars.kind(*var) == Kind::Any => return Outcome::Wait(vec![*var]),
            _ => {}
        }
        let (nesting, obliging) = (self.nesting, self.obliging);
        self.nesting += 1;
        self.obliging = obligation.depth;
        let outcome = self.process_known(&this, &obligation.limit);
        (self.nesting, self.obliging) = (nesting, obliging);
        outcome
    }

    fn process_known(&mut self, this: &Type, limit: &Limit) -> Outcome {
        if self.index.markers.contains(&limit.of) {
            return Outcome::Done;
        }
        if let Some(outcome) = self.process_builtin(this, limit) {
            return outcome;
        }
        if let Some(outcome) = self.process_bounds(this, limit) {
            return outcome;
        }
        let found = self.matching(this, limit.of, &limit.args);
        match found[..] {
            [] if self.is_derived(this, limit.of) != Holds::No => Outcome::Done,
            [] => Outcome::Failed,
            [(one, _)] => {
                self.use_impl(one, this, limit);
                Outcome::Done
            }
            _ => {
                let mut waits = self.open_vars(this);
                limit.args.iter().for_each(|it| waits.extend(self.open_vars(it)));
                if waits.is_empty() {
                    // Bounds that cannot be told apart here: the first will do, if nothing depends on it.
                    let first = found.iter().find(|it| it.1 == Holds::Yes).map_or(found[0].0, |it| it.0);
                    self.use_impl(first, this, limit);
                    return Outcome::Done;
                }
                Outcome::Wait(waits)
            }
        }
    }

    /// By what is known of a type of which only traits are known.
    fn process_bounds(&mut self, this: &Type, limit: &Limit) -> Option<Outcome> {
        let mut known = self.limits_of(this);
        known.retain(|it| it.of == limit.of);
        let mut viable = Vec::new();
        for one in known {
            let state = self.start();
            let fits = one.args.iter().zip(&*limit.args).all(|(a, b)| self.unify(a, b).is_ok());
            self.undo(&state);
            if fits {
                viable.push(one);
            }
        }
        let first = viable.first()?.clone();
        if viable.iter().any(|it| it.args != first.args) {
            let waits: Vec<Var> = limit.args.iter().flat_map(|it| self.open_vars(it)).collect();
            if !waits.is_empty() {
                return Some(Outcome::Wait(waits));
            }
        }
        for (a, b) in first.args.iter().zip(&*limit.args) {
            let _ = self.unify(a, b);
        }
        for (name, ty) in &*limit.assoc {
            let given = viable.iter().flat_map(|it| &*it.assoc).find(|it| it.0 == *name);
            let is = match given {
                Some((_, is)) => is.clone(),
                None if matches!(this, Type::Dyn(_)) => Type::Unknown,
                None => Type::Assoc(Rc::new(this.clone()), limit.of, *name),
            };
            let _ = self.unify(&is, ty);
        }
        Some(Outcome::Done)
    }

    /// Takes what an impl says.
    fn use_impl(&mut self, id: ImplId, this: &Type, limit: &Limit) {
        let one = self.program.impls[id.index()].clone();
        let obliged = self.within(&one.generics, None, |it| it.match_impl(&one, this, limit));
        for (this, limit) in obliged {
            self.oblige(this, limit);
        }
    }

    /// Makes an impl's types those wanted. What it asks for is still to be seen to.
    fn match_impl(&mut self, one: &Impl, this: &Type, limit: &Limit) -> Vec<(Type, Limit)> {
        let args = self.fresh_args(&one.generics);
        let own = self.instantiate(&one.self_ty, &args, Impls::Opaque);
        let _ = self.unify(&own, this);
        if let Some((_, given)) = &one.of {
            for (given, wanted) in given.iter().zip(&*limit.args) {
                let given = self.instantiate(given, &args, Impls::Opaque);
                let _ = self.unify(&given, wanted);
            }
        }
        for (name, wanted) in &*limit.assoc {
            let ty = one.types.iter().find(|it| it.0 == *name).map(|it| it.1.clone());
            let is = match ty {
                Some(ty) => self.instantiate(&ty, &args, Impls::Opaque),
                None => self.default_assoc(this, limit, *name),
            };
            let _ = self.unify(&is, wanted);
        }
        let bounds = one.generics.bounds.iter();
        bounds
            .map(|(ty, bound)| (self.instantiate(ty, &args, Impls::Opaque), self.limit(bound, &args)))
            .collect()
    }

    fn default_assoc(&mut self, this: &Type, limit: &Limit, name: crate::names::Symbol) -> Type {
        let of = self.program.traits[limit.of.index()].clone();
        let default: Option<Ty> = of.types.iter().find(|it| it.0 == name).and_then(|it| it.1.clone());
        let mut args = vec![this.clone()];
        args.extend(limit.args.iter().cloned());
        let Some(default) = default else { return Type::Unknown };
        self.within(&of.generics, Some(limit.of), |it| it.instantiate(&default, &args, Impls::Opaque))
    }
}
