//! Running futures to their end.

mod local_pool;
mod thread_pool;

pub use local_pool::{BlockingStream, Enter, EnterError, LocalPool, LocalSpawner, block_on_stream, enter};
pub use thread_pool::{ThreadPool, ThreadPoolBuilder};

use std::future::Future;

pub fn block_on<F: Future>(f: F) -> F::Output {
    host_block_on_any(f)
}

/// Runs a future to its end on this thread, which waits meanwhile.
fn host_block_on_any<F: Future>(future: F) -> F::Output {
    native!()
}
