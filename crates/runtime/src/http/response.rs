//! An answer.

use super::limited::Limited;
use super::pieces::Pieces;
use super::{Error, HeaderMap, HeaderName, HeaderValue, Result, StatusCode, Url, body_span};
use crate::platform::ResponseBody;
use crate::record::Recorded;
use crate::time::Instant;
use bytes::Bytes;
use futures_util::Stream;
use futures_util::future::Either;
use serde::de::DeserializeOwned;
use std::fmt;
use std::future::poll_fn;
use std::net::SocketAddr;
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
    body: Pieces,
    deadline: Option<Instant>,
}

impl Response {
    pub(super) fn new(answer: Answer, url: Url, deadline: Option<Instant>) -> Result<Self> {
        let status = StatusCode::from_u16(answer.status).map_err(Error::builder)?;
        let url = answer.url.and_then(|it| Url::parse(&it).ok()).unwrap_or(url);
        let headers = OnceLock::new();
        let body = Pieces::new(answer.body);
        Ok(Response { status, url, raw_headers: answer.headers, headers, body, deadline })
    }

    /// Returns the status.
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// Returns where the answer came from in the end, after all redirections.
    pub fn url(&self) -> &Url {
        &self.url
    }

    /// Returns where the connection led to: never known, because a browser does not say.
    pub fn remote_addr(&self) -> Option<SocketAddr> {
        None
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

    /// Returns how many bytes the body has, where the headers say so: in a browser also where they say how many there are
    /// in compressed form, so that more may come.
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

    /// Waits for the next piece of the body, of whatever size it comes; `None` when the body is complete.
    ///
    /// # Errors
    ///
    /// Fails if the body breaks off; after that there is none.
    ///
    /// # Cancel safety
    ///
    /// A wait that is dropped loses nothing. Dropping the response ends the transfer.
    ///
    /// ```
    /// use meanwhile_runtime::{Fixtures, RunConfig, env, http, run_to_end};
    ///
    /// let config = RunConfig {
    ///     site: "http://localhost:8080".to_owned(),
    ///     http: Fixtures::pages(&[("/hello.txt", "hello")]),
    ///     ..RunConfig::default()
    /// };
    /// run_to_end(config, || {
    ///     Box::pin(async {
    ///         let site = env::var("SITE").unwrap();
    ///         let mut response = http::get(format!("{site}/hello.txt")).await.unwrap();
    ///         let (mut here, all) = (0, response.content_length());
    ///         while let Some(piece) = response.chunk().await.unwrap() {
    ///             here += piece.len() as u64;
    ///         }
    ///         assert_eq!(Some(here), all);
    ///         Ok(())
    ///     })
    /// });
    /// ```
    pub async fn chunk(&mut self) -> Result<Option<Bytes>> {
        self.body.begin(&self.url, self.deadline);
        poll_fn(|cx| self.body.poll_piece(cx)).await.transpose()
    }

    /// Returns the pieces of the body as they come. The stream ends when the body is complete, or after the error that
    /// says that it has broken off; with that error a browser drops the pieces that nobody has taken yet.
    ///
    /// # Cancel safety
    ///
    /// A wait that is dropped loses nothing. Dropping the stream ends the transfer.
    pub fn bytes_stream(mut self) -> impl Stream<Item = Result<Bytes>> + Unpin + Send + Sync {
        self.body.begin(&self.url, self.deadline);
        self.body
    }

    fn read<T>(
        self,
        decode: fn(Vec<u8>, &Url) -> Result<T>,
    ) -> impl Future<Output = Result<T>> + Send + Sync {
        let (url, deadline) = (self.url, self.deadline);
        let body = if self.body.is_begun() {
            Either::Right(self.body)
        } else {
            Either::Left(whole(self.body.into_body(), &url, deadline, decode))
        };
        async move {
            match body {
                Either::Left(whole) => whole.await,
                Either::Right(begun) => decode(begun.rest(&url).await?, &url),
            }
        }
    }
}

/// Reads a whole body in one span.
fn whole<T>(
    body: ResponseBody,
    url: &Url,
    deadline: Option<Instant>,
    decode: fn(Vec<u8>, &Url) -> Result<T>,
) -> impl Future<Output = Result<T>> + Send + Sync + use<T> {
    let (span, phases) = body_span(url);
    let at = url.clone();
    let work = async move {
        let bytes = body.read(phases).await.map_err(|it| Error::broken(it, Some(&at)))?;
        decode(bytes, &at)
    };
    let too_late = url.clone();
    Limited::new(Recorded::new(span, Result::is_err, work), deadline, move |it| {
        Error::broken(it, Some(&too_late))
    })
}

impl fmt::Debug for Response {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Response")
            .field("url", &self.url.as_str())
            .field("status", &self.status)
            .finish_non_exhaustive()
    }
}
