//! Room kept for one message.

use super::bounded::Sender;
use crate::sync::resource::Tag;
use meanwhile_trace::Action;
use std::fmt;
use std::sync::Arc;
use tokio::sync::mpsc as real;

/// Room for one message, given back when dropped unused.
pub struct Permit<'a, T> {
    pub(super) tag: &'a Tag,
    pub(super) inner: real::Permit<'a, T>,
}

/// Room for one message that owns its sender, given back when dropped unused.
pub struct OwnedPermit<T> {
    pub(super) tag: Arc<Tag>,
    pub(super) inner: real::OwnedPermit<T>,
}

impl<T> Permit<'_, T> {
    /// Puts a message into the room.
    pub fn send(self, message: T) {
        self.tag.record(Action::Put);
        self.inner.send(message);
    }
}

impl<T> OwnedPermit<T> {
    /// Puts a message into the room, and returns the sender.
    pub fn send(self, message: T) -> Sender<T> {
        self.tag.record(Action::Put);
        Sender { inner: self.inner.send(message), tag: self.tag }
    }

    /// Gives the room back, and returns the sender.
    pub fn release(self) -> Sender<T> {
        Sender { inner: self.inner.release(), tag: self.tag }
    }
}

impl<T> fmt::Debug for Permit<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.inner, f)
    }
}

impl<T> fmt::Debug for OwnedPermit<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.inner, f)
    }
}
