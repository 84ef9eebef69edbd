//! Who makes requests.

use super::redirect::Policy;
use super::request::add_header;
use super::{Error, HeaderMap, HeaderValue, IntoUrl, Method, RequestBuilder, Result, header};
use crate::time::Duration;
use std::sync::Arc;

/// Makes requests. Costs nothing to make and to clone: the browser keeps the connections.
#[derive(Clone, Debug, Default)]
pub struct Client(Arc<Settings>);

/// What all requests of a client have in common.
#[derive(Clone, Debug, Default)]
pub(super) struct Settings {
    pub(super) redirect: Policy,
    pub(super) timeout: Option<Duration>,
    pub(super) headers: Vec<(String, String)>,
}

/// Makes a client. What is wrong comes to light when it is built.
#[must_use = "a client is made by `build`"]
#[derive(Debug)]
pub struct ClientBuilder(Result<Settings>);

macro_rules! methods {
    ($($(#[$doc:meta])* $name:ident $method:ident;)*) => {
        $(
            $(#[$doc])*
            pub fn $name(&self, url: impl IntoUrl) -> RequestBuilder {
                self.request(Method::$method, url)
            }
        )*
    };
}

impl Client {
    /// Makes a client.
    pub fn new() -> Self {
        Client::default()
    }

    /// Begins a client with settings of its own.
    pub fn builder() -> ClientBuilder {
        ClientBuilder::new()
    }

    methods! {
        /// Begins a `GET` request.
        get GET;
        /// Begins a `POST` request.
        post POST;
        /// Begins a `PUT` request.
        put PUT;
        /// Begins a `PATCH` request.
        patch PATCH;
        /// Begins a `DELETE` request.
        delete DELETE;
        /// Begins a `HEAD` request.
        head HEAD;
    }

    /// Begins a request. A wrong address comes to light when it is sent.
    pub fn request(&self, method: Method, url: impl IntoUrl) -> RequestBuilder {
        RequestBuilder::new(self.0.clone(), method, url.into_url())
    }
}

impl ClientBuilder {
    /// Begins a client.
    pub fn new() -> Self {
        ClientBuilder(Ok(Settings::default()))
    }

    fn change(mut self, change: impl FnOnce(&mut Settings) -> Result<()>) -> Self {
        if let Ok(settings) = &mut self.0
            && let Err(error) = change(settings)
        {
            self.0 = Err(error);
        }
        self
    }

    /// Sets whether redirections are followed: up to ten, unless told otherwise.
    pub fn redirect(self, policy: Policy) -> Self {
        self.change(|it| {
            it.redirect = policy;
            Ok(())
        })
    }

    /// Sets how long each request may take from sending it to the end of its body.
    pub fn timeout(self, timeout: Duration) -> Self {
        self.change(|it| {
            it.timeout = Some(timeout);
            Ok(())
        })
    }

    /// Sets headers of all requests that do not set them themselves.
    #[expect(clippy::needless_pass_by_value, reason = "as reqwest has it")]
    pub fn default_headers(self, headers: HeaderMap) -> Self {
        self.change(|it| {
            headers.iter().try_for_each(|(name, value)| add_header(&mut it.headers, name, value))
        })
    }

    /// Sets the header `user-agent` of all requests. Most browsers put their own in its place.
    pub fn user_agent<V>(self, value: V) -> Self
    where
        HeaderValue: TryFrom<V, Error: Into<::http::Error>>,
    {
        self.change(|it| {
            let value = HeaderValue::try_from(value).map_err(|it| Error::builder(it.into()))?;
            add_header(&mut it.headers, &header::USER_AGENT, &value)
        })
    }

    /// Makes the client.
    ///
    /// # Errors
    ///
    /// Fails if one of the settings makes no sense.
    pub fn build(self) -> Result<Client> {
        Ok(Client(Arc::new(self.0?)))
    }
}

impl Default for ClientBuilder {
    fn default() -> Self {
        ClientBuilder::new()
    }
}
