//! A task that ran to its end in one long poll.

use super::{Examined, Finding, Lint, counted, time};
use crate::Span;

/// One second, as tokio-console has it.
const LONG_NS: u64 = 1_000_000_000;

pub(super) struct NeverYielded;

impl Lint for NeverYielded {
    fn name(&self) -> &'static str {
        "never-yielded"
    }

    fn check(&self, run: &Examined<'_>) -> Vec<Finding> {
        let trace = run.trace;
        let finding = |span: &Span| {
            let stats = span.stats(trace.now_ns());
            let stubborn = span.kind.is_task() && stats.polls == 1 && stats.busy_ns >= LONG_NS;
            // A poll that has returned Pending has yielded.
            let yielded = span.polls.iter().any(|it| it.end_ns.is_some() && !it.ready) && span.end.is_none();
            let message = || format!("Task {} has never yielded ({})", trace.name(span), time(stats.busy_ns));
            (stubborn && !yielded).then(|| Finding::new(self, trace, span, message()))
        };
        trace.spans().iter().filter_map(finding).collect()
    }

    fn summary(&self, count: usize) -> String {
        format!("{} never yielded for a second or more", counted(count, "task"))
    }
}
