//! Handles of tasks.

use super::JoinError;
use std::any::Any;
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

/// A handle of the host's.
#[lang = "HostTask"]
pub(crate) struct HostTask<T> {
    native: (),
    of: std::marker::PhantomData<T>,
}

impl<T> HostTask<T> {
    /// The output; else the payload of the panic, or nothing of a task that was cancelled.
    fn poll_output(&mut self, cx: &mut Context<'_>) -> Poll<Result<T, Option<Box<dyn Any + Send>>>> {
        native!()
    }

    pub(crate) fn abort_task(&self) {
        native!()
    }

    /// Drops the task at once.
    pub(crate) fn cancel_task(&self) {
        native!()
    }

    fn has_finished(&self) -> bool {
        native!()
    }

    fn task_number(&self) -> u64 {
        native!()
    }

    /// A second handle, which does not know of the output.
    fn second(&self) -> HostTask<()> {
        native!()
    }
}

/// The number of the task that runs; 0 outside of tasks.
fn current_task() -> u64 {
    native!()
}

#[derive(Clone, Copy, Debug, Hash, Eq, PartialEq)]
pub struct Id(u64);

impl Id {
    pub(crate) fn of(number: u64) -> Id {
        Id(number)
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

#[track_caller]
pub fn id() -> Id {
    try_id().expect("Can't get a task id when not inside a task")
}

pub fn try_id() -> Option<Id> {
    match current_task() {
        0 => None,
        number => Some(Id(number)),
    }
}

pub struct JoinHandle<T> {
    task: HostTask<T>,
}

impl<T> JoinHandle<T> {
    pub(crate) fn new(task: HostTask<T>) -> JoinHandle<T> {
        JoinHandle { task }
    }

    pub fn abort(&self) {
        self.task.abort_task()
    }

    pub fn is_finished(&self) -> bool {
        self.task.has_finished()
    }

    pub fn abort_handle(&self) -> AbortHandle {
        AbortHandle { task: self.task.second() }
    }

    pub fn id(&self) -> Id {
        Id(self.task.task_number())
    }
}

impl<T> Future for JoinHandle<T> {
    type Output = Result<T, JoinError>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<T, JoinError>> {
        let this = unsafe { self.get_unchecked_mut() };
        match this.task.poll_output(cx) {
            Poll::Pending => Poll::Pending,
            Poll::Ready(Ok(output)) => Poll::Ready(Ok(output)),
            Poll::Ready(Err(payload)) => Poll::Ready(Err(JoinError::new(this.id(), payload))),
        }
    }
}

impl<T> fmt::Debug for JoinHandle<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("JoinHandle").field("id", &self.id()).finish()
    }
}

unsafe impl<T: Send> Send for JoinHandle<T> {}
unsafe impl<T: Send> Sync for JoinHandle<T> {}

pub struct AbortHandle {
    pub(crate) task: HostTask<()>,
}

impl AbortHandle {
    pub(crate) fn of(task: HostTask<()>) -> AbortHandle {
        AbortHandle { task }
    }

    pub fn abort(&self) {
        self.task.abort_task()
    }

    pub fn is_finished(&self) -> bool {
        self.task.has_finished()
    }

    pub fn id(&self) -> Id {
        Id(self.task.task_number())
    }
}

impl Clone for AbortHandle {
    fn clone(&self) -> AbortHandle {
        AbortHandle { task: self.task.second() }
    }
}

impl fmt::Debug for AbortHandle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AbortHandle").field("id", &self.id()).finish()
    }
}
