//! Integers that their types do not have, which a lint of rustc's denies unless the program says otherwise.

use super::Checker;
use crate::diagnostic::Diagnostic;
use crate::source::FileId;
use crate::tree::{Expr, ExprKind, FnId, IntTy, Lit, Stmt, Ty, Types, UnaryOp};

const LINT: &str = "overflowing_literals";

pub(super) fn check(checker: &Checker<'_>, function: FnId) -> Vec<Diagnostic> {
    let Some((body, types)) = checker.bodies.get(&function) else { return Vec::new() };
    let program = checker.program;
    let is_own = program.function(function).span.file == FileId::PROGRAM;
    if !is_own || program.files[0].text.contains(LINT) {
        return Vec::new();
    }
    let mut walk = Walk { types, found: Vec::new() };
    walk.expr(&body.value);
    walk.found
}

struct Walk<'a> {
    types: &'a Types,
    found: Vec<Diagnostic>,
}

impl Walk<'_> {
    fn expr(&mut self, expr: &Expr) {
        match &expr.kind {
            ExprKind::Unary(UnaryOp::Neg, of) if matches!(of.kind, ExprKind::Lit(Lit::Int(..))) => {
                self.literal(of, self.inferred(of), true);
                return;
            }
            ExprKind::Lit(_) => self.literal(expr, self.inferred(expr), false),
            ExprKind::Block(block) => {
                for stmt in &block.stmts {
                    if let Stmt::Let { ty: Some(Ty::Int(ty)), init: Some(init), .. } = stmt {
                        self.literal(init, Some(*ty), false);
                    }
                }
            }
            _ => {}
        }
        expr.each_part(&mut |it| self.expr(it));
    }

    fn literal(&mut self, expr: &Expr, ty: Option<IntTy>, negative: bool) {
        let ExprKind::Lit(Lit::Int(value, said)) = &expr.kind else { return };
        let Some(ty) = said.or(ty).filter(|it| it.bits() < 128) else { return };
        let most = ty.range().1.unsigned_abs() + u128::from(negative && ty.signed());
        if *value > most {
            let name = ty.name();
            let message = format!("literal out of range for `{name}`");
            self.found.push(Diagnostic::error(expr.span, message).code(LINT));
        }
    }

    /// What inference has found. That it is an `i32` it says where it knows nothing, too.
    fn inferred(&self, expr: &Expr) -> Option<IntTy> {
        match self.types.exprs.get(expr.id.index())? {
            Ty::Int(ty) if *ty != IntTy::I32 => Some(*ty),
            _ => None,
        }
    }
}
