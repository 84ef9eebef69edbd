//! The chain of waits that bounded a span.

use meanwhile_trace::order::in_order;
use meanwhile_trace::{Cause, End, Span, SpanId, SpanKind, Trace};

/// A stretch of a run for which one span was what everything else waited for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// The span.
    pub span: SpanId,
    /// Its first nanosecond, in the run's time.
    pub start_ns: u64,
    /// The nanosecond after its last.
    pub end_ns: u64,
}

/// How deep the walk follows children and wakers.
const DEEPEST: usize = 128;

/// Finds the chain of waits that bounded `span`: stretches without gaps from its start to its end, each naming the
/// span that was waited for.
///
/// The walk goes back from the end: the last child to finish is what the span waited for; before that child began, the
/// last to finish before, and so on; what no child covers is the span's own. A span without children that another span
/// woke (the end of a task, a message) waited for that one, so the walk goes on there. Children that were dropped before
/// they were ready bounded nothing, and tasks bound only those that wait for them.
pub fn critical_path(trace: &Trace, span: SpanId) -> Vec<Stretch> {
    let Some(span) = trace.span(span) else { return Vec::new() };
    let mut walk = Walk { trace, now_ns: trace.now_ns(), found: Vec::new() };
    walk.back(span, span.created_ns, span.end_ns(walk.now_ns), 0);
    walk.found.reverse();
    walk.found
}

struct Walk<'a> {
    trace: &'a Trace,
    now_ns: u64,
    /// Last stretch first.
    found: Vec<Stretch>,
}

impl<'a> Walk<'a> {
    /// Covers the stretch from `from` to `until` with `span` and what it waited for.
    fn back(&mut self, span: &Span, from: u64, until: u64, depth: usize) {
        let mut at = until;
        if depth < DEEPEST {
            for child in self.waited_for(span) {
                let end = child.end_ns(self.now_ns);
                let start = child.polls.first().map_or(child.created_ns, |it| it.start_ns).max(from);
                if end > at || start >= end {
                    continue;
                }
                self.push(span.id, end, at);
                self.back(child, start, end, depth + 1);
                at = start;
            }
            if at == until
                && let Some((waker, woken_ns)) = self.waker(span, until)
            {
                let start = waker.created_ns.max(from);
                if start < woken_ns {
                    self.push(span.id, woken_ns, at);
                    self.back(waker, start, woken_ns, depth + 1);
                    at = start;
                }
            }
        }
        self.push(span.id, from, at);
    }

    /// The children that can have bounded a span, the last to end first.
    fn waited_for(&self, span: &Span) -> Vec<&'a Span> {
        let dropped = |it: &Span| matches!(it.end, Some((_, End::Cancelled)));
        let children = span
            .children
            .iter()
            .filter_map(|it| self.trace.span(*it))
            .filter(|it| it.kind != SpanKind::Task && (!dropped(it) || dropped(span)))
            .map(|it| (it.end_ns(self.now_ns), it.id.number()));
        let spans = in_order(children).into_iter().rev().filter_map(|it| SpanId::from_number(it.1));
        spans.filter_map(|it| self.trace.span(it)).collect()
    }

    /// The other span that woke a childless one last, and when.
    fn waker(&self, span: &Span, until: u64) -> Option<(&'a Span, u64)> {
        if !span.children.is_empty() {
            return None;
        }
        let last = span.wakes.partition_point(|it| it.at_ns <= until).checked_sub(1)?;
        let wake = span.wakes[last];
        let Cause::Span(waker) = wake.cause else { return None };
        let apart = waker != span.id && !self.trace.is_within(span.id, waker);
        Some((self.trace.span(waker)?, wake.at_ns)).filter(|_| apart)
    }

    /// Adds the stretch before the one found last, or makes that one longer.
    fn push(&mut self, span: SpanId, start_ns: u64, end_ns: u64) {
        if start_ns >= end_ns {
            return;
        }
        match self.found.last_mut() {
            Some(next) if next.span == span && next.start_ns == end_ns => next.start_ns = start_ns,
            _ => self.found.push(Stretch { span, start_ns, end_ns }),
        }
    }
}
