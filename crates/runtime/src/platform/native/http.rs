//! The double of a network: the run's site and nothing else.

use crate::context;
use crate::http::{Answer, Failure, Prepared, Url};
use crate::run::RunCore;
use crate::time::{Duration, wait};
use std::sync::Arc;

/// As the site's service worker has it.
const MAX_DELAY_MS: u64 = 10_000;

/// A body that is there already.
#[derive(Debug)]
pub(crate) struct ResponseBody(Vec<u8>);

impl ResponseBody {
    pub(crate) async fn read(self) -> Result<Vec<u8>, Failure> {
        Ok(self.0)
    }
}

/// What an address asks for beyond the file, as the site's service worker understands it.
struct Wish {
    delay_ms: u64,
    status: Option<u16>,
    fails: bool,
}

/// Answers as the site would, by the run's fixtures.
pub(crate) async fn exchange(request: Prepared) -> Result<Answer, Failure> {
    let run = context::current_run();
    let Some((run, path)) = run.and_then(|run| path_on_site(&run, &request).map(|path| (run, path))) else {
        let host = request.url.host_str().unwrap_or_default();
        return Err(Failure::Connect(format!(
            "connection refused: only the site is to be reached, not {host}"
        )));
    };
    let wish = Wish::of(request.url.query().unwrap_or_default());
    if wish.delay_ms > 0 {
        wait(Duration::from_millis(wish.delay_ms)).await;
    }
    if wish.fails {
        return Err(Failure::Connect("the connection broke".to_owned()));
    }
    let (status, body) = run.fixtures.get(&path).unwrap_or_else(|| (404, b"not found".to_vec()));
    let headers = vec![("content-length".to_owned(), body.len().to_string())];
    Ok(Answer { status: wish.status.unwrap_or(status), url: None, headers, body: ResponseBody(body) })
}

/// Returns the path of a request to the host of the run's site.
fn path_on_site(run: &Arc<RunCore>, request: &Prepared) -> Option<String> {
    let site = Url::parse(&run.site).ok()?;
    (site.origin() == request.url.origin()).then(|| request.url.path().to_owned())
}

impl Wish {
    fn of(query: &str) -> Self {
        let value = |name: &str| query.split('&').find_map(|it| it.strip_prefix(name)?.strip_prefix('='));
        Wish {
            delay_ms: value("delay").and_then(|it| it.parse().ok()).map_or(0, |it: u64| it.min(MAX_DELAY_MS)),
            status: value("status").and_then(|it| it.parse().ok()).filter(|it| (200..600).contains(it)),
            fails: value("fail") == Some("network"),
        }
    }
}
