//! What can go wrong with a request, in reqwest's words.

use super::{StatusCode, Url};
use std::error::Error as StdError;
use std::fmt;

/// The result of a request.
pub type Result<T> = std::result::Result<T, Error>;

type Source = Box<dyn StdError + Send + Sync>;

/// A request went wrong. Its text names the address, its [source](StdError::source) the cause.
pub struct Error(Box<Inner>);

struct Inner {
    kind: Kind,
    url: Option<Url>,
    source: Option<Source>,
}

/// Printed by `Debug`, so spelled as in reqwest; the second field of `Status` is the server's own wording.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Builder,
    Request,
    Body,
    Decode,
    Redirect,
    Status(StatusCode, Option<&'static str>),
}

/// Why the platform has no answer, or not all of it.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// No connection, or it broke before the headers.
    #[error("{0}")]
    Connect(String),
    /// It broke in the body.
    #[error("{0}")]
    Body(String),
    /// It was redirected, and may not be.
    #[error("{why}")]
    Redirect {
        why: &'static str,
        /// Who redirected it, where that is known to be another than who was asked.
        by: Option<Url>,
    },
    /// The request makes no sense.
    #[error("{0}")]
    Request(String),
    /// It took too long.
    #[error("operation timed out")]
    TimedOut,
}

impl Error {
    fn new(kind: Kind, url: Option<&Url>, source: Option<Source>) -> Self {
        Error(Box::new(Inner { kind, url: url.cloned(), source }))
    }

    pub(super) fn builder(source: impl Into<Source>) -> Self {
        Error::new(Kind::Builder, None, Some(source.into()))
    }

    /// There is no answer.
    pub(super) fn failure(failure: Failure, url: &Url) -> Self {
        let (kind, at) = match &failure {
            Failure::Connect(_) | Failure::Body(_) | Failure::TimedOut => (Kind::Request, None),
            Failure::Redirect { by, .. } => (Kind::Redirect, by.clone()),
            Failure::Request(_) => (Kind::Builder, None),
        };
        Error::new(kind, Some(at.as_ref().unwrap_or(url)), Some(Box::new(failure)))
    }

    /// There is not all of an answer's body. As in reqwest that is an error of its decoding, caused by one of the body.
    pub(super) fn broken(failure: Failure, url: Option<&Url>) -> Self {
        let body = Error::new(Kind::Body, None, Some(Box::new(failure)));
        Error::new(Kind::Decode, url, Some(Box::new(body)))
    }

    pub(super) fn decode(source: serde_json::Error, url: &Url) -> Self {
        Error::new(Kind::Decode, Some(url), Some(Box::new(source)))
    }

    pub(super) fn of_status(status: StatusCode, url: &Url) -> Self {
        Error::new(Kind::Status(status, None), Some(url), None)
    }

    fn failed(&self) -> Option<&Failure> {
        let source = self.0.source.as_ref()?;
        match source.downcast_ref::<Error>() {
            Some(error) => error.failed(),
            None => source.downcast_ref(),
        }
    }

    /// Returns the address, where there is one.
    pub fn url(&self) -> Option<&Url> {
        self.0.url.as_ref()
    }

    /// Returns the status, for an answer that said no.
    pub fn status(&self) -> Option<StatusCode> {
        match self.0.kind {
            Kind::Status(status, _) => Some(status),
            _ => None,
        }
    }

    /// Returns the error with this address.
    #[must_use]
    pub fn with_url(mut self, url: Url) -> Self {
        self.0.url = Some(url);
        self
    }

    /// Returns the error without the address.
    #[must_use]
    pub fn without_url(mut self) -> Self {
        self.0.url = None;
        self
    }

    /// Returns whether the request could not be made up.
    pub fn is_builder(&self) -> bool {
        self.0.kind == Kind::Builder
    }

    /// Returns whether there was no answer.
    pub fn is_request(&self) -> bool {
        self.0.kind == Kind::Request
    }

    /// Returns whether there was no connection. A browser does not tell that from other failures to get an answer.
    pub fn is_connect(&self) -> bool {
        matches!(self.failed(), Some(Failure::Connect(_)))
    }

    /// Returns whether it took too long.
    pub fn is_timeout(&self) -> bool {
        matches!(self.failed(), Some(Failure::TimedOut))
    }

    /// Returns whether the answer said no.
    pub fn is_status(&self) -> bool {
        matches!(self.0.kind, Kind::Status(..))
    }

    /// Returns whether it is an error of a body as such: one that broke off is one of decoding, as in reqwest, with such
    /// an error as its source.
    pub fn is_body(&self) -> bool {
        self.0.kind == Kind::Body
    }

    /// Returns whether the body was not what it should be, or not all of it came.
    pub fn is_decode(&self) -> bool {
        self.0.kind == Kind::Decode
    }

    /// Returns whether it was redirected and may not be, by the client's [policy](super::redirect::Policy). More
    /// redirections than a browser follows look like any other failure.
    pub fn is_redirect(&self) -> bool {
        self.0.kind == Kind::Redirect
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.kind {
            Kind::Builder => f.write_str("builder error")?,
            Kind::Request => f.write_str("error sending request")?,
            Kind::Body => f.write_str("request or response body error")?,
            Kind::Decode => f.write_str("error decoding response body")?,
            Kind::Redirect => f.write_str("error following redirect")?,
            Kind::Status(status, _) if status.is_client_error() => {
                write!(f, "HTTP status client error ({status})")?;
            }
            Kind::Status(status, _) => write!(f, "HTTP status server error ({status})")?,
        }
        match &self.0.url {
            Some(url) => write!(f, " for url ({url})"),
            None => Ok(()),
        }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = f.debug_struct("reqwest::Error");
        out.field("kind", &self.0.kind);
        if let Some(url) = &self.0.url {
            out.field("url", &url.as_str());
        }
        if let Some(source) = &self.0.source {
            out.field("source", source);
        }
        out.finish()
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.0.source.as_ref().map(|it| &**it as _)
    }
}
