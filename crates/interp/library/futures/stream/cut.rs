//! Parts of streams, and streams over and over.

use super::{FusedStream, Stream};
use std::any::Any;
use std::future::Future;
use std::panic::{AssertUnwindSafe, UnwindSafe, catch_unwind};
use std::pin::Pin;
use std::task::{Context, Poll, ready};

#[derive(Debug)]
#[must_use = "streams do nothing unless polled"]
pub struct Take<St> {
    pub(crate) stream: St,
    pub(crate) remaining: usize,
}

impl<St: Stream> Stream for Take<St> {
    type Item = St::Item;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<St::Item>> {
        let this = unsafe { self.get_unchecked_mut() };
        if this.remaining == 0 {
            return Poll::Ready(None);
        }
        let next = ready!(next_of!(this.stream, cx));
        this.remaining = if next.is_some() { this.remaining - 1 } else { 0 };
        Poll::Ready(next)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        if self.remaining == 0 {
            return (0, Some(0));
        }
        let (lower, upper) = self.stream.size_hint();
        let upper = upper.map_or(self.remaining, |it| it.min(self.remaining));
        (lower.min(self.remaining), Some(upper))
    }
}

impl<St: FusedStream> FusedStream for Take<St> {
    fn is_terminated(&self) -> bool {
        self.remaining == 0 || self.stream.is_terminated()
    }
}

#[derive(Debug)]
#[must_use = "streams do nothing unless polled"]
pub struct Skip<St> {
    pub(crate) stream: St,
    pub(crate) remaining: usize,
}

impl<St: Stream> Stream for Skip<St> {
    type Item = St::Item;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<St::Item>> {
        let this = unsafe { self.get_unchecked_mut() };
        while this.remaining > 0 {
            if ready!(next_of!(this.stream, cx)).is_none() {
                return Poll::Ready(None);
            }
            this.remaining -= 1;
        }
        next_of!(this.stream, cx)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let (lower, upper) = self.stream.size_hint();
        (lower.saturating_sub(self.remaining), upper.map(|it| it.saturating_sub(self.remaining)))
    }
}

#[must_use = "streams do nothing unless polled"]
pub struct TakeWhile<St: Stream, Fut, F> {
    pub(crate) stream: St,
    pub(crate) f: F,
    pub(crate) future: Option<Fut>,
    pub(crate) item: Option<St::Item>,
    pub(crate) done: bool,
}

impl<St: Stream, Fut: Future<Output = bool>, F: FnMut(&St::Item) -> Fut> Stream for TakeWhile<St, Fut, F> {
    type Item = St::Item;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<St::Item>> {
        let this = unsafe { self.get_unchecked_mut() };
        if this.done {
            return Poll::Ready(None);
        }
        loop {
            if let Some(future) = &mut this.future {
                let wanted = output_of!(this.future, future, cx);
                let item = this.item.take();
                this.done = !wanted;
                return Poll::Ready(if wanted { item } else { None });
            }
            match ready!(next_of!(this.stream, cx)) {
                Some(item) => {
                    this.future = Some((this.f)(&item));
                    this.item = Some(item);
                }
                None => return Poll::Ready(None),
            }
        }
    }
}

#[must_use = "streams do nothing unless polled"]
pub struct SkipWhile<St: Stream, Fut, F> {
    pub(crate) stream: St,
    pub(crate) f: F,
    pub(crate) future: Option<Fut>,
    pub(crate) item: Option<St::Item>,
    pub(crate) done: bool,
}

impl<St: Stream, Fut: Future<Output = bool>, F: FnMut(&St::Item) -> Fut> Stream for SkipWhile<St, Fut, F> {
    type Item = St::Item;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<St::Item>> {
        let this = unsafe { self.get_unchecked_mut() };
        loop {
            if this.done {
                return next_of!(this.stream, cx);
            }
            if let Some(future) = &mut this.future {
                let skipped = output_of!(this.future, future, cx);
                let item = this.item.take();
                if !skipped {
                    this.done = true;
                    return Poll::Ready(item);
                }
            }
            match ready!(next_of!(this.stream, cx)) {
                Some(item) => {
                    this.future = Some((this.f)(&item));
                    this.item = Some(item);
                }
                None => return Poll::Ready(None),
            }
        }
    }
}

#[must_use = "streams do nothing unless polled"]
pub struct TakeUntil<St, Fut: Future> {
    pub(crate) stream: St,
    pub(crate) future: Option<Fut>,
    pub(crate) result: Option<Fut::Output>,
    pub(crate) free: bool,
}

impl<St: Stream, Fut: Future> TakeUntil<St, Fut> {
    pub fn take_future(&mut self) -> Option<Fut> {
        if self.future.is_some() {
            self.free = true;
        }
        self.future.take()
    }

    pub fn take_result(&mut self) -> Option<Fut::Output> {
        self.result.take()
    }

    pub fn is_stopped(&self) -> bool {
        !self.free && self.future.is_none()
    }
}

impl<St: Stream, Fut: Future> Stream for TakeUntil<St, Fut> {
    type Item = St::Item;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<St::Item>> {
        let this = unsafe { self.get_unchecked_mut() };
        if let Some(future) = &mut this.future {
            if let Poll::Ready(result) = unsafe { Pin::new_unchecked(future) }.poll(cx) {
                this.future = None;
                this.result = Some(result);
            }
        }
        if !this.free && this.future.is_none() {
            return Poll::Ready(None);
        }
        let item = ready!(next_of!(this.stream, cx));
        if item.is_none() {
            this.future = None;
        }
        Poll::Ready(item)
    }
}

impl<St: Stream, Fut: Future> FusedStream for TakeUntil<St, Fut> {
    fn is_terminated(&self) -> bool {
        self.is_stopped()
    }
}

inner! { Take<St> Skip<St> TakeWhile<St, Fut, F> SkipWhile<St, Fut, F> TakeUntil<St, Fut> }

#[derive(Debug)]
#[must_use = "streams do nothing unless polled"]
pub struct Cycle<St> {
    pub(crate) orig: St,
    pub(crate) stream: St,
}

impl<St: Clone + Stream> Stream for Cycle<St> {
    type Item = St::Item;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<St::Item>> {
        let this = unsafe { self.get_unchecked_mut() };
        match ready!(next_of!(this.stream, cx)) {
            None => {
                this.stream = this.orig.clone();
                next_of!(this.stream, cx)
            }
            item => Poll::Ready(item),
        }
    }
}

impl<St: Clone + Stream> FusedStream for Cycle<St> {
    fn is_terminated(&self) -> bool {
        false
    }
}

/// What has panicked is over.
#[derive(Debug)]
#[must_use = "streams do nothing unless polled"]
pub struct CatchUnwind<St> {
    pub(crate) stream: St,
    pub(crate) caught: bool,
}

impl<St: Stream + UnwindSafe> Stream for CatchUnwind<St> {
    type Item = Result<St::Item, Box<dyn Any + Send>>;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = unsafe { self.get_unchecked_mut() };
        if this.caught {
            return Poll::Ready(None);
        }
        match catch_unwind(AssertUnwindSafe(|| next_of!(this.stream, cx))) {
            Ok(polled) => polled.map(|item| item.map(Ok)),
            Err(payload) => {
                this.caught = true;
                Poll::Ready(Some(Err(payload)))
            }
        }
    }
}
