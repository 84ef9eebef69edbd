//! The program whose recording is measured.

use meanwhile_runtime::record::{awaited, block, function};
use meanwhile_runtime::{future, task};
use std::pin::Pin;
use std::task::{Context, Poll};

/// How many futures are gathered.
const FUTURES: usize = 100_000;

/// What a measure comes to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cost {
    pub(crate) recorded_ms: f64,
    pub(crate) unrecorded_ms: f64,
    pub(crate) events: usize,
}

impl Cost {
    pub(crate) fn to_json(self) -> String {
        let Cost { recorded_ms, unrecorded_ms, events } = self;
        let event_ns = (recorded_ms - unrecorded_ms) * 1e6 / events as f64;
        format!(
            "{{\"futures\":{FUTURES},\"events\":{events},\"recordedMs\":{recorded_ms:.1},\
             \"unrecordedMs\":{unrecorded_ms:.1},\"nsPerEvent\":{event_ns:.1}}}"
        )
    }
}

/// Gathers futures that each yield once: recorded as the instrument pass would have it.
pub(crate) async fn gather(recorded: bool) {
    if recorded {
        let body = async {
            let turn = |_| block(2, 5, async { awaited(3, 9, task::yield_now()).await });
            awaited(4, 5, future::join_all((0..FUTURES).map(turn))).await;
        };
        function("gather", 1, 1, body).await;
    } else {
        futures_util::future::join_all((0..FUTURES).map(|_| Yield(false))).await;
    }
}

/// Yields as tokio's `yield_now` does, unrecorded.
struct Yield(bool);

impl Future for Yield {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        if std::mem::replace(&mut self.0, true) {
            return Poll::Ready(());
        }
        cx.waker().wake_by_ref();
        Poll::Pending
    }
}
