//! Aborting without awaiting.

use super::cell::TaskCell;
use super::error::Id;
use std::fmt;
use std::sync::{Arc, Weak};
use std::task::Waker;

/// Aborts a task, and cannot await it.
#[derive(Clone)]
pub struct AbortHandle {
    id: Id,
    task: Option<Weak<TaskCell>>,
}

impl AbortHandle {
    pub(super) fn new(id: Id, task: Option<&Arc<TaskCell>>) -> Self {
        AbortHandle { id, task: task.map(Arc::downgrade) }
    }

    /// Returns the task's id.
    pub fn id(&self) -> Id {
        self.id
    }

    /// Has a waker called when the task is over.
    pub(super) fn wake_at_end(&self, waker: &Waker) {
        if let Some(task) = self.task() {
            task.wake_at_end(waker);
        }
    }

    fn task(&self) -> Option<Arc<TaskCell>> {
        self.task.as_ref()?.upgrade().filter(|it| !it.is_over())
    }

    /// Aborts the task: it is dropped when the event loop comes to it next, and joins as cancelled.
    pub fn abort(&self) {
        if let Some(task) = self.task() {
            task.abort();
        }
    }

    /// Aborts the task, and drops it now, or as soon as its poll returns.
    #[doc(hidden)]
    pub fn __cancel(&self) {
        if let Some(task) = self.task() {
            task.abort();
            task.cancel_now();
        }
    }

    /// Returns whether the task is over.
    pub fn is_finished(&self) -> bool {
        self.task().is_none()
    }
}

impl fmt::Debug for AbortHandle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AbortHandle").field("id", &self.id).field("finished", &self.is_finished()).finish()
    }
}
