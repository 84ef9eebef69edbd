//! Tasks that have not come to their end.

use super::Id;
use std::any::Any;
use std::fmt;

pub struct JoinError {
    id: Id,
    payload: Option<Box<dyn Any + Send>>,
}

impl JoinError {
    pub(super) fn new(id: Id, payload: Option<Box<dyn Any + Send>>) -> JoinError {
        JoinError { id, payload }
    }

    pub fn is_cancelled(&self) -> bool {
        self.payload.is_none()
    }

    pub fn is_panic(&self) -> bool {
        self.payload.is_some()
    }

    #[track_caller]
    pub fn into_panic(self) -> Box<dyn Any + Send> {
        self.payload.expect("`JoinError` reason is not a panic.")
    }

    pub fn try_into_panic(self) -> Result<Box<dyn Any + Send>, JoinError> {
        match self.payload {
            Some(payload) => Ok(payload),
            None => Err(JoinError { id: self.id, payload: None }),
        }
    }

    pub fn id(&self) -> Id {
        self.id
    }

    /// The text that the task has panicked with.
    fn message(&self) -> Option<&str> {
        let payload = self.payload.as_ref()?;
        if let Some(text) = payload.downcast_ref::<&str>() {
            return Some(*text);
        }
        match payload.downcast_ref::<String>() {
            Some(text) => Some(text.as_str()),
            None => None,
        }
    }
}

impl fmt::Display for JoinError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_cancelled() {
            return write!(f, "task {} was cancelled", self.id);
        }
        match self.message() {
            Some(message) => write!(f, "task {} panicked with message {:?}", self.id, message),
            None => write!(f, "task {} panicked", self.id),
        }
    }
}

impl fmt::Debug for JoinError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_cancelled() {
            return write!(f, "JoinError::Cancelled({:?})", self.id);
        }
        match self.message() {
            Some(message) => write!(f, "JoinError::Panic({:?}, {:?}, ...)", self.id, message),
            None => write!(f, "JoinError::Panic({:?}, ...)", self.id),
        }
    }
}

impl std::error::Error for JoinError {}
