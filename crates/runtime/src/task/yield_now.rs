//! Giving up a turn.

use crate::context;
use crate::record::{Body, Recorded, SpanGuard, succeeds};
use meanwhile_trace::SpanKind;
use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

/// Gives the other tasks a turn: as tokio's, it is ready when every other task that could run has run.
///
/// # Cancel safety
///
/// Loses nothing.
///
/// ```
/// use meanwhile_runtime::{RunConfig, print, run_to_end, task};
///
/// let finished = run_to_end(RunConfig::default(), || {
///     Box::pin(async {
///         task::spawn(async { print!("two ") });
///         print!("one ");
///         task::yield_now().await;
///         print!("three");
///         Ok(())
///     })
/// });
/// assert_eq!(finished.output(), "one two three");
/// ```
pub fn yield_now() -> impl Future<Output = ()> + Send + Sync {
    YieldNow {
        turn: Recorded::new(
            SpanGuard::new(SpanKind::Yield, "yield", None, Body::Own),
            succeeds,
            Turn { given: false },
        ),
    }
}

struct YieldNow {
    turn: Recorded<Turn>,
}

struct Turn {
    given: bool,
}

impl Future for YieldNow {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        Pin::new(&mut self.turn).poll(cx)
    }
}

impl fmt::Debug for YieldNow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("YieldNow").finish_non_exhaustive()
    }
}

impl Future for Turn {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        if std::mem::replace(&mut self.given, true) {
            return Poll::Ready(());
        }
        context::wake_deferred(|| cx.waker().wake_by_ref());
        Poll::Pending
    }
}
