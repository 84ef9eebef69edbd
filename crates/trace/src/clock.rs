//! Where time comes from.

use std::sync::atomic::{AtomicU64, Ordering};

/// A source of time for a recorder.
pub trait Clock: Send + Sync {
    /// Returns the nanoseconds since the start of the run. Never decreases.
    fn now_ns(&self) -> u64;
}

/// Which clock a run went by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ClockKind {
    /// The browser's.
    #[default]
    Real,
    /// Time jumps to the next timer as soon as nothing can run.
    Virtual,
}

impl ClockKind {
    /// Returns the word for it in `RunResult` and on the page.
    pub fn name(self) -> &'static str {
        match self {
            ClockKind::Real => "real",
            ClockKind::Virtual => "virtual",
        }
    }
}

/// A clock that stands still until it is set: for virtual time and for tests.
#[derive(Debug, Default)]
pub struct ManualClock(AtomicU64);

impl ManualClock {
    /// Sets the time, in nanoseconds since the start of the run; an earlier time than now changes nothing.
    pub fn set_ns(&self, now_ns: u64) {
        self.0.fetch_max(now_ns, Ordering::Relaxed);
    }
}

impl Clock for ManualClock {
    fn now_ns(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_never_goes_back() {
        let clock = ManualClock::default();
        clock.set_ns(7);
        clock.set_ns(3);
        assert_eq!(clock.now_ns(), 7);
    }
}
