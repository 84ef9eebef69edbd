//! Calls of functions and methods.

use super::start;
use crate::lower::body::Cx;
use crate::lower::path::Kind;
use crate::tree::{Expr, ExprKind, MethodCall};

impl Cx<'_> {
    pub(super) fn call(&mut self, it: &syn::ExprCall) -> Expr {
        let function = match &*it.func {
            syn::Expr::Path(path) => self.path(path, Kind::Call),
            other => self.expr(other),
        };
        let args = self.exprs(&it.args);
        self.note_call(it, &function, &args);
        let span = start(&function).to(self.span(it.paren_token.span.close()));
        self.make(ExprKind::Call(Box::new(function), args), span)
    }

    /// A chain of methods is gone through from the left without going deeper.
    pub(super) fn method_call(&mut self, it: &syn::ExprMethodCall) -> Expr {
        let mut chain = vec![it];
        while let syn::Expr::MethodCall(receiver) = &*chain[chain.len() - 1].receiver {
            chain.push(receiver);
        }
        let innermost = chain.last().map_or(&it.receiver, |it| &it.receiver);
        let mut receiver = self.expr(innermost);
        for it in chain.into_iter().rev() {
            receiver = self.method_of(receiver, it);
        }
        receiver
    }

    fn method_of(&mut self, receiver: Expr, it: &syn::ExprMethodCall) -> Expr {
        let env = self.env.clone();
        let type_args = it.turbofish.as_ref().map(|it| self.world.generic_args(&env, &it.args));
        let args = self.exprs(&it.args);
        self.note_method(it, &args);
        let span = start(&receiver).to(self.span(it.paren_token.span.close()));
        let call = MethodCall {
            receiver,
            name: self.world.symbol(&it.method),
            name_span: self.span(it.method.span()),
            type_args,
            args,
            traits: self.traits.clone(),
            bound_traits: self.bound_traits.clone(),
        };
        self.make(ExprKind::Method(Box::new(call)), span)
    }
}
