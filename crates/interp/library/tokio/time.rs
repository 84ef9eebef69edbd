//! Sleeps, deadlines, ticks.

mod instant;
mod interval;

pub use instant::Instant;
pub use interval::{Interval, MissedTickBehavior, interval, interval_at};
pub use std::time::Duration;

use std::fmt;
use std::future::{Future, IntoFuture, NativeFuture};
use std::pin::Pin;
use std::task::{Context, Poll};

/// A sleep of the host's, from now on.
fn host_sleep(secs: u64, nanos: u32) -> NativeFuture<()> {
    native!()
}

/// The wait for a tick of an interval of the host's: the period, and how long is left.
fn host_tick(secs: u64, nanos: u32, left_secs: u64, left_nanos: u32) -> NativeFuture<()> {
    native!()
}

/// A future of the host's that gives up another after a time.
fn host_timeout<F: Future>(secs: u64, nanos: u32, future: F) -> NativeFuture<Option<F::Output>> {
    native!()
}

#[must_use = "futures do nothing unless you `.await` or poll them"]
pub struct Sleep {
    future: NativeFuture<()>,
    deadline: Instant,
}

const FAR_FUTURE: Duration = Duration::from_secs(86400 * 365 * 30);

#[track_caller]
pub fn sleep(duration: Duration) -> Sleep {
    crate::runtime::check_inside();
    // Where no instant is so late, one that nobody will see.
    let deadline = Instant::now().checked_add(duration).unwrap_or_else(|| Instant::now() + FAR_FUTURE);
    Sleep { future: host_sleep(duration.as_secs(), duration.subsec_nanos()), deadline }
}

#[track_caller]
pub fn sleep_until(deadline: Instant) -> Sleep {
    crate::runtime::check_inside();
    let left = deadline.saturating_duration_since(Instant::now());
    Sleep { future: host_sleep(left.as_secs(), left.subsec_nanos()), deadline }
}

impl Sleep {
    pub fn deadline(&self) -> Instant {
        self.deadline
    }

    pub fn is_elapsed(&self) -> bool {
        Instant::now() >= self.deadline
    }

    pub fn reset(self: Pin<&mut Self>, deadline: Instant) {
        let this = unsafe { self.get_unchecked_mut() };
        *this = sleep_until(deadline);
    }
}

impl Future for Sleep {
    type Output = ();

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        let this = unsafe { self.get_unchecked_mut() };
        Pin::new(&mut this.future).poll(cx)
    }
}

impl fmt::Debug for Sleep {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sleep").field("deadline", &self.deadline).finish_non_exhaustive()
    }
}

#[must_use = "futures do nothing unless you `.await` or poll them"]
pub struct Timeout<F: Future> {
    future: NativeFuture<Option<F::Output>>,
}

#[track_caller]
pub fn timeout<F: IntoFuture>(duration: Duration, future: F) -> Timeout<F::IntoFuture> {
    crate::runtime::check_inside();
    Timeout { future: host_timeout(duration.as_secs(), duration.subsec_nanos(), future.into_future()) }
}

pub fn timeout_at<F: IntoFuture>(deadline: Instant, future: F) -> Timeout<F::IntoFuture> {
    timeout(deadline.saturating_duration_since(Instant::now()), future)
}

impl<F: Future> Future for Timeout<F> {
    type Output = Result<F::Output, error::Elapsed>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<F::Output, error::Elapsed>> {
        let this = unsafe { self.get_unchecked_mut() };
        match Pin::new(&mut this.future).poll(cx) {
            Poll::Ready(Some(output)) => Poll::Ready(Ok(output)),
            Poll::Ready(None) => Poll::Ready(Err(error::Elapsed(()))),
            Poll::Pending => Poll::Pending,
        }
    }
}

/// The clock is the run's: whether it is virtual is for the page to say.
pub fn pause() {}

pub fn resume() {}

pub async fn advance(duration: Duration) {
    sleep(duration).await
}

pub mod error {
    //! What can go wrong with time.

    use std::fmt;

    #[derive(Debug, PartialEq, Eq)]
    pub struct Elapsed(pub(crate) ());

    impl fmt::Display for Elapsed {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("deadline has elapsed")
        }
    }

    impl std::error::Error for Elapsed {}
}
