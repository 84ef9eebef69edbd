//! A point in the time of a run.

use crate::{context, platform};
use meanwhile_trace::Clock as _;
use std::fmt;
use std::ops::{Add, AddAssign, Sub, SubAssign};
use std::time::Duration;

/// A point in time, by the clock of the run; outside of a run, by that of the thread.
///
/// Instants of different runs have nothing to do with each other.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(u64);

impl Instant {
    /// Returns the present.
    pub fn now() -> Self {
        Instant(context::current_run().map_or_else(platform::now_ns, |it| it.clock.now_ns()))
    }

    /// A point so far off that nobody will see it.
    pub(crate) fn far_future() -> Self {
        Instant(u64::MAX)
    }

    pub(crate) fn ns(self) -> u64 {
        self.0
    }

    /// Returns how much later this is, or zero if it is not.
    pub fn duration_since(&self, earlier: Instant) -> Duration {
        self.saturating_duration_since(earlier)
    }

    /// Returns how much later this is; `None` if it is earlier.
    pub fn checked_duration_since(&self, earlier: Instant) -> Option<Duration> {
        self.0.checked_sub(earlier.0).map(Duration::from_nanos)
    }

    /// Returns how much later this is, or zero if it is not.
    pub fn saturating_duration_since(&self, earlier: Instant) -> Duration {
        Duration::from_nanos(self.0.saturating_sub(earlier.0))
    }

    /// Returns how long ago this was.
    pub fn elapsed(&self) -> Duration {
        Instant::now().saturating_duration_since(*self)
    }

    /// Returns the point that is so much later; `None` if it cannot be told.
    pub fn checked_add(&self, duration: Duration) -> Option<Instant> {
        self.0.checked_add(nanoseconds(duration)?).map(Instant)
    }

    /// Returns the point that is so much earlier; `None` if it cannot be told.
    pub fn checked_sub(&self, duration: Duration) -> Option<Instant> {
        self.0.checked_sub(nanoseconds(duration)?).map(Instant)
    }
}

fn nanoseconds(duration: Duration) -> Option<u64> {
    u64::try_from(duration.as_nanos()).ok()
}

impl Add<Duration> for Instant {
    type Output = Instant;

    /// # Panics
    ///
    /// Panics if the sum cannot be told.
    fn add(self, duration: Duration) -> Instant {
        self.checked_add(duration).expect("overflow when adding duration to instant")
    }
}

impl AddAssign<Duration> for Instant {
    fn add_assign(&mut self, duration: Duration) {
        *self = *self + duration;
    }
}

impl Sub<Duration> for Instant {
    type Output = Instant;

    /// # Panics
    ///
    /// Panics if the difference cannot be told.
    fn sub(self, duration: Duration) -> Instant {
        self.checked_sub(duration).expect("overflow when subtracting duration from instant")
    }
}

impl SubAssign<Duration> for Instant {
    fn sub_assign(&mut self, duration: Duration) {
        *self = *self - duration;
    }
}

impl Sub for Instant {
    type Output = Duration;

    fn sub(self, earlier: Instant) -> Duration {
        self.saturating_duration_since(earlier)
    }
}

impl fmt::Debug for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Instant").field(&Duration::from_nanos(self.0)).finish()
    }
}
