//! How many futures were in flight at once.

use meanwhile_trace::{EventKind, Span, SpanId, SpanKind, Trace};

/// Counts the most futures that were in flight at once in `root` and below it.
///
/// In flight is a span from its first poll to its end, if no other future stands below it: a sleep, a request, a
/// function that awaits nothing. A wait for a task's end is left out, because the task's own futures are counted, and
/// so are spans of the program's own instrumentation, which are no futures. Goes by the
/// order of the events, so what follows at the same reading of a coarse clock does not count as overlapping.
///
/// Reads every event between the start and the end of `root`.
pub fn peak_in_flight(trace: &Trace, root: SpanId) -> usize {
    let Some(span) = trace.span(root) else { return 0 };
    let end_ns = span.end_ns(trace.now_ns());
    let first = trace.events.partition_point(|it| it.at_ns < span.created_ns);
    let mut counted = counted(trace, root);
    let mut started = vec![false; counted.len()];
    let (mut now, mut peak) = (0_usize, 0);
    for event in trace.events[first..].iter().take_while(|it| it.at_ns <= end_ns) {
        let Some(slot) = event.span.index().checked_sub(root.index()).filter(|it| counted[*it]) else {
            continue;
        };
        match event.kind {
            EventKind::PollStart if !started[slot] => {
                started[slot] = true;
                now += 1;
                peak = peak.max(now);
            }
            EventKind::End(_) => {
                now -= usize::from(started[slot]);
                counted[slot] = false;
            }
            _ => {}
        }
    }
    peak
}

/// For each span from `root` on, whether it counts. Children are younger than their parents, so one pass does.
fn counted(trace: &Trace, root: SpanId) -> Vec<bool> {
    let spans = &trace.spans()[root.index()..];
    let mut inside = vec![false; spans.len()];
    for (slot, span) in spans.iter().enumerate() {
        let above = span.parent.and_then(|it| it.index().checked_sub(root.index()));
        inside[slot] = slot == 0 || above.is_some_and(|it| inside[it]);
    }
    let is_future = |it: &SpanId| trace.span(*it).is_some_and(|it| it.kind != SpanKind::External);
    let childless = |it: &Span| {
        !matches!(it.kind, SpanKind::Join | SpanKind::External) && !it.children.iter().any(is_future)
    };
    inside.iter().zip(spans).map(|(inside, span)| *inside && childless(span)).collect()
}
