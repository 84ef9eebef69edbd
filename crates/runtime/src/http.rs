//! Requests over the network, shaped like reqwest.
//!
//! In the browser requests go through `fetch`, in a page as well as in a worker; dropping a future aborts its request.
//! Natively they go to the run's [`Fixtures`](crate::Fixtures): nothing but the run's own site is there. A request up
//! to its headers is one span, reading its body another.
//!
//! A browser does not say why a request failed: a dead port, a broken connection and a refusal by the other side's
//! rules (CORS) all count as failures to connect.

mod body;
mod client;
mod error;
mod limited;
mod request;
mod response;
mod url;

pub use self::http_types::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
pub use body::Body;
pub use client::Client;
pub use error::{Error, Result};
pub use request::RequestBuilder;
pub use response::Response;
pub use url::{IntoUrl, Url};

pub(crate) use error::Failure;
pub(crate) use request::Prepared;
pub(crate) use response::Answer;

mod http_types {
    pub use ::http::header::{self, HeaderMap, HeaderName, HeaderValue};
    pub use ::http::{Method, StatusCode};
}

/// Gets a document.
///
/// Fails if the address makes no sense, or if there is no answer. An answer that says no is still an answer:
/// see [`Response::error_for_status`].
///
/// # Cancel safety
///
/// Dropping the future aborts the request.
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
///         let response = http::get(format!("{site}/hello.txt")).await.unwrap();
///         assert_eq!(response.text().await.unwrap(), "hello");
///         let missing = http::get(format!("{site}/missing.txt")).await.unwrap();
///         assert_eq!(missing.status(), http::StatusCode::NOT_FOUND);
///         Ok(())
///     })
/// });
/// ```
pub fn get(url: impl IntoUrl) -> impl Future<Output = Result<Response>> + Send + Sync {
    Client::new().get(url).send()
}
