//! The double of a network: the run's site and nothing else.

mod body;

pub(crate) use body::ResponseBody;

use crate::context;
use crate::http::redirect::Follow;
use crate::http::{Answer, Failure, Method, Prepared, Timings, Url, phase};
use crate::record::Phases;
use crate::run::{Fixture, RunCore};
use crate::time::{Duration, wait};
use std::sync::Arc;

/// As the site's service worker has them.
const MAX_DELAY_MS: u64 = 10_000;
const MAX_PAUSE_MS: u64 = 1_000;
const PIECE_BYTES: usize = 8_192;

/// What an address asks for beyond the file, as the site's service worker understands it.
struct Wish {
    delay_ms: u64,
    pause_ms: u64,
    status: Option<u16>,
    fails: bool,
}

/// Answers as the site would, by the run's fixtures.
pub(crate) async fn exchange(mut request: Prepared, phases: Option<Phases>) -> Result<Answer, Failure> {
    let now_ns = || phases.as_ref().map_or(0, Phases::now_ns);
    let (start_ns, mut sent_ns, mut hops) = (now_ns(), now_ns(), 0);
    let fixture = loop {
        let fixture = serve(&request).await?;
        let Some(location) = fixture.header_value("location").filter(|_| is_redirect(fixture.status)) else {
            break fixture;
        };
        match request.redirect.0 {
            Follow::None => break fixture,
            Follow::Limit(limit) if hops >= limit => {
                return Err(Failure::Redirect { why: "too many redirects", by: Some(request.url) });
            }
            Follow::Limit(_) => request = redirected(request, fixture.status, location)?,
        }
        (hops, sent_ns) = (hops + 1, now_ns());
    };
    let mut before = vec![(phase::REDIRECTED, start_ns), (phase::WAITING, sent_ns)];
    before.retain(|it| hops > 0 || it.0 != phase::REDIRECTED);
    let headers_ns = now_ns();
    let timings = Timings { before, first_byte_ns: headers_ns, last_byte_ns: headers_ns };
    Ok(Answer {
        status: fixture.status,
        url: Some(request.url.as_str().to_owned()),
        headers: fixture.all_headers(),
        body: ResponseBody::new(fixture, timings, phases),
    })
}

/// Returns what the site answers to one request.
async fn serve(request: &Prepared) -> Result<Fixture, Failure> {
    let run = context::current_run();
    let Some((run, path)) = run.and_then(|run| path_on_site(&run, request).map(|path| (run, path))) else {
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
    let mut fixture = run.fixtures.get(&path);
    if wish.pause_ms > 0 {
        fixture = fixture.in_pieces(PIECE_BYTES, Duration::from_millis(wish.pause_ms));
    }
    Ok(Fixture { status: wish.status.unwrap_or(fixture.status), ..fixture })
}

fn is_redirect(status: u16) -> bool {
    matches!(status, 301 | 302 | 303 | 307 | 308)
}

/// Returns the request that follows from a redirection.
fn redirected(request: Prepared, status: u16, location: &str) -> Result<Prepared, Failure> {
    let url = request.url.join(location).map_err(|error| Failure::Request(error.to_string()))?;
    let becomes_get = match status {
        303 => request.method != Method::HEAD,
        301 | 302 => request.method == Method::POST,
        _ => false,
    };
    if becomes_get {
        Ok(Prepared { url, method: Method::GET, body: None, ..request })
    } else {
        Ok(Prepared { url, ..request })
    }
}

/// Returns the path of a request to the host of the run's site.
fn path_on_site(run: &Arc<RunCore>, request: &Prepared) -> Option<String> {
    let site = Url::parse(&run.site).ok()?;
    (site.origin() == request.url.origin()).then(|| request.url.path().to_owned())
}

impl Wish {
    fn of(query: &str) -> Self {
        let value = |name: &str| query.split('&').find_map(|it| it.strip_prefix(name)?.strip_prefix('='));
        let ms = |name: &str, most: u64| {
            value(name).and_then(|it| it.parse().ok()).map_or(0, |it: u64| it.min(most))
        };
        Wish {
            delay_ms: ms("delay", MAX_DELAY_MS),
            pause_ms: ms("pause", MAX_PAUSE_MS),
            status: value("status").and_then(|it| it.parse().ok()).filter(|it| (200..600).contains(it)),
            fails: value("fail") == Some("network"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::http::redirect::Policy;

    fn request(method: Method) -> Prepared {
        Prepared {
            method,
            url: Url::parse("http://h/a/b").unwrap(),
            headers: Vec::new(),
            body: Some("sent".into()),
            redirect: Policy::default(),
        }
    }

    #[test]
    fn what_is_sent_follows_a_redirection_only_where_it_may() {
        let cases = [
            (Method::POST, 301, Method::GET),
            (Method::POST, 302, Method::GET),
            (Method::PUT, 302, Method::PUT),
            (Method::PUT, 303, Method::GET),
            (Method::HEAD, 303, Method::HEAD),
            (Method::POST, 307, Method::POST),
            (Method::DELETE, 308, Method::DELETE),
        ];
        for (method, status, expected) in cases {
            let next = redirected(request(method.clone()), status, "../c").unwrap();
            assert_eq!(next.url.as_str(), "http://h/c");
            assert_eq!(
                (&next.method, next.body.is_some()),
                (&expected, expected == method),
                "{method} {status}"
            );
        }
        assert!(redirected(request(Method::GET), 301, "http://").is_err());
    }
}
