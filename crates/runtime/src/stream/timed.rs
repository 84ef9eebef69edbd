//! Adaptors that go by the clock of the run.

use crate::time::{Instant, Sleep, sleep, sleep_until};
use futures_util::Stream;
use futures_util::stream::{Fuse, StreamExt as _};
use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

pub use crate::time::error::Elapsed;

/// See [`StreamExt::throttle`](super::StreamExt::throttle).
#[must_use = "streams do nothing unless polled"]
pub struct Throttle<S> {
    stream: Pin<Box<S>>,
    pause: Option<Pin<Box<Sleep>>>,
    period: Duration,
}

impl<S> Throttle<S> {
    pub(super) fn new(stream: S, period: Duration) -> Self {
        Throttle { stream: Box::pin(stream), pause: None, period }
    }
}

impl<S: Stream> Stream for Throttle<S> {
    type Item = S::Item;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<S::Item>> {
        let this = self.get_mut();
        if let Some(pause) = &mut this.pause {
            ready!(pause.as_mut().poll(cx));
            this.pause = None;
        }
        let item = ready!(this.stream.as_mut().poll_next(cx));
        if item.is_some() {
            this.pause = Some(Box::pin(sleep(this.period)));
        }
        Poll::Ready(item)
    }
}

/// See [`StreamExt::timeout`](super::StreamExt::timeout).
#[must_use = "streams do nothing unless polled"]
pub struct Timeout<S: Stream> {
    stream: Pin<Box<Fuse<S>>>,
    sleep: Option<Pin<Box<Sleep>>>,
    /// When a lack of items is to be reported; `None` after that was done.
    deadline: Option<Instant>,
    duration: Duration,
}

impl<S: Stream> Timeout<S> {
    pub(super) fn new(stream: S, duration: Duration) -> Self {
        let mut timeout = Timeout { stream: Box::pin(stream.fuse()), sleep: None, deadline: None, duration };
        timeout.rearm();
        timeout
    }

    fn rearm(&mut self) {
        self.sleep = None;
        self.deadline = Instant::now().checked_add(self.duration);
    }
}

impl<S: Stream> Stream for Timeout<S> {
    type Item = Result<S::Item, Elapsed>;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = self.get_mut();
        if let Poll::Ready(item) = this.stream.as_mut().poll_next(cx) {
            this.rearm();
            return Poll::Ready(item.map(Ok));
        }
        let Some(deadline) = this.deadline else { return Poll::Pending };
        let sleep = this.sleep.get_or_insert_with(|| Box::pin(sleep_until(deadline)));
        ready!(sleep.as_mut().poll(cx));
        this.sleep = None;
        this.deadline = None;
        Poll::Ready(Some(Err(Elapsed::new())))
    }
}

/// See [`StreamExt::chunks_timeout`](super::StreamExt::chunks_timeout).
#[must_use = "streams do nothing unless polled"]
pub struct ChunksTimeout<S: Stream> {
    stream: Pin<Box<Fuse<S>>>,
    items: Vec<S::Item>,
    deadline: Option<Pin<Box<Sleep>>>,
    capacity: usize,
    duration: Duration,
}

impl<S: Stream> Unpin for ChunksTimeout<S> {}

impl<S: Stream> Stream for ChunksTimeout<S> {
    type Item = Vec<S::Item>;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Vec<S::Item>>> {
        let this = self.get_mut();
        loop {
            match this.stream.as_mut().poll_next(cx) {
                Poll::Ready(Some(item)) => {
                    if this.items.is_empty() {
                        let due = Instant::now().checked_add(this.duration);
                        this.deadline = due.map(|it| Box::pin(sleep_until(it)));
                    }
                    this.items.push(item);
                    if this.items.len() == this.capacity {
                        return Poll::Ready(this.flush());
                    }
                }
                Poll::Ready(None) => return Poll::Ready(this.flush()),
                Poll::Pending => break,
            }
        }
        let Some(deadline) = &mut this.deadline else { return Poll::Pending };
        ready!(deadline.as_mut().poll(cx));
        Poll::Ready(this.flush())
    }
}

impl<S: Stream> ChunksTimeout<S> {
    #[track_caller]
    pub(super) fn new(stream: S, capacity: usize, duration: Duration) -> Self {
        assert!(capacity > 0, "`capacity` must be non-zero.");
        ChunksTimeout {
            stream: Box::pin(stream.fuse()),
            items: Vec::new(),
            deadline: None,
            capacity,
            duration,
        }
    }

    fn flush(&mut self) -> Option<Vec<S::Item>> {
        self.deadline = None;
        let items = std::mem::take(&mut self.items);
        (!items.is_empty()).then_some(items)
    }
}

impl<S> fmt::Debug for Throttle<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Throttle").field("period", &self.period).finish_non_exhaustive()
    }
}

impl<S: Stream> fmt::Debug for Timeout<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Timeout").field("duration", &self.duration).finish_non_exhaustive()
    }
}

impl<S: Stream> fmt::Debug for ChunksTimeout<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ChunksTimeout").field("capacity", &self.capacity).finish_non_exhaustive()
    }
}
