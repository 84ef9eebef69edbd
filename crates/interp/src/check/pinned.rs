//! What has to be pinned before it can be polled, used as if it could be moved: E0277.

use super::Checker;
use super::types::{Known, substituted};
use super::words::shown;
use crate::diagnostic::Diagnostic;
use crate::source::{FileId, Span};
use crate::tree::{Builtin, Expr, ExprKind, FnId, LocalId, PatKind, Stmt, Ty, Types};
use rustc_hash::FxHashMap;

/// Types of the library that hold something that is never to move, by the file that they are in and their name.
const NEVER: &[(&str, &[&str])] = &[
    ("std/marker.rs", &["PhantomPinned"]),
    ("tokio/time.rs", &["Sleep", "Timeout"]),
    ("tokio/sync/notify.rs", &["Notified"]),
];

/// Types of the library whose futures and streams are parts of them.
const HOLDERS: &[(&str, &[&str])] = &[
    ("futures/stream/sources.rs", &["Once"]),
    ("futures/stream/adapters.rs", &["Chain", "Filter", "FilterMap", "Fuse", "Map", "Then"]),
    ("futures/stream/cut.rs", &["SkipWhile", "TakeUntil", "TakeWhile"]),
    ("futures/stream/peek.rs", &["Peekable"]),
    ("futures/future/ext.rs", &["Fuse"]),
    ("std/option.rs", &["Option"]),
];

/// Those of which only the last parameter is: their state may be moved.
const HOLDERS_OF_LAST: &[(&str, &[&str])] = &[("futures/stream/sources.rs", &["TryUnfold", "Unfold"])];

/// Traits that a mutable reference has only if what it leads to can be moved.
const BY_REFERENCE: [&str; 3] = ["Future", "IntoFuture", "Stream"];

pub(super) fn check(checker: &Checker<'_>, function: FnId) -> Vec<Diagnostic> {
    let (Some((body, types)), Some(graph)) = (checker.bodies.get(&function), checker.graph(function)) else {
        return Vec::new();
    };
    let known = checker.known(&graph);
    let mut look = Look { checker, function, known, types, futures: FxHashMap::default(), found: Vec::new() };
    look.expr(&body.value);
    look.found
}

struct Look<'a> {
    checker: &'a Checker<'a>,
    function: FnId,
    known: Known<'a>,
    types: &'a Types,
    /// The variables that are futures of async functions, and which: their types say no more than `impl Future`.
    futures: FxHashMap<LocalId, FnId>,
    found: Vec<Diagnostic>,
}

impl Look<'_> {
    fn expr(&mut self, expr: &Expr) {
        match &expr.kind {
            ExprKind::Block(block) => block.stmts.iter().for_each(|it| self.note(it)),
            ExprKind::Call(callee, args) => {
                self.call(callee, expr.span);
                let called = self.checker.called(self.function, expr);
                if called.is_some_and(|it| self.makes_pin(it)) {
                    args.iter().for_each(|it| self.by_name(it));
                }
            }
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
        if self.makes_pin(*function) {
            given.iter().for_each(|it| self.behind(it, span));
        }
        for (ty, bound) in &item.generics.bounds {
            let Ty::Param(param) = ty else { continue };
            let Some(given) = given.get(usize::from(param.index)) else { continue };
            let of = &program.traits[bound.of.index()];
            if of.span.file == FileId::PROGRAM {
                continue;
            }
            match name(of.name) {
                "Unpin" => self.moved(given, span),
                it if BY_REFERENCE.contains(&it) => self.behind(given, span),
                _ => {}
            }
        }
    }

    /// Whether a function is `Pin::new`.
    fn makes_pin(&self, function: FnId) -> bool {
        let item = self.checker.program.function(function);
        self.checker.is_named(item.span.file, item.name, "std/pin.rs", &["new"])
    }

    fn note(&mut self, stmt: &Stmt) {
        let Stmt::Let { pat, init: Some(init), .. } = stmt else { return };
        let PatKind::Bind { local, by_ref: None, inner: None } = &pat.kind else { return };
        let program = self.checker.program;
        let called = self.checker.called(self.function, init).map(|it| (it, program.function(it)));
        if let Some((function, item)) = called
            && item.is_async
            && item.span.file == FileId::PROGRAM
            && item.in_trait.is_none()
            && item.in_impl.is_none()
        {
            self.futures.insert(*local, function);
        }
    }

    /// `&mut f` of a variable that is the future of an async function.
    fn by_name(&mut self, expr: &Expr) {
        if let ExprKind::Ref { mutable: true, raw: false, of } = &expr.kind
            && let ExprKind::Local(local) = &of.kind
            && let Some(function) = self.futures.get(local)
        {
            let program = self.checker.program;
            let name = program.names.text(program.function(*function).name);
            let culprit = format!("{{async fn body of {name}()}}");
            self.tell(&culprit, expr.span);
        }
    }

    fn polled(&mut self, future: &Expr) {
        self.by_name(future);
        if let Some(ty) = self.types.exprs.get(future.id.index()) {
            self.behind(ty, future.span);
        }
    }

    /// What a mutable reference leads to is polled, unless the reference may be a future by an impl of the program's.
    fn behind(&mut self, ty: &Ty, span: Span) {
        if let (Ty::Ref(true, of), false) = (ty, self.known.facts.own_references) {
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
        self.tell(&culprit, span);
    }

    fn tell(&mut self, culprit: &str, span: Span) {
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
        Ty::Body(function, _) => checker.program.is_async_block(*function).then(|| ty.clone()),
        Ty::Tuple(parts) => any(parts),
        Ty::Array(of, _) => stays(checker, known, of, depth + 1),
        Ty::Adt(adt, _) if checker.is_one_of(*adt, NEVER) => Some(ty.clone()),
        Ty::Adt(adt, args) if checker.is_one_of(*adt, HOLDERS) => any(args),
        Ty::Adt(adt, args) if checker.is_one_of(*adt, HOLDERS_OF_LAST) => {
            stays(checker, known, args.last()?, depth + 1)
        }
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
