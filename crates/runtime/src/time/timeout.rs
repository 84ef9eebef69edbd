//! Waiting for a future, but not for ever.

use super::{Instant, Sleep, label};
use crate::context;
use crate::record::{Branch, unplaced};
use pin_project_lite::pin_project;
use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

pin_project! {
    /// A future with a deadline. Dropping it drops the future.
    #[must_use = "futures do nothing unless you `.await` or poll them"]
    pub struct Timeout<F> {
        #[pin]
        future: Branch<F>,
        #[pin]
        deadline: Sleep,
    }
}

/// A deadline has passed.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("deadline has elapsed")]
pub struct Elapsed(());

impl Elapsed {
    pub(crate) fn new() -> Self {
        Elapsed(())
    }
}

impl From<Elapsed> for std::io::Error {
    fn from(elapsed: Elapsed) -> Self {
        std::io::Error::new(std::io::ErrorKind::TimedOut, elapsed.to_string())
    }
}

/// Waits for a future, at most so long.
///
/// The future is polled first, so it wins if both are ready.
///
/// ```
/// use meanwhile_runtime::{RunConfig, run_to_end, time};
/// use meanwhile_trace::ClockKind;
/// use time::Duration;
///
/// let config = RunConfig { clock: ClockKind::Virtual, ..RunConfig::default() };
/// run_to_end(config, || {
///     Box::pin(async {
///         let late = time::timeout(Duration::from_millis(10), time::sleep(Duration::from_millis(20))).await;
///         assert_eq!(late.unwrap_err().to_string(), "deadline has elapsed");
///         Ok(())
///     })
/// });
/// ```
pub fn timeout<F: IntoFuture>(duration: Duration, future: F) -> Timeout<F::IntoFuture> {
    let deadline = Instant::now().checked_add(duration).unwrap_or_else(Instant::far_future);
    Timeout { future: unplaced(future), deadline: Sleep::new(&label("timeout", duration), deadline) }
}

/// Waits for a future, at most until then.
pub fn timeout_at<F: IntoFuture>(deadline: Instant, future: F) -> Timeout<F::IntoFuture> {
    Timeout { future: unplaced(future), deadline: super::deadline(deadline) }
}

impl<F: Future> Future for Timeout<F> {
    type Output = Result<F::Output, Elapsed>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.project();
        if let Poll::Ready(output) = this.future.poll(cx) {
            context::program_follows();
            return Poll::Ready(Ok(output));
        }
        let result = this.deadline.poll(cx).map(|()| Err(Elapsed::new()));
        if result.is_ready() {
            context::program_follows();
        }
        result
    }
}

impl<F> fmt::Debug for Timeout<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Timeout").field("deadline", &self.deadline).finish_non_exhaustive()
    }
}
