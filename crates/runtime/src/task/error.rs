//! Why a task has no output.

use crate::context;
use crate::run::message_of;
use std::any::Any;
use std::fmt;
use std::sync::Mutex;

/// Names a task of a run.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Id(u64);

impl Id {
    /// As in tokio the tasks that are spawned count from 1; the main task, which has number 1, has no id.
    pub(crate) fn of_task(number: u64) -> Self {
        Id(number.saturating_sub(1))
    }
}

/// Returns the id of the task that is being polled; `None` in `main`, and outside of a run.
pub fn try_id() -> Option<Id> {
    context::current_task().map(Id::of_task).filter(|it| it.0 > 0)
}

/// Returns the id of the task that is being polled.
///
/// # Panics
///
/// Panics in `main`, which is no task that was spawned, and outside of a run.
#[track_caller]
pub fn id() -> Id {
    try_id().expect("Can't get a task id when not inside a task")
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Id({})", self.0)
    }
}

/// A task has no output: it was aborted, or it panicked.
pub struct JoinError {
    id: Id,
    /// What it panicked with; `None` for an aborted task.
    panic: Option<Panic>,
}

struct Panic {
    message: Option<String>,
    // Only `Send`: the mutex makes the error `Sync`.
    payload: Mutex<Box<dyn Any + Send>>,
}

impl JoinError {
    pub(crate) fn cancelled(id: Id) -> Self {
        JoinError { id, panic: None }
    }

    pub(crate) fn panicked(id: Id, payload: Box<dyn Any + Send>) -> Self {
        let message = message_of(&*payload).map(str::to_owned);
        JoinError { id, panic: Some(Panic { message, payload: Mutex::new(payload) }) }
    }

    /// Returns whether the task was aborted, or dropped at the end of the run.
    pub fn is_cancelled(&self) -> bool {
        self.panic.is_none()
    }

    /// Returns whether the task panicked.
    pub fn is_panic(&self) -> bool {
        self.panic.is_some()
    }

    /// Returns the task's id.
    pub fn id(&self) -> Id {
        self.id
    }

    /// Returns what the task panicked with.
    ///
    /// # Panics
    ///
    /// Panics if it did not panic.
    #[track_caller]
    pub fn into_panic(self) -> Box<dyn Any + Send> {
        self.try_into_panic().expect("`JoinError` reason is not a panic.")
    }

    /// Returns what the task panicked with.
    ///
    /// # Errors
    ///
    /// Fails with the error itself if the task did not panic.
    pub fn try_into_panic(self) -> Result<Box<dyn Any + Send>, JoinError> {
        match self.panic {
            Some(panic) => Ok(panic.payload.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner)),
            None => Err(self),
        }
    }
}

impl fmt::Display for JoinError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.panic {
            None => write!(f, "task {} was cancelled", self.id),
            Some(Panic { message: Some(message), .. }) => {
                write!(f, "task {} panicked with message {message:?}", self.id)
            }
            Some(_) => write!(f, "task {} panicked", self.id),
        }
    }
}

impl fmt::Debug for JoinError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.panic {
            None => write!(f, "JoinError::Cancelled({:?})", self.id),
            Some(Panic { message: Some(message), .. }) => {
                write!(f, "JoinError::Panic({:?}, {message:?}, ...)", self.id)
            }
            Some(_) => write!(f, "JoinError::Panic({:?}, ...)", self.id),
        }
    }
}

impl std::error::Error for JoinError {}
