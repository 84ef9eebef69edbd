//! The error.

use crate::Chain;
use crate::context::{IntoError, Message, Text};
use std::any::Any;
use std::error::Error as StdError;
use std::fmt::{Debug, Display};
use std::ops::{Deref, DerefMut};

/// An error of anybody's, a message, or what was said of another error.
pub struct Error {
    pub(crate) inner: Box<dyn StdError + Send + Sync + 'static>,
}

/// A message that is no error of its own.
pub(crate) struct MessageError {
    pub(crate) message: Box<dyn Text>,
}

/// What is said of an error.
pub(crate) struct ContextError {
    pub(crate) context: Box<dyn Text>,
    pub(crate) error: Error,
}

impl Error {
    #[track_caller]
    pub fn new<E: StdError + Send + Sync + 'static>(error: E) -> Self {
        Error { inner: Box::new(error) }
    }

    #[track_caller]
    pub fn msg<M: Display + Debug + Send + Sync + 'static>(message: M) -> Self {
        Error { inner: Box::new(MessageError { message: Box::new(message) }) }
    }

    pub fn from_boxed(boxed_error: Box<dyn StdError + Send + Sync + 'static>) -> Self {
        Error { inner: boxed_error }
    }

    #[track_caller]
    pub fn context<C: Display + Send + Sync + 'static>(self, context: C) -> Self {
        Error { inner: Box::new(ContextError { context: Box::new(context), error: self }) }
    }

    pub fn chain(&self) -> Chain<'_> {
        Chain::of(&*self.inner)
    }

    pub fn root_cause(&self) -> &(dyn StdError + 'static) {
        self.chain().last().unwrap()
    }

    pub fn is<E: Display + Debug + Send + Sync + 'static>(&self) -> bool {
        self.downcast_ref::<E>().is_some()
    }

    pub fn downcast<E: Display + Debug + Send + Sync + 'static>(self) -> Result<E, Self> {
        if !self.is::<E>() {
            return Err(self);
        }
        if self.inner.is::<ContextError>() {
            let found = self.inner.downcast::<ContextError>().ok().unwrap();
            let ContextError { context, error } = *found;
            let context: Box<dyn Any> = context;
            return match context.downcast::<E>() {
                Ok(context) => Ok(*context),
                Err(_) => error.downcast::<E>(),
            };
        }
        if self.inner.is::<MessageError>() {
            let found = self.inner.downcast::<MessageError>().ok().unwrap();
            let MessageError { message } = *found;
            let message: Box<dyn Any> = message;
            return Ok(*message.downcast::<E>().ok().unwrap());
        }
        Ok(*self.inner.downcast::<E>().ok().unwrap())
    }

    pub fn downcast_ref<E: Display + Debug + Send + Sync + 'static>(&self) -> Option<&E> {
        if let Some(found) = self.inner.downcast_ref::<ContextError>() {
            let context: &dyn Any = &*found.context;
            return match context.downcast_ref::<E>() {
                Some(context) => Some(context),
                None => found.error.downcast_ref::<E>(),
            };
        }
        if let Some(found) = self.inner.downcast_ref::<MessageError>() {
            let message: &dyn Any = &*found.message;
            return message.downcast_ref::<E>();
        }
        self.inner.downcast_ref::<E>()
    }

    pub fn downcast_mut<E: Display + Debug + Send + Sync + 'static>(&mut self) -> Option<&mut E> {
        if let Some(found) = self.inner.downcast_mut::<ContextError>() {
            let context: &mut dyn Any = &mut *found.context;
            return match context.downcast_mut::<E>() {
                Some(context) => Some(context),
                None => found.error.downcast_mut::<E>(),
            };
        }
        if let Some(found) = self.inner.downcast_mut::<MessageError>() {
            let message: &mut dyn Any = &mut *found.message;
            return message.downcast_mut::<E>();
        }
        self.inner.downcast_mut::<E>()
    }

    pub fn into_boxed_dyn_error(self) -> Box<dyn StdError + Send + Sync + 'static> {
        self.inner
    }
}

impl<E: StdError + Send + Sync + 'static> From<E> for Error {
    #[track_caller]
    fn from(error: E) -> Self {
        Error::new(error)
    }
}

impl From<Error> for Box<dyn StdError + Send + Sync + 'static> {
    fn from(error: Error) -> Self {
        error.inner
    }
}

impl From<Error> for Box<dyn StdError + 'static> {
    fn from(error: Error) -> Self {
        error.inner
    }
}

impl Deref for Error {
    type Target = dyn StdError + Send + Sync + 'static;

    fn deref(&self) -> &Self::Target {
        &*self.inner
    }
}

impl DerefMut for Error {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut *self.inner
    }
}

impl AsRef<dyn StdError + Send + Sync> for Error {
    fn as_ref(&self) -> &(dyn StdError + Send + Sync + 'static) {
        &*self.inner
    }
}
