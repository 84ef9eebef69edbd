//! The wait for a task's output.

use super::abort::AbortHandle;
use super::cell::{Ending, TaskCell};
use super::error::{Id, JoinError};
use crate::context;
use crate::context::Frame;
use crate::record::{Body, Recorded, SpanGuard};
use crate::run::lock;
use meanwhile_trace::SpanKind;
use std::fmt;
use std::ops::Deref;
use std::pin::Pin;
use std::sync::{Arc, Mutex, OnceLock, Weak};
use std::task::{Context, Poll, Waker};

/// Awaits a task's output. Dropping it leaves the task running.
///
/// Awaiting it is a span of kind join handle.
///
/// # Cancel safety
///
/// A handle that is dropped while it waits loses nothing but the output.
pub struct JoinHandle<T> {
    waiting: Recorded<Waiting<T>>,
}

/// What a task and its handle share.
pub(super) struct JoinState<T> {
    end: Mutex<End<T>>,
    task: OnceLock<(Id, Weak<TaskCell>)>,
}

struct End<T> {
    over: bool,
    /// How many may still come for the result.
    claims: usize,
    result: Option<Result<T, JoinError>>,
    waker: Option<Waker>,
}

impl<T> Default for JoinState<T> {
    fn default() -> Self {
        JoinState {
            end: Mutex::new(End { over: false, claims: 0, result: None, waker: None }),
            task: OnceLock::new(),
        }
    }
}

impl<T> JoinState<T> {
    pub(super) fn set_task(&self, task: &Arc<TaskCell>) {
        let _ = self.task.set((Id::of_task(task.number), Arc::downgrade(task)));
    }

    /// Returns the task's id; outside of a run there are none but this one.
    pub(super) fn id(&self) -> Id {
        self.task.get().map_or(Id::of_task(0), |it| it.0)
    }

    pub(super) fn abort(&self) {
        if let Some(task) = self.task() {
            task.abort();
        }
    }

    /// Takes the result, if the task is over.
    pub(super) fn take(&self) -> Option<Result<T, JoinError>> {
        lock(&self.end).result.take()
    }

    /// Has a waker called when the task is over; returns whether it is so already.
    pub(super) fn set_waker(&self, waker: Waker) -> bool {
        let mut end = lock(&self.end);
        end.waker = Some(waker);
        end.over
    }

    /// Notes how the task ended, unless that is known, and wakes who waits for it. A result that nobody can come for is
    /// dropped, in the task's name.
    pub(super) fn complete(&self, result: Result<T, JoinError>) {
        let mut result = Some(result);
        let waker = {
            let mut end = lock(&self.end);
            if std::mem::replace(&mut end.over, true) {
                return;
            }
            if end.claims > 0 {
                end.result = result.take();
            }
            end.waker.take()
        };
        if let (Some(result), Some(task)) = (result, self.task()) {
            context::with_frame(Frame::of(task.span), || drop(result));
        }
        let Some(waker) = waker else { return };
        match self.task() {
            Some(task) => context::wake_from(&task.run, task.span, || waker.wake()),
            None => waker.wake(),
        }
    }

    fn is_over(&self) -> bool {
        lock(&self.end).over
    }

    fn task(&self) -> Option<Arc<TaskCell>> {
        self.task.get().and_then(|it| it.1.upgrade())
    }
}

/// The right to a task's result, which is dropped with the last of them.
pub(super) struct Claim<T>(Arc<JoinState<T>>);

impl<T> Claim<T> {
    fn new(state: Arc<JoinState<T>>) -> Self {
        lock(&state.end).claims += 1;
        Claim(state)
    }
}

impl<T> Clone for Claim<T> {
    fn clone(&self) -> Self {
        Claim::new(self.0.clone())
    }
}

impl<T> Deref for Claim<T> {
    type Target = JoinState<T>;

    fn deref(&self) -> &JoinState<T> {
        &self.0
    }
}

impl<T> Drop for Claim<T> {
    fn drop(&mut self) {
        let unclaimed = {
            let mut end = lock(&self.0.end);
            end.claims -= 1;
            if end.claims == 0 { end.result.take() } else { None }
        };
        drop(unclaimed);
    }
}

impl<T> Ending for JoinState<T> {
    fn without_output(&self, error: JoinError) {
        self.complete(Err(error));
    }
}

/// Runs a task outside of a run.
pub(super) async fn unrecorded<F: Future>(future: F, state: Arc<JoinState<F::Output>>) {
    let output = future.await;
    state.complete(Ok(output));
}

struct Waiting<T> {
    state: Claim<T>,
}

impl<T> Future for Waiting<T> {
    type Output = Result<T, JoinError>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let mut end = lock(&self.state.end);
        match end.result.take() {
            Some(result) => Poll::Ready(result),
            None => {
                assert!(!end.over, "JoinHandle polled after completion");
                end.waker = Some(cx.waker().clone());
                Poll::Pending
            }
        }
    }
}

impl<T> JoinHandle<T> {
    pub(super) fn new(state: Arc<JoinState<T>>, name: &str) -> Self {
        JoinHandle::judged(state, name, Result::is_err)
    }

    /// A handle whose wait has failed if the output says so.
    pub(super) fn judged(
        state: Arc<JoinState<T>>,
        name: &str,
        failed: fn(&Result<T, JoinError>) -> bool,
    ) -> Self {
        let span = SpanGuard::at_first_poll(SpanKind::Join, format!("join {name}").into(), Body::Own);
        JoinHandle { waiting: Recorded::new(span, failed, Waiting { state: Claim::new(state) }) }
    }

    fn state(&self) -> &Claim<T> {
        &self.waiting.inner().state
    }

    /// Aborts the task: it is dropped when the event loop comes to it next, and joins as cancelled.
    ///
    /// Does nothing to a task that is over.
    pub fn abort(&self) {
        self.state().abort();
    }

    /// Returns whether the task is over.
    pub fn is_finished(&self) -> bool {
        self.state().is_over()
    }

    /// Returns a handle that can abort the task and cannot await it.
    pub fn abort_handle(&self) -> AbortHandle {
        let state = self.state();
        AbortHandle::new(state.id(), state.task().as_ref())
    }

    /// Returns the task's id.
    pub fn id(&self) -> Id {
        self.state().id()
    }

    pub(super) fn into_claim(self) -> Claim<T> {
        self.state().clone()
    }
}

impl<T> Unpin for JoinHandle<T> {}

impl<T> Future for JoinHandle<T> {
    type Output = Result<T, JoinError>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        Pin::new(&mut self.waiting).poll(cx)
    }
}

impl<T> fmt::Debug for JoinHandle<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("JoinHandle").field("finished", &self.is_finished()).finish()
    }
}
