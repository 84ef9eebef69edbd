//! An answer.

use super::limited::Limited;
use super::{Error, HeaderMap, HeaderName, HeaderValue, Result, StatusCode, Url};
use crate::platform::ResponseBody;
use crate::record::{Body, Recorded, SpanGuard};
use crate::time::Instant;
use bytes::Bytes;
use meanwhile_trace::SpanKind;
use serde::de::DeserializeOwned;
use std::fmt;
use std::sync::OnceLock;

/// What the platform brings.
pub(crate) struct Answer {
    pub(crate) status: u16,
    /// Where it came from in the end; `None` for where the request went.
    pub(crate) url: Option<String>,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: ResponseBody,
}

/// An answer, whose body has still to be read.
pub struct Response {
    status: StatusCode,
    url: Url,
    raw_headers: Vec<(String, String)>,
    headers: OnceLock<HeaderMap>,
    body: ResponseBody,
    deadline: Option<Instant>,
}

impl Response {
    pub(super) fn new(answer: Answer, url: Url, deadline: Option<Instant>) -> Result<Self> {
        let status = StatusCode::from_u16(answer.status).map_err(Error::builder)?;
        let url = answer.url.and_then(|it| Url::parse(&it).ok()).unwrap_or(url);
        let headers = OnceLock::new();
        Ok(Response { status, url, raw_headers: answer.headers, headers, body: answer.body, deadline })
    }

    /// Returns the status.
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// Returns where the answer came from in the end, after all redirections.
    pub fn url(&self) -> &Url {
        &self.url
    }

    /// Returns the headers: in a browser those that the page may see.
    pub fn headers(&self) -> &HeaderMap {
        self.headers.get_or_init(|| {
            let entries = self.raw_headers.iter().filter_map(|(name, value)| {
                Some((name.parse::<HeaderName>().ok()?, value.parse::<HeaderValue>().ok()?))
            });
            let mut headers = HeaderMap::new();
            entries.for_each(|(name, value)| {
                headers.append(name, value);
            });
            headers
        })
    }

    /// Returns one header, whose name is in lower case.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.raw_headers.iter().find(|(it, _)| it == name).map(|(_, value)| value.as_str())
    }

    /// Returns how many bytes the body has, where the headers say so.
    pub fn content_length(&self) -> Option<u64> {
        self.header("content-length")?.parse().ok()
    }

    /// Turns an answer that says no into an error.
    ///
    /// # Errors
    ///
    /// Fails for a status of 400 and above.
    pub fn error_for_status(self) -> Result<Self> {
        self.refusal().map_or(Ok(self), Err)
    }

    /// As [`error_for_status`](Response::error_for_status), and leaves the answer where it is.
    ///
    /// # Errors
    ///
    /// Fails for a status of 400 and above.
    pub fn error_for_status_ref(&self) -> Result<&Self> {
        self.refusal().map_or(Ok(self), Err)
    }

    fn refusal(&self) -> Option<Error> {
        let refused = self.status.is_client_error() || self.status.is_server_error();
        refused.then(|| Error::of_status(self.status, &self.url))
    }

    /// Reads the body as text; what is not UTF-8 is replaced.
    ///
    /// Fails if the body breaks off.
    pub fn text(self) -> impl Future<Output = Result<String>> + Send + Sync {
        self.read(|bytes, _| Ok(String::from_utf8_lossy(&bytes).into_owned()))
    }

    /// Reads the body as JSON.
    ///
    /// Fails if the body breaks off, or is not such JSON.
    pub fn json<T: DeserializeOwned>(self) -> impl Future<Output = Result<T>> + Send + Sync {
        self.read(|bytes, url| serde_json::from_slice(&bytes).map_err(|error| Error::decode(error, url)))
    }

    /// Reads the body.
    ///
    /// Fails if it breaks off.
    pub fn bytes(self) -> impl Future<Output = Result<Bytes>> + Send + Sync {
        self.read(|bytes, _| Ok(bytes.into()))
    }

    fn read<T>(
        self,
        decode: fn(Vec<u8>, &Url) -> Result<T>,
    ) -> impl Future<Output = Result<T>> + Send + Sync {
        let site = crate::run::current_site().unwrap_or_default();
        let name = format!("body of {}", self.url.label(&site));
        let span = SpanGuard::new(SpanKind::Http, &name, None, Body::Unknown);
        let (body, url) = (self.body, self.url.clone());
        let work = async move {
            match body.read().await {
                Ok(bytes) => decode(bytes, &url),
                Err(failure) => Err(Error::failure(failure, &url)),
            }
        };
        Limited::new(Recorded::new(span, Result::is_err, work), self.deadline, Some(self.url))
    }
}

impl fmt::Debug for Response {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Response")
            .field("url", &self.url.as_str())
            .field("status", &self.status)
            .finish_non_exhaustive()
    }
}
