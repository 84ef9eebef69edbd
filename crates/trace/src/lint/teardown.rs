//! What falls together: spans that are dropped because another one is.

use crate::{Action, Batch, End, Event, EventKind, Span, Trace};

/// Whether the event can be part of the dropping of a tree of futures.
fn is_fall(event: &Event) -> bool {
    match event.kind {
        EventKind::End(end) => end == End::Cancelled,
        EventKind::Use { action, .. } => matches!(action, Action::Release | Action::Put),
        EventKind::Wake { .. } | EventKind::Abort | EventKind::WakersGone | EventKind::Print { .. } => true,
        _ => false,
    }
}

/// In which fall each span ended: a stretch of events in which nothing is polled.
pub(super) struct Falls(Vec<Option<usize>>);

impl Falls {
    pub(super) fn of(trace: &Trace) -> Self {
        let mut falls = vec![None; trace.spans().len()];
        let mut fall = 0;
        for event in &trace.events {
            if !is_fall(event) {
                fall += 1;
            } else if let (EventKind::End(_), Some(known)) = (event.kind, falls.get_mut(event.span.index())) {
                *known = Some(fall);
            }
        }
        Falls(falls)
    }

    /// Whether the span was dropped together with the one it was made in.
    pub(super) fn with_parent(&self, span: &Span) -> bool {
        let of = |id: crate::SpanId| self.0.get(id.index()).copied().flatten();
        of(span.id).is_some() && span.parent.is_some_and(|above| of(above) == of(span.id))
    }
}

/// Returns the trace as it was before everything was dropped at its end, if that is how it ended.
pub(super) fn before(trace: &Trace) -> Option<Trace> {
    let cancelled = matches!(trace.root()?.end, Some((_, End::Cancelled)));
    let fallen = trace.events.iter().rev().take_while(|it| is_fall(it)).count();
    let events = trace.events[..trace.events.len() - fallen].to_vec();
    let now_ns = trace.now_ns();
    let batch = Batch { new: trace.tables.clone(), events, now_ns, ..Batch::default() };
    let mut before = Trace::new(trace.clock);
    (cancelled && before.apply(&batch).is_ok()).then_some(before)
}
