//! What can go wrong with a request.

use crate::host::HostHttpError;
use crate::status::StatusCode;
use crate::url::Url;
use std::error::Error as StdError;
use std::fmt;

pub type Result<T> = std::result::Result<T, Error>;

pub struct Error {
    shown: String,
    debug: String,
    is: Vec<String>,
    source: Option<Cause>,
    status: Option<u16>,
    url: Option<Url>,
}

/// What an error comes from, and so on.
#[derive(Debug)]
struct Cause {
    text: String,
    next: Option<Box<Cause>>,
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl StdError for Cause {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match &self.next {
            Some(next) => Some(&**next),
            None => None,
        }
    }
}

/// The error of the host's.
pub(crate) fn of_host(error: HostHttpError) -> Error {
    let (texts, status, url) = error.describe();
    let mut source: Option<Cause> = None;
    for text in texts[3..].iter().rev() {
        source = Some(Cause { text: text.clone(), next: source.map(Box::new) });
    }
    Error {
        shown: texts[0].clone(),
        debug: texts[1].clone(),
        is: texts[2].split(' ').map(String::from).collect::<Vec<String>>(),
        source,
        status,
        url: url.map(Url::of),
    }
}

/// An answer that is JSON, but not of the kind that is wanted.
pub(crate) fn of_json(error: serde_json::Error, url: &Url) -> Error {
    let source = Cause { text: error.to_string(), next: None };
    let debug = format!("reqwest::Error {{ kind: Decode, source: {error:?} }}");
    let shown = format!("error decoding response body for url ({url})");
    Error { shown, debug, is: vec![String::from("decode")], source: Some(source), status: None, url: Some(url.clone()) }
}

impl Error {
    fn is(&self, what: &str) -> bool {
        self.is.iter().any(|it| it == what)
    }

    pub fn url(&self) -> Option<&Url> {
        self.url.as_ref()
    }

    pub fn status(&self) -> Option<StatusCode> {
        self.status.map(StatusCode::of)
    }

    pub fn without_url(mut self) -> Self {
        if let Some(url) = self.url.take() {
            self.shown = self.shown.replace(&format!(" for url ({url})"), "");
        }
        self
    }

    pub fn is_builder(&self) -> bool {
        self.is("builder")
    }

    pub fn is_request(&self) -> bool {
        self.is("request")
    }

    pub fn is_connect(&self) -> bool {
        self.is("connect")
    }

    pub fn is_timeout(&self) -> bool {
        self.is("timeout")
    }

    pub fn is_status(&self) -> bool {
        self.is("status")
    }

    pub fn is_body(&self) -> bool {
        self.is("body")
    }

    pub fn is_decode(&self) -> bool {
        self.is("decode")
    }

    pub fn is_redirect(&self) -> bool {
        self.is("redirect")
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.shown)
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.debug)
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match &self.source {
            Some(source) => Some(source),
            None => None,
        }
    }
}
