//! Many senders, many receivers, every message to each, as [`tokio::sync::broadcast`].
//!
//! What differs: weak senders and `blocking_recv` are missing.

use super::resource::Tag;
use crate::record::Recorded;
use meanwhile_trace::{Action, ResourceKind, SpanKind};
use std::fmt;
use std::sync::Arc;
use tokio::sync::broadcast as real;
pub use tokio::sync::broadcast::error;

use self::error::{RecvError, SendError, TryRecvError};

/// Puts messages in for every receiver.
pub struct Sender<T> {
    tag: Arc<Tag>,
    inner: real::Sender<T>,
}

/// Takes every message that was sent since it subscribed.
pub struct Receiver<T> {
    tag: Arc<Tag>,
    inner: real::Receiver<T>,
}

/// Makes a channel that keeps the last `capacity` messages for slow receivers.
///
/// # Panics
///
/// Panics if `capacity` is 0 or more than half of `usize::MAX`.
#[track_caller]
pub fn channel<T: Clone>(capacity: usize) -> (Sender<T>, Receiver<T>) {
    let (sender, receiver) = real::channel(capacity);
    let tag = Arc::new(Tag::new(ResourceKind::Channel));
    (Sender { tag: tag.clone(), inner: sender }, Receiver { tag, inner: receiver })
}

impl<T> Sender<T> {
    /// Makes a channel without a receiver.
    ///
    /// # Panics
    ///
    /// Panics as [`channel`].
    #[track_caller]
    pub fn new(capacity: usize) -> Self {
        Sender { tag: Arc::new(Tag::new(ResourceKind::Channel)), inner: real::Sender::new(capacity) }
    }

    /// Puts a message in, without waiting; returns how many receivers there are.
    ///
    /// # Errors
    ///
    /// Fails, and gives the message back, if there is none.
    pub fn send(&self, message: T) -> Result<usize, SendError<T>> {
        self.tag.record(Action::Put);
        self.inner.send(message)
    }

    /// Adds a receiver of the messages from now on.
    pub fn subscribe(&self) -> Receiver<T> {
        Receiver { tag: self.tag.clone(), inner: self.inner.subscribe() }
    }

    /// Waits until there is no receiver. Cancel safe.
    pub fn closed(&self) -> Recorded<impl Future<Output = ()>> {
        self.tag.wait(SpanKind::Signal, "closed", self.inner.closed(), |_, ()| ())
    }

    /// Returns how many messages wait for the slowest receiver.
    pub fn len(&self) -> usize {
        self.inner.len()
    }

    /// Returns whether no message waits for any receiver.
    pub fn is_empty(&self) -> bool {
        self.inner.is_empty()
    }

    /// Returns how many receivers there are.
    pub fn receiver_count(&self) -> usize {
        self.inner.receiver_count()
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

impl<T: Clone> Receiver<T> {
    /// Waits for the next message.
    ///
    /// # Errors
    ///
    /// `Lagged(n)` if `n` messages were overwritten before this receiver came to them; `Closed` if no more will come.
    ///
    /// # Cancel safety
    ///
    /// A wait that is dropped has taken no message.
    pub fn recv(&mut self) -> Recorded<impl Future<Output = Result<T, RecvError>>> {
        let taken = |tag: &Tag, message: Result<T, RecvError>| message.inspect(|_| tag.record(Action::Take));
        self.tag.wait(SpanKind::Recv, "recv", self.inner.recv(), taken)
    }

    /// Takes the next message if it is there.
    ///
    /// # Errors
    ///
    /// Fails if it is not there yet, was overwritten, or will never come.
    pub fn try_recv(&mut self) -> Result<T, TryRecvError> {
        let message = self.inner.try_recv()?;
        self.tag.record(Action::Take);
        Ok(message)
    }
}

impl<T> Receiver<T> {
    /// Adds a receiver of the messages from now on.
    pub fn resubscribe(&self) -> Self
    where
        T: Clone,
    {
        Receiver { tag: self.tag.clone(), inner: self.inner.resubscribe() }
    }

    /// Returns how many messages wait for this receiver.
    pub fn len(&self) -> usize {
        self.inner.len()
    }

    /// Returns whether no message waits for this receiver.
    pub fn is_empty(&self) -> bool {
        self.inner.is_empty()
    }

    /// Returns whether every sender is gone.
    pub fn is_closed(&self) -> bool {
        self.inner.is_closed()
    }

    /// Returns whether both receive from the same channel.
    pub fn same_channel(&self, other: &Self) -> bool {
        self.inner.same_channel(&other.inner)
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
