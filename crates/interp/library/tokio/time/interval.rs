//! Ticks.

use super::{Duration, Instant};
use std::future::{Future, NativeFuture};
use std::pin::Pin;
use std::task::{Context, Poll};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum MissedTickBehavior {
    #[default]
    Burst,
    Delay,
    Skip,
}

pub struct Interval {
    delay: Option<NativeFuture<()>>,
    next: Instant,
    period: Duration,
    missed: MissedTickBehavior,
}

#[track_caller]
pub fn interval(period: Duration) -> Interval {
    interval_at(Instant::now(), period)
}

#[track_caller]
pub fn interval_at(start: Instant, period: Duration) -> Interval {
    assert!(period > Duration::ZERO, "`period` must be non-zero.");
    Interval { delay: None, next: start, period, missed: MissedTickBehavior::Burst }
}

/// The wait for a tick.
fn tick_at(due: Instant, period: Duration) -> NativeFuture<()> {
    let left = due.saturating_duration_since(Instant::now());
    super::host_tick(period.as_secs(), period.subsec_nanos(), left.as_secs(), left.subsec_nanos())
}

impl Interval {
    #[begins]
    pub async fn tick(&mut self) -> Instant {
        let due = self.next;
        self.delay = None;
        tick_at(due, self.period).await;
        self.ticked(due)
    }

    pub fn poll_tick(&mut self, cx: &mut Context<'_>) -> Poll<Instant> {
        let (due, period) = (self.next, self.period);
        let delay = self.delay.get_or_insert_with(|| tick_at(due, period));
        match Pin::new(delay).poll(cx) {
            Poll::Pending => Poll::Pending,
            Poll::Ready(()) => {
                self.delay = None;
                Poll::Ready(self.ticked(due))
            }
        }
    }

    /// A tick is over: when the next is due.
    fn ticked(&mut self, due: Instant) -> Instant {
        let now = Instant::now();
        let late = now > due + Duration::from_millis(5);
        self.next = match self.missed {
            MissedTickBehavior::Delay if late => now + self.period,
            MissedTickBehavior::Skip if late => {
                let over = now.duration_since(due).as_nanos() % self.period.as_nanos();
                now + self.period - Duration::from_nanos(over as u64)
            }
            _ => due + self.period,
        };
        due
    }

    pub fn reset(&mut self) {
        self.next = Instant::now() + self.period;
        self.delay = None;
    }

    pub fn reset_immediately(&mut self) {
        self.next = Instant::now();
        self.delay = None;
    }

    pub fn reset_after(&mut self, after: Duration) {
        self.next = Instant::now() + after;
        self.delay = None;
    }

    pub fn reset_at(&mut self, deadline: Instant) {
        self.next = deadline;
        self.delay = None;
    }

    pub fn missed_tick_behavior(&self) -> MissedTickBehavior {
        self.missed
    }

    pub fn set_missed_tick_behavior(&mut self, behavior: MissedTickBehavior) {
        self.missed = behavior;
    }

    pub fn period(&self) -> Duration {
        self.period
    }
}

impl std::fmt::Debug for Interval {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Interval").field("period", &self.period).finish_non_exhaustive()
    }
}
