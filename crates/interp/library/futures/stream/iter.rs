//! An iterator as a stream.

use super::{FusedStream, Stream};
use std::pin::Pin;
use std::task::{Context, Poll};

#[derive(Debug, Clone)]
#[must_use = "streams do nothing unless polled"]
pub struct Iter<I> {
    iter: I,
}

pub fn iter<I: IntoIterator>(i: I) -> Iter<I::IntoIter> {
    Iter { iter: i.into_iter() }
}

impl<I> Iter<I> {
    pub fn get_ref(&self) -> &I {
        &self.iter
    }

    pub fn get_mut(&mut self) -> &mut I {
        &mut self.iter
    }

    pub fn into_inner(self) -> I {
        self.iter
    }
}

impl<I: Iterator> Stream for Iter<I> {
    type Item = I::Item;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<I::Item>> {
        Poll::Ready(self.iter.next())
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.iter.size_hint()
    }
}

impl<I: Iterator> FusedStream for Iter<I> {
    fn is_terminated(&self) -> bool {
        false
    }
}
