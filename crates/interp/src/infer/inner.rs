//! The closures and async blocks in an expression.

use crate::tree::{Block, Expr, ExprKind, FnId, Pat, PatKind, Stmt};

/// Adds all closures and async blocks that are directly in an expression, not in one of them.
pub(super) fn functions(expr: &Expr, found: &mut Vec<FnId>) {
    if let ExprKind::Closure(function) | ExprKind::Async(function) = &expr.kind {
        found.push(*function);
    }
    each_child(expr, &mut |it| functions(it, found));
}

/// Calls a function with each expression that is directly within an expression.
fn each_child(expr: &Expr, f: &mut dyn FnMut(&Expr)) {
    match &expr.kind {
        ExprKind::Lit(_)
        | ExprKind::Local(_)
        | ExprKind::Path(_)
        | ExprKind::Continue(_)
        | ExprKind::Closure(_)
        | ExprKind::Async(_) => {}
        ExprKind::Call(callee, args) => {
            f(callee);
            args.iter().for_each(f);
        }
        ExprKind::Method(call) => {
            f(&call.receiver);
            call.args.iter().for_each(f);
        }
        ExprKind::Field(of, _)
        | ExprKind::Unary(_, of)
        | ExprKind::Deref(of)
        | ExprKind::Ref { of, .. }
        | ExprKind::Cast(of, _)
        | ExprKind::Loop(_, of)
        | ExprKind::Try(of)
        | ExprKind::Await(of, _) => f(of),
        ExprKind::Index(left, right)
        | ExprKind::Binary(_, left, right)
        | ExprKind::And(left, right)
        | ExprKind::Or(left, right)
        | ExprKind::Assign(left, right)
        | ExprKind::AssignOp(_, left, right)
        | ExprKind::Repeat(left, right, _)
        | ExprKind::While(_, left, right) => {
            f(left);
            f(right);
        }
        ExprKind::Tuple(parts) | ExprKind::Array(parts) | ExprKind::Builtin(_, parts) => {
            parts.iter().for_each(f);
        }
        ExprKind::Struct { fields, base, .. } => {
            fields.iter().for_each(|it| f(&it.1));
            base.iter().for_each(|it| f(it));
        }
        ExprKind::Block(block) => in_block(block, f),
        ExprKind::If(condition, then, otherwise) => {
            f(condition);
            f(then);
            otherwise.iter().for_each(|it| f(it));
        }
        ExprKind::Let(pattern, of) => {
            in_pattern(pattern, f);
            f(of);
        }
        ExprKind::Match(of, arms) => {
            f(of);
            for arm in arms {
                in_pattern(&arm.pat, f);
                arm.guard.iter().for_each(&mut *f);
                f(&arm.body);
            }
        }
        ExprKind::For { pat, iter, body, .. } => {
            in_pattern(pat, f);
            f(iter);
            f(body);
        }
        ExprKind::Break(_, value) | ExprKind::Return(value) => value.iter().for_each(|it| f(it)),
        ExprKind::Format(format) => format.args.iter().for_each(f),
    }
}

fn in_block(block: &Block, f: &mut dyn FnMut(&Expr)) {
    for stmt in &block.stmts {
        match stmt {
            Stmt::Let { pat, init, otherwise, .. } => {
                in_pattern(pat, f);
                init.iter().for_each(&mut *f);
                otherwise.iter().for_each(&mut *f);
            }
            Stmt::Expr(expr) => f(expr),
        }
    }
    block.tail.iter().for_each(|it| f(it));
}

fn in_pattern(pattern: &Pat, f: &mut dyn FnMut(&Expr)) {
    match &pattern.kind {
        PatKind::Wild | PatKind::Rest => {}
        PatKind::Bind { inner, .. } => inner.iter().for_each(|it| in_pattern(it, f)),
        PatKind::Value(value) => f(value),
        PatKind::Range { start, end, .. } => [start, end].into_iter().flatten().for_each(|it| f(it)),
        PatKind::Ref(inner) => in_pattern(inner, f),
        PatKind::Tuple(parts) | PatKind::Slice(parts) | PatKind::Or(parts) => {
            parts.iter().for_each(|it| in_pattern(it, f));
        }
        PatKind::Variant { fields, .. } => fields.iter().for_each(|it| in_pattern(&it.1, f)),
    }
}
