//! What can be said of errors.

use crate::Error;
use crate::error::{ContextError, MessageError};
use std::any::Any;
use std::convert::Infallible;
use std::error::Error as StdError;
use std::fmt::{self, Debug, Display};

/// What a message is made of.
pub(crate) trait Text: Any + Display + Debug {}

impl<T: Any + Display + Debug> Text for T {}

/// What an error can be made of.
pub(crate) trait IntoError {
    fn into_error(self) -> Error;
}

impl IntoError for Error {
    fn into_error(self) -> Error {
        self
    }
}

impl<E: StdError> IntoError for E {
    fn into_error(self) -> Error {
        Error::new(self)
    }
}

macro_rules! messages {
    ($($of:ty)*) => {$(
        impl IntoError for $of {
            fn into_error(self) -> Error {
                Error::msg(self)
            }
        }
    )*};
}

messages! { &str String std::borrow::Cow<'_, str> i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize f32 f64 bool char fmt::Arguments<'_> }

impl<T: ?Sized + StdError> IntoError for Box<T> {
    fn into_error(self) -> Error {
        Error::from_boxed(self)
    }
}

pub trait Context<T, E> {
    fn context<C: Display + Send + Sync + 'static>(self, context: C) -> Result<T, Error>;
    fn with_context<C: Display + Send + Sync + 'static, F: FnOnce() -> C>(self, f: F) -> Result<T, Error>;
}

impl<T, E: IntoError> Context<T, E> for Result<T, E> {
    #[track_caller]
    fn context<C: Display + Send + Sync + 'static>(self, context: C) -> Result<T, Error> {
        match self {
            Ok(value) => Ok(value),
            Err(error) => Err(error.into_error().context(context)),
        }
    }

    #[track_caller]
    fn with_context<C: Display + Send + Sync + 'static, F: FnOnce() -> C>(self, f: F) -> Result<T, Error> {
        match self {
            Ok(value) => Ok(value),
            Err(error) => Err(error.into_error().context(f())),
        }
    }
}

impl<T> Context<T, Infallible> for Option<T> {
    #[track_caller]
    fn context<C: Display + Send + Sync + 'static>(self, context: C) -> Result<T, Error> {
        match self {
            Some(value) => Ok(value),
            None => Err(Error::msg(context)),
        }
    }

    #[track_caller]
    fn with_context<C: Display + Send + Sync + 'static, F: FnOnce() -> C>(self, f: F) -> Result<T, Error> {
        match self {
            Some(value) => Ok(value),
            None => Err(Error::msg(f())),
        }
    }
}

impl Display for MessageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Display::fmt(&*self.message, f)
    }
}

impl Debug for MessageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Debug::fmt(&*self.message, f)
    }
}

impl StdError for MessageError {}

impl Display for ContextError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Display::fmt(&*self.context, f)
    }
}

impl Debug for ContextError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Error").field("context", &format!("{}", self.context)).field("source", &self.error).finish()
    }
}

impl StdError for ContextError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        Some(&*self.error.inner)
    }
}
