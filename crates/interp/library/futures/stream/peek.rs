//! A stream whose next item can be looked at.

use super::{Fuse, FusedStream, Stream};
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

#[must_use = "streams do nothing unless polled"]
pub struct Peekable<St: Stream> {
    pub(crate) stream: Fuse<St>,
    pub(crate) peeked: Option<St::Item>,
}

impl<St: Stream> Peekable<St> {
    pub fn peek(self: Pin<&mut Self>) -> Peek<'_, St> {
        Peek { inner: self }
    }

    pub fn peek_mut(self: Pin<&mut Self>) -> PeekMut<'_, St> {
        PeekMut { inner: self }
    }

    pub fn poll_peek(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<&St::Item>> {
        let this = unsafe { self.get_unchecked_mut() };
        if this.peeked.is_none() {
            this.peeked = ready!(next_of!(this.stream, cx));
        }
        Poll::Ready(this.peeked.as_ref())
    }

    pub fn poll_peek_mut(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<&mut St::Item>> {
        let this = unsafe { self.get_unchecked_mut() };
        if this.peeked.is_none() {
            this.peeked = ready!(next_of!(this.stream, cx));
        }
        Poll::Ready(this.peeked.as_mut())
    }

    pub fn next_if<F: FnOnce(&St::Item) -> bool>(self: Pin<&mut Self>, func: F) -> NextIf<'_, St, F> {
        NextIf { inner: self, func: Some(func) }
    }

    pub async fn next_if_eq<T: ?Sized>(self: Pin<&mut Self>, expected: &T) -> Option<St::Item>
    where
        St::Item: PartialEq<T>,
    {
        self.next_if(|item| *item == *expected).await
    }
}

impl<St: Stream> Stream for Peekable<St> {
    type Item = St::Item;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<St::Item>> {
        let this = unsafe { self.get_unchecked_mut() };
        match this.peeked.take() {
            Some(item) => Poll::Ready(Some(item)),
            None => next_of!(this.stream, cx),
        }
    }
}

impl<St: Stream> FusedStream for Peekable<St> {
    fn is_terminated(&self) -> bool {
        self.peeked.is_none() && self.stream.is_terminated()
    }
}

#[must_use = "futures do nothing unless polled"]
pub struct Peek<'a, St: Stream> {
    inner: Pin<&'a mut Peekable<St>>,
}

impl<'a, St: Stream> Future for Peek<'a, St> {
    type Output = Option<&'a St::Item>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<&'a St::Item>> {
        self.get_mut().inner.as_mut().poll_peek(cx)
    }
}

#[must_use = "futures do nothing unless polled"]
pub struct PeekMut<'a, St: Stream> {
    inner: Pin<&'a mut Peekable<St>>,
}

impl<'a, St: Stream> Future for PeekMut<'a, St> {
    type Output = Option<&'a mut St::Item>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<&'a mut St::Item>> {
        self.get_mut().inner.as_mut().poll_peek_mut(cx)
    }
}

#[must_use = "futures do nothing unless polled"]
pub struct NextIf<'a, St: Stream, F> {
    inner: Pin<&'a mut Peekable<St>>,
    func: Option<F>,
}

impl<'a, St: Stream, F: FnOnce(&St::Item) -> bool> Future for NextIf<'a, St, F> {
    type Output = Option<St::Item>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<St::Item>> {
        let this = unsafe { self.get_unchecked_mut() };
        let Some(item) = ready!(this.inner.as_mut().poll_next(cx)) else { return Poll::Ready(None) };
        let func = this.func.take().expect("NextIf polled after completion");
        if func(&item) {
            return Poll::Ready(Some(item));
        }
        unsafe { this.inner.as_mut().get_unchecked_mut() }.peeked = Some(item);
        Poll::Ready(None)
    }
}
