//! Futures that may not be there, and futures that are asked only once.

use super::FusedFuture;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

#[derive(Debug, Clone)]
#[must_use = "futures do nothing unless you `.await` or poll them"]
pub struct OptionFuture<F> {
    inner: Option<F>,
}

impl<F> Default for OptionFuture<F> {
    fn default() -> Self {
        OptionFuture { inner: None }
    }
}

impl<F> From<Option<F>> for OptionFuture<F> {
    fn from(option: Option<F>) -> Self {
        OptionFuture { inner: option }
    }
}

impl<F: Future> Future for OptionFuture<F> {
    type Output = Option<F::Output>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<F::Output>> {
        match &mut unsafe { self.get_unchecked_mut() }.inner {
            Some(future) => unsafe { Pin::new_unchecked(future) }.poll(cx).map(Some),
            None => Poll::Ready(None),
        }
    }
}

impl<F: FusedFuture> FusedFuture for OptionFuture<F> {
    fn is_terminated(&self) -> bool {
        self.inner.as_ref().is_none_or(|it| it.is_terminated())
    }
}

#[must_use = "futures do nothing unless you `.await` or poll them"]
pub struct PollImmediate<F> {
    future: F,
}

pub fn poll_immediate<F: Future>(f: F) -> PollImmediate<F> {
    PollImmediate { future: f }
}

impl<F: Future> Future for PollImmediate<F> {
    type Output = Option<F::Output>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<F::Output>> {
        let this = unsafe { self.get_unchecked_mut() };
        match unsafe { Pin::new_unchecked(&mut this.future) }.poll(cx) {
            Poll::Ready(output) => Poll::Ready(Some(output)),
            Poll::Pending => Poll::Ready(None),
        }
    }
}
