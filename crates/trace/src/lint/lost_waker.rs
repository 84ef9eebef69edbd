//! A span that nothing can wake any more.

use super::{Examined, Finding, Lint, counted};
use crate::Span;

pub(super) struct LostWaker;

impl Lint for LostWaker {
    fn name(&self) -> &'static str {
        "lost-waker"
    }

    fn check(&self, run: &Examined<'_>) -> Vec<Finding> {
        // What nothing could wake is dropped in the end: look at how it stood before.
        let trace = run.before_its_end();
        let lost = |it: &Span| {
            // Before its first poll a span has no waker yet; a wake puts the loss right.
            it.wakers_gone_ns.is_some() && it.end.is_none() && !it.polls.is_empty() && !it.is_busy()
        };
        let innermost =
            |it: &&Span| lost(it) && !it.children.iter().filter_map(|child| trace.span(*child)).any(lost);
        let finding = |span: &Span| {
            let message = format!(
                "The future {} returned Pending, but nobody kept its waker: it will never be woken again",
                trace.name(span)
            );
            Finding::new(self, trace, span, message)
        };
        trace.spans().iter().filter(innermost).map(finding).collect()
    }

    fn summary(&self, count: usize) -> String {
        format!("{} lost every waker", counted(count, "span"))
    }
}
