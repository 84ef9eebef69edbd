//! The turns of the loop: which task's poll had the thread, and for how long.

use crate::{EventKind, SpanId, Trace};

/// One poll that no other poll contains.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Turn {
    pub(super) start_ns: u64,
    pub(super) end_ns: u64,
    /// The innermost span that accounts for most of this turn.
    pub(super) by: SpanId,
    /// How much of the turn it had the thread.
    pub(super) by_ns: u64,
}

struct Open {
    span: SpanId,
    start_ns: u64,
    /// The longest poll inside, with the span that accounts for it.
    longest: Option<(u64, SpanId)>,
}

/// Returns the turns that lasted at least `least_ns`, in order. A poll that has not returned lasts until now.
pub(super) fn turns(trace: &Trace, least_ns: u64) -> Vec<Turn> {
    let mut turns = Vec::new();
    let mut open: Vec<Open> = Vec::new();
    let mut close = |open: &mut Vec<Open>, at_ns: u64| {
        let Some(done) = open.pop() else { return };
        let length = at_ns - done.start_ns;
        // A child that took at least half of the poll accounts for it.
        let inside = done.longest.filter(|(inside, _)| inside * 2 >= length);
        let (by_ns, by) = inside.unwrap_or((length, done.span));
        match open.last_mut() {
            Some(above) if above.longest.is_none_or(|(longest, _)| longest < by_ns) => {
                above.longest = Some((by_ns, by));
            }
            Some(_) => {}
            None if length >= least_ns => {
                turns.push(Turn { start_ns: done.start_ns, end_ns: at_ns, by, by_ns });
            }
            None => {}
        }
    };
    for event in &trace.events {
        match event.kind {
            EventKind::PollStart => {
                open.push(Open { span: event.span, start_ns: event.at_ns, longest: None });
            }
            EventKind::PollEnd { .. } => close(&mut open, event.at_ns),
            // A panic ends a poll that never returned.
            EventKind::End(_) if open.last().is_some_and(|it| it.span == event.span) => {
                close(&mut open, event.at_ns);
            }
            _ => {}
        }
    }
    while !open.is_empty() {
        close(&mut open, trace.now_ns());
    }
    turns
}
