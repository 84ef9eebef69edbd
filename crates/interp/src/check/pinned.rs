//! What has to be pinned before it can be polled, used as if it could be moved: E0277.

use super::Checker;
use super::types::{Known, substituted};
use super::words::shown;
use crate::diagnostic::Diagnostic;
use crate::source::{FileId, Span};
use crate::tree::{Builtin, Expr, ExprKind, FnId, Ty, Types};

/// Types of the library that hold something that is never to move, by the file that they are in and their name.
const NEVER: &[(&str, &[&str])] = &[
    ("std/marker.rs", &["PhantomPinned"]),
    ("tokio/time.rs", &["Sleep", "Timeout"]),
    ("tokio/sync/notify.rs", &["Notified"]),
];

/// Types of the library whose futures and streams are parts of them.
const HOLDERS: &[(&str, &[&str])] = &[
    ("futures/stream/sources.rs", &["Once", "TryUnfold", "Unfold"]),
    ("futures/stream/adapters.rs", &["Chain", "Filter", "FilterMap", "Fuse", "Map", "Scan", "Then"]),
    ("futures/stream/cut.rs", &["SkipWhile", "TakeUntil", "TakeWhile"]),
    ("futures/stream/peek.rs", &["Peekable"]),
    ("futures/future/ext.rs", &["Fuse"]),
    ("std/option.rs", &["Option"]),
];

/// Traits that a mutable reference has only if what it leads to can be moved.
const BY_REFERENCE: [&str; 3] = ["Future", "IntoFuture", "Stream"];

pub(super) fn check(checker: &Checker<'_>, function: FnId) -> Vec<Diagnostic> {
    let (Some((body, types)), Some(graph)) = (checker.bodies.get(&function), checker.graph(function)) else {
        return Vec::new();
    };
    let mut look = Look { checker, known: checker.known(&graph), types, found: Vec::new() };
    look.expr(&body.value);
    look.found
}

struct Look<'a> {
    checker: &'a Checker<'a>,
    known: Known<'a>,
    types: &'a Types,
    found: Vec<Diagnostic>,
}

impl Look<'_> {
    fn expr(&mut self, expr: &Expr) {
        match &expr.kind {
            ExprKind::Call(callee, _) => self.call(callee, expr.span),
            ExprKind::Method(_) => self.call(expr, expr.span),
            ExprKind::Await(of, _) => self.polled(of),
            ExprKind::Builtin(Builtin::Join { .. } | Builtin::Select { .. }, futures) => {
                futures.iter().for_each(|it| self.polled(it));
            }
            _ => {}
        }
        expr.each_part(&mut |it| self.expr(it));
    }

    /// A call: what the type parameters stand for is known at an expression.
    fn call(&mut self, at: &Expr, span: Span) {
        let Some((function, given)) = self.types.args.get(&at.id) else { return };
        let program = self.checker.program;
        let item = program.function(*function);
        let name = |it: crate::names::Symbol| &**program.names.text(it);
        let file = &program.files[item.span.file.0 as usize].name;
        if name(item.name) == "new" && file.ends_with("std/pin.rs") {
            given.iter().for_each(|it| self.behind(it, span));
        }
        for (ty, bound) in &item.generics.bounds {
            let Ty::Param(param) = ty else { continue };
            let Some(given) = given.get(usize::from(param.index)) else { continue };
            match name(program.traits[bound.of.index()].name) {
                "Unpin" => self.moved(given, span),
                it if BY_REFERENCE.contains(&it) => self.behind(given, span),
                _ => {}
            }
        }
    }

    fn polled(&mut self, future: &Expr) {
        if let Some(ty) = self.types.exprs.get(future.id.index()) {
            self.behind(ty, future.span);
        }
    }

    /// What a mutable reference leads to is polled.
    fn behind(&mut self, ty: &Ty, span: Span) {
        if let Ty::Ref(true, of) = ty {
            self.moved(of, span);
        }
    }

    fn moved(&mut self, ty: &Ty, span: Span) {
        let Some(culprit) = stays(self.checker, self.known, ty, 0) else { return };
        // What the library's types hold that keeps them is its own affair, and the same for all.
        let culprit = match culprit {
            Ty::Adt(..) => "PhantomPinned".to_owned(),
            other => shown(self.checker.program, &other),
        };
        let message = format!("`{culprit}` cannot be unpinned");
        self.found.push(
            Diagnostic::error(span, message)
                .code("E0277")
                .label(span, "this has to be pinned before it is polled")
                .hint("pin it: `let mut it = std::pin::pin!(it);`, or put it into a box: `Box::pin(it)`"),
        );
    }
}

/// What in a type surely may not move once it has been polled.
fn stays(checker: &Checker<'_>, known: Known<'_>, ty: &Ty, depth: u32) -> Option<Ty> {
    if depth > 12 {
        return None;
    }
    let any = |parts: &[Ty]| parts.iter().find_map(|it| stays(checker, known, it, depth + 1));
    match ty {
        Ty::Body(function, _) => {
            let item = checker.program.function(*function);
            let is_block = &**checker.program.names.text(item.name) == "{async block}";
            is_block.then(|| ty.clone())
        }
        Ty::Tuple(parts) => any(parts),
        Ty::Array(of, _) => stays(checker, known, of, depth + 1),
        Ty::Adt(adt, _) if checker.is_one_of(*adt, NEVER) => Some(ty.clone()),
        Ty::Adt(adt, args) if checker.is_one_of(*adt, HOLDERS) => any(args),
        Ty::Adt(adt, args) => {
            let item = checker.program.adt(*adt);
            if item.span.file != FileId::PROGRAM || known.facts.implements("Unpin", *adt) {
                return None;
            }
            let fields = item.variants.iter().flat_map(|it| it.fields.iter());
            fields.map(|it| substituted(&it.ty, args)).find_map(|it| stays(checker, known, &it, depth + 1))
        }
        _ => None,
    }
}
