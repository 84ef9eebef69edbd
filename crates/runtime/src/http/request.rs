//! A request in the making.

use super::limited::Limited;
use super::{Body, Error, HeaderName, HeaderValue, Method, Response, Result, Url};
use crate::platform;
use crate::record::{Body as SpanBody, Recorded, SpanGuard};
use crate::time::{Duration, Instant};
use meanwhile_trace::SpanKind;
use serde::Serialize;

/// A request that is ready to be sent.
#[derive(Debug)]
pub(crate) struct Prepared {
    pub(crate) method: Method,
    pub(crate) url: Url,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Option<Body>,
}

/// Makes up a request. What is wrong with it comes to light when it is sent.
#[must_use = "a request is sent by `send`"]
#[derive(Debug)]
pub struct RequestBuilder {
    request: Result<Prepared>,
    timeout: Option<Duration>,
}

impl RequestBuilder {
    pub(super) fn new(method: Method, url: Result<Url>) -> Self {
        let request = url.map(|url| Prepared { method, url, headers: Vec::new(), body: None });
        RequestBuilder { request, timeout: None }
    }

    fn change(mut self, change: impl FnOnce(&mut Prepared) -> Result<()>) -> Self {
        if let Ok(request) = &mut self.request
            && let Err(error) = change(request)
        {
            self.request = Err(error);
        }
        self
    }

    /// Adds a header.
    pub fn header<K, V>(self, key: K, value: V) -> Self
    where
        HeaderName: TryFrom<K, Error: Into<::http::Error>>,
        HeaderValue: TryFrom<V, Error: Into<::http::Error>>,
    {
        self.change(|request| {
            let name = HeaderName::try_from(key).map_err(|it| Error::builder(it.into()))?;
            let value = HeaderValue::try_from(value).map_err(|it| Error::builder(it.into()))?;
            let text = value.to_str().map_err(Error::builder)?;
            request.headers.push((name.as_str().to_owned(), text.to_owned()));
            Ok(())
        })
    }

    /// Adds to the query of the address.
    pub fn query<T: Serialize + ?Sized>(self, query: &T) -> Self {
        self.change(|request| {
            let query = serde_urlencoded::to_string(query).map_err(Error::builder)?;
            request.url.push_query(&query);
            Ok(())
        })
    }

    /// Sets the body.
    pub fn body(self, body: impl Into<Body>) -> Self {
        self.change(|request| {
            request.body = Some(body.into());
            Ok(())
        })
    }

    /// Sets the body to JSON, and the header that says so.
    pub fn json<T: Serialize + ?Sized>(self, json: &T) -> Self {
        self.change(|request| {
            let text = serde_json::to_vec(json).map_err(Error::builder)?;
            request.body = Some(text.into());
            if !request.headers.iter().any(|(name, _)| name == "content-type") {
                request.headers.push(("content-type".to_owned(), "application/json".to_owned()));
            }
            Ok(())
        })
    }

    /// Sets how long it may take from sending it to the end of its body.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = Some(timeout);
        self
    }

    /// Sends the request, and waits for the headers of the answer.
    ///
    /// Fails if the request makes no sense, or if there is no answer.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future aborts the request.
    pub fn send(self) -> impl Future<Output = Result<Response>> + Send + Sync {
        let url = self.request.as_ref().ok().map(|it| it.url.clone());
        let deadline = self.timeout.and_then(|it| Instant::now().checked_add(it));
        let span = SpanGuard::new(SpanKind::Http, &self.label(), None, SpanBody::Unknown);
        let request = self.request;
        let work = async move {
            let request = request?;
            let url = request.url.clone();
            match platform::exchange(request).await {
                Ok(answer) => Response::new(answer, url, deadline),
                Err(failure) => Err(Error::failure(failure, &url)),
            }
        };
        Limited::new(Recorded::new(span, Result::is_err, work), deadline, url)
    }

    fn label(&self) -> String {
        let site = crate::run::current_site().unwrap_or_default();
        match &self.request {
            Ok(request) => format!("{} {}", request.method, request.url.label(&site)),
            Err(_) => "request".to_owned(),
        }
    }
}
