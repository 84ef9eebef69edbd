//! Requests over the network, shaped like reqwest.
//!
//! In the browser requests go through `fetch`, in a page as well as in a worker; dropping a future aborts its request.
//! Natively they go to the run's [`Fixtures`](crate::Fixtures): nothing but the run's own site is there.
//!
//! # On the timeline
//!
//! A request up to its headers is one span, reading its body another: whole ([`Response::text`] and its kin), or piece by
//! piece ([`Response::chunk`], [`Response::bytes_stream`]), where each wait for a piece is a poll of it.
//!
//! Both have phases: `queued`, `connecting`, `waiting` (for the first byte), `downloading`, `downloaded` (and not yet
//! read); before them `redirected`; `service worker` in place of connection and wait where the page's service worker
//! answers. On the real clock they are the browser's own account of the request (Resource Timing), which it gives when
//! the body is complete. So they are told late, some after the end of their span, and there are none
//!
//! - for an answer whose body is not read to its end, or of a request that failed;
//! - for an answer of another site that does not allow it (`Timing-Allow-Origin`);
//! - where the browser's account cannot be told from that of another request for the same address;
//! - on the virtual clock, on which a real request takes no time;
//! - of a length below the resolution of the browser's clock.
//!
//! Natively the double's phases are those on the run's clock: redirected, waiting, downloading.
//!
//! # What differs from reqwest
//!
//! - A browser does not say why a request failed: a dead port, a broken connection, a refusal by the other side's rules
//!   (CORS) and more redirections than it follows all count as failures to connect.
//! - A browser follows redirections itself: see [`redirect::Policy`].
//! - Of another site's answer a page sees only the headers that are allowed to it, and it may not set all headers of a
//!   request. A browser sends its own user agent and its own cookies.
//! - [`Response::remote_addr`] is not known, `version` and `extensions` are missing: a browser does not tell.
//! - As natively there is no cache: each request goes to the host (the browser's is told so, `no-store`). Requests for the
//!   same address at the same time do not wait for each other, as they would for the cache's sake.
//! - Bodies of requests are bytes; streamed and multipart ones are missing, as are proxies, certificates and cookies.

mod body;
mod client;
mod error;
mod limited;
mod pieces;
pub mod redirect;
mod request;
mod response;
mod timings;
mod url;

pub use self::http_types::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
pub use body::Body;
pub use client::{Client, ClientBuilder};
pub use error::{Error, Result};
pub use request::RequestBuilder;
pub use response::Response;
pub use url::{IntoUrl, Url};

pub(crate) use error::Failure;
pub(crate) use request::Prepared;
pub(crate) use response::Answer;
pub(crate) use timings::{Timings, phase};

use crate::record::{Body as SpanBody, Phases, SpanGuard};
use meanwhile_trace::SpanKind;

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

/// Makes the span of a body that is going to be read, with what tells its phases.
fn body_span(url: &Url) -> (SpanGuard, Option<Phases>) {
    let site = crate::run::current_site().unwrap_or_default();
    SpanGuard::with_phases(SpanKind::Http, &format!("body of {}", url.label(&site)), SpanBody::Unknown)
}
