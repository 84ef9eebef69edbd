//! Paths that are expressions: functions, constants, and what belongs to a type.

use super::Infer;
use super::frame::Call;
use super::impls::Holds;
use super::instantiate::Impls;
use super::report::Report;
use super::types::Type;
use crate::names::Symbol;
use crate::source::Span;
use crate::tree::{Bound, Expr, ExprId, FnId, GlobalId, ImplId, Path, Res, TraitId, Ty};
use std::rc::Rc;

/// What a path leads to.
#[derive(Clone, Debug)]
pub(super) enum Found {
    Function(FnId, Vec<Type>),
    Value(Type),
}

impl Infer<'_> {
    pub(super) fn path(&mut self, expr: &Expr, path: &Path) -> Type {
        match self.resolve(expr, path) {
            Found::Value(ty) => ty,
            Found::Function(function, args) => {
                self.oblige_bounds(function, &args);
                Type::Item(function, args.into())
            }
        }
    }

    pub(super) fn resolve(&mut self, expr: &Expr, path: &Path) -> Found {
        let own = self.own.clone();
        let found = match &path.to {
            Res::Fn(id) => {
                let generics = self.program.function(*id).generics.clone();
                Found::Function(*id, self.fresh_args(&generics))
            }
            Res::Unit(adt, _) => {
                let given = path.args.clone().unwrap_or_else(|| Rc::new([]));
                Found::Value(self.instantiate(&Ty::Adt(*adt, given), &own, Impls::Opaque))
            }
            Res::Global(id) => Found::Value(self.global_type(*id)),
            Res::Const(_, ty) => Found::Value(self.instantiate(ty, &own, Impls::Opaque)),
            Res::Assoc(ty, of, name) => {
                let this = self.instantiate(ty, &own, Impls::Opaque);
                let this = self.settled(&this);
                match self.associated(&this, of.as_ref(), *name) {
                    Some(found) => found,
                    None => {
                        self.no_associated(expr, &this, of.as_ref().map(|it| it.of), *name);
                        Found::Value(Type::Unknown)
                    }
                }
            }
        };
        if let Found::Function(id, args) = &found {
            self.give_args(*id, args, path.args.as_deref());
            self.note_call((expr.id, expr.span), *id, args);
        }
        found
    }

    /// Takes the type arguments that the text gives to a function.
    pub(super) fn give_args(&mut self, id: FnId, args: &[Type], given: Option<&[Ty]>) {
        let own = self.own.clone();
        let function = self.program.function(id).clone();
        let outer = self.outer_params(&function);
        for (arg, given) in args.iter().skip(outer).zip(given.unwrap_or_default()) {
            let given = self.instantiate(given, &own, Impls::Found);
            let _ = self.unify(arg, &given);
        }
    }

    pub(super) fn note_call(&mut self, (at, span): (ExprId, Span), function: FnId, args: &[Type]) {
        let args = args.into();
        self.frame().calls.push(Call { at, span, function, args });
    }

    fn no_associated(&mut self, expr: &Expr, this: &Type, of: Option<TraitId>, name: Symbol) {
        let named = self.index.methods.contains_key(&name);
        if of.is_none() && this.is_plain() && (!named || self.is_nobodys_function(this, name)) {
            self.report(Report::NoMethod { at: expr.span, name, on: this.clone(), function: true });
        }
        self.shake(this);
    }

    /// `Type::name`: inherent first, then of what is known of it, then of traits.
    fn associated(&mut self, this: &Type, of: Option<&Bound>, name: Symbol) -> Option<Found> {
        if let Some(bound) = of {
            let mut trait_args = self.fresh_trait_args(bound.of).to_vec();
            let own = self.own.clone();
            for (slot, given) in trait_args.iter_mut().zip(&*bound.args) {
                *slot = self.instantiate(given, &own, Impls::Opaque);
            }
            return self.of_trait(this, bound.of, &trait_args, name);
        }
        if matches!(this, Type::Unknown | Type::Var(_)) {
            return None;
        }
        if let Some(found) = self.inherent(this, name) {
            return Some(found);
        }
        for limit in self.limits_of(this) {
            if let Some(found) = self.of_trait(this, limit.of, &limit.args, name) {
                return Some(found);
            }
        }
        let (index, mut best) = (self.index, None::<(Holds, TraitId)>);
        let functions = index.methods.get(&name).into_iter().flatten().map(|it| it.0);
        let consts = index.consts.get(&name).into_iter().flatten().copied();
        for of in functions.chain(consts) {
            let args = self.fresh_trait_args(of);
            let holds = self.holds(this, of, &args);
            if holds != Holds::No && best.is_none_or(|it| it.0 < holds) {
                best = Some((holds, of));
            }
        }
        let (_, of) = best?;
        let trait_args = self.fresh_trait_args(of);
        self.of_trait(this, of, &trait_args, name)
    }

    fn of_trait(&mut self, this: &Type, of: TraitId, trait_args: &[Type], name: Symbol) -> Option<Found> {
        let one = self.program.traits[of.index()].clone();
        if let Some((_, id)) = one.functions.iter().find(|it| it.0 == name) {
            let generics = self.program.function(*id).generics.clone();
            let mut args = self.fresh_args(&generics);
            for (slot, known) in args.iter_mut().zip(std::iter::once(this).chain(trait_args)) {
                *slot = known.clone();
            }
            return Some(Found::Function(*id, args));
        }
        let (_, ty, _) = one.consts.iter().find(|it| it.0 == name)?;
        let mut args = vec![this.clone()];
        args.extend(trait_args.iter().cloned());
        let ty = self.within(&one.generics, Some(of), |it| it.instantiate(ty, &args, Impls::Opaque));
        Some(Found::Value(ty))
    }

    /// The type of a constant of an impl.
    fn const_of(&mut self, of: ImplId, this: &Type, global: GlobalId) -> Type {
        let one = self.program.impls[of.index()].clone();
        let args = self.fresh_args(&one.generics);
        let self_ty = self.instantiate(&one.self_ty, &args, Impls::Opaque);
        let _ = self.unify(&self_ty, this);
        let ty = self.program.globals[global.index()].ty.clone();
        self.within(&one.generics, None, |it| it.instantiate(&ty, &args, Impls::Opaque))
    }

    fn inherent(&mut self, this: &Type, name: Symbol) -> Option<Found> {
        let index = self.index;
        for &(head, of, id) in index.inherent.get(&name).map_or(&[][..], |it| it) {
            if !self.may_be(head, this) {
                continue;
            }
            let one = self.program.impls[of.index()].clone();
            let generics = self.program.function(id).generics.clone();
            let args = self.fresh_args(&generics);
            let self_ty = self.instantiate(&one.self_ty, &args, Impls::Opaque);
            if self.unify_or_not(&self_ty, this).is_ok() {
                return Some(Found::Function(id, args));
            }
        }
        let consts = index.inherent_consts.get(&name)?;
        let &(_, of, global) = consts.iter().find(|it| self.may_be(it.0, this) && self.is_for(it.1, this))?;
        Some(Found::Value(self.const_of(of, this, global)))
    }

    /// Whether an impl is for a type, with whatever arguments; makes of the type what it is for.
    fn is_for(&mut self, of: ImplId, this: &Type) -> bool {
        let one = self.program.impls[of.index()].clone();
        let args = self.fresh_args(&one.generics);
        let self_ty = self.instantiate(&one.self_ty, &args, Impls::Opaque);
        self.unify_or_not(&self_ty, this).is_ok()
    }
}
