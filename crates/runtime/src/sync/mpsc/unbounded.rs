//! The channel that takes any number of messages.

use super::ends::{receiver, sender, weak};
use super::error::SendError;
use super::put;
use crate::sync::resource::Tag;
use meanwhile_trace::ResourceKind;
use std::sync::Arc;
use tokio::sync::mpsc as real;

/// Puts messages into a channel without a limit.
pub struct UnboundedSender<T> {
    tag: Arc<Tag>,
    inner: real::UnboundedSender<T>,
}

/// A sender that does not keep its channel open.
pub struct WeakUnboundedSender<T> {
    tag: Arc<Tag>,
    inner: real::WeakUnboundedSender<T>,
}

/// Takes messages out of a channel without a limit.
pub struct UnboundedReceiver<T> {
    tag: Arc<Tag>,
    inner: real::UnboundedReceiver<T>,
}

/// Makes a channel that takes any number of messages.
pub fn unbounded_channel<T>() -> (UnboundedSender<T>, UnboundedReceiver<T>) {
    let (sender, receiver) = real::unbounded_channel();
    let tag = Arc::new(Tag::new(ResourceKind::UnboundedChannel));
    (UnboundedSender { tag: tag.clone(), inner: sender }, UnboundedReceiver { tag, inner: receiver })
}

impl<T> UnboundedSender<T> {
    /// Puts a message in, without waiting.
    ///
    /// # Errors
    ///
    /// Fails, and gives the message back, if the receiver is gone or has closed the channel.
    pub fn send(&self, message: T) -> Result<(), SendError<T>> {
        put(&self.tag, self.inner.send(message))
    }
}

sender!(UnboundedSender, WeakUnboundedSender);
weak!(WeakUnboundedSender, UnboundedSender);
receiver!(UnboundedReceiver);
