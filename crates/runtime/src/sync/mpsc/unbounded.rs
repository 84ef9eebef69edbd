//! The channel that takes any number of messages.

use super::error::{SendError, TryRecvError};
use super::{put, taken};
use crate::record::Recorded;
use crate::sync::resource::Tag;
use meanwhile_trace::{Action, ResourceKind, SpanKind};
use std::fmt;
use std::sync::Arc;
use std::task::{Context, Poll};
use tokio::sync::mpsc as real;

/// Puts messages into a channel without a limit.
pub struct UnboundedSender<T> {
    tag: Arc<Tag>,
    inner: real::UnboundedSender<T>,
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

    /// Waits until the receiver is gone or has closed the channel. Cancel safe.
    pub fn closed(&self) -> Recorded<impl Future<Output = ()>> {
        self.tag.wait(SpanKind::Signal, "closed", self.inner.closed(), |_, ()| ())
    }

    /// Returns whether the receiver is gone or has closed the channel.
    pub fn is_closed(&self) -> bool {
        self.inner.is_closed()
    }

    /// Returns whether both send into the same channel.
    pub fn same_channel(&self, other: &Self) -> bool {
        self.inner.same_channel(&other.inner)
    }
}

impl<T> Clone for UnboundedSender<T> {
    fn clone(&self) -> Self {
        UnboundedSender { tag: self.tag.clone(), inner: self.inner.clone() }
    }
}

impl<T> UnboundedReceiver<T> {
    /// Waits for a message; `None` when the channel is empty and every sender gone.
    ///
    /// # Cancel safety
    ///
    /// A wait that is dropped has taken no message.
    pub fn recv(&mut self) -> Recorded<impl Future<Output = Option<T>>> {
        self.tag.wait(SpanKind::Recv, "recv", self.inner.recv(), taken)
    }

    /// Takes a message if there is one.
    ///
    /// # Errors
    ///
    /// Fails if there is none now, or none will ever come.
    pub fn try_recv(&mut self) -> Result<T, TryRecvError> {
        let message = self.inner.try_recv()?;
        self.tag.record(Action::Take);
        Ok(message)
    }

    /// Polls for a message, for hand-written futures and streams. Records no span of its own.
    pub fn poll_recv(&mut self, cx: &mut Context<'_>) -> Poll<Option<T>> {
        self.inner.poll_recv(cx).map(|it| taken(&self.tag, it))
    }

    /// Lets no more messages in; those that are in can still be taken.
    pub fn close(&mut self) {
        self.inner.close();
    }

    /// Returns whether it was closed or every sender is gone.
    pub fn is_closed(&self) -> bool {
        self.inner.is_closed()
    }

    /// Returns whether there is no message.
    pub fn is_empty(&self) -> bool {
        self.inner.is_empty()
    }

    /// Returns how many messages there are.
    pub fn len(&self) -> usize {
        self.inner.len()
    }
}

impl<T> fmt::Debug for UnboundedSender<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.inner, f)
    }
}

impl<T> fmt::Debug for UnboundedReceiver<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.inner, f)
    }
}
