//! What a function gives back.

use super::access::is_place;
use super::{Builder, Val};
use crate::check::flow::{Event, Kind};
use crate::tree::{Builtin, Expr, ExprKind, Ty};

impl Builder<'_> {
    /// Notes the expressions that an expression's value comes from, for what a function gives back. Of `impl Trait` rustc
    /// speaks otherwise.
    pub(super) fn gives_back(&mut self, expr: &Expr) {
        if matches!(self.known.program.function(self.graph.function).ret, Ty::Impl(_)) {
            return;
        }
        match &expr.kind {
            ExprKind::Block(block) if block.label.is_none() => {
                block.tail.iter().for_each(|it| self.gives_back(it));
            }
            ExprKind::If(_, yes, Some(no)) => {
                self.gives_back(yes);
                self.gives_back(no);
            }
            ExprKind::Match(_, arms) => arms.iter().for_each(|it| self.gives_back(&it.body)),
            _ => {
                self.last.insert(expr.id);
            }
        }
    }

    /// The end of a value that the function gives back.
    pub(super) fn given_back(&mut self, expr: &Expr, value: Val) -> Val {
        if let Some(holder) = value.holder {
            self.node(Event::Return(holder), expr.span);
        }
        Val::default()
    }

    /// `&f()` where the value lasts no longer than the statement: in the arguments of a call, and behind `return`. Nothing
    /// where it may last longer.
    pub(super) fn short_lived(&mut self, expr: &Expr) -> Option<Val> {
        let ExprKind::Ref { mutable, raw: false, of } = &expr.kind else { return None };
        if is_place(of) || !self.is_made_there(of) {
            return None;
        }
        let it = self.kept(of);
        let kind = if *mutable { Kind::Mutable } else { Kind::Shared };
        let span = if self.last.contains(&expr.id) { expr.span } else { of.span };
        Some(self.borrowed(it, kind, span).0)
    }

    /// Whether a value without a name is made by a call, and is one that somebody owns: no constant that lasts for ever.
    pub(super) fn is_made_there(&self, expr: &Expr) -> bool {
        let called = match &expr.kind {
            ExprKind::Method(_) => true,
            ExprKind::Call(callee, _) => self.is_function(callee),
            ExprKind::Builtin(it, _) => matches!(it, Builtin::FormatString | Builtin::Vec),
            _ => false,
        };
        let ty = self.type_of(expr);
        called && matches!(ty, Ty::Adt(..)) && self.known.copies(&ty) == Some(false)
    }
}
