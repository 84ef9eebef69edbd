//! A timer that fired late because the loop was blocked.

use super::{Examined, Finding, Lint, counted, time, turns};
use crate::{Span, SpanKind};

/// A timer may be a few milliseconds late on any loop; this is beyond what timers do by themselves.
const LATE_NS: u64 = 20_000_000;

pub(super) struct LateTimer;

impl Lint for LateTimer {
    fn name(&self) -> &'static str {
        "late-timer"
    }

    fn check(&self, run: &Examined<'_>) -> Vec<Finding> {
        let trace = run.trace;
        let turns = turns::turns(trace, LATE_NS / 2);
        let finding = |span: &Span| {
            let (due_ns, woken_ns) = (span.due_ns?, span.wakes.first()?.at_ns);
            let late_ns = woken_ns.checked_sub(due_ns).filter(|late| *late >= LATE_NS)?;
            // Late for another reason (a tab in the background, say) is not the program's fault.
            let overlap =
                |turn: &turns::Turn| turn.end_ns.min(woken_ns).saturating_sub(turn.start_ns.max(due_ns));
            let first = turns.partition_point(|it| it.end_ns <= due_ns);
            let during = turns[first..].iter().take_while(|it| it.start_ns < woken_ns);
            let culprit = during.max_by_key(|it| overlap(it)).filter(|it| overlap(it) * 2 >= late_ns)?;
            let message = format!(
                "The timer {} came {} late, because {} kept the loop busy",
                trace.name_in(span),
                time(late_ns),
                trace.span(culprit.by).map_or("another span", |it| trace.name(it))
            );
            Some(Finding::new(self, trace, span, message))
        };
        trace.spans().iter().filter(|it| it.kind == SpanKind::Sleep).filter_map(finding).collect()
    }

    fn summary(&self, count: usize) -> String {
        format!("{} fired late because the loop was blocked", counted(count, "timer"))
    }
}
