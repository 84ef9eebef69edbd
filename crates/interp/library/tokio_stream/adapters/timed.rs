//! Streams that go by the clock.

use futures::stream::{Fuse, Stream, StreamExt};
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use tokio::time::{Instant, Interval, Sleep, sleep};
use std::time::Duration;

#[derive(Debug, PartialEq, Eq)]
pub struct Elapsed(());

impl fmt::Display for Elapsed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("deadline has elapsed")
    }
}

impl std::error::Error for Elapsed {}

impl From<Elapsed> for std::io::Error {
    fn from(_: Elapsed) -> std::io::Error {
        std::io::Error::from(std::io::ErrorKind::TimedOut)
    }
}

#[must_use = "streams do nothing unless polled"]
pub struct Timeout<S> {
    stream: Fuse<S>,
    deadline: Sleep,
    duration: Duration,
    waits: bool,
}

impl<S: Stream> Timeout<S> {
    pub(crate) fn new(stream: S, duration: Duration) -> Self {
        Timeout { stream: stream.fuse(), deadline: sleep(duration), duration, waits: true }
    }
}

impl<S: Stream> Stream for Timeout<S> {
    type Item = Result<S::Item, Elapsed>;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = unsafe { self.get_unchecked_mut() };
        match unsafe { Pin::new_unchecked(&mut this.stream) }.poll_next(cx) {
            Poll::Ready(Some(item)) => {
                this.deadline = sleep(this.duration);
                this.waits = true;
                return Poll::Ready(Some(Ok(item)));
            }
            Poll::Ready(None) => return Poll::Ready(None),
            Poll::Pending => {}
        }
        if !this.waits {
            return Poll::Pending;
        }
        ready!(unsafe { Pin::new_unchecked(&mut this.deadline) }.poll(cx));
        this.waits = false;
        Poll::Ready(Some(Err(Elapsed(()))))
    }
}

#[must_use = "streams do nothing unless polled"]
pub struct TimeoutRepeating<S> {
    stream: Fuse<S>,
    interval: Interval,
}

impl<S: Stream> TimeoutRepeating<S> {
    pub(crate) fn new(stream: S, interval: Interval) -> Self {
        TimeoutRepeating { stream: stream.fuse(), interval }
    }
}

impl<S: Stream> Stream for TimeoutRepeating<S> {
    type Item = Result<S::Item, Elapsed>;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = unsafe { self.get_unchecked_mut() };
        match unsafe { Pin::new_unchecked(&mut this.stream) }.poll_next(cx) {
            Poll::Ready(Some(item)) => {
                this.interval.reset();
                return Poll::Ready(Some(Ok(item)));
            }
            Poll::Ready(None) => return Poll::Ready(None),
            Poll::Pending => {}
        }
        ready!(this.interval.poll_tick(cx));
        Poll::Ready(Some(Err(Elapsed(()))))
    }
}

#[must_use = "streams do nothing unless polled"]
pub struct Throttle<S> {
    delay: Option<Sleep>,
    duration: Duration,
    stream: S,
}

pub fn throttle<S: Stream>(duration: Duration, stream: S) -> Throttle<S> {
    Throttle { delay: None, duration, stream }
}

impl<S> Throttle<S> {
    pub fn get_ref(&self) -> &S {
        &self.stream
    }

    pub fn get_mut(&mut self) -> &mut S {
        &mut self.stream
    }

    pub fn into_inner(self) -> S {
        self.stream
    }
}

impl<S: Stream> Stream for Throttle<S> {
    type Item = S::Item;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<S::Item>> {
        let this = unsafe { self.get_unchecked_mut() };
        if let Some(delay) = &mut this.delay {
            ready!(unsafe { Pin::new_unchecked(delay) }.poll(cx));
            this.delay = None;
        }
        let item = ready!(unsafe { Pin::new_unchecked(&mut this.stream) }.poll_next(cx));
        if item.is_some() && !this.duration.is_zero() {
            this.delay = Some(sleep(this.duration));
        }
        Poll::Ready(item)
    }
}

#[must_use = "streams do nothing unless polled"]
pub struct ChunksTimeout<S: Stream> {
    stream: Fuse<S>,
    deadline: Option<Sleep>,
    duration: Duration,
    items: Vec<S::Item>,
    cap: usize,
}

impl<S: Stream> ChunksTimeout<S> {
    pub(crate) fn new(stream: S, max_size: usize, duration: Duration) -> Self {
        ChunksTimeout { stream: stream.fuse(), deadline: None, duration, items: Vec::new(), cap: max_size }
    }

    pub fn into_remainder(self) -> Vec<S::Item> {
        self.items
    }
}

impl<S: Stream> Stream for ChunksTimeout<S> {
    type Item = Vec<S::Item>;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Vec<S::Item>>> {
        let this = unsafe { self.get_unchecked_mut() };
        loop {
            match unsafe { Pin::new_unchecked(&mut this.stream) }.poll_next(cx) {
                Poll::Pending => break,
                Poll::Ready(Some(item)) => {
                    if this.items.is_empty() {
                        this.deadline = Some(sleep(this.duration));
                    }
                    this.items.push(item);
                    if this.items.len() >= this.cap {
                        return Poll::Ready(Some(std::mem::replace(&mut this.items, Vec::new())));
                    }
                }
                Poll::Ready(None) if this.items.is_empty() => return Poll::Ready(None),
                Poll::Ready(None) => return Poll::Ready(Some(std::mem::replace(&mut this.items, Vec::new()))),
            }
        }
        if this.items.is_empty() {
            return Poll::Pending;
        }
        if let Some(deadline) = &mut this.deadline {
            ready!(unsafe { Pin::new_unchecked(deadline) }.poll(cx));
        }
        Poll::Ready(Some(std::mem::replace(&mut this.items, Vec::new())))
    }
}
