//! What may outlive what it borrows: closures and async blocks, E0373, what threads and tasks are given, E0597, and what a
//! function gives back, E0515.

use super::Checker;
use super::flow::{Goods, Graph, Loan, Node, Place, Sent, Why};
use crate::diagnostic::Diagnostic;
use crate::source::Span;
use crate::tree::PatKind;

pub(super) fn check(checker: &Checker<'_>, graph: &Graph) -> Vec<Diagnostic> {
    let outlives = graph.sent.iter().filter(|it| it.rules.outlives);
    outlives.filter_map(|it| escaping(checker, graph, it)).collect()
}

fn escaping(checker: &Checker<'_>, graph: &Graph, sent: &Sent) -> Option<Diagnostic> {
    let (Goods::Closure(function) | Goods::Block(function) | Goods::Returned(function)) = sent.what else {
        return None;
    };
    let inner = checker.graph(function)?;
    let body = checker.body(graph);
    // What this body has itself from around is not its own.
    let own = |it: &&super::capture::Captured| {
        it.borrows_variable() && !body.captures.iter().any(|around| around.inner == it.local())
    };
    let captured = inner.captured.iter().filter(own).min_by_key(|it| (it.span.line, it.span.column))?;
    let is_async = checker.program.function(function).is_async;
    outlives(checker, graph, &captured.place, (sent.span, captured.span), is_async)
}

/// E0373.
fn outlives(
    checker: &Checker<'_>,
    graph: &Graph,
    place: &Place,
    (span, used): (Span, Span),
    is_async: bool,
) -> Option<Diagnostic> {
    let name = checker.described(graph, place)?;
    let what = if is_async { "async block" } else { "closure" };
    let message = format!(
        "{what} may outlive the current function, but it borrows `{name}`, which is owned by the current function"
    );
    let hint = format!(
        "to force the {what} to take ownership of `{name}` (and any other referenced variables), use the `move` keyword"
    );
    Some(
        Diagnostic::error(span, message)
            .code("E0373")
            .label(span, format!("may outlive borrowed value `{name}`"))
            .label(used, format!("`{name}` is borrowed here"))
            .hint(hint),
    )
}

/// A thread or a task is given something that refers to a variable of this function.
pub(super) fn sent(checker: &Checker<'_>, graph: &Graph, node: &Node, loan: &Loan) -> Option<Diagnostic> {
    let local = loan.place.local;
    let from_around = checker.body(graph).captures.iter().any(|it| it.inner == local);
    let is_plain = loan.cut.is_none() && !loan.place.is_behind_reference() && local.index() < graph.named;
    // A reference in there may be all that is taken. What a closure or an async block itself borrows is told as E0373.
    let known = checker.known(graph);
    let holds_none = known.lifetimes(&known.at(&graph.types[local.index()], &loan.place.path)) == Some(0);
    if from_around || !is_plain || !holds_none || matches!(loan.why, Why::Captured(..)) {
        return None;
    }
    let name = checker.described(graph, &loan.place)?;
    let message = format!("`{name}` does not live long enough");
    let hint = format!("give it a value of its own: move `{name}` there, clone it, or share it in an `Arc`");
    Some(
        Diagnostic::error(loan.span, message)
            .code("E0597")
            .label(loan.span, "borrowed value does not live long enough")
            .label(node.span, format!("this may outlive the function, which owns `{name}`"))
            .hint(hint),
    )
}

/// What a function gives back refers to something that ends with it.
pub(super) fn returned(checker: &Checker<'_>, graph: &Graph, node: &Node, loan: &Loan) -> Option<Diagnostic> {
    let body = checker.body(graph);
    let local = loan.place.local;
    let from_around = body.captures.iter().any(|it| it.inner == local);
    if from_around || loan.place.is_behind_reference() {
        return None;
    }
    if let Why::Captured(is_async, used) = loan.why {
        return outlives(checker, graph, &loan.place, (loan.span, used), is_async);
    }
    // The parameters of an async function are variables of its body.
    let is_param = !checker.program.function(graph.function).is_async
        && body.params.iter().any(|it| matches!(it.kind, PatKind::Bind { local: it, .. } if it == local));
    let whole = Place::of(local);
    let place = if loan.cut.is_some() { &whole } else { &loan.place };
    let what = match (local.index() >= graph.named, place.is_whole(), is_param) {
        (true, ..) => "temporary value".to_owned(),
        (_, true, true) => format!("function parameter `{}`", checker.described(graph, place)?),
        (_, true, false) => format!("local variable `{}`", checker.described(graph, place)?),
        (_, false, _) => format!("local data `{}`", checker.described(graph, place)?),
    };
    let direct = loan.span == node.span && loan.cut.is_none();
    let how = if direct { "reference to" } else { "value referencing" };
    let label = if direct { "a reference to" } else { "a value referencing" };
    let mut it = Diagnostic::error(node.span, format!("cannot return {how} {what}"))
        .code("E0515")
        .label(node.span, format!("returns {label} data owned by the current function"));
    if !direct {
        it = it.label(loan.span, "it is borrowed here");
    }
    Some(it.hint("give the value itself back instead of a reference to it"))
}
