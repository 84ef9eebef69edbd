//! Many futures, as they become ready: the host knows which of them have been woken.

use super::{FusedStream, Stream};
use std::fmt;
use std::future::Future;
use std::iter::FromIterator;
use std::pin::Pin;
use std::task::{Context, Poll};

/// The futures, at the host.
#[lang = "HostFutures"]
struct HostFutures<Fut> {
    native: (),
    of: std::marker::PhantomData<Fut>,
}

fn host_futures<Fut>() -> HostFutures<Fut> {
    native!()
}

impl<Fut: Future> HostFutures<Fut> {
    fn push_future(&self, future: Fut) {
        native!()
    }

    fn poll_futures(&self, cx: &mut Context<'_>) -> Poll<Option<Fut::Output>> {
        native!()
    }
}

impl<Fut> HostFutures<Fut> {
    fn number_of_futures(&self) -> usize {
        native!()
    }

    fn clear_futures(&self) {
        native!()
    }
}

#[must_use = "streams do nothing unless polled"]
pub struct FuturesUnordered<Fut> {
    host: HostFutures<Fut>,
    terminated: bool,
}

impl<Fut> FuturesUnordered<Fut> {
    pub fn new() -> FuturesUnordered<Fut> {
        FuturesUnordered { host: host_futures(), terminated: false }
    }

    pub fn len(&self) -> usize {
        self.host.number_of_futures()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub fn push(&self, future: Fut) {
        self.host.push_future(future)
    }

    pub fn clear(&mut self) {
        self.host.clear_futures();
        self.terminated = false;
    }
}

impl<Fut> Default for FuturesUnordered<Fut> {
    fn default() -> Self {
        FuturesUnordered::new()
    }
}

impl<Fut: Future> Stream for FuturesUnordered<Fut> {
    type Item = Fut::Output;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Fut::Output>> {
        let this = unsafe { self.get_unchecked_mut() };
        let polled = this.host.poll_futures(cx);
        this.terminated = matches!(polled, Poll::Ready(None));
        polled
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.len(), Some(self.len()))
    }
}

impl<Fut: Future> FusedStream for FuturesUnordered<Fut> {
    fn is_terminated(&self) -> bool {
        self.terminated && self.is_empty()
    }
}

impl<Fut> Extend<Fut> for FuturesUnordered<Fut> {
    fn extend<I: IntoIterator<Item = Fut>>(&mut self, iter: I) {
        for future in iter {
            self.push(future);
        }
    }
}

impl<Fut> FromIterator<Fut> for FuturesUnordered<Fut> {
    fn from_iter<I: IntoIterator<Item = Fut>>(iter: I) -> Self {
        let all = FuturesUnordered::new();
        for future in iter {
            all.push(future);
        }
        all
    }
}

impl<Fut> fmt::Debug for FuturesUnordered<Fut> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("FuturesUnordered { ... }")
    }
}
