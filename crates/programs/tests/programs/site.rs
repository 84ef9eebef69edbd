//! The site's own data: read from `web`, and served with the delays and failures that an address asks for.

use axum::Router;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::routing::get;
use serde::Deserialize;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

/// What an address may ask for, as of the site's service worker.
#[derive(Deserialize)]
struct Wishes {
    /// Milliseconds before the response.
    delay: Option<u64>,
    /// The status in place of 200.
    status: Option<u16>,
}

/// Returns the site's document at a path that starts with a slash.
pub(crate) fn document(path: &str) -> Option<Vec<u8>> {
    let web = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../web");
    std::fs::read(web.join(path.strip_prefix('/')?)).ok()
}

/// Serves the site on a port of its own until the tests are over, and returns its address.
pub(crate) fn serve() -> String {
    let listener = std::net::TcpListener::bind(SocketAddr::from(([127, 0, 0, 1], 0))).unwrap();
    listener.set_nonblocking(true).unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::from_std(listener).unwrap();
            let site = Router::new().route("/{*path}", get(answer));
            axum::serve(listener, site).await.unwrap();
        });
    });
    address
}

async fn answer(Path(path): Path<String>, Query(wishes): Query<Wishes>) -> Result<Vec<u8>, StatusCode> {
    tokio::time::sleep(Duration::from_millis(wishes.delay.unwrap_or(0))).await;
    if let Some(status) = wishes.status {
        return Err(StatusCode::from_u16(status).unwrap_or(StatusCode::BAD_REQUEST));
    }
    document(&format!("/{path}")).ok_or(StatusCode::NOT_FOUND)
}
