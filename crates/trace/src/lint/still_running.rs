//! A task that was cut off because main returned.

use super::{Examined, Finding, Lint, counted};
use crate::{End, EventKind};

pub(super) struct StillRunning;

impl Lint for StillRunning {
    fn name(&self) -> &'static str {
        "still-running"
    }

    fn check(&self, run: &Examined<'_>) -> Vec<Finding> {
        let trace = run.trace;
        let Some(main) = trace.root() else { return Vec::new() };
        // Only a main that returned leaves tasks behind: what Stop cancels was not forgotten.
        if !matches!(main.end, Some((_, End::Completed | End::Failed))) {
            return Vec::new();
        }
        let returned = |it: &crate::Event| it.span == main.id && matches!(it.kind, EventKind::End(_));
        let after = trace.events.iter().skip_while(|it| !returned(it));
        let cancelled = after.filter(|it| it.kind == EventKind::End(End::Cancelled));
        // A task that was asked to end has been thought of, even if main returned before its turn came.
        let left = |it: &&crate::Span| it.kind.is_task() && it.aborted_ns.is_none();
        let tasks = cancelled.filter_map(|it| trace.span(it.span)).filter(left);
        let finding = |span| {
            let message = format!(
                "Task {} was still running when main returned, and was dropped: await its handle to let it finish",
                trace.name(span)
            );
            Finding::new(self, trace, span, message)
        };
        tasks.map(finding).collect()
    }

    fn summary(&self, count: usize) -> String {
        format!("{} still running when main returned", counted(count, "task"))
    }
}
