//! Streams made of streams.

use super::{FusedStream, Stream};
use crate::future::FusedFuture;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

#[must_use = "streams do nothing unless polled"]
pub struct Map<St, F> {
    pub(crate) stream: St,
    pub(crate) f: F,
}

impl<St: Stream, F: FnMut(St::Item) -> T, T> Stream for Map<St, F> {
    type Item = T;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<T>> {
        let this = unsafe { self.get_unchecked_mut() };
        match ready!(next_of!(this.stream, cx)) {
            Some(item) => Poll::Ready(Some((this.f)(item))),
            None => Poll::Ready(None),
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.stream.size_hint()
    }
}

#[must_use = "streams do nothing unless polled"]
pub struct Inspect<St, F> {
    pub(crate) stream: St,
    pub(crate) f: F,
}

impl<St: Stream, F: FnMut(&St::Item)> Stream for Inspect<St, F> {
    type Item = St::Item;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<St::Item>> {
        let this = unsafe { self.get_unchecked_mut() };
        let item = ready!(next_of!(this.stream, cx));
        if let Some(item) = &item {
            (this.f)(item);
        }
        Poll::Ready(item)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.stream.size_hint()
    }
}

#[must_use = "streams do nothing unless polled"]
pub struct Enumerate<St> {
    pub(crate) stream: St,
    pub(crate) count: usize,
}

impl<St: Stream> Stream for Enumerate<St> {
    type Item = (usize, St::Item);

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<(usize, St::Item)>> {
        let this = unsafe { self.get_unchecked_mut() };
        match ready!(next_of!(this.stream, cx)) {
            Some(item) => {
                let count = this.count;
                this.count += 1;
                Poll::Ready(Some((count, item)))
            }
            None => Poll::Ready(None),
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.stream.size_hint()
    }
}

#[must_use = "streams do nothing unless polled"]
pub struct Then<St, Fut, F> {
    pub(crate) stream: St,
    pub(crate) future: Option<Fut>,
    pub(crate) f: F,
}

impl<St: Stream, Fut: Future, F: FnMut(St::Item) -> Fut> Stream for Then<St, Fut, F> {
    type Item = Fut::Output;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Fut::Output>> {
        let this = unsafe { self.get_unchecked_mut() };
        loop {
            if let Some(future) = &mut this.future {
                return Poll::Ready(Some(output_of!(this.future, future, cx)));
            }
            match ready!(next_of!(this.stream, cx)) {
                Some(item) => this.future = Some((this.f)(item)),
                None => return Poll::Ready(None),
            }
        }
    }
}

#[must_use = "streams do nothing unless polled"]
pub struct Filter<St: Stream, Fut, F> {
    pub(crate) stream: St,
    pub(crate) f: F,
    pub(crate) future: Option<Fut>,
    pub(crate) item: Option<St::Item>,
}

impl<St: Stream, Fut: Future<Output = bool>, F: FnMut(&St::Item) -> Fut> Stream for Filter<St, Fut, F> {
    type Item = St::Item;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<St::Item>> {
        let this = unsafe { self.get_unchecked_mut() };
        loop {
            if let Some(future) = &mut this.future {
                let wanted = output_of!(this.future, future, cx);
                let item = this.item.take();
                if wanted {
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
pub struct FilterMap<St, Fut, F> {
    pub(crate) stream: St,
    pub(crate) f: F,
    pub(crate) future: Option<Fut>,
}

impl<St, Fut, F, T> Stream for FilterMap<St, Fut, F>
where
    St: Stream,
    F: FnMut(St::Item) -> Fut,
    Fut: Future<Output = Option<T>>,
{
    type Item = T;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<T>> {
        let this = unsafe { self.get_unchecked_mut() };
        loop {
            if let Some(future) = &mut this.future {
                let item = output_of!(this.future, future, cx);
                if item.is_some() {
                    return Poll::Ready(item);
                }
            }
            match ready!(next_of!(this.stream, cx)) {
                Some(item) => this.future = Some((this.f)(item)),
                None => return Poll::Ready(None),
            }
        }
    }
}

#[must_use = "streams do nothing unless polled"]
pub struct Scan<St, S, Fut, F> {
    pub(crate) stream: St,
    pub(crate) state: Option<(S, F)>,
    pub(crate) future: Option<Fut>,
}

impl<St, S, Fut, F, B> Stream for Scan<St, S, Fut, F>
where
    St: Stream,
    F: FnMut(&mut S, St::Item) -> Fut,
    Fut: Future<Output = Option<B>>,
{
    type Item = B;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<B>> {
        let this = unsafe { self.get_unchecked_mut() };
        loop {
            if this.state.is_none() {
                return Poll::Ready(None);
            }
            if let Some(future) = &mut this.future {
                let item = output_of!(this.future, future, cx);
                if item.is_none() {
                    this.state = None;
                }
                return Poll::Ready(item);
            }
            match ready!(next_of!(this.stream, cx)) {
                Some(item) => {
                    let (state, f) = this.state.as_mut().unwrap();
                    this.future = Some(f(state, item));
                }
                None => return Poll::Ready(None),
            }
        }
    }
}

#[must_use = "streams do nothing unless polled"]
pub struct Fuse<St> {
    pub(crate) stream: St,
    pub(crate) done: bool,
}

impl<St: Stream> Stream for Fuse<St> {
    type Item = St::Item;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<St::Item>> {
        let this = unsafe { self.get_unchecked_mut() };
        if this.done {
            return Poll::Ready(None);
        }
        let item = ready!(next_of!(this.stream, cx));
        this.done = item.is_none();
        Poll::Ready(item)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        if self.done { (0, Some(0)) } else { self.stream.size_hint() }
    }
}

impl<St> Fuse<St> {
    pub fn is_done(&self) -> bool {
        self.done
    }
}

impl<St: Stream> FusedStream for Fuse<St> {
    fn is_terminated(&self) -> bool {
        self.done
    }
}

inner! { Map<St, F> Inspect<St, F> Enumerate<St> Then<St, Fut, F> Filter<St, Fut, F> FilterMap<St, Fut, F> Scan<St, S, Fut, F> Fuse<St> }

#[must_use = "streams do nothing unless polled"]
pub struct Chain<St1, St2> {
    pub(crate) first: Option<St1>,
    pub(crate) second: St2,
}

impl<St1: Stream, St2: Stream<Item = St1::Item>> Stream for Chain<St1, St2> {
    type Item = St1::Item;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<St1::Item>> {
        let this = unsafe { self.get_unchecked_mut() };
        if let Some(first) = &mut this.first {
            if let Some(item) = ready!(unsafe { Pin::new_unchecked(first) }.poll_next(cx)) {
                return Poll::Ready(Some(item));
            }
            this.first = None;
        }
        next_of!(this.second, cx)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let second = self.second.size_hint();
        let Some(first) = &self.first else { return second };
        let first = first.size_hint();
        (first.0 + second.0, first.1.zip(second.1).map(|it| it.0 + it.1))
    }
}

/// The first item of a stream, and the stream.
#[must_use = "futures do nothing unless you `.await` or poll them"]
pub struct StreamFuture<St> {
    pub(crate) stream: Option<St>,
}

impl<St> StreamFuture<St> {
    pub fn get_ref(&self) -> Option<&St> {
        self.stream.as_ref()
    }

    pub fn get_mut(&mut self) -> Option<&mut St> {
        self.stream.as_mut()
    }

    pub fn into_inner(self) -> Option<St> {
        self.stream
    }
}

impl<St: Stream + Unpin> Future for StreamFuture<St> {
    type Output = (Option<St::Item>, St);

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<(Option<St::Item>, St)> {
        let this = unsafe { self.get_unchecked_mut() };
        let stream = this.stream.as_mut().expect("polling StreamFuture twice");
        let item = ready!(Pin::new(stream).poll_next(cx));
        Poll::Ready((item, this.stream.take().unwrap()))
    }
}

impl<St: Stream + Unpin> FusedFuture for StreamFuture<St> {
    fn is_terminated(&self) -> bool {
        self.stream.is_none()
    }
}
