//! The invariants of a stream of events.

use crate::{End, Event, EventKind, SpanId};
use std::fmt;

/// An event that cannot be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// The event's index in the stream, from 0.
    pub index: usize,
    /// Whom it concerns.
    pub span: SpanId,
    /// Which invariant it breaks.
    pub rule: &'static str,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "event {}, span {}: {}", self.index, self.span, self.rule)
    }
}

#[derive(Clone, Copy, Default)]
struct Seen {
    created_ns: u64,
    /// How long after its creation the last known phase began.
    phase_us: u32,
    polling: bool,
    ready: bool,
    ended: bool,
}

/// Checks a whole stream of events against the invariants of the recorder, and returns every violation.
///
/// Times never decrease. Span ids are dense and start with their `Create`; a parent is older than its child. Polls of a
/// span alternate start and end, and nest: the poll that started last ends first; a panic ends poll and span at once. No
/// poll follows a ready one; nothing follows the end but prints, uses of resources and phases that were learnt late. Phases
/// of a span stand in their order, and none begins after the event that tells of it. A stream from which events were
/// dropped is whole up to the first dropped one, so it passes too.
pub fn check(events: &[Event]) -> Vec<Violation> {
    let mut checker = Checker::default();
    for (index, event) in events.iter().enumerate() {
        if let Err(rule) = checker.step(event) {
            checker.violations.push(Violation { index, span: event.span, rule });
        }
    }
    checker.violations
}

impl Seen {
    fn phase(&mut self, after_us: u32, told_ns: u64) -> Result<(), &'static str> {
        if self.created_ns.saturating_add(u64::from(after_us) * 1_000) > told_ns {
            return Err("a phase that is still to come");
        }
        if after_us < std::mem::replace(&mut self.phase_us, after_us) {
            return Err("phases out of order");
        }
        Ok(())
    }
}

#[derive(Default)]
struct Checker {
    spans: Vec<Seen>,
    stack: Vec<SpanId>,
    last_ns: u64,
    violations: Vec<Violation>,
}

impl Checker {
    fn step(&mut self, event: &Event) -> Result<(), &'static str> {
        if event.at_ns < self.last_ns {
            return Err("time went back");
        }
        self.last_ns = event.at_ns;
        if let EventKind::Create { parent, .. } = event.kind {
            return self.create(event.span, parent, event.at_ns);
        }
        let Some(seen) = self.spans.get_mut(event.span.index()) else {
            return if matches!(event.kind, EventKind::Print { .. }) {
                Ok(())
            } else {
                Err("not created yet")
            };
        };
        match event.kind {
            // A guard may outlive the span that got it.
            EventKind::Print { .. } | EventKind::Use { .. } | EventKind::Resource { .. } => Ok(()),
            // A browser tells of a request's phases when all of its answer is there.
            EventKind::Phase { after_us, .. } => seen.phase(after_us, event.at_ns),
            _ if seen.ended => Err("already over"),
            EventKind::PollStart if seen.polling => Err("polled inside its own poll"),
            EventKind::PollStart if seen.ready => Err("polled after it was ready"),
            EventKind::PollStart => {
                seen.polling = true;
                self.stack.push(event.span);
                Ok(())
            }
            EventKind::PollEnd { ready } => {
                seen.polling = false;
                seen.ready = ready;
                self.leave(event.span)
            }
            // A panic leaves the poll without its return: the end stands for both.
            EventKind::End(End::Panicked) if seen.polling => {
                (seen.polling, seen.ended) = (false, true);
                self.leave(event.span)
            }
            EventKind::End(_) if seen.polling => Err("over inside its own poll"),
            EventKind::End(_) => {
                seen.ended = true;
                Ok(())
            }
            EventKind::Await { .. }
            | EventKind::Wake { .. }
            | EventKind::Abort
            | EventKind::WakersGone
            | EventKind::Due { .. }
            | EventKind::Create { .. } => Ok(()),
        }
    }

    fn leave(&mut self, span: SpanId) -> Result<(), &'static str> {
        if self.stack.pop() == Some(span) { Ok(()) } else { Err("poll ended out of turn") }
    }

    fn create(&mut self, span: SpanId, parent: Option<SpanId>, created_ns: u64) -> Result<(), &'static str> {
        if span.index() != self.spans.len() {
            return Err("ids are not dense");
        }
        self.spans.push(Seen { created_ns, ..Seen::default() });
        match parent {
            Some(parent) if parent >= span => Err("older than its parent"),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{MetaId, TextId};

    fn event(at_ns: u64, span: usize, kind: EventKind) -> Event {
        Event { at_ns, span: SpanId::from_index(span), kind }
    }

    fn create(parent: Option<usize>) -> EventKind {
        EventKind::Create { parent: parent.map(SpanId::from_index), meta: MetaId::from_index(0) }
    }

    fn phase(after_us: u32) -> EventKind {
        EventKind::Phase { name: TextId::from_index(0), after_us }
    }

    #[track_caller]
    fn rules(events: &[Event]) -> Vec<&'static str> {
        check(events).iter().map(|it| it.rule).collect()
    }

    #[test]
    fn a_sound_stream_passes() {
        let ready = EventKind::PollEnd { ready: true };
        let events = [
            event(0, 0, create(None)),
            event(0, 0, EventKind::PollStart),
            event(1, 1, create(Some(0))),
            event(1, 1, EventKind::PollStart),
            event(1, 1, ready),
            event(1, 1, EventKind::End(End::Completed)),
            event(2, 2, create(Some(0))),
            event(2, 2, EventKind::PollStart),
            event(2, 2, EventKind::End(End::Panicked)),
            event(2, 0, ready),
            event(2, 0, EventKind::End(End::Failed)),
            event(5_000, 1, phase(0)),
            event(5_000, 1, phase(4)),
        ];
        assert_eq!(rules(&events), Vec::<&str>::new());
    }

    #[test]
    fn every_broken_rule_is_named() {
        let start = EventKind::PollStart;
        let pending = EventKind::PollEnd { ready: false };
        let ready = EventKind::PollEnd { ready: true };
        let over = EventKind::End(End::Cancelled);
        assert_eq!(rules(&[event(5, 0, create(None)), event(4, 0, start)]), ["time went back"]);
        assert_eq!(rules(&[event(0, 0, start)]), ["not created yet"]);
        assert_eq!(rules(&[event(0, 1, create(None))]), ["ids are not dense"]);
        assert_eq!(rules(&[event(0, 0, create(Some(0)))]), ["older than its parent"]);
        assert_eq!(
            rules(&[event(0, 0, create(None)), event(0, 0, start), event(0, 0, start)]),
            ["polled inside its own poll"]
        );
        assert_eq!(
            rules(&[event(0, 0, create(None)), event(0, 0, start), event(0, 0, ready), event(0, 0, start)]),
            ["polled after it was ready"]
        );
        assert_eq!(rules(&[event(0, 0, create(None)), event(0, 0, pending)]), ["poll ended out of turn"]);
        assert_eq!(
            rules(&[event(0, 0, create(None)), event(0, 0, start), event(0, 0, over)]),
            ["over inside its own poll"]
        );
        assert_eq!(
            rules(&[event(0, 0, create(None)), event(0, 0, over), event(0, 0, start)]),
            ["already over"]
        );
        assert_eq!(
            rules(&[event(1_000, 0, create(None)), event(2_000, 0, phase(2))]),
            ["a phase that is still to come"]
        );
        assert_eq!(
            rules(&[event(0, 0, create(None)), event(9_000, 0, phase(3)), event(9_000, 0, phase(2))]),
            ["phases out of order"]
        );
    }
}
