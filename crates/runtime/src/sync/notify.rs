//! A notification without a message.

use super::resource::Tag;
use crate::record::Recorded;
use meanwhile_trace::{Action, ResourceKind, SpanKind};
use std::fmt;
use tokio::sync as real;

/// Wakes one or all of those who wait, as [`tokio::sync::Notify`].
///
/// What differs: `notified` returns a recorded future without `enable`; a notification by
/// [`notify_waiters`](Notify::notify_waiters) still reaches futures that were made before it and not yet polled, as
/// tokio's do.
pub struct Notify {
    tag: Tag,
    inner: real::Notify,
}

impl Notify {
    /// Makes a notify without a permit.
    pub fn new() -> Self {
        Notify { tag: Tag::new(ResourceKind::Signal), inner: real::Notify::new() }
    }

    /// Makes a notify for a `static`.
    pub const fn const_new() -> Self {
        Notify { tag: Tag::new_const(ResourceKind::Signal), inner: real::Notify::const_new() }
    }

    /// Waits for a notification, or takes the permit that [`notify_one`](Notify::notify_one) left.
    ///
    /// # Cancel safety
    ///
    /// A wait that is dropped loses its place in the queue; a permit it was given goes to the next.
    pub fn notified(&self) -> Recorded<impl Future<Output = ()>> {
        self.tag.wait(SpanKind::Signal, "notified", self.inner.notified(), |tag, ()| tag.record(Action::Take))
    }

    /// Wakes the first who waits; if nobody does, the next who comes does not wait.
    pub fn notify_one(&self) {
        self.tag.record(Action::Put);
        self.inner.notify_one();
    }

    /// Wakes the last who began to wait; if nobody waits, the next who comes does not.
    pub fn notify_last(&self) {
        self.tag.record(Action::Put);
        self.inner.notify_last();
    }

    /// Wakes all who wait now.
    pub fn notify_waiters(&self) {
        self.tag.record(Action::Put);
        self.inner.notify_waiters();
    }
}

impl Default for Notify {
    fn default() -> Self {
        Notify::new()
    }
}

impl fmt::Debug for Notify {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.inner, f)
    }
}
