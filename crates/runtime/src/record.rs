//! What the instrumented source calls: wrappers that give futures their spans and places.
//!
//! A recorded future has a span of the run in which it was made; outside of a run it is the bare future. The functions
//! here are for generated code and for the interpreter; programs use [`task`](crate::task), [`time`](crate::time) and
//! the macros.

mod awaited;
mod interpreted;
mod main_result;
mod phases;
mod recorded;
mod span;

pub use awaited::{Awaited, Branch, awaited, awaited_as, branch, branch_as, unplaced};
pub use interpreted::{Hold, Judge, Resource, Spawned, blocking, main_ends, spawn_interpreted, tick};
pub use main_result::{MainResult, main_result};
pub use recorded::{Recorded, block, fallible_function, function, interpreted};

pub(crate) use phases::Phases;
pub(crate) use recorded::succeeds;
pub(crate) use span::{Body, SpanGuard, SpanHandle};

pub use crate::sync::{lock_by_permits, lock_of_permits, name_of_made, named};

use crate::task::JoinHandle;
use meanwhile_trace::Place;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::borrow::Cow;

/// Whether a type is of this crate, and so records itself.
///
/// The name is only a short cut: a future that is wrongly taken for a stranger's is found out at its first poll.
pub(crate) fn is_ours<T>() -> bool {
    /// Those of ours that do nothing but poll a future of whatever make.
    const THROUGH: [&str; 4] = [
        "meanwhile_runtime::task::coop::Unconstrained<",
        "meanwhile_runtime::task::local_key::TaskLocalFuture<",
        "meanwhile_runtime::task::local_set::Inside<",
        "meanwhile_runtime::task::named::Labelled<",
    ];
    let name = std::any::type_name::<T>();
    name.starts_with("meanwhile_runtime::") && !THROUGH.iter().any(|it| name.starts_with(it))
}

/// Spawns a task with a name, spawned at this line and column.
///
/// The span is scheduled from now until its first poll, by the span that is being polled.
pub fn spawn<F>(
    name: impl Into<Cow<'static, str>>,
    line: u32,
    column: u32,
    future: F,
) -> JoinHandle<F::Output>
where
    F: Future + 'static,
    F::Output: 'static,
{
    crate::task::spawn_named(&name.into(), Some(Place::new(line, column)), future)
}

/// Names a future that is an argument of somebody's `spawn` at this line and column: the task is called so if it becomes
/// one.
pub fn task<F: Future>(
    name: impl Into<Cow<'static, str>>,
    line: u32,
    column: u32,
    future: F,
) -> crate::task::Labelled<F> {
    crate::task::label(name.into(), Place::new(line, column), future)
}

/// Waits for so long within the span that is being polled, without a span of its own: for what the program does not wait
/// for by itself.
pub async fn wait(duration: std::time::Duration) {
    crate::time::wait(duration).await;
}

/// Has a function that blocks called beside the tasks, by the call at this line and column: by the run's
/// [`JobPool`](crate::job::JobPool), which finds the function under the path `function`, or, where there is none, by `f`
/// on this thread.
///
/// # Panics
///
/// Panics if the arguments cannot be written as bytes.
pub fn spawn_blocking<A, R>(
    name: impl Into<Cow<'static, str>>,
    line: u32,
    column: u32,
    function: &str,
    arguments: A,
    f: impl FnOnce(A) -> R + 'static,
) -> JoinHandle<R>
where
    A: Serialize + 'static,
    R: DeserializeOwned + 'static,
{
    crate::task::spawn_call(&name.into(), Place::new(line, column), function, arguments, f)
}
