//! A stream whose next item can be looked at.

use crate::StreamExt;
use futures::stream::{Fuse, Stream};
use std::pin::Pin;
use std::task::{Context, Poll};

#[must_use = "streams do nothing unless polled"]
pub struct Peekable<T: Stream> {
    peek: Option<T::Item>,
    stream: Fuse<T>,
}

impl<T: Stream> Peekable<T> {
    pub(crate) fn new(stream: T) -> Self {
        Peekable { peek: None, stream: StreamExt::fuse(stream) }
    }

    pub async fn peek(&mut self) -> Option<&T::Item>
    where
        T: Unpin,
    {
        if self.peek.is_none() {
            self.peek = self.stream.next().await;
        }
        self.peek.as_ref()
    }
}

impl<T: Stream> Stream for Peekable<T> {
    type Item = T::Item;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<T::Item>> {
        let this = unsafe { self.get_unchecked_mut() };
        match this.peek.take() {
            Some(item) => Poll::Ready(Some(item)),
            None => unsafe { Pin::new_unchecked(&mut this.stream) }.poll_next(cx),
        }
    }
}
