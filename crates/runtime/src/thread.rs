//! Blocking, which async code should not do: for programs that show what comes of it.

use crate::{context, platform};
use std::time::Duration;

/// Blocks the thread, and with it every task: on the real clock by waiting, on the virtual one by a jump of time.
pub fn sleep(duration: Duration) {
    let duration_ns = u64::try_from(duration.as_nanos()).unwrap_or(u64::MAX);
    match context::current_run() {
        Some(run) => run.clock.block_for(duration_ns),
        None => {
            let until_ns = platform::now_ns().saturating_add(duration_ns);
            platform::block(|| platform::now_ns() >= until_ns, duration_ns);
        }
    }
}
