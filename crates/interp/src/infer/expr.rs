//! The type of an expression.

mod builtin;
mod control;
mod misuse;
mod question;
mod value;

use super::Infer;
use super::types::Type;
use crate::tree::{Expr, ExprKind};

impl Infer<'_> {
    /// Finds the type of an expression. The hint is the type that it should have, where the text says so.
    pub(super) fn infer(&mut self, expr: &Expr, hint: Option<&Type>) -> Type {
        let ty = match hint.map(|it| self.shallow(it)) {
            Some(Type::Unknown) | None => self.infer_kind(expr, None),
            Some(hint) => self.infer_kind(expr, Some(&hint)),
        };
        if matches!(ty, Type::Never) {
            self.frame().diverges = true;
        }
        if let Some(slot) = self.frame().exprs.get_mut(expr.id.index()) {
            slot.clone_from(&ty);
        }
        ty
    }

    fn infer_kind(&mut self, expr: &Expr, hint: Option<&Type>) -> Type {
        match &expr.kind {
            ExprKind::Lit(lit) => self.literal(lit, hint),
            ExprKind::Local(local) => self.local(*local),
            ExprKind::Path(path) => self.path(expr, path),
            ExprKind::Call(callee, args) => self.call(expr, callee, args, hint),
            ExprKind::Method(call) => self.method(expr, call, hint),
            ExprKind::Field(of, name) => self.field(expr, of, *name),
            ExprKind::Index(of, at) => self.index_into(expr, of, at),
            ExprKind::Unary(op, of) => self.unary(expr, *op, of, hint),
            ExprKind::Deref(of) => self.deref(expr, of),
            ExprKind::Binary(op, left, right) => self.binary(expr, *op, left, right),
            ExprKind::And(left, right) | ExprKind::Or(left, right) => self.logical(left, right),
            ExprKind::Assign(place, value) => self.assign(place, value),
            ExprKind::AssignOp(op, place, value) => self.assign_op(*op, place, value),
            ExprKind::Ref { mutable, raw, of } => self.reference(*mutable, *raw, of, hint),
            ExprKind::Cast(of, to) => self.cast(of, to),
            ExprKind::Tuple(parts) => self.tuple(parts, hint),
            ExprKind::Array(parts) => self.array(parts, hint),
            ExprKind::Repeat(of, count, length) => self.repeat(of, (count, length), hint),
            ExprKind::Struct { .. } => self.structure(expr, hint),
            ExprKind::Block(block) => self.block(block, hint),
            ExprKind::If(condition, then, otherwise) => {
                self.branch(condition, then, otherwise.as_deref(), hint)
            }
            ExprKind::Let(pattern, of) => self.let_condition(pattern, of),
            ExprKind::Match(of, arms) => self.matches(of, arms, hint),
            ExprKind::Loop(label, body) => self.endless(*label, body, hint),
            ExprKind::While(label, condition, body) => self.while_loop(*label, condition, body),
            ExprKind::For { label, pat, iter, body } => self.for_loop(*label, pat, iter, body),
            ExprKind::Break(label, value) => self.leave(*label, value.as_deref()),
            ExprKind::Continue(_) => Type::Never,
            ExprKind::Return(value) => self.give_back(expr, value.as_deref()),
            ExprKind::Try(of) => self.question_mark(expr, of),
            ExprKind::Closure(function) => self.closure(*function, hint),
            ExprKind::Async(function) => self.async_block(*function, hint),
            ExprKind::Await(of, _) => self.await_on(expr, of),
            ExprKind::Format(format) => self.format(format),
            ExprKind::Builtin(builtin, args) => self.builtin(builtin, args, hint),
        }
    }

    /// A hint that says what a value has to be: none that a value cannot have, such as `str` and `dyn Trait`.
    pub(super) fn sized(&self, hint: Option<&Type>) -> Option<Type> {
        let hint = self.shallow(hint?);
        (!matches!(hint, Type::Unknown | Type::Str | Type::Slice(_) | Type::Dyn(_))).then_some(hint)
    }
}
