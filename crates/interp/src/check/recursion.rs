//! Async functions that await themselves: their futures would be parts of themselves, E0733.

use super::Checker;
use crate::diagnostic::Diagnostic;
use crate::source::{FileId, Span};
use crate::tree::{Builtin, Expr, ExprKind, FnId};
use rustc_hash::FxHashSet;

pub(super) fn check(checker: &Checker<'_>, function: FnId) -> Vec<Diagnostic> {
    let held = held(checker, function);
    let endless = held.into_iter().find(|it| leads_to(checker, it.0, function, &mut FxHashSet::default()));
    endless.map(|(_, call)| told(checker, function, call)).into_iter().collect()
}

fn told(checker: &Checker<'_>, function: FnId, call: Span) -> Diagnostic {
    let span = checker.program.function(function).span;
    Diagnostic::error(span, "recursion in an async fn requires boxing")
        .code("E0733")
        .label(span, "its future would have to hold another one of its kind")
        .label(call, "recursive call here")
        .hint("put the inner future into a box: `Box::pin(...).await`")
}

/// Whether the future of a function holds that of another one, or of a function with a greater number. Of functions that
/// hold each other the first is told.
fn leads_to(checker: &Checker<'_>, from: FnId, to: FnId, seen: &mut FxHashSet<FnId>) -> bool {
    from == to
        || from > to
            && seen.insert(from)
            && held(checker, from).iter().any(|it| leads_to(checker, it.0, to, seen))
}

/// The async functions of the program whose futures the future of a function holds, and where.
fn held(checker: &Checker<'_>, function: FnId) -> Vec<(FnId, Span)> {
    let mut found = Vec::new();
    if let Some((body, _)) = checker.bodies.get(&function)
        && checker.program.function(function).is_async
    {
        each(&body.value, &mut |future| {
            let called = checker.called(function, future);
            found.extend(called.filter(|it| is_held(checker, *it)).map(|it| (it, future.span)));
        });
    }
    found
}

/// Whether the future of a function is a part of what awaits it. Of a trait's function an attribute may have made a box.
fn is_held(checker: &Checker<'_>, function: FnId) -> bool {
    let item = checker.program.function(function);
    let in_impl = item.in_impl.is_some_and(|it| checker.program.impls[it.index()].of.is_some());
    item.is_async && item.span.file == FileId::PROGRAM && item.in_trait.is_none() && !in_impl
}

/// Goes through the futures that are awaited.
fn each(expr: &Expr, look: &mut impl FnMut(&Expr)) {
    match &expr.kind {
        ExprKind::Await(of, _) => look(of),
        ExprKind::Builtin(Builtin::Join { .. } | Builtin::Select { .. }, futures) => {
            futures.iter().for_each(&mut *look);
        }
        _ => {}
    }
    expr.each_part(&mut |it| each(it, look));
}
