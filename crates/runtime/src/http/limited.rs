//! Work with a deadline of its own.

use super::{Error, Failure, Result, Url};
use crate::record::Recorded;
use crate::time::{Instant, Sleep};
use pin_project_lite::pin_project;
use std::pin::Pin;
use std::task::{Context, Poll};

pin_project! {
    /// A request, or the reading of its body, that fails at the request's deadline.
    pub(super) struct Limited<F: Future> {
        #[pin]
        work: Recorded<F>,
        #[pin]
        deadline: Option<Sleep>,
        url: Option<Url>,
    }
}

impl<F: Future> Limited<F> {
    pub(super) fn new(work: Recorded<F>, deadline: Option<Instant>, url: Option<Url>) -> Self {
        Limited { work, deadline: deadline.map(crate::time::deadline), url }
    }
}

impl<T, F: Future<Output = Result<T>>> Future for Limited<F> {
    type Output = Result<T>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<T>> {
        let this = self.project();
        if let Poll::Ready(result) = this.work.poll(cx) {
            return Poll::Ready(result);
        }
        match (this.deadline.as_pin_mut().map(|it| it.poll(cx)), this.url) {
            (Some(Poll::Ready(())), Some(url)) => Poll::Ready(Err(Error::failure(Failure::TimedOut, url))),
            _ => Poll::Pending,
        }
    }
}
