//! Streams made of streams.

mod merge;
mod peekable;
mod timed;

pub use futures::stream::{Chain, Empty, Fuse, Iter, Map, Pending, Skip, Take, Then, empty, iter, pending};
pub use merge::Merge;
pub use peekable::Peekable;
pub use timed::{ChunksTimeout, Elapsed, Throttle, Timeout, TimeoutRepeating, throttle};

use futures::stream::Stream;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

/// A stream of one value.
pub type Once<T> = Iter<std::option::IntoIter<T>>;

pub fn once<T>(value: T) -> Once<T> {
    iter(Some(value))
}

macro_rules! next_of {
    ($stream:expr, $cx:expr) => {
        unsafe { Pin::new_unchecked(&mut $stream) }.poll_next($cx)
    };
}

#[must_use = "streams do nothing unless polled"]
pub struct Filter<St, F> {
    pub(crate) stream: St,
    pub(crate) f: F,
}

impl<St: Stream, F: FnMut(&St::Item) -> bool> Stream for Filter<St, F> {
    type Item = St::Item;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<St::Item>> {
        let this = unsafe { self.get_unchecked_mut() };
        loop {
            match ready!(next_of!(this.stream, cx)) {
                Some(item) => {
                    if (this.f)(&item) {
                        return Poll::Ready(Some(item));
                    }
                }
                None => return Poll::Ready(None),
            }
        }
    }
}

#[must_use = "streams do nothing unless polled"]
pub struct FilterMap<St, F> {
    pub(crate) stream: St,
    pub(crate) f: F,
}

impl<St: Stream, F: FnMut(St::Item) -> Option<T>, T> Stream for FilterMap<St, F> {
    type Item = T;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<T>> {
        let this = unsafe { self.get_unchecked_mut() };
        loop {
            match ready!(next_of!(this.stream, cx)) {
                Some(item) => {
                    if let Some(item) = (this.f)(item) {
                        return Poll::Ready(Some(item));
                    }
                }
                None => return Poll::Ready(None),
            }
        }
    }
}

#[must_use = "streams do nothing unless polled"]
pub struct MapWhile<St, F> {
    pub(crate) stream: St,
    pub(crate) f: F,
}

impl<St: Stream, F: FnMut(St::Item) -> Option<T>, T> Stream for MapWhile<St, F> {
    type Item = T;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<T>> {
        let this = unsafe { self.get_unchecked_mut() };
        match ready!(next_of!(this.stream, cx)) {
            Some(item) => Poll::Ready((this.f)(item)),
            None => Poll::Ready(None),
        }
    }
}

#[must_use = "streams do nothing unless polled"]
pub struct TakeWhile<St, F> {
    pub(crate) stream: St,
    pub(crate) f: F,
    pub(crate) done: bool,
}

impl<St: Stream, F: FnMut(&St::Item) -> bool> Stream for TakeWhile<St, F> {
    type Item = St::Item;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<St::Item>> {
        let this = unsafe { self.get_unchecked_mut() };
        if this.done {
            return Poll::Ready(None);
        }
        match ready!(next_of!(this.stream, cx)) {
            Some(item) if (this.f)(&item) => Poll::Ready(Some(item)),
            _ => {
                this.done = true;
                Poll::Ready(None)
            }
        }
    }
}

#[must_use = "streams do nothing unless polled"]
pub struct SkipWhile<St, F> {
    pub(crate) stream: St,
    pub(crate) f: Option<F>,
}

impl<St: Stream, F: FnMut(&St::Item) -> bool> Stream for SkipWhile<St, F> {
    type Item = St::Item;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<St::Item>> {
        let this = unsafe { self.get_unchecked_mut() };
        loop {
            let item = ready!(next_of!(this.stream, cx));
            let skipped = match (&mut this.f, &item) {
                (Some(f), Some(item)) => f(item),
                _ => false,
            };
            if !skipped {
                this.f = None;
                return Poll::Ready(item);
            }
        }
    }
}
