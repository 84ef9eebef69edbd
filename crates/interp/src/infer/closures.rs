//! Closures and async blocks: bodies of their own, in the midst of another.

use super::Infer;
use super::instantiate::Impls;
use super::types::{Limit, Signature, Type};
use crate::tree::FnId;

impl Infer<'_> {
    /// Whether a body of its own is an async block, not a closure.
    pub(super) fn is_async_block(&self, function: FnId) -> bool {
        self.blocks.contains(&function)
    }

    pub(super) fn closure(&mut self, id: FnId, hint: Option<&Type>) -> Type {
        let Some(body) = self.bodies.get(&id).cloned() else { return Type::Unknown };
        let function = self.program.function(id).clone();
        let own = self.own.clone();
        let params = self.instantiate_all(&function.params, &own, Impls::Found);
        let ret = self.instantiate(&function.ret, &own, Impls::Found);
        let wanted = hint.and_then(|it| self.wanted_signature(it));
        if let Some(wanted) = wanted.filter(|it| it.params.len() == params.len()) {
            for (own, wanted) in params.iter().zip(&*wanted.params) {
                let _ = self.unify_or_not(own, wanted);
            }
            if !function.is_async {
                let _ = self.unify_or_not(&ret, &wanted.ret);
            } else if let Some(output) = self.awaited(&wanted.ret) {
                let _ = self.unify_or_not(&ret, &output);
            }
        }
        let inner = Signature { params, ret };
        let outer = match function.is_async {
            true => Signature { params: inner.params.clone(), ret: self.future_of(inner.ret.clone()) },
            false => inner.clone(),
        };
        self.signatures.insert(id, outer);
        self.look_at(&body, &inner);
        Type::Closure(id)
    }

    pub(super) fn async_block(&mut self, id: FnId, hint: Option<&Type>) -> Type {
        let Some(body) = self.bodies.get(&id).cloned() else { return Type::Unknown };
        self.blocks.insert(id);
        let function = self.program.function(id).clone();
        let own = self.own.clone();
        let ret = self.instantiate(&function.ret, &own, Impls::Found);
        if let Some(wanted) = hint.and_then(|it| self.wanted_output(it)) {
            let _ = self.unify_or_not(&ret, &wanted);
        }
        let signature = Signature { params: [].into(), ret };
        self.signatures.insert(id, signature.clone());
        self.look_at(&body, &signature);
        Type::Closure(id)
    }

    /// What a closure has to take and give, by the type that is wanted or by what is asked of it.
    fn wanted_signature(&mut self, hint: &Type) -> Option<Signature> {
        match self.shallow(hint) {
            Type::Fn(params, ret) => Some(Signature { params, ret: (*ret).clone() }),
            Type::Dyn(limits) | Type::Opaque(limits) => {
                let limit = limits.iter().find(|it| self.is_call_trait(it.of))?;
                Some(self.called_by(limit))
            }
            var @ Type::Var(_) => {
                let limit = self.asked(&var, |infer, limit| infer.is_call_trait(limit.of))?;
                Some(self.called_by(&limit))
            }
            _ => None,
        }
    }

    /// What a future has to resolve to.
    fn wanted_output(&mut self, hint: &Type) -> Option<Type> {
        let of = self.index.known_trait("Future")?;
        let limit = match self.shallow(hint) {
            Type::Dyn(limits) | Type::Opaque(limits) => limits.iter().find(|it| it.of == of)?.clone(),
            var @ Type::Var(_) => self.asked(&var, |_, limit| limit.of == of && !limit.assoc.is_empty())?,
            _ => return None,
        };
        limit.assoc.first().map(|it| it.1.clone())
    }

    /// What is asked of a variable by an obligation that waits for it.
    fn asked(&self, var: &Type, is: impl Fn(&Self, &Limit) -> bool) -> Option<Limit> {
        let mut waiting = self.pending.iter().rev().filter(|it| self.shallow(&it.this) == *var);
        waiting.find(|it| is(self, &it.limit)).map(|it| it.limit.clone())
    }

    /// What `.await` gives of a type; nothing if it is no future or not known.
    pub(super) fn awaited(&mut self, ty: &Type) -> Option<Type> {
        let output = self.index.symbol("Output")?;
        let ty = self.shallow(ty);
        if matches!(ty, Type::Unknown | Type::Var(_) | Type::Never) {
            return None;
        }
        for name in ["Future", "IntoFuture"] {
            let of = self.index.known_trait(name)?;
            if self.holds(&ty, of, &[]) != super::impls::Holds::No {
                return Some(self.projection(ty, Some(of), output));
            }
        }
        None
    }
}
