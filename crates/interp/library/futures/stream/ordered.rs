//! Many futures at once, whose outputs come in the order of the futures.

use super::{FusedStream, FuturesUnordered, Stream};
use std::collections::BTreeMap;
use std::fmt;
use std::future::Future;
use std::iter::FromIterator;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

/// A future with its place in the row.
struct Placed<Fut> {
    future: Fut,
    place: i64,
}

impl<Fut: Future> Future for Placed<Fut> {
    type Output = (i64, Fut::Output);

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<(i64, Fut::Output)> {
        let this = unsafe { self.get_unchecked_mut() };
        let output = ready!(unsafe { Pin::new_unchecked(&mut this.future) }.poll(cx));
        Poll::Ready((this.place, output))
    }
}

#[must_use = "streams do nothing unless polled"]
pub struct FuturesOrdered<Fut: Future> {
    running: FuturesUnordered<Placed<Fut>>,
    done: BTreeMap<i64, Fut::Output>,
    first: i64,
    end: i64,
}

impl<Fut: Future> FuturesOrdered<Fut> {
    pub fn new() -> FuturesOrdered<Fut> {
        FuturesOrdered { running: FuturesUnordered::new(), done: BTreeMap::new(), first: 0, end: 0 }
    }

    pub fn len(&self) -> usize {
        self.running.len() + self.done.len()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub fn push(&mut self, future: Fut) {
        self.push_back(future)
    }

    pub fn push_back(&mut self, future: Fut) {
        let place = self.end;
        self.end += 1;
        self.running.push(Placed { future, place });
    }

    pub fn push_front(&mut self, future: Fut) {
        self.first -= 1;
        let place = self.first;
        self.running.push(Placed { future, place });
    }
}

impl<Fut: Future> Default for FuturesOrdered<Fut> {
    fn default() -> Self {
        FuturesOrdered::new()
    }
}

impl<Fut: Future> Stream for FuturesOrdered<Fut> {
    type Item = Fut::Output;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Fut::Output>> {
        let this = unsafe { self.get_unchecked_mut() };
        loop {
            let first = this.first;
            if let Some(output) = this.done.remove(&first) {
                this.first += 1;
                return Poll::Ready(Some(output));
            }
            match ready!(next_of!(this.running, cx)) {
                Some((place, output)) => {
                    this.done.insert(place, output);
                }
                None => return Poll::Ready(None),
            }
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.len(), Some(self.len()))
    }
}

impl<Fut: Future> FusedStream for FuturesOrdered<Fut> {
    fn is_terminated(&self) -> bool {
        self.running.is_terminated() && self.done.is_empty()
    }
}

impl<Fut: Future> Extend<Fut> for FuturesOrdered<Fut> {
    fn extend<I: IntoIterator<Item = Fut>>(&mut self, iter: I) {
        for future in iter {
            self.push_back(future);
        }
    }
}

impl<Fut: Future> FromIterator<Fut> for FuturesOrdered<Fut> {
    fn from_iter<I: IntoIterator<Item = Fut>>(iter: I) -> Self {
        let mut all = FuturesOrdered::new();
        for future in iter {
            all.push_back(future);
        }
        all
    }
}

impl<Fut: Future> fmt::Debug for FuturesOrdered<Fut> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("FuturesOrdered { ... }")
    }
}
