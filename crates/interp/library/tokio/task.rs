//! Tasks.

mod error;
mod handle;
mod join_set;
mod local;

pub use error::JoinError;
pub use handle::{AbortHandle, Id, JoinHandle, id, try_id};
pub use join_set::JoinSet;
pub use local::{LocalEnterGuard, LocalKey, LocalSet};

use std::future::{Future, NativeFuture};

/// Starts a task of the host's with a future.
pub(crate) fn host_spawn<F: Future>(future: F) -> handle::HostTask<F::Output> {
    native!()
}

/// Starts a task of the host's that calls a function, which may block.
pub(crate) fn host_spawn_blocking<F: FnOnce() -> R, R>(f: F) -> handle::HostTask<R> {
    native!()
}

/// A future of the host's that lets others run.
fn host_yield() -> NativeFuture<()> {
    native!()
}

#[track_caller]
pub fn spawn<F>(future: F) -> JoinHandle<F::Output>
where
    F: Future + Send + 'static,
    F::Output: Send + 'static,
{
    crate::runtime::check_inside();
    JoinHandle::new(host_spawn(future))
}

#[track_caller]
pub fn spawn_local<F>(future: F) -> JoinHandle<F::Output>
where
    F: Future + 'static,
    F::Output: 'static,
{
    local::spawn_here(future)
}

#[track_caller]
pub fn spawn_blocking<F, R>(f: F) -> JoinHandle<R>
where
    F: FnOnce() -> R + Send + 'static,
    R: Send + 'static,
{
    crate::runtime::check_inside();
    JoinHandle::new(host_spawn_blocking(f))
}

#[track_caller]
pub fn block_in_place<F: FnOnce() -> R, R>(f: F) -> R {
    let guard = crate::runtime::blocking_region();
    f()
}

pub async fn yield_now() {
    host_yield().await
}

pub async fn consume_budget() {}

pub fn unconstrained<F: Future>(inner: F) -> F {
    inner
}

pub mod coop {
    //! Budgets, which tasks of the playground do not have.

    pub fn has_budget_remaining() -> bool {
        true
    }

    pub async fn consume_budget() {}

    pub fn unconstrained<F: super::Future>(inner: F) -> F {
        inner
    }
}
