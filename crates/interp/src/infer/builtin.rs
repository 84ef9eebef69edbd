//! Traits that types implement without an impl: functions, futures, copies.

use super::Infer;
use super::impls::Holds;
use super::obligations::Outcome;
use super::types::{Limit, Signature, Type};
use super::vars::Kind;
use crate::tree::{Derive, TraitId};
use std::rc::Rc;

const CALLED: [&str; 3] = ["Fn", "FnMut", "FnOnce"];
const CALLED_ASYNC: [&str; 3] = ["AsyncFn", "AsyncFnMut", "AsyncFnOnce"];

impl Infer<'_> {
    pub(super) fn is_call_trait(&self, of: TraitId) -> bool {
        self.index.is_trait(of, &CALLED) || self.index.is_trait(of, &CALLED_ASYNC)
    }

    pub(super) fn process_builtin(&mut self, this: &Type, limit: &Limit) -> Option<Outcome> {
        if self.is_call_trait(limit.of) {
            let Some(signature) = self.callable(this) else { return Some(Outcome::Failed) };
            if let Some(wanted) = limit.args.first() {
                let _ = self.unify(wanted, &Type::Tuple(signature.params));
            }
            if let Some((_, wanted)) = limit.assoc.first() {
                let mut ret = signature.ret;
                if self.index.is_trait(limit.of, &CALLED_ASYNC) {
                    ret = self.awaited(&ret).unwrap_or(Type::Unknown);
                }
                let _ = self.unify(wanted, &ret);
            }
            return Some(Outcome::Done);
        }
        if let Some(outcome) = self.number_operator(this, limit) {
            return Some(outcome);
        }
        if let Type::Closure(function) = this
            && self.index.is_trait(limit.of, &["Future"])
            && self.is_async_block(*function)
        {
            let output = self.signatures.get(function).map_or(Type::Unknown, |it| it.ret.clone());
            if let Some((_, wanted)) = limit.assoc.first() {
                let _ = self.unify(wanted, &output);
            }
            return Some(Outcome::Done);
        }
        None
    }

    pub(super) fn holds_builtin(&mut self, this: &Type, of: TraitId, args: &[Type]) -> Option<Holds> {
        if self.is_call_trait(of) {
            let is_called = self.is_callable(this) && self.takes_as_many(this, args);
            return Some(if is_called { Holds::Yes } else { Holds::No });
        }
        if let Type::Closure(function) = this
            && self.index.is_trait(of, &["Future"])
        {
            return Some(if self.is_async_block(*function) { Holds::Yes } else { Holds::No });
        }
        None
    }

    /// Whether something that is called takes as many arguments as `Fn(A, B)` has.
    fn takes_as_many(&mut self, this: &Type, args: &[Type]) -> bool {
        match args.first().map(|it| self.shallow(it)) {
            Some(Type::Tuple(wanted)) => self.callable(this).is_none_or(|it| it.params.len() == wanted.len()),
            _ => true,
        }
    }

    fn is_callable(&mut self, this: &Type) -> bool {
        match self.shallow(this) {
            Type::Item(..) | Type::Fn(..) => true,
            Type::Closure(function) => !self.is_async_block(function),
            Type::Ref(_, of) => self.is_callable(&of),
            this => self.callable(&this).is_some(),
        }
    }

    /// What a type takes and gives when it is called.
    pub(super) fn callable(&mut self, this: &Type) -> Option<Signature> {
        let mut this = self.shallow(this);
        for _ in 0..8 {
            match &this {
                Type::Ref(_, of) => this = self.shallow(of),
                Type::Adt(adt, args) if self.index.is_adt(*adt, "Box") && !args.is_empty() => {
                    this = self.shallow(&args[0]);
                }
                Type::Fn(params, ret) => {
                    return Some(Signature { params: params.clone(), ret: (**ret).clone() });
                }
                Type::Item(function, args) => return Some(self.signature(*function, args)),
                Type::Closure(function) if !self.is_async_block(*function) => {
                    return self.signatures.get(function).cloned();
                }
                Type::Param(_) | Type::Assoc(..) | Type::Dyn(_) | Type::Opaque(_) => {
                    let limits = self.limits_of(&this);
                    let limit = limits.iter().find(|it| self.is_call_trait(it.of))?;
                    return Some(self.called_by(limit));
                }
                _ => return None,
            }
        }
        None
    }

    /// The signature in `Fn(A, B) -> C`.
    pub(super) fn called_by(&self, limit: &Limit) -> Signature {
        let params = match limit.args.first().map(|it| self.shallow(it)) {
            Some(Type::Tuple(params)) => params,
            _ => Rc::new([]),
        };
        let ret = limit.assoc.first().map_or(Type::unit(), |it| it.1.clone());
        if self.index.is_trait(limit.of, &CALLED_ASYNC) {
            return Signature { params, ret: self.future_of(ret) };
        }
        Signature { params, ret }
    }

    /// Whether a trait holds because it is derived or built in.
    pub(super) fn is_derived(&mut self, this: &Type, of: TraitId) -> Holds {
        let Some(&derive) = self.index.derives.get(&of) else { return Holds::No };
        match this {
            Type::Adt(adt, _) if self.program.adt(*adt).derives.contains(&derive) => Holds::Maybe,
            Type::Adt(..) | Type::Param(_) | Type::Assoc(..) | Type::Opaque(_) => Holds::No,
            Type::Closure(_) if !matches!(derive, Derive::Clone | Derive::Copy) => Holds::No,
            Type::Ref(false, _) if matches!(derive, Derive::Clone | Derive::Copy) => Holds::Yes,
            Type::Ref(..) => Holds::No,
            Type::Dyn(_) if derive != Derive::Debug => Holds::No,
            Type::Slice(_) | Type::Str if matches!(derive, Derive::Clone | Derive::Copy) => Holds::No,
            _ => Holds::Maybe,
        }
    }

    /// Whether values of a type are copied when they are used; nothing if that is not known.
    pub(super) fn copies(&mut self, ty: &Type) -> Option<bool> {
        self.copies_at(ty, 0)
    }

    fn copies_at(&mut self, ty: &Type, depth: u32) -> Option<bool> {
        if depth > 16 {
            return None;
        }
        match self.shallow(ty) {
            Type::Int(_) | Type::Float(_) | Type::Bool | Type::Char | Type::Never => Some(true),
            Type::Ref(mutable, _) => Some(!mutable),
            Type::Ptr(..) | Type::Fn(..) | Type::Item(..) | Type::Const(_) => Some(true),
            Type::Tuple(parts) => self.all_copy(&parts, depth),
            Type::Array(of, _) => self.copies_at(&of, depth + 1),
            Type::Var(var) => (self.vars.kind(var) != Kind::Any).then_some(true),
            Type::Str | Type::Slice(_) | Type::Dyn(_) => Some(false),
            Type::Closure(function) if self.is_async_block(function) => Some(false),
            Type::Unknown | Type::Closure(_) | Type::Select(_) => None,
            this @ (Type::Adt(..) | Type::Param(_) | Type::Assoc(..) | Type::Opaque(_)) => {
                let copy = self.index.known_trait("Copy")?;
                match self.holds(&this, copy, &[]) {
                    Holds::Yes => Some(true),
                    Holds::No => Some(false),
                    Holds::Maybe => match this {
                        Type::Adt(_, args) => self.all_copy(&args, depth),
                        _ => None,
                    },
                }
            }
        }
    }

    fn all_copy(&mut self, parts: &[Type], depth: u32) -> Option<bool> {
        let mut all = Some(true);
        for part in parts {
            match self.copies_at(part, depth + 1) {
                Some(true) => {}
                Some(false) => return Some(false),
                None => all = None,
            }
        }
        all
    }
}
