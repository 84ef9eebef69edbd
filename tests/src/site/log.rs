//! What the server was asked for.

use std::sync::{Arc, Mutex, PoisonError};

use http::HeaderMap;

/// A request that reached the server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Below the site's own folder; the whole path, with its slash, if it is not in there.
    pub path: String,
    /// Without the question mark.
    pub query: Option<String>,
    /// What the browser wanted it for (`Sec-Fetch-Dest`): `document`, `worker`, `serviceworker`, `empty` for `fetch`.
    pub wanted_for: String,
    /// The script or page that asked (`Referer`).
    pub referrer: String,
    /// The status it was answered with.
    pub status: u16,
}

impl Request {
    /// Takes down what the tests ask about.
    pub(super) fn new(path: &str, query: Option<&str>, headers: &HeaderMap, status: u16) -> Self {
        let header = |name: &str| {
            let value = headers.get(name).and_then(|value| value.to_str().ok());
            value.unwrap_or_default().to_owned()
        };
        Self {
            path: path.to_owned(),
            query: query.map(str::to_owned),
            wanted_for: header("sec-fetch-dest"),
            referrer: header("referer"),
            status,
        }
    }

    /// Returns whether the worker that runs programs asked, and not the page.
    pub fn is_from_program(&self) -> bool {
        let script = self.referrer.rsplit('/').next().unwrap_or_default();
        self.wanted_for == "empty" && super::WORKERS.iter().any(|worker| script.starts_with(worker))
    }
}

/// All requests so far, shared with the server.
#[derive(Clone, Debug, Default)]
pub(super) struct Log(Arc<Mutex<Vec<Request>>>);

impl Log {
    pub(super) fn push(&self, request: Request) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(request);
    }

    pub(super) fn all(&self) -> Vec<Request> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}
