//! Closures and async blocks that may outlive what they borrow: E0373.

use super::Checker;
use super::flow::{Goods, Graph, Sent};
use crate::diagnostic::Diagnostic;

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
    let name = checker.described(graph, &captured.place)?;
    let is_async = checker.program.function(function).is_async;
    let what = if is_async { "async block" } else { "closure" };
    let message = format!(
        "{what} may outlive the current function, but it borrows `{name}`, which is owned by the current function"
    );
    let hint = format!(
        "to force the {what} to take ownership of `{name}` (and any other referenced variables), use the `move` keyword"
    );
    Some(
        Diagnostic::error(sent.span, message)
            .code("E0373")
            .label(sent.span, format!("may outlive borrowed value `{name}`"))
            .label(captured.span, format!("`{name}` is borrowed here"))
            .hint(hint),
    )
}
