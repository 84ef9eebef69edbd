//! Ticks.

use super::alarm::Alarm;
use super::{Instant, label};
use crate::record::{Body, Recorded, SpanGuard, succeeds};
use meanwhile_trace::SpanKind;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

/// By how much a tick may be late without having been missed, as in tokio.
const GRACE: Duration = Duration::from_millis(5);

/// What becomes of ticks that nobody waited for in time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MissedTickBehavior {
    /// They follow as fast as they can until all have been made up for.
    #[default]
    Burst,
    /// The next tick comes one period after the late one.
    Delay,
    /// They are left out; the next tick comes at a whole number of periods after the start.
    Skip,
}

impl MissedTickBehavior {
    fn next(self, due: Instant, now: Instant, period: Duration) -> Instant {
        match self {
            MissedTickBehavior::Burst => due + period,
            MissedTickBehavior::Delay => now + period,
            MissedTickBehavior::Skip => {
                let late_ns = (now - due).as_nanos() % period.as_nanos().max(1);
                now + period - Duration::from_nanos(u64::try_from(late_ns).unwrap_or(u64::MAX))
            }
        }
    }
}

/// Ticks once a period.
#[derive(Debug)]
pub struct Interval {
    next: Instant,
    period: Duration,
    /// The wait that [`poll_tick`](Interval::poll_tick) is in.
    polled: Option<Recorded<Alarm>>,
    name: String,
    missed: MissedTickBehavior,
}

/// Ticks now, and then once a period.
///
/// # Panics
///
/// Panics if the period is zero.
#[track_caller]
pub fn interval(period: Duration) -> Interval {
    interval_at(Instant::now(), period)
}

/// Ticks at `start`, and then once a period.
///
/// # Panics
///
/// Panics if the period is zero.
#[track_caller]
pub fn interval_at(start: Instant, period: Duration) -> Interval {
    assert!(period > Duration::ZERO, "`period` must be non-zero.");
    Interval {
        next: start,
        period,
        polled: None,
        name: label("tick", period),
        missed: MissedTickBehavior::default(),
    }
}

impl Interval {
    /// Waits for the next tick, and returns when it was due.
    ///
    /// # Cancel safety
    ///
    /// Loses nothing: the tick comes at the next call.
    pub fn tick(&mut self) -> impl Future<Output = Instant> + Send + Sync {
        self.polled = None;
        Tick { alarm: self.alarm(), interval: self }
    }

    /// Polls for the next tick, for hand-written futures and streams.
    pub fn poll_tick(&mut self, cx: &mut Context<'_>) -> Poll<Instant> {
        let mut alarm = self.polled.take().unwrap_or_else(|| self.alarm());
        if Pin::new(&mut alarm).poll(cx).is_pending() {
            self.polled = Some(alarm);
            return Poll::Pending;
        }
        Poll::Ready(self.ticked())
    }

    fn alarm(&self) -> Recorded<Alarm> {
        let span = SpanGuard::new(SpanKind::Sleep, &self.name, None, Body::Own);
        Recorded::new(span, succeeds, Alarm::at(self.next))
    }

    /// Plans the tick after the one that has just come, and returns when that one was due.
    fn ticked(&mut self) -> Instant {
        let (due, now) = (self.next, Instant::now());
        self.next =
            if now > due + GRACE { self.missed.next(due, now, self.period) } else { due + self.period };
        due
    }

    /// Ticks again one period from now.
    pub fn reset(&mut self) {
        self.next = Instant::now() + self.period;
    }

    /// Ticks again at once.
    pub fn reset_immediately(&mut self) {
        self.next = Instant::now();
    }

    /// Ticks again after so long.
    pub fn reset_after(&mut self, after: Duration) {
        self.next = Instant::now() + after;
    }

    /// Ticks again then.
    pub fn reset_at(&mut self, deadline: Instant) {
        self.next = deadline;
    }

    /// Returns what becomes of missed ticks.
    pub fn missed_tick_behavior(&self) -> MissedTickBehavior {
        self.missed
    }

    /// Sets what becomes of missed ticks.
    pub fn set_missed_tick_behavior(&mut self, behavior: MissedTickBehavior) {
        self.missed = behavior;
    }

    /// Returns the period.
    pub fn period(&self) -> Duration {
        self.period
    }
}

struct Tick<'a> {
    alarm: Recorded<Alarm>,
    interval: &'a mut Interval,
}

impl Future for Tick<'_> {
    type Output = Instant;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Instant> {
        let this = &mut *self;
        if Pin::new(&mut this.alarm).poll(cx).is_pending() {
            return Poll::Pending;
        }
        Poll::Ready(this.interval.ticked())
    }
}
