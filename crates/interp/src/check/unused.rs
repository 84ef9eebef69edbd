//! What should have been used: a `Result`, a future, what is marked `#[must_use]`.

use super::Checker;
use crate::diagnostic::Diagnostic;
use crate::tree::{Attribute, Expr, ExprKind, FnId, Stmt, Ty, Types};

/// The type that has to be used.
const RESULT: &[(&str, &[&str])] = &[("std/result.rs", &["Result"])];
const IGNORE: &str = "use `let _ = ...` to ignore the resulting value";

pub(super) fn check(checker: &Checker<'_>, function: FnId) -> Vec<Diagnostic> {
    let Some((body, types)) = checker.bodies.get(&function) else { return Vec::new() };
    let mut walk = Walk { checker, function, types, found: Vec::new() };
    walk.expr(&body.value);
    walk.found
}

struct Walk<'a> {
    checker: &'a Checker<'a>,
    function: FnId,
    types: &'a Types,
    found: Vec<Diagnostic>,
}

impl Walk<'_> {
    fn expr(&mut self, expr: &Expr) {
        if let ExprKind::Block(block) = &expr.kind {
            for stmt in &block.stmts {
                if let Stmt::Expr(value) = stmt {
                    self.statement(value);
                }
            }
        }
        expr.each_part(&mut |it| self.expr(it));
    }

    fn statement(&mut self, expr: &Expr) {
        let Some((message, hint)) = self.unused(expr) else { return };
        self.found.push(Diagnostic::warning(expr.span, message).hint(hint));
    }

    fn unused(&self, expr: &Expr) -> Option<(String, String)> {
        if matches!(expr.kind, ExprKind::Assign(..) | ExprKind::Return(_) | ExprKind::Break(..)) {
            return None;
        }
        let program = self.checker.program;
        let by_type = match self.types.exprs.get(expr.id.index())? {
            Ty::Adt(adt, _) if program.lang.is(*adt, "Result") || self.checker.is_one_of(*adt, RESULT) => {
                let hint =
                    format!("this `Result` may be an `Err` variant, which should be handled: {IGNORE}");
                Some(("unused `Result` that must be used".to_owned(), hint))
            }
            Ty::Adt(adt, _) if is_marked(&program.adt(*adt).attributes) => {
                let name = program.names.text(program.adt(*adt).name);
                Some((format!("unused `{name}` that must be used"), IGNORE.to_owned()))
            }
            _ => None,
        };
        let function = self.checker.called(self.function, expr);
        let is_future = function.is_some_and(|it| program.function(it).is_async);
        if is_future || matches!(expr.kind, ExprKind::Async(_)) {
            let hint = "futures do nothing unless you `.await` or poll them";
            return Some(("unused implementer of `Future` that must be used".to_owned(), hint.to_owned()));
        }
        by_type.or_else(|| {
            let item = program.function(function?);
            let own = item.span.file == crate::source::FileId::PROGRAM && is_marked(&item.attributes);
            let name = program.names.text(item.name);
            own.then(|| (format!("unused return value of `{name}` that must be used"), IGNORE.to_owned()))
        })
    }
}

fn is_marked(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|it| &*it.path == "must_use")
}
