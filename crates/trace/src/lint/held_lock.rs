//! A lock that was held across an await while others waited for it.

use super::{Examined, Finding, Lint, counted, time};
use crate::{Holding, Resource, ResourceKind, Trace, Waiting};

/// Less waiting than this is not worth a word.
const LEAST_WAIT_NS: u64 = 1_000_000;

pub(super) struct HeldLock;

impl Lint for HeldLock {
    fn name(&self) -> &'static str {
        "lock-across-await"
    }

    fn check(&self, run: &Examined<'_>) -> Vec<Finding> {
        let trace = run.trace;
        let is_lock = |it: &&Resource| matches!(it.kind, ResourceKind::Mutex | ResourceKind::RwLock);
        trace.resources().iter().filter(is_lock).filter_map(|it| self.worst(trace, it)).collect()
    }

    fn summary(&self, count: usize) -> String {
        format!("{} held across an await while others waited", counted(count, "lock"))
    }
}

impl HeldLock {
    /// The holding of this lock that others waited for longest.
    fn worst(&self, trace: &Trace, lock: &Resource) -> Option<Finding> {
        let holdings = lock.holdings();
        let waits = lock.waits(trace);
        let blocked = |holding: &Holding| {
            let end_ns = holding.end_ns.unwrap_or(trace.now_ns());
            let overlap =
                |it: &Waiting| it.end_ns.min(end_ns).saturating_sub(it.start_ns.max(holding.start_ns));
            waits.iter().map(overlap).sum::<u64>()
        };
        let awaiting = holdings.iter().filter(|it| awaited_during(trace, it));
        let (worst, blocked_ns) = awaiting.map(|it| (it, blocked(it))).max_by_key(|it| it.1)?;
        let span = trace.span(worst.span).filter(|_| blocked_ns >= LEAST_WAIT_NS)?;
        let holder = trace.user(worst.span)?;
        let message = format!(
            "While {} held {} across an await, others waited {} for it",
            trace.name(holder),
            trace.text(lock.name),
            time(blocked_ns)
        );
        Some(Finding::new(self, trace, span, message))
    }
}

/// Whether the holder's task went back to the loop while it held the lock.
fn awaited_during(trace: &Trace, holding: &Holding) -> bool {
    let end_ns = holding.end_ns.unwrap_or(u64::MAX);
    let went_back =
        |it: &crate::Poll| it.end_ns.is_some_and(|at| !it.ready && at >= holding.start_ns && at < end_ns);
    trace.task_of(holding.span).is_some_and(|task| task.polls.iter().any(went_back))
}
