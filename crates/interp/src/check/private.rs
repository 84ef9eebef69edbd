//! Methods and functions of types that are called from where they are not to be seen.

use super::Checker;
use crate::diagnostic::Diagnostic;
use crate::source::Span;
use crate::tree::{Expr, ExprKind, FnId, Impl, Ty, Types};
use std::rc::Rc;

pub(super) fn check(checker: &Checker<'_>, function: FnId) -> Vec<Diagnostic> {
    let Some((body, types)) = checker.bodies.get(&function).filter(|_| !checker.program.private.is_empty())
    else {
        return Vec::new();
    };
    let mut walk = Walk { checker, types, function, found: Vec::new() };
    walk.expr(&body.value);
    walk.found
}

struct Walk<'a> {
    checker: &'a Checker<'a>,
    types: &'a Types,
    function: FnId,
    found: Vec<Diagnostic>,
}

impl Walk<'_> {
    fn expr(&mut self, expr: &Expr) {
        match &expr.kind {
            ExprKind::Method(call) => self.used(expr, call.name_span, "method"),
            ExprKind::Path(_) => self.used(expr, expr.span, "associated function"),
            _ => {}
        }
        expr.each_part(&mut |it| self.expr(it));
    }

    fn used(&mut self, expr: &Expr, at: Span, what: &str) {
        let Some(&meant) = self.types.methods.get(&expr.id) else { return };
        let program = self.checker.program;
        let from = program.function(self.function).module;
        let Some(&home) = program.private.get(&meant) else { return };
        if program.is_within(from, home) == Some(false) && self.is_alone(meant) {
            let name = program.names.text(program.function(meant).name);
            let message = format!("{what} `{name}` is private");
            self.found.push(Diagnostic::error(at, message).code("E0624"));
        }
    }

    /// Whether nothing else can be meant: rustc takes the next that is to be seen, of a trait or of what the type derefs to.
    fn is_alone(&self, meant: FnId) -> bool {
        let program = self.checker.program;
        let function = program.function(meant);
        let of_trait = program.functions.iter().any(|it| it.name == function.name && it.in_trait.is_some());
        let head = |it: &Ty| if let Ty::Adt(adt, _) = it { Some(*adt) } else { None };
        let block = function.in_impl.and_then(|it| head(&program.impls[it.index()].self_ty));
        let deref = program.lang.traits.get("Deref");
        let derefs = |it: &Rc<Impl>| it.of.as_ref().map(|it| &it.0) == deref && head(&it.self_ty) == block;
        !of_trait && block.is_some() && !program.impls.iter().any(derefs)
    }
}
