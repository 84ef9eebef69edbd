//! Waiting for a point in time.

use super::alarm::Alarm;
use super::{Instant, label};
use crate::record::{Body, Recorded, SpanGuard, succeeds};
use meanwhile_trace::SpanKind;
use pin_project_lite::pin_project;
use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

pin_project! {
    /// Waits for a point in time that was fixed when the future was made.
    ///
    /// # Cancel safety
    ///
    /// Loses nothing.
    #[must_use = "futures do nothing unless you `.await` or poll them"]
    pub struct Sleep {
        #[pin]
        recorded: Recorded<Alarm>,
        deadline: Instant,
        // Like tokio's: whoever polls it by hand has to pin it there too.
        #[pin]
        _pinned: std::marker::PhantomPinned,
    }
}

/// Waits for so long, from now on.
///
/// ```
/// use meanwhile_runtime::{RunConfig, run_to_end, time};
/// use meanwhile_trace::ClockKind;
///
/// let config = RunConfig { clock: ClockKind::Virtual, ..RunConfig::default() };
/// let finished = run_to_end(config, || {
///     Box::pin(async {
///         time::sleep(time::Duration::from_millis(300)).await;
///         Ok(())
///     })
/// });
/// assert_eq!(finished.trace.now_ns(), 300_000_000);
/// ```
pub fn sleep(duration: Duration) -> Sleep {
    let deadline = Instant::now().checked_add(duration).unwrap_or_else(Instant::far_future);
    Sleep::new(&label("sleep", duration), deadline)
}

/// Waits until then.
pub fn sleep_until(deadline: Instant) -> Sleep {
    Sleep::new(&label("sleep", deadline - Instant::now()), deadline)
}

impl Sleep {
    pub(super) fn new(name: &str, deadline: Instant) -> Self {
        let span = SpanGuard::new(SpanKind::Sleep, name, None, Body::Own);
        let recorded = Recorded::new(span, succeeds, Alarm::at(deadline));
        Sleep { recorded, deadline, _pinned: std::marker::PhantomPinned }
    }

    /// Returns until when it waits.
    pub fn deadline(&self) -> Instant {
        self.deadline
    }

    /// Returns whether the deadline has passed.
    pub fn is_elapsed(&self) -> bool {
        self.recorded.inner().is_due()
    }

    /// Waits until then instead.
    pub fn reset(self: Pin<&mut Self>, deadline: Instant) {
        let this = self.project();
        *this.deadline = deadline;
        this.recorded.inner_pin().get_mut().reset(deadline);
    }
}

impl Future for Sleep {
    type Output = ();

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        self.project().recorded.poll(cx)
    }
}

impl fmt::Debug for Sleep {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sleep").field("deadline", &self.deadline).finish_non_exhaustive()
    }
}
