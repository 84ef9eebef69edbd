//! A poll that kept the thread so long that nothing else could run.

use super::{Examined, Finding, Lint, counted, time, turns};

/// Fifty milliseconds: the length from which browsers call a task long.
const LONG_NS: u64 = 50_000_000;

pub(super) struct BlockedLoop;

impl Lint for BlockedLoop {
    fn name(&self) -> &'static str {
        "blocked-loop"
    }

    fn check(&self, run: &Examined<'_>) -> Vec<Finding> {
        let trace = run.trace;
        let mut longest: Vec<turns::Turn> = Vec::new();
        for turn in turns::turns(trace, LONG_NS) {
            match longest.iter_mut().find(|it| it.by == turn.by) {
                Some(known) if known.by_ns < turn.by_ns => *known = turn,
                Some(_) => {}
                None => longest.push(turn),
            }
        }
        let finding = |turn: turns::Turn| {
            let span = trace.span(turn.by)?;
            let message = format!(
                "One poll of {} kept the loop busy for {}: nothing else could run meanwhile",
                trace.name(span),
                time(turn.by_ns)
            );
            Some(Finding::new(self, trace, span, message))
        };
        longest.into_iter().filter_map(finding).collect()
    }

    fn summary(&self, count: usize) -> String {
        format!("{} blocked the loop for more than 50 ms", counted(count, "span"))
    }
}
