//! The clock of a run: real, or virtual.

pub(crate) use super::timer_queue::TimerKey;
use super::timer_queue::TimerQueue;
use super::{OWN_TIMERS, now_ns};
use meanwhile_trace::{Clock, ClockKind, ManualClock};
use std::task::Waker;

/// A run's time, in nanoseconds since its start.
///
/// Virtual time stands still while anything can run or a request is under way, and then jumps to the next timer.
#[derive(Debug)]
pub(crate) struct RunClock {
    source: Source,
    timers: TimerQueue,
}

#[derive(Debug)]
enum Source {
    Real { start_ns: u64 },
    Virtual(ManualClock),
}

impl RunClock {
    pub(crate) fn new(kind: ClockKind) -> Self {
        let source = match kind {
            ClockKind::Real => Source::Real { start_ns: now_ns() },
            ClockKind::Virtual => Source::Virtual(ManualClock::default()),
        };
        RunClock { source, timers: TimerQueue::default() }
    }

    pub(crate) fn is_virtual(&self) -> bool {
        matches!(self.source, Source::Virtual(_))
    }

    /// Returns the timers that the runtime keeps itself; `None` where the event loop keeps them.
    pub(crate) fn timers(&self) -> Option<&TimerQueue> {
        (OWN_TIMERS || self.is_virtual()).then_some(&self.timers)
    }

    /// Moves virtual time to the next timer, and returns the wakers of those that are due; `None` without a timer.
    pub(crate) fn advance(&self) -> Option<Vec<Waker>> {
        let deadline_ns = self.timers.next_deadline_ns()?;
        if let Source::Virtual(clock) = &self.source {
            clock.set_ns(deadline_ns);
        }
        Some(self.timers.take_due(self.now_ns().max(deadline_ns)))
    }

    /// Returns the run's time at a point of real time; on the virtual clock, which does not go by real time, that of now.
    pub(crate) fn at_real_ns(&self, real_ns: u64) -> u64 {
        match &self.source {
            Source::Real { start_ns } => real_ns.saturating_sub(*start_ns),
            Source::Virtual(clock) => clock.now_ns(),
        }
    }

    /// Lets time pass on this thread: waits on the real clock, jumps on the virtual one.
    pub(crate) fn block_for(&self, duration_ns: u64) {
        let until_ns = self.now_ns().saturating_add(duration_ns);
        match &self.source {
            Source::Virtual(clock) => clock.set_ns(until_ns),
            Source::Real { .. } => super::block(|| self.now_ns() >= until_ns, duration_ns),
        }
    }
}

impl Clock for RunClock {
    fn now_ns(&self) -> u64 {
        match &self.source {
            Source::Real { start_ns } => now_ns().saturating_sub(*start_ns),
            Source::Virtual(clock) => clock.now_ns(),
        }
    }
}
