//! The closures and async blocks in an expression.

use crate::tree::{Expr, ExprKind, FnId};

/// Adds all closures and async blocks that are directly in an expression, not in one of them. Patterns have none.
pub(super) fn functions(expr: &Expr, found: &mut Vec<FnId>) {
    if let ExprKind::Closure(function) | ExprKind::Async(function) = &expr.kind {
        found.push(*function);
    }
    expr.each_part(&mut |it| functions(it, found));
}
