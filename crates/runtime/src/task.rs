//! Tasks: futures that run on their own, side by side with the one that spawned them.

mod abort;
mod blocking;
mod cell;
pub mod coop;
mod error;
mod handle;
mod join_set;
mod linger;
mod local_key;
mod local_set;
mod named;
mod yield_now;

pub use abort::AbortHandle;
pub use blocking::spawn_blocking;
pub use coop::{Unconstrained, consume_budget, unconstrained};
pub use error::{Id, JoinError, id, try_id};
pub use handle::JoinHandle;
pub use join_set::JoinSet;
pub use linger::linger;
pub use local_key::{AccessError, LocalKey, TaskLocalFuture};
pub use local_set::{LocalSet, spawn_local};
pub use named::Builder;
pub use yield_now::yield_now;

pub(crate) use blocking::spawn_call;
pub(crate) use cell::TaskCell;
pub(crate) use named::{Labelled, label};

use crate::context;
use crate::platform;
use crate::record::{Body, Judge, Recorded, SpanGuard};
use crate::run::{MainFuture, RunCore};
use cell::{Driver, Ending, Job};
use handle::JoinState;
use meanwhile_trace::report::Status;
use meanwhile_trace::{End, NewSpan, Place, SpanId, SpanKind, Stream};
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Weak};

/// Spawns a task, which runs whether or not its handle is awaited, until the run is over.
///
/// As `tokio::spawn`, but more permissive: the future need not be `Send`, because all tasks of a run share one thread.
///
/// # Panics
///
/// Panics natively outside of a run, as tokio does outside of its runtime.
///
/// ```
/// use meanwhile_runtime::{RunConfig, run_to_end, task};
///
/// let finished = run_to_end(RunConfig::default(), || {
///     Box::pin(async {
///         let handle = task::spawn(async { 6 * 7 });
///         assert_eq!(handle.await.unwrap(), 42);
///         Ok(())
///     })
/// });
/// assert_eq!(finished.status.name(), "completed");
/// ```
pub fn spawn<F>(future: F) -> JoinHandle<F::Output>
where
    F: Future + 'static,
    F::Output: 'static,
{
    named::spawn(future)
}

pub(crate) fn spawn_named<F>(name: &str, place: Option<Place>, future: F) -> JoinHandle<F::Output>
where
    F: Future + 'static,
    F::Output: 'static,
{
    let Some(run) = context::current_run() else {
        let state = Arc::new(JoinState::default());
        platform::spawn_local(handle::unrecorded(future, state.clone()));
        return JoinHandle::new(state, name);
    };
    spawn_in(&run, NewTask { kind: SpanKind::Task, name, place, begun: None }, |_| future)
}

/// What is to be spawned.
pub(crate) struct NewTask<'a> {
    pub(crate) kind: SpanKind,
    pub(crate) name: &'a str,
    pub(crate) place: Option<Place>,
    /// Says of a job whether it has begun, so that it cannot be aborted any more.
    pub(crate) begun: Option<Arc<AtomicBool>>,
}

fn spawn_in<F>(
    run: &Arc<RunCore>,
    new: NewTask<'_>,
    future: impl FnOnce(SpanId) -> F,
) -> JoinHandle<F::Output>
where
    F: Future + 'static,
    F::Output: 'static,
{
    spawn_judged(run, new, &Judge { ended: |_| End::Completed, failed: Result::is_err }, future)
}

/// As [`spawn_in`], of a future whose output says how it has ended.
pub(crate) fn spawn_judged<F>(
    run: &Arc<RunCore>,
    new: NewTask<'_>,
    judge: &Judge<F::Output>,
    future: impl FnOnce(SpanId) -> F,
) -> JoinHandle<F::Output>
where
    F: Future + 'static,
    F::Output: 'static,
{
    let NewTask { kind, name, place, begun } = new;
    let state = Arc::new(JoinState::default());
    let parent = context::current_span();
    let number = run.next_task();
    let span = run.recorder.create(NewSpan { kind, name, parent, defined: None });
    run.waiting(span, kind, name);
    if let Some(place) = place {
        run.recorder.await_at(span, place);
    }
    // The spawner makes it scheduled at once: nothing has run since the span was made.
    let cause = context::cause(run, SpanKind::Task).0;
    run.recorder.wake_shared(span, cause);

    let body = if kind == SpanKind::Task { Body::Wrapper } else { Body::Unknown };
    let guard = SpanGuard::adopt(run.clone(), kind, span, body);
    let recorded = Recorded::ending(guard, judge.ended, future(span));
    let done = state.clone();
    let job = Job::new(recorded, Id::of_task(number), span, move |result| done.complete(result));
    let task = TaskCell::new(run.clone(), number, span, state.clone(), Box::pin(job));
    if let Some(begun) = begun {
        task.set_begun(begun);
    }
    state.set_task(&task);
    start(run, &task);
    JoinHandle::judged(state, name, judge.failed)
}

/// Makes the main task of a run, which ends when it does.
pub(crate) fn spawn_main(run: &Arc<RunCore>, main: impl FnOnce() -> MainFuture + 'static) {
    let new = NewSpan::new(SpanKind::Task, "main");
    let span = run.recorder.create(new);
    run.waiting(span, SpanKind::Task, "main");
    run.set_root(span);
    let guard = SpanGuard::adopt(run.clone(), SpanKind::Task, span, Body::Unknown);
    let of = run.clone();
    let recorded = Recorded::ending(guard, main_ended, async move {
        let result = main().await;
        (result, of.verdict())
    });
    let of = run.clone();
    let number = run.next_task();
    let job = Job::new(recorded, Id::of_task(number), span, move |result| match result {
        Ok((_, Some(verdict))) => of.finish(verdict),
        other => end_main(&of, other.map(|it| it.0)),
    });
    let ending = Arc::new(MainEnding(Arc::downgrade(run)));
    start(run, &TaskCell::new(run.clone(), number, span, ending, Box::pin(job)));
}

fn main_ended((result, verdict): &(Result<(), String>, Option<Status>)) -> End {
    match (verdict, result) {
        (None, Ok(())) | (Some(Status::Completed), _) => End::Completed,
        (None, Err(_)) | (Some(Status::Failed), _) => End::Failed,
        (Some(Status::Panicked), _) => End::Panicked,
        (Some(_), _) => End::Cancelled,
    }
}

/// The end of a main task that has no result.
struct MainEnding(Weak<RunCore>);

impl Ending for MainEnding {
    fn without_output(&self, error: JoinError) {
        if let Some(run) = self.0.upgrade() {
            end_main(&run, Err(error));
        }
    }
}

fn start(run: &Arc<RunCore>, task: &Arc<TaskCell>) {
    let driver = Driver::new(task.clone());
    run.add_task(task.clone());
    if run.status().is_some() {
        // Spawned by the drop of another task: the run is over.
        run.remove_task(task.number);
        task.cancel_now();
        return;
    }
    platform::spawn_local(driver);
}

fn end_main(run: &Arc<RunCore>, result: Result<Result<(), String>, JoinError>) {
    let status = match result {
        Ok(Ok(())) => Status::Completed,
        Ok(Err(text)) => {
            run.print(Stream::Err, &format!("{text}\n"));
            Status::Failed
        }
        Err(error) if error.is_panic() => Status::Panicked,
        Err(_) => Status::Stopped,
    };
    run.finish(status);
}
