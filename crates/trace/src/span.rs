//! One span of a trace, with its polls and wakes.

use crate::{Cause, End, MetaId, PlaceId, ResourceId, SpanId, SpanKind, TextId};

/// Everything a trace knows of one recorded future.
#[derive(Clone, Debug)]
pub struct Span {
    /// Its id.
    pub id: SpanId,
    /// The span in whose poll it was made; `None` for the main task.
    pub parent: Option<SpanId>,
    /// How many spans stand above it: 0 for the main task.
    pub depth: u32,
    /// The kind of future.
    pub kind: SpanKind,
    /// What it shares with other spans.
    pub meta: MetaId,
    /// Its name.
    pub name: TextId,
    /// Where it is defined, where that is known.
    pub defined: Option<PlaceId>,
    /// Where it is first awaited, where that is known.
    pub awaited: Option<PlaceId>,
    /// The spans made in its polls, in order.
    pub children: Vec<SpanId>,
    /// When it was made.
    pub created_ns: u64,
    /// When and how it ended; `None` while it lives, and for ever if the run stopped recording before.
    pub end: Option<(u64, End)>,
    /// Its polls, in order. They never overlap.
    pub polls: Vec<Poll>,
    /// The calls of its wakers, in order.
    pub wakes: Vec<WakeUp>,
    /// When its timer comes due, for a timer.
    pub due_ns: Option<u64>,
    /// The phases of its work, in order, where they are known.
    pub phases: Vec<Phase>,
    /// What it waits for, or waited for last.
    pub waits_for: Option<ResourceId>,
    /// When it was asked to end, if it was.
    pub aborted_ns: Option<u64>,
    /// Since when nothing can wake it any more, if that is so.
    pub wakers_gone_ns: Option<u64>,
    /// How many of the wakes came while it was being polled itself.
    pub self_wakes: u32,
    /// Nanoseconds in finished polls.
    pub(crate) busy_ns: u64,
    /// Nanoseconds between a wake and the poll that followed.
    pub(crate) scheduled_ns: u64,
    /// Whether a wake has come since the start of the last poll.
    pub(crate) woken: bool,
}

/// One call of `Future::poll`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Poll {
    /// Since when the span had been scheduled, if it had been woken.
    pub scheduled_since_ns: Option<u64>,
    /// When `poll` was called.
    pub start_ns: u64,
    /// When it returned; `None` while it runs.
    pub end_ns: Option<u64>,
    /// Whether it returned `Poll::Ready`.
    pub ready: bool,
}

/// One call of a waker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WakeUp {
    /// When.
    pub at_ns: u64,
    /// By what.
    pub cause: Cause,
}

/// A phase of a span's work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Phase {
    /// What it is called. It lasts to the next phase, or to the end of the span.
    pub name: TextId,
    /// When it began.
    pub start_ns: u64,
}

/// What a span is doing at an instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// Being polled.
    Busy,
    /// Woken, not yet polled.
    Scheduled,
    /// Waiting to be woken.
    Idle,
}

impl State {
    /// Returns the word for it.
    pub fn name(self) -> &'static str {
        match self {
            State::Busy => "busy",
            State::Scheduled => "scheduled",
            State::Idle => "idle",
        }
    }
}

/// A stretch of a span's life in one state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Segment {
    /// Its first nanosecond.
    pub start_ns: u64,
    /// The nanosecond after its last.
    pub end_ns: u64,
    /// What the span was doing.
    pub state: State,
}

impl Span {
    /// Returns when the span ended, or `now_ns` for one that lives.
    pub fn end_ns(&self, now_ns: u64) -> u64 {
        self.end.map_or(now_ns.max(self.created_ns), |(at, _)| at)
    }

    /// Returns the place to show for it: where it is awaited, or else where it is defined.
    pub fn place(&self) -> Option<PlaceId> {
        self.awaited.or(self.defined)
    }

    /// Returns whether the last poll has not returned.
    pub fn is_busy(&self) -> bool {
        self.polls.last().is_some_and(|it| it.end_ns.is_none())
    }

    /// Returns since when the span waits to be polled after a wake, if it does (or did when it ended):
    /// from the later of its last wake and the end of its last poll.
    pub fn scheduled_since_ns(&self) -> Option<u64> {
        if !self.woken || self.is_busy() {
            return None;
        }
        let woken = self.wakes.last()?.at_ns;
        // A wake during the last poll counts from that poll's end.
        let polled = self.polls.last().and_then(|it| it.end_ns).unwrap_or(self.created_ns);
        Some(woken.max(polled))
    }

    /// Returns its phases, in order, each with its name, its start and its end; the last one of a span that lives lasts to
    /// `now_ns`.
    pub fn phase_stretches(&self, now_ns: u64) -> impl Iterator<Item = (TextId, u64, u64)> + '_ {
        let end_ns = self.end_ns(now_ns);
        self.phases.iter().enumerate().map(move |(number, phase)| {
            let start_ns = phase.start_ns.min(end_ns);
            let next = self.phases.get(number + 1).map_or(end_ns, |it| it.start_ns);
            (phase.name, start_ns, next.clamp(start_ns, end_ns))
        })
    }

    /// Returns the states the span went through, in order and without gaps, from its creation to its end or `now_ns`.
    /// Stretches of no length are left out, but for busy ones: a poll that took no measurable time is still a poll.
    pub fn segments(&self, now_ns: u64) -> impl Iterator<Item = Segment> + '_ {
        let end_ns = self.end_ns(now_ns);
        let mut at = self.created_ns;
        let mut polls = self.polls.iter();
        let mut pending: [Option<Segment>; 2] = [None, None];
        let mut done = false;
        std::iter::from_fn(move || {
            loop {
                if let Some(segment) = pending[0].take().or_else(|| pending[1].take()) {
                    return Some(segment);
                }
                if done {
                    return None;
                }
                let (scheduled, busy) = match polls.next() {
                    Some(poll) => {
                        let stop = poll.end_ns.unwrap_or(end_ns).max(poll.start_ns);
                        let busy = Segment { start_ns: poll.start_ns, end_ns: stop, state: State::Busy };
                        (poll.scheduled_since_ns.unwrap_or(poll.start_ns), Some(busy))
                    }
                    None => {
                        done = true;
                        (self.scheduled_since_ns().unwrap_or(end_ns).min(end_ns), None)
                    }
                };
                let until = busy.map_or(end_ns, |it| it.start_ns);
                let idle = Segment { start_ns: at, end_ns: scheduled, state: State::Idle };
                let wait = Segment { start_ns: scheduled, end_ns: until, state: State::Scheduled };
                at = busy.map_or(end_ns, |it| it.end_ns);
                pending = [Some(wait).filter(Segment::has_length), busy];
                if idle.has_length() {
                    return Some(idle);
                }
            }
        })
    }
}

impl Segment {
    fn has_length(&self) -> bool {
        self.end_ns > self.start_ns
    }
}
