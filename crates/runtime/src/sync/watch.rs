//! The last value for everybody who looks, as [`tokio::sync::watch`].

use super::resource::Tag;
use crate::record::{Body, Recorded, SpanGuard};
use meanwhile_trace::{Action, ResourceKind, SpanKind};
use std::fmt;
use std::sync::Arc;
use tokio::sync::watch as real;
pub use tokio::sync::watch::{Ref, error};

use self::error::{RecvError, SendError};

/// Changes the value.
pub struct Sender<T> {
    tag: Arc<Tag>,
    inner: real::Sender<T>,
}

/// Looks at the value, and waits for it to change.
pub struct Receiver<T> {
    tag: Arc<Tag>,
    inner: real::Receiver<T>,
}

/// Makes a channel with a first value.
pub fn channel<T>(first: T) -> (Sender<T>, Receiver<T>) {
    let (sender, receiver) = real::channel(first);
    let tag = Arc::new(Tag::new(ResourceKind::Signal));
    (Sender { tag: tag.clone(), inner: sender }, Receiver { tag, inner: receiver })
}

impl<T> Sender<T> {
    /// Makes a channel without a receiver.
    pub fn new(first: T) -> Self {
        Sender { tag: Arc::new(Tag::new(ResourceKind::Signal)), inner: real::Sender::new(first) }
    }

    /// Replaces the value and wakes those who wait.
    ///
    /// # Errors
    ///
    /// Fails, and gives the value back, if there is no receiver.
    pub fn send(&self, value: T) -> Result<(), SendError<T>> {
        self.tag.record(Action::Put);
        self.inner.send(value)
    }

    /// Changes the value in place and wakes those who wait, receivers or not.
    pub fn send_modify(&self, change: impl FnOnce(&mut T)) {
        self.tag.record(Action::Put);
        self.inner.send_modify(change);
    }

    /// As [`send_modify`](Sender::send_modify), but wakes only if `change` says so, which it returns.
    pub fn send_if_modified(&self, change: impl FnOnce(&mut T) -> bool) -> bool {
        self.inner.send_if_modified(|value| {
            let changed = change(value);
            if changed {
                self.tag.record(Action::Put);
            }
            changed
        })
    }

    /// Replaces the value, receivers or not, and returns the last.
    pub fn send_replace(&self, value: T) -> T {
        self.tag.record(Action::Put);
        self.inner.send_replace(value)
    }

    /// Looks at the value.
    pub fn borrow(&self) -> Ref<'_, T> {
        self.inner.borrow()
    }

    /// Adds a receiver, to which the value of now is not new.
    pub fn subscribe(&self) -> Receiver<T> {
        Receiver { tag: self.tag.clone(), inner: self.inner.subscribe() }
    }

    /// Waits until there is no receiver. Cancel safe.
    pub fn closed(&self) -> Recorded<impl Future<Output = ()>> {
        self.tag.wait(SpanKind::Signal, "closed", self.inner.closed(), |_, ()| ())
    }

    /// Returns whether there is no receiver.
    pub fn is_closed(&self) -> bool {
        self.inner.is_closed()
    }

    /// Returns how many receivers there are.
    pub fn receiver_count(&self) -> usize {
        self.inner.receiver_count()
    }
}

impl<T> Clone for Sender<T> {
    fn clone(&self) -> Self {
        Sender { tag: self.tag.clone(), inner: self.inner.clone() }
    }
}

impl<T> Receiver<T> {
    /// Waits until there is a value that was not looked at.
    ///
    /// # Errors
    ///
    /// Fails if there is none and the sender is gone.
    ///
    /// # Cancel safety
    ///
    /// A wait that is dropped has marked no value as seen.
    pub fn changed(&mut self) -> Recorded<impl Future<Output = Result<(), RecvError>>> {
        let taken =
            |tag: &Tag, changed: Result<(), RecvError>| changed.inspect(|()| tag.record(Action::Take));
        self.tag.wait(SpanKind::Recv, "changed", self.inner.changed(), taken)
    }

    /// Waits until the value is one that `wanted` accepts, and looks at it.
    ///
    /// # Errors
    ///
    /// Fails if the sender is gone before.
    ///
    /// # Cancel safety
    ///
    /// Safe.
    pub fn wait_for(
        &mut self,
        wanted: impl FnMut(&T) -> bool,
    ) -> Recorded<impl Future<Output = Result<Ref<'_, T>, RecvError>>> {
        let span = SpanGuard::new(SpanKind::Recv, "wait_for", None, Body::Unknown);
        Recorded::new(span, Result::is_err, self.inner.wait_for(wanted))
    }

    /// Looks at the value.
    pub fn borrow(&self) -> Ref<'_, T> {
        self.inner.borrow()
    }

    /// Looks at the value, which is not new any more.
    pub fn borrow_and_update(&mut self) -> Ref<'_, T> {
        self.inner.borrow_and_update()
    }

    /// Returns whether there is a value that was not looked at.
    ///
    /// # Errors
    ///
    /// Fails if the sender is gone.
    pub fn has_changed(&self) -> Result<bool, RecvError> {
        self.inner.has_changed()
    }

    /// Takes the value of now for new.
    pub fn mark_changed(&mut self) {
        self.inner.mark_changed();
    }

    /// Takes the value of now for seen.
    pub fn mark_unchanged(&mut self) {
        self.inner.mark_unchanged();
    }

    /// Returns whether both look at the same value.
    pub fn same_channel(&self, other: &Self) -> bool {
        self.inner.same_channel(&other.inner)
    }
}

impl<T> Clone for Receiver<T> {
    fn clone(&self) -> Self {
        Receiver { tag: self.tag.clone(), inner: self.inner.clone() }
    }
}

impl<T: fmt::Debug> fmt::Debug for Sender<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.inner, f)
    }
}

impl<T: fmt::Debug> fmt::Debug for Receiver<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.inner, f)
    }
}
