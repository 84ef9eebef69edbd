//! What the timeline knows of things that tasks wait for, and those who wait.

use std::future::{Future, NativeFuture};

/// A thing that tasks wait for. Those who wait stand in one of two queues: 0 is for what it is there for, 1 for its end.
#[lang = "Resource"]
pub(crate) struct Resource {
    native: (),
}

impl Resource {
    /// A thing of a kind: `Signal`, `Channel`.
    pub(crate) const fn new(kind: &'static str) -> Resource {
        native!()
    }

    /// A wait for it by the method of this name, shown from now on.
    pub(crate) fn wait<F: Future>(&self, method: &'static str, future: F) -> NativeFuture<F::Output> {
        native!()
    }

    /// Says that something was put in.
    pub(crate) fn put(&self) {
        native!()
    }

    /// Says that something was taken out.
    pub(crate) fn taken(&self) {
        native!()
    }

    /// Stands in a queue from now on until woken.
    pub(crate) fn turn(&self, queue: usize) -> NativeFuture<()> {
        native!()
    }

    /// Wakes the one that waits longest; whether there was one.
    pub(crate) fn wake_one(&self, queue: usize) -> bool {
        native!()
    }

    /// Wakes the one that came last; whether there was one.
    pub(crate) fn wake_last(&self, queue: usize) -> bool {
        native!()
    }

    /// Wakes all that wait.
    pub(crate) fn wake_all(&self, queue: usize) {
        native!()
    }

    /// Lets the next one pass that would wait.
    pub(crate) fn keep(&self, queue: usize) {
        native!()
    }

    /// Whether one may pass without waiting; only one.
    pub(crate) fn take_kept(&self, queue: usize) -> bool {
        native!()
    }
}

unsafe impl Send for Resource {}
unsafe impl Sync for Resource {}
