//! Two streams as their items come.

use futures::stream::{Fuse, Stream, StreamExt};
use std::pin::Pin;
use std::task::{Context, Poll};

#[must_use = "streams do nothing unless polled"]
pub struct Merge<T, U> {
    a: Fuse<T>,
    b: Fuse<U>,
    a_first: bool,
}

impl<T: Stream, U: Stream<Item = T::Item>> Merge<T, U> {
    pub(crate) fn new(a: T, b: U) -> Self {
        Merge { a: a.fuse(), b: b.fuse(), a_first: true }
    }
}

/// The first of two that is ready; over when both are.
fn either<T: Stream, U: Stream<Item = T::Item>>(
    first: &mut T,
    second: &mut U,
    cx: &mut Context<'_>,
) -> Poll<Option<T::Item>> {
    let mut done = true;
    match unsafe { Pin::new_unchecked(first) }.poll_next(cx) {
        Poll::Ready(Some(item)) => return Poll::Ready(Some(item)),
        Poll::Ready(None) => {}
        Poll::Pending => done = false,
    }
    match unsafe { Pin::new_unchecked(second) }.poll_next(cx) {
        Poll::Ready(Some(item)) => return Poll::Ready(Some(item)),
        Poll::Ready(None) => {}
        Poll::Pending => done = false,
    }
    if done { Poll::Ready(None) } else { Poll::Pending }
}

impl<T: Stream, U: Stream<Item = T::Item>> Stream for Merge<T, U> {
    type Item = T::Item;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<T::Item>> {
        let this = unsafe { self.get_unchecked_mut() };
        let a_first = this.a_first;
        this.a_first = !a_first;
        if a_first { either(&mut this.a, &mut this.b, cx) } else { either(&mut this.b, &mut this.a, cx) }
    }
}
