//! A meeting point.

use super::resource::Tag;
use crate::record::Recorded;
use meanwhile_trace::{Action, ResourceKind, SpanKind};
use std::fmt;
use tokio::sync as real;
pub use tokio::sync::BarrierWaitResult;

/// Lets a number of tasks wait for each other, as [`tokio::sync::Barrier`].
pub struct Barrier {
    tag: Tag,
    inner: real::Barrier,
}

impl Barrier {
    /// Makes a barrier for `n` tasks; 0 counts as 1.
    pub fn new(n: usize) -> Self {
        Barrier { tag: Tag::new(ResourceKind::Signal), inner: real::Barrier::new(n) }
    }

    /// Waits until `n` tasks wait; one of them is the leader.
    ///
    /// # Cancel safety
    ///
    /// Not cancel safe: a wait that is dropped has been counted.
    pub fn wait(&self) -> Recorded<impl Future<Output = BarrierWaitResult>> {
        let arrive = |tag: &Tag, result| {
            tag.record(Action::Take);
            result
        };
        self.tag.wait(SpanKind::Signal, "barrier", self.inner.wait(), arrive)
    }
}

impl fmt::Debug for Barrier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.inner, f)
    }
}
