//! What can go wrong when reading and writing.

use super::ErrorKind;
use crate::error;
use crate::fmt;

pub type Result<T> = crate::result::Result<T, Error>;

#[lang = "io::Error"]
pub struct Error {
    repr: Repr,
}

enum Repr {
    Simple(ErrorKind),
    Message(ErrorKind, &'static str),
    Os(i32, ErrorKind, String),
    Custom(ErrorKind, Box<dyn error::Error + Send + Sync>),
}

impl Error {
    pub fn new<E: Into<Box<dyn error::Error + Send + Sync>>>(kind: ErrorKind, error: E) -> Error {
        let error: Box<dyn error::Error + Send + Sync> = error.into();
        Error { repr: Repr::Custom(kind, error) }
    }

    pub fn other<E: Into<Box<dyn error::Error + Send + Sync>>>(error: E) -> Error {
        Error::new(ErrorKind::Other, error)
    }

    /// An error of the library's own.
    pub(crate) fn message(kind: ErrorKind, message: &'static str) -> Error {
        Error { repr: Repr::Message(kind, message) }
    }

    /// An error of the system's, with its number and text.
    #[lang = "io::Error::from_os"]
    pub(crate) fn from_os(code: i32, kind: ErrorKind, text: String) -> Error {
        Error { repr: Repr::Os(code, kind, text) }
    }

    /// An error of the host's.
    #[lang = "io::Error::from_host"]
    pub(crate) fn from_host(kind: &str, text: String) -> Error {
        let kind = ErrorKind::named(kind);
        if text == kind.to_string() {
            return Error { repr: Repr::Simple(kind) };
        }
        match text.strip_suffix(')').and_then(|it| it.rsplit_once(" (os error ")) {
            Some((message, code)) => Error::from_os(code.parse().unwrap_or(0), kind, message.to_string()),
            None => Error::new(kind, text),
        }
    }

    pub fn last_os_error() -> Error {
        Error { repr: Repr::Simple(ErrorKind::Other) }
    }

    pub fn raw_os_error(&self) -> Option<i32> {
        match &self.repr {
            Repr::Os(code, _, _) => Some(*code),
            _ => None,
        }
    }

    pub fn get_ref(&self) -> Option<&(dyn error::Error + Send + Sync + 'static)> {
        match &self.repr {
            Repr::Custom(_, error) => Some(&**error),
            _ => None,
        }
    }

    pub fn get_mut(&mut self) -> Option<&mut (dyn error::Error + Send + Sync + 'static)> {
        match &mut self.repr {
            Repr::Custom(_, error) => Some(&mut **error),
            _ => None,
        }
    }

    pub fn into_inner(self) -> Option<Box<dyn error::Error + Send + Sync>> {
        match self.repr {
            Repr::Custom(_, error) => Some(error),
            _ => None,
        }
    }

    pub fn kind(&self) -> ErrorKind {
        match &self.repr {
            Repr::Simple(kind) => *kind,
            Repr::Message(kind, _) => *kind,
            Repr::Os(_, kind, _) => *kind,
            Repr::Custom(kind, _) => *kind,
        }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.repr {
            Repr::Simple(kind) => f.debug_tuple("Kind").field(kind).finish(),
            Repr::Message(kind, message) => {
                f.debug_struct("Error").field("kind", kind).field("message", message).finish()
            }
            Repr::Os(code, kind, text) => {
                f.debug_struct("Os").field("code", code).field("kind", kind).field("message", text).finish()
            }
            Repr::Custom(kind, error) => {
                f.debug_struct("Custom").field("kind", kind).field("error", error).finish()
            }
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.repr {
            Repr::Simple(kind) => fmt::Display::fmt(kind, f),
            Repr::Message(_, message) => f.pad(message),
            Repr::Os(code, _, text) => write!(f, "{text} (os error {code})"),
            Repr::Custom(_, error) => fmt::Display::fmt(&**error, f),
        }
    }
}

impl error::Error for Error {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        match &self.repr {
            Repr::Custom(_, error) => error.source(),
            _ => None,
        }
    }
}

impl From<ErrorKind> for Error {
    fn from(kind: ErrorKind) -> Error {
        Error { repr: Repr::Simple(kind) }
    }
}
