//! Giving up a turn now and then, as `tokio::task::coop`.
//!
//! What differs: only [`consume_budget`] counts. A channel or a lock that is always ready does not give up the turn of
//! who asks it.

use crate::context;
use pin_project_lite::pin_project;
use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

/// Gives up the turn if it has been asked 128 times in this turn of the task.
///
/// # Cancel safety
///
/// Loses nothing.
pub async fn consume_budget() {
    std::future::poll_fn(|cx| match context::consume_budget() {
        true => Poll::Ready(()),
        false => {
            context::wake_deferred(|| cx.waker().wake_by_ref());
            Poll::Pending
        }
    })
    .await;
}

/// Returns whether [`consume_budget`] would be ready at once.
pub fn has_budget_remaining() -> bool {
    context::has_budget()
}

pin_project! {
    /// A future whose [`consume_budget`] is always ready.
    #[must_use = "futures do nothing unless you `.await` or poll them"]
    pub struct Unconstrained<F> {
        #[pin]
        future: F,
    }
}

/// Turns the counting off for a future.
pub fn unconstrained<F>(future: F) -> Unconstrained<F> {
    Unconstrained { future }
}

impl<F: Future> Future for Unconstrained<F> {
    type Output = F::Output;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<F::Output> {
        context::unconstrained(|| self.project().future.poll(cx))
    }
}

impl<F> fmt::Debug for Unconstrained<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Unconstrained").finish_non_exhaustive()
    }
}
