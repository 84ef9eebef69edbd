//! Streams of streams.

use super::{FusedStream, Map, SelectAll, Stream};
use std::pin::Pin;
use std::task::{Context, Poll, ready};

#[must_use = "streams do nothing unless polled"]
pub struct Flatten<St: Stream> {
    pub(crate) stream: St,
    pub(crate) next: Option<St::Item>,
}

impl<St: Stream> Stream for Flatten<St>
where
    St::Item: Stream,
{
    type Item = <St::Item as Stream>::Item;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = unsafe { self.get_unchecked_mut() };
        loop {
            if let Some(inner) = &mut this.next {
                match ready!(unsafe { Pin::new_unchecked(inner) }.poll_next(cx)) {
                    Some(item) => return Poll::Ready(Some(item)),
                    None => this.next = None,
                }
            }
            match ready!(next_of!(this.stream, cx)) {
                Some(inner) => this.next = Some(inner),
                None => return Poll::Ready(None),
            }
        }
    }
}

#[must_use = "streams do nothing unless polled"]
pub struct FlatMap<St: Stream, U: Stream, F> {
    pub(crate) inner: Flatten<Map<St, F>>,
    pub(crate) of: std::marker::PhantomData<U>,
}

impl<St: Stream, U: Stream, F: FnMut(St::Item) -> U> Stream for FlatMap<St, U, F> {
    type Item = U::Item;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<U::Item>> {
        let this = unsafe { self.get_unchecked_mut() };
        next_of!(this.inner, cx)
    }
}

/// Several inner streams at once.
#[must_use = "streams do nothing unless polled"]
pub struct FlattenUnordered<St: Stream> {
    pub(crate) stream: Option<St>,
    pub(crate) inner: SelectAll<Pin<Box<St::Item>>>,
    pub(crate) limit: usize,
}

impl<St: Stream> Stream for FlattenUnordered<St>
where
    St::Item: Stream,
{
    type Item = <St::Item as Stream>::Item;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = unsafe { self.get_unchecked_mut() };
        loop {
            while this.inner.len() < this.limit {
                let Some(stream) = &mut this.stream else { break };
                match unsafe { Pin::new_unchecked(stream) }.poll_next(cx) {
                    Poll::Ready(Some(inner)) => this.inner.push(Box::pin(inner)),
                    Poll::Ready(None) => this.stream = None,
                    Poll::Pending => break,
                }
            }
            let was_full = this.inner.len() == this.limit;
            match next_of!(this.inner, cx) {
                Poll::Ready(Some(item)) => return Poll::Ready(Some(item)),
                Poll::Ready(None) if this.stream.is_none() => return Poll::Ready(None),
                _ if was_full && this.inner.len() < this.limit && this.stream.is_some() => {}
                _ => return Poll::Pending,
            }
        }
    }
}

#[must_use = "streams do nothing unless polled"]
pub struct FlatMapUnordered<St: Stream, U: Stream, F> {
    pub(crate) inner: FlattenUnordered<Map<St, F>>,
    pub(crate) of: std::marker::PhantomData<U>,
}

impl<St: Stream, U: Stream, F: FnMut(St::Item) -> U> Stream for FlatMapUnordered<St, U, F> {
    type Item = U::Item;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<U::Item>> {
        let this = unsafe { self.get_unchecked_mut() };
        next_of!(this.inner, cx)
    }
}
