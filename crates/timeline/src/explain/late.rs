//! Why something came late: what kept the loop busy.

use crate::Index;
use meanwhile_trace::{Cause, Span, SpanId, Trace};

/// A timer that fired after it was due.
pub(super) struct Lateness {
    /// By how much.
    pub(super) ns: u64,
    /// Who kept the loop busy when it was due.
    pub(super) culprit: SpanId,
}

/// Less than this is not worth a word: timers of browsers are not that exact.
const WORTH_A_WORD_NS: u64 = 2_000_000;

/// Finds out whether a timer fired late because the loop was busy when it was due.
pub(super) fn timer_lateness(trace: &Trace, index: &Index, span: &Span) -> Option<Lateness> {
    let due_ns = span.due_ns?;
    let wake = span.wakes.iter().rfind(|it| it.cause == Cause::Timer)?;
    let ns = wake.at_ns.checked_sub(due_ns).filter(|it| *it >= WORTH_A_WORD_NS)?;
    let busy = index.busiest_within(due_ns, wake.at_ns)?;
    // Only what was running when the timer came due can have kept it from firing then.
    let end_ns = busy.end_ns.min(index.known_ns());
    let blamed = busy.start_ns <= due_ns && end_ns.saturating_sub(due_ns) * 2 >= ns;
    blamed.then(|| Lateness { ns, culprit: innermost(trace, busy.span, due_ns, end_ns, index.known_ns()) })
}

/// Finds what kept the loop busy for most of the time between a wake and the poll that followed.
pub(super) fn busy_with(
    trace: &Trace,
    index: &Index,
    span: SpanId,
    since: u64,
    until: u64,
) -> Option<SpanId> {
    let busy = index.busiest_within(since, until)?;
    let (start, end) = (busy.start_ns.max(since), busy.end_ns.min(until));
    if (end - start) * 2 < until - since {
        return None;
    }
    let culprit = innermost(trace, busy.span, start, end, index.known_ns());
    // What stands above the span was only on the way to it.
    (!trace.is_within(span, culprit)).then_some(culprit)
}

/// Goes down from a polled span to the one below that was being polled for most of the stretch.
pub(super) fn innermost(trace: &Trace, span: SpanId, start_ns: u64, end_ns: u64, now_ns: u64) -> SpanId {
    let mut at = span;
    loop {
        let children = trace.span(at).map_or(&[][..], |it| &it.children);
        let busy =
            |child: &SpanId| trace.span(*child).map_or(0, |it| busy_within(it, start_ns, end_ns, now_ns));
        match children.iter().find(|it| busy(it) * 2 > end_ns - start_ns) {
            Some(child) => at = *child,
            None => return at,
        }
    }
}

fn busy_within(span: &Span, start_ns: u64, end_ns: u64, now_ns: u64) -> u64 {
    let first = span.polls.partition_point(|it| it.end_ns.is_some_and(|end| end <= start_ns));
    let within = span.polls[first..].iter().take_while(|it| it.start_ns < end_ns);
    within.map(|it| it.end_ns.unwrap_or(now_ns).min(end_ns).saturating_sub(it.start_ns.max(start_ns))).sum()
}
