//! The channel with room for a fixed number of messages.

use super::ends::{receiver, sender, weak};
use super::error::{SendError, SendTimeoutError, TrySendError};
use super::permit::{OwnedPermit, Permit};
use super::put;
use crate::record::Recorded;
use crate::sync::resource::Tag;
use meanwhile_trace::{ResourceKind, SpanKind};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::mpsc as real;

/// Puts messages into a channel with a fixed room.
pub struct Sender<T> {
    pub(super) tag: Arc<Tag>,
    pub(super) inner: real::Sender<T>,
}

/// A sender that does not keep its channel open.
pub struct WeakSender<T> {
    tag: Arc<Tag>,
    inner: real::WeakSender<T>,
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

    /// Returns for how many messages there is room now.
    pub fn capacity(&self) -> usize {
        self.inner.capacity()
    }

    /// Returns for how many messages there is room in an empty channel.
    pub fn max_capacity(&self) -> usize {
        self.inner.max_capacity()
    }
}

sender!(Sender, WeakSender);
weak!(WeakSender, Sender);
receiver!(Receiver);

impl<T> Receiver<T> {
    /// Returns for how many messages there is room now.
    pub fn capacity(&self) -> usize {
        self.inner.capacity()
    }

    /// Returns for how many messages there is room in an empty channel.
    pub fn max_capacity(&self) -> usize {
        self.inner.max_capacity()
    }
}
