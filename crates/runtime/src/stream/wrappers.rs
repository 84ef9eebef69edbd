//! Streams over channels and intervals, as in `tokio_stream::wrappers`.

use crate::sync::{broadcast, mpsc, watch};
use crate::time::{Instant, Interval};
use futures_util::Stream;
use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

/// The messages of a channel with a fixed room.
#[derive(Debug)]
pub struct ReceiverStream<T>(mpsc::Receiver<T>);

/// The messages of a channel without a limit.
#[derive(Debug)]
pub struct UnboundedReceiverStream<T>(mpsc::UnboundedReceiver<T>);

/// The ticks of an interval. Never ends.
#[derive(Debug)]
pub struct IntervalStream(Interval);

impl<T> ReceiverStream<T> {
    /// Makes a stream of what `receiver` receives.
    pub fn new(receiver: mpsc::Receiver<T>) -> Self {
        ReceiverStream(receiver)
    }

    /// Returns the receiver.
    pub fn into_inner(self) -> mpsc::Receiver<T> {
        self.0
    }

    /// Lets no more messages in.
    pub fn close(&mut self) {
        self.0.close();
    }
}

impl<T> UnboundedReceiverStream<T> {
    /// Makes a stream of what `receiver` receives.
    pub fn new(receiver: mpsc::UnboundedReceiver<T>) -> Self {
        UnboundedReceiverStream(receiver)
    }

    /// Returns the receiver.
    pub fn into_inner(self) -> mpsc::UnboundedReceiver<T> {
        self.0
    }

    /// Lets no more messages in.
    pub fn close(&mut self) {
        self.0.close();
    }
}

impl IntervalStream {
    /// Makes a stream of an interval's ticks.
    pub fn new(interval: Interval) -> Self {
        IntervalStream(interval)
    }

    /// Returns the interval.
    pub fn into_inner(self) -> Interval {
        self.0
    }
}

impl<T> Stream for ReceiverStream<T> {
    type Item = T;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<T>> {
        self.0.poll_recv(cx)
    }
}

impl<T> Stream for UnboundedReceiverStream<T> {
    type Item = T;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<T>> {
        self.0.poll_recv(cx)
    }
}

impl Stream for IntervalStream {
    type Item = Instant;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Instant>> {
        self.0.poll_tick(cx).map(Some)
    }
}

type Waiting<T> = Pin<Box<dyn Future<Output = T>>>;

/// Why an item of a [`BroadcastStream`] is missing: so many were overwritten before it came to them.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BroadcastStreamRecvError {
    /// So many messages were overwritten.
    #[error("channel lagged by {0}")]
    Lagged(u64),
}

/// The messages of a broadcast channel.
pub struct BroadcastStream<T> {
    next: Waiting<(Result<T, broadcast::error::RecvError>, broadcast::Receiver<T>)>,
}

impl<T: Clone + 'static> BroadcastStream<T> {
    /// Makes a stream of what `receiver` receives.
    pub fn new(receiver: broadcast::Receiver<T>) -> Self {
        BroadcastStream { next: Box::pin(receive(receiver)) }
    }
}

async fn receive<T: Clone>(
    mut receiver: broadcast::Receiver<T>,
) -> (Result<T, broadcast::error::RecvError>, broadcast::Receiver<T>) {
    let message = receiver.recv().await;
    (message, receiver)
}

impl<T: Clone + 'static> Stream for BroadcastStream<T> {
    type Item = Result<T, BroadcastStreamRecvError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let (message, receiver) = std::task::ready!(self.next.as_mut().poll(cx));
        self.next = Box::pin(receive(receiver));
        Poll::Ready(match message {
            Ok(message) => Some(Ok(message)),
            Err(broadcast::error::RecvError::Lagged(count)) => {
                Some(Err(BroadcastStreamRecvError::Lagged(count)))
            }
            Err(broadcast::error::RecvError::Closed) => None,
        })
    }
}

impl<T> fmt::Debug for BroadcastStream<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BroadcastStream").finish_non_exhaustive()
    }
}

/// The values of a watch channel; those that nobody looked at in time are left out.
pub struct WatchStream<T> {
    next: Waiting<(Result<(), watch::error::RecvError>, watch::Receiver<T>)>,
}

impl<T: Clone + 'static> WatchStream<T> {
    /// Makes a stream of the value of now and all later ones.
    pub fn new(receiver: watch::Receiver<T>) -> Self {
        WatchStream { next: Box::pin(async move { (Ok(()), receiver) }) }
    }

    /// Makes a stream of the values after the one of now.
    pub fn from_changes(receiver: watch::Receiver<T>) -> Self {
        WatchStream { next: Box::pin(change(receiver)) }
    }
}

async fn change<T>(
    mut receiver: watch::Receiver<T>,
) -> (Result<(), watch::error::RecvError>, watch::Receiver<T>) {
    let changed = receiver.changed().await;
    (changed, receiver)
}

impl<T: Clone + 'static> Stream for WatchStream<T> {
    type Item = T;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<T>> {
        let (changed, mut receiver) = std::task::ready!(self.next.as_mut().poll(cx));
        let value = changed.is_ok().then(|| receiver.borrow_and_update().clone());
        self.next = Box::pin(change(receiver));
        Poll::Ready(value)
    }
}

impl<T> fmt::Debug for WatchStream<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WatchStream").finish_non_exhaustive()
    }
}
