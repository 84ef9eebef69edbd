//! Work with a deadline of its own.

use super::{Error, Failure, Result};
use crate::record::Recorded;
use crate::time::{Instant, Sleep};
use pin_project_lite::pin_project;
use std::pin::Pin;
use std::task::{Context, Poll};

pin_project! {
    /// A request, or the reading of its body, that fails at the request's deadline.
    pub(super) struct Limited<F: Future, E> {
        #[pin]
        work: Recorded<F>,
        #[pin]
        deadline: Option<Sleep>,
        too_late: E,
    }
}

impl<F: Future, E> Limited<F, E> {
    /// `too_late` makes the error of one that did not end in time.
    pub(super) fn new(work: Recorded<F>, deadline: Option<Instant>, too_late: E) -> Self {
        Limited { work, deadline: deadline.map(crate::time::deadline), too_late }
    }
}

impl<T, F: Future<Output = Result<T>>, E: Fn(Failure) -> Error> Future for Limited<F, E> {
    type Output = Result<T>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<T>> {
        let this = self.project();
        if let Poll::Ready(result) = this.work.poll(cx) {
            return Poll::Ready(result);
        }
        match this.deadline.as_pin_mut().map(|it| it.poll(cx)) {
            Some(Poll::Ready(())) => Poll::Ready(Err((this.too_late)(Failure::TimedOut))),
            _ => Poll::Pending,
        }
    }
}
