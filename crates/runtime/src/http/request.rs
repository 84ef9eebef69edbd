//! A request in the making.

use super::client::Settings;
use super::limited::Limited;
use super::redirect::Policy;
use super::{Body, Error, HeaderName, HeaderValue, Method, Response, Result, Url};
use crate::platform;
use crate::record::{Body as SpanBody, Recorded, SpanGuard};
use crate::time::{Duration, Instant};
use meanwhile_trace::SpanKind;
use serde::Serialize;
use std::sync::Arc;

/// A request that is ready to be sent.
#[derive(Debug)]
pub(crate) struct Prepared {
    pub(crate) method: Method,
    pub(crate) url: Url,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Option<Body>,
    pub(crate) redirect: Policy,
}

/// Adds a header, whose value must be a text: a browser takes no other.
pub(super) fn add_header(
    headers: &mut Vec<(String, String)>,
    name: &HeaderName,
    value: &HeaderValue,
) -> Result<()> {
    let text = value.to_str().map_err(Error::builder)?;
    headers.push((name.as_str().to_owned(), text.to_owned()));
    Ok(())
}

/// Makes up a request. What is wrong with it comes to light when it is sent.
#[must_use = "a request is sent by `send`"]
#[derive(Debug)]
pub struct RequestBuilder {
    client: Arc<Settings>,
    request: Result<Prepared>,
    timeout: Option<Duration>,
}

impl RequestBuilder {
    pub(super) fn new(client: Arc<Settings>, method: Method, url: Result<Url>) -> Self {
        let redirect = client.redirect;
        let request = url.map(|url| Prepared { method, url, headers: Vec::new(), body: None, redirect });
        RequestBuilder { timeout: client.timeout, request, client }
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
            add_header(&mut request.headers, &name, &value)
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
    /// Fails if the request makes no sense, if there is no answer, or if it is redirected more often than the client's
    /// [policy](super::redirect::Policy) allows.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future aborts the request.
    pub fn send(self) -> impl Future<Output = Result<Response>> + Send + Sync {
        let url = self.request.as_ref().ok().map(|it| it.url.clone());
        let deadline = self.timeout.and_then(|it| Instant::now().checked_add(it));
        let (span, phases) = SpanGuard::with_phases(SpanKind::Http, &self.label(), SpanBody::Unknown);
        let request = self.prepared();
        let work = async move {
            let request = request?;
            let url = request.url.clone();
            match platform::exchange(request, phases).await {
                Ok(answer) => Response::new(answer, url, deadline),
                Err(failure) => Err(Error::failure(failure, &url)),
            }
        };
        let too_late = move |failure| match &url {
            Some(url) => Error::failure(failure, url),
            None => Error::builder(failure),
        };
        Limited::new(Recorded::new(span, Result::is_err, work), deadline, too_late)
    }

    /// Returns the request with what it has from its client.
    fn prepared(self) -> Result<Prepared> {
        let mut request = self.request?;
        for (name, value) in &self.client.headers {
            if !request.headers.iter().any(|(own, _)| own == name) {
                request.headers.push((name.clone(), value.clone()));
            }
        }
        Ok(request)
    }

    fn label(&self) -> String {
        let site = crate::run::current_site().unwrap_or_default();
        match &self.request {
            Ok(request) => format!("{} {}", request.method, request.url.label(&site)),
            Err(_) => "request".to_owned(),
        }
    }
}
