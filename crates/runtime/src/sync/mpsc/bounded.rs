//! The channel with room for a fixed number of messages.

use super::error::{SendError, SendTimeoutError, TryRecvError, TrySendError};
use super::permit::{OwnedPermit, Permit};
use super::{put, taken};
use crate::record::Recorded;
use crate::sync::resource::Tag;
use meanwhile_trace::{ResourceKind, SpanKind};
use std::fmt;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::sync::mpsc as real;

/// Puts messages into a channel with a fixed room.
pub struct Sender<T> {
    pub(super) tag: Arc<Tag>,
    pub(super) inner: real::Sender<T>,
}

/// Takes messages out of a channel with a fixed room.
pub struct Receiver<T> {
    tag: Arc<Tag>,
    inner: real::Receiver<T>,
}

/// Makes a channel with room for `buffer` messages.
///
/// # Panics
///
/// Panics if `buffer` is 0.
#[track_caller]
pub fn channel<T>(buffer: usize) -> (Sender<T>, Receiver<T>) {
    let (sender, receiver) = real::channel(buffer);
    let tag = Arc::new(Tag::new(ResourceKind::Channel));
    (Sender { tag: tag.clone(), inner: sender }, Receiver { tag, inner: receiver })
}

impl<T> Sender<T> {
    /// Waits for room and puts a message in.
    ///
    /// # Errors
    ///
    /// Fails, and gives the message back, if the receiver is gone or has closed the channel.
    ///
    /// # Cancel safety
    ///
    /// A send that is dropped did not put its message in; the message is dropped with it.
    pub fn send(&self, message: T) -> Recorded<impl Future<Output = Result<(), SendError<T>>>> {
        self.tag.wait(SpanKind::Send, "send", self.inner.send(message), put)
    }

    /// As [`send`](Sender::send), but gives up after a time.
    ///
    /// # Errors
    ///
    /// Fails also if there was no room in time.
    pub async fn send_timeout(&self, message: T, timeout: Duration) -> Result<(), SendTimeoutError<T>> {
        match crate::time::timeout(timeout, self.reserve()).await {
            Err(_) => Err(SendTimeoutError::Timeout(message)),
            Ok(Err(_)) => Err(SendTimeoutError::Closed(message)),
            Ok(Ok(permit)) => {
                permit.send(message);
                Ok(())
            }
        }
    }

    /// Puts a message in if there is room.
    ///
    /// # Errors
    ///
    /// Fails, and gives the message back, if there is none, or nobody to receive it.
    pub fn try_send(&self, message: T) -> Result<(), TrySendError<T>> {
        put(&self.tag, self.inner.try_send(message))
    }

    /// Waits for room, and keeps it for one message.
    ///
    /// # Errors
    ///
    /// Fails if the receiver is gone or has closed the channel.
    ///
    /// # Cancel safety
    ///
    /// A wait that is dropped loses its place in the queue, and nothing else.
    pub fn reserve(&self) -> Recorded<impl Future<Output = Result<Permit<'_, T>, SendError<()>>>> {
        let permit = |_: &Tag, got: Result<_, _>| Ok(Permit { tag: &self.tag, inner: got? });
        self.tag.wait(SpanKind::Send, "reserve", self.inner.reserve(), permit)
    }

    /// As [`reserve`](Sender::reserve), with a permit that owns the sender.
    ///
    /// # Errors
    ///
    /// Fails as [`reserve`](Sender::reserve).
    pub fn reserve_owned(self) -> Recorded<impl Future<Output = Result<OwnedPermit<T>, SendError<()>>>> {
        let tag = self.tag.clone();
        let permit = |_: &Tag, got: Result<_, _>| Ok(OwnedPermit { tag: self.tag, inner: got? });
        crate::sync::resource::wait(tag, SpanKind::Send, "reserve", self.inner.reserve_owned(), permit)
    }

    /// Keeps room for one message, if there is some.
    ///
    /// # Errors
    ///
    /// Fails if there is none, or nobody to receive the message.
    pub fn try_reserve(&self) -> Result<Permit<'_, T>, TrySendError<()>> {
        Ok(Permit { tag: &self.tag, inner: self.inner.try_reserve()? })
    }

    /// Waits until the receiver is gone or has closed the channel.
    ///
    /// # Cancel safety
    ///
    /// Safe.
    pub fn closed(&self) -> Recorded<impl Future<Output = ()>> {
        self.tag.wait(SpanKind::Signal, "closed", self.inner.closed(), |_, ()| ())
    }

    /// Returns whether the receiver is gone or has closed the channel.
    pub fn is_closed(&self) -> bool {
        self.inner.is_closed()
    }

    /// Returns for how many messages there is room now.
    pub fn capacity(&self) -> usize {
        self.inner.capacity()
    }

    /// Returns for how many messages there is room in an empty channel.
    pub fn max_capacity(&self) -> usize {
        self.inner.max_capacity()
    }

    /// Returns whether both send into the same channel.
    pub fn same_channel(&self, other: &Self) -> bool {
        self.inner.same_channel(&other.inner)
    }
}

impl<T> Clone for Sender<T> {
    fn clone(&self) -> Self {
        Sender { tag: self.tag.clone(), inner: self.inner.clone() }
    }
}

impl<T> Receiver<T> {
    /// Waits for a message; `None` when the channel is empty and every sender gone.
    ///
    /// # Cancel safety
    ///
    /// A wait that is dropped has taken no message.
    pub fn recv(&mut self) -> Recorded<impl Future<Output = Option<T>>> {
        self.tag.wait(SpanKind::Recv, "recv", self.inner.recv(), taken)
    }

    /// Waits for messages and takes up to `limit` of them; returns how many, 0 when no more will come.
    ///
    /// # Cancel safety
    ///
    /// A wait that is dropped has taken no message.
    pub fn recv_many(&mut self, buffer: &mut Vec<T>, limit: usize) -> Recorded<impl Future<Output = usize>> {
        let count = |tag: &Tag, count| {
            (0..count).for_each(|_| tag.record(meanwhile_trace::Action::Take));
            count
        };
        self.tag.wait(SpanKind::Recv, "recv_many", self.inner.recv_many(buffer, limit), count)
    }

    /// Takes a message if there is one.
    ///
    /// # Errors
    ///
    /// Fails if there is none now, or none will ever come.
    pub fn try_recv(&mut self) -> Result<T, TryRecvError> {
        let message = self.inner.try_recv()?;
        self.tag.record(meanwhile_trace::Action::Take);
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

    /// Returns for how many messages there is room now.
    pub fn capacity(&self) -> usize {
        self.inner.capacity()
    }

    /// Returns for how many messages there is room in an empty channel.
    pub fn max_capacity(&self) -> usize {
        self.inner.max_capacity()
    }
}

impl<T> fmt::Debug for Sender<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.inner, f)
    }
}

impl<T> fmt::Debug for Receiver<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.inner, f)
    }
}
