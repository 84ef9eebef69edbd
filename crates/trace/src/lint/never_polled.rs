//! A future that was made and dropped, and did nothing in between.

use super::{Examined, Finding, Lint, counted, teardown};
use crate::{End, Span, SpanKind, Trace};

pub(super) struct NeverPolled;

impl Lint for NeverPolled {
    fn name(&self) -> &'static str {
        "never-polled"
    }

    fn check(&self, run: &Examined<'_>) -> Vec<Finding> {
        let trace = run.trace;
        let falls = teardown::Falls::of(trace);
        let forgotten = |it: &&Span| {
            let dropped = matches!(it.end, Some((_, End::Cancelled)));
            // A branch of a `select!` that another branch outran was awaited, in a way: it has a place.
            dropped
                && it.polls.is_empty()
                && it.awaited.is_none()
                && !it.kind.is_task()
                && !is_tick(trace, it)
                && !falls.with_parent(it)
        };
        let finding = |span: &Span| {
            let message = format!(
                "The future {} was dropped without ever being polled: a future does nothing until it is awaited",
                trace.name(span)
            );
            Finding::new(self, trace, span, message)
        };
        trace.spans().iter().filter(forgotten).map(finding).collect()
    }

    fn summary(&self, count: usize) -> String {
        format!("{} dropped without being polled", counted(count, "future"))
    }
}

/// Whether this is the wait of an interval for its next tick, which the interval makes ahead of time.
fn is_tick(trace: &Trace, span: &Span) -> bool {
    span.kind == SpanKind::Sleep && trace.name(span).starts_with("tick ")
}
