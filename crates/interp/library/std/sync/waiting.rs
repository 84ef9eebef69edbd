//! Threads that wait: what all of the blocking things here are made of.

use crate::time::Duration;

/// A queue of threads that wait for something to happen.
///
/// A thread that waits lets the others run. What it waits for is known by a name in the timeline.
#[lang = "Waiting"]
pub struct Waiting {
    native: (),
}

impl Waiting {
    /// A queue at an object of a kind: `Mutex`, `Condvar`...
    pub const fn new(kind: &'static str) -> Waiting {
        native!()
    }

    /// Waits until somebody wakes this thread here. `label` says what it is that it does.
    pub fn wait(&self, label: &'static str) {
        native!()
    }

    /// As [`wait`](Waiting::wait), but not for longer than a time; whether somebody has woken it.
    pub fn wait_timeout(&self, label: &'static str, timeout: Duration) -> bool {
        native!()
    }

    /// Wakes the one that waits longest; whether there was one.
    pub fn wake_one(&self) -> bool {
        native!()
    }

    /// Wakes all that wait.
    pub fn wake_all(&self) {
        while self.wake_one() {}
    }

    /// Says in the timeline that this thread holds the object, or has let go of it.
    pub fn hold(&self, held: bool) {
        native!()
    }
}

/// Whether this thread is panicking.
pub(super) fn panicking() -> bool {
    crate::thread::panicking()
}
