//! What tasks still do while the runtime that they are in is being shut down.

use crate::context;
use std::future::poll_fn;
use std::task::Poll;

/// How many turns the others get, if they always ask for another.
const TURNS: usize = 8;

/// Gives the other tasks their turn until none of them can run without waiting for something, or has had some.
///
/// The threads of a runtime go on while that of `main` shuts it down, so what has just been spawned or woken gets that
/// far. Ready at once if nothing else can run.
///
/// # Cancel safety
///
/// Loses nothing.
pub async fn linger() {
    let mut turns = 0;
    poll_fn(|cx| {
        if turns == TURNS || !context::current_run().is_some_and(|it| it.others_can_run()) {
            return Poll::Ready(());
        }
        turns += 1;
        context::wake_deferred(|| cx.waker().wake_by_ref());
        Poll::Pending
    })
    .await;
}
