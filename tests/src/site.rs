//! A static host for `dist/`, on a port of its own, below a folder of its own, that remembers what it was asked for.

use std::net::SocketAddr;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use anyhow::{Result, ensure};
use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::response::{IntoResponse as _, Response};
use futures::StreamExt as _;
use http::{HeaderMap, StatusCode, Uri, header};
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime::{Builder, Runtime};

mod conditions;
mod log;

pub use conditions::{Conditions, Data, WorkerScript};
pub use log::Request;

/// Where the site is on its host: not at the top, because most visitors' sites are not either.
pub const FOLDER: &str = "/some/where/";

/// Where the site's documents are, below its folder.
const DATA: &str = "data/";

/// Where they have moved to, if they have.
const MOVED: &str = "moved/";

/// How long a slow host takes for a document.
const SLOW: Duration = Duration::from_millis(300);

/// The types that a static host tells; all else is bytes.
const TYPES: [(&str, &str); 9] = [
    ("html", "text/html; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("mjs", "text/javascript; charset=utf-8"),
    ("css", "text/css; charset=utf-8"),
    ("wasm", "application/wasm"),
    ("json", "application/json"),
    ("svg", "image/svg+xml"),
    ("woff2", "font/woff2"),
    ("txt", "text/plain; charset=utf-8"),
];

/// How the names of the scripts begin that run programs.
const WORKERS: [&str; 3] = ["compiled-", "further-", "interpreted-"];

/// The built site, served until this is dropped.
#[derive(Debug)]
pub struct Site {
    port: u16,
    log: log::Log,
    /// A runtime of its own: with it every connection goes, as when a host is unplugged.
    runtime: Option<Runtime>,
}

#[derive(Debug)]
struct Host {
    dist: PathBuf,
    conditions: Conditions,
    /// How many requests have been refused.
    refused: AtomicUsize,
    log: log::Log,
}

impl Site {
    /// Serves the built site under these conditions.
    ///
    /// # Errors
    ///
    /// Fails if the site has not been built, in one line that says how it is.
    pub fn start(conditions: Conditions) -> Result<Self> {
        let dist = dist();
        ensure!(
            dist.join("index.html").is_file(),
            "there is no built site in dist/: run `cargo xtask build` first, or `cargo xtask test` for all at once"
        );
        Self::of(&dist, conditions)
    }

    /// Serves a folder under these conditions.
    ///
    /// # Errors
    ///
    /// Fails if there is no port to serve it on.
    pub fn of(folder: &Path, conditions: Conditions) -> Result<Self> {
        let dist = folder.to_owned();
        let runtime = Builder::new_multi_thread().worker_threads(1).enable_all().build()?;
        let listener = std::net::TcpListener::bind(SocketAddr::from(([127, 0, 0, 1], 0)))?;
        listener.set_nonblocking(true)?;
        let port = listener.local_addr()?.port();
        let log = log::Log::default();
        let host = Arc::new(Host { dist, conditions, refused: AtomicUsize::new(0), log: log.clone() });
        runtime.spawn(async move {
            let router = Router::new().fallback(answer).with_state(host);
            axum::serve(TcpListener::from_std(listener)?, router).await
        });
        Ok(Self { port, log, runtime: Some(runtime) })
    }

    /// Returns the address of the page.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}{FOLDER}", self.port)
    }

    /// Returns all requests so far, in the order in which they were answered.
    pub fn requests(&self) -> Vec<Request> {
        self.log.all()
    }

    /// Unplugs the host: returns when it refuses connections.
    pub async fn stop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
        while TcpStream::connect(("127.0.0.1", self.port)).await.is_ok() {
            tokio::task::yield_now().await;
        }
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        // Dropped in the usual way inside a future, a runtime panics.
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

fn dist() -> PathBuf {
    crate::root().join("dist")
}

async fn answer(State(host): State<Arc<Host>>, uri: Uri, headers: HeaderMap) -> Response {
    let path = uri.path().strip_prefix(FOLDER).unwrap_or(uri.path());
    if host.conditions.data == Data::Slow && path.starts_with(DATA) && uri.query().is_none() {
        tokio::time::sleep(SLOW).await;
    }
    let response = host.response(path);
    host.log.push(Request::new(path, uri.query(), &headers, response.status().as_u16()));
    response
}

impl Host {
    fn response(&self, path: &str) -> Response {
        let to =
            |path: &str| (StatusCode::FOUND, [(header::LOCATION, format!("{FOLDER}{path}"))]).into_response();
        match (self.conditions.data, path.starts_with(DATA)) {
            (Data::Moved, true) => return to(&format!("{MOVED}{path}")),
            (Data::Circle, true) => return to(path),
            _ => {}
        }
        let path = path.strip_prefix(MOVED).unwrap_or(path);
        let found = match (&self.conditions.worker, is_worker_script(path)) {
            (WorkerScript::Missing, true) => None,
            (WorkerScript::Replaced(script), true) => Some(script.clone().into_bytes()),
            _ if self.conditions.no_service_worker && path == "sw.js" => None,
            _ if self.refuses(path) => None,
            _ => self.read(path),
        };
        let Some(bytes) = found else {
            return (StatusCode::NOT_FOUND, "not found").into_response();
        };
        if self.conditions.data == Data::Half && path.starts_with(DATA) {
            return half(bytes);
        }
        let media_type = media_type(path);
        let mut response = ([(header::CONTENT_TYPE, media_type)], bytes).into_response();
        if let Some(policy) = self.conditions.policy.filter(|_| media_type.starts_with("text/html")) {
            let policy = http::HeaderValue::from_static(policy);
            response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
        }
        response
    }

    /// Whether this request is one of those that are to fail.
    fn refuses(&self, path: &str) -> bool {
        let Some((folder, times)) = self.conditions.refused else { return false };
        path.starts_with(folder) && self.refused.fetch_add(1, Ordering::Relaxed) < times
    }

    /// The file's bytes; `None` for whatever is no file of the site.
    fn read(&self, path: &str) -> Option<Vec<u8>> {
        let path = Path::new(if path.is_empty() { "index.html" } else { path });
        let inside = path.components().all(|part| matches!(part, Component::Normal(_)));
        inside.then(|| std::fs::read(self.dist.join(path)).ok()).flatten()
    }
}

/// Promises all bytes, sends half of them, and breaks the connection.
fn half(mut bytes: Vec<u8>) -> Response {
    let length = [(header::CONTENT_LENGTH, bytes.len().to_string())];
    bytes.truncate(bytes.len() / 2);
    let pieces = futures::stream::iter([Ok(bytes), Err(std::io::Error::other("as the test asks"))]);
    // What was sent goes out while the next piece is waited for.
    let pieces = pieces.then(async |piece| {
        tokio::task::yield_now().await;
        piece
    });
    (length, Body::from_stream(pieces)).into_response()
}

fn is_worker_script(path: &str) -> bool {
    WORKERS.iter().any(|worker| path.starts_with(worker)) && path.ends_with(".js")
}

fn media_type(path: &str) -> &'static str {
    let ending = if path.is_empty() { "html" } else { path.rsplit('.').next().unwrap_or_default() };
    TYPES.iter().find(|(known, _)| *known == ending).map_or("application/octet-stream", |(_, kind)| kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn host(conditions: Conditions) -> Host {
        Host {
            dist: crate::root().join("tests"),
            conditions,
            refused: AtomicUsize::new(0),
            log: log::Log::default(),
        }
    }

    #[test]
    fn nothing_outside_the_folder_is_served() {
        let host = host(Conditions::default());
        assert!(host.read("Cargo.toml").is_some());
        for path in ["../Cargo.toml", "src/../../Cargo.toml", "/etc/hostname", "src", "gone.txt"] {
            assert!(host.read(path).is_none(), "{path}");
        }
    }

    #[test]
    fn conditions_change_what_is_answered() {
        let replaced = host(Conditions::with_worker("postMessage(1)"));
        assert_eq!(replaced.response("compiled-12ab.js").status(), StatusCode::OK);
        let missing = host(Conditions { worker: WorkerScript::Missing, ..Conditions::default() });
        assert_eq!(missing.response("compiled-12ab.js").status(), StatusCode::NOT_FOUND);
        let refused = host(Conditions { refused: Some(("src", 1)), ..Conditions::default() });
        let answers =
            ["Cargo.toml", "src/lib.rs", "src/lib.rs"].map(|it| refused.response(it).status().as_u16());
        assert_eq!(answers, [200, 404, 200]);
        let policy = host(Conditions { policy: Some("worker-src 'none'"), ..Conditions::default() });
        assert!(policy.response("Cargo.toml").headers().get("content-security-policy").is_none());
    }

    #[test]
    fn types_go_by_the_ending() {
        assert_eq!(media_type(""), "text/html; charset=utf-8");
        assert_eq!(media_type("compiled-12.wasm"), "application/wasm");
        assert_eq!(media_type("data/todos/1.json"), "application/json");
        assert_eq!(media_type("LICENSE"), "application/octet-stream");
    }
}
