//! What the site's host serves to native runs, where there is no network.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

/// How large the pieces are in which a body comes, unless it is said otherwise: as they often are over a network.
#[cfg_attr(target_family = "wasm", expect(dead_code, reason = "the browser has a real network"))]
const PIECE: usize = 16 * 1024;

type Serve = dyn Fn(&str) -> Option<Fixture> + Send + Sync;

/// What the site's host serves to native runs: from a path without the query to an answer.
///
/// A path that it does not know is a 404. As the site's service worker does, it honours `?delay=300` (milliseconds),
/// `?pause=50` (the body in pieces of 8 kB, so many milliseconds apart), `?status=503` and `?fail=network`.
#[derive(Clone, Default)]
pub struct Fixtures(Option<Arc<Serve>>);

/// An answer of the site's host to a native run.
///
/// ```
/// use meanwhile_runtime::{Fixture, Fixtures, RunConfig, env, http, println, run_to_end};
/// use meanwhile_trace::ClockKind;
/// use std::time::Duration;
///
/// let tick = Duration::from_millis(100);
/// let slow = move |_: &str| Some(Fixture::new(200, "").then(tick, "tick ").then(tick, "tock"));
/// let config = RunConfig {
///     clock: ClockKind::Virtual,
///     site: "http://site.test".to_owned(),
///     http: Fixtures::new(slow),
///     ..RunConfig::default()
/// };
/// let finished = run_to_end(config, || {
///     Box::pin(async {
///         let response = http::get("http://site.test/clock").await.unwrap();
///         println!("{}", response.text().await.unwrap());
///         Ok(())
///     })
/// });
/// assert_eq!(finished.output(), "tick tock\n");
/// assert_eq!(finished.trace.now_ns(), 200_000_000);
/// ```
#[derive(Clone, Debug)]
pub struct Fixture {
    #[cfg_attr(target_family = "wasm", expect(dead_code, reason = "the browser has a real network"))]
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    /// Each with the time that passes before it is there.
    pub(crate) pieces: Vec<(Duration, Vec<u8>)>,
    /// The time after the last piece at which the connection breaks, if it does.
    pub(crate) breaks_after: Option<Duration>,
}

impl Fixtures {
    /// Serves what `serve` answers for a path, which starts with a slash: a [`Fixture`], or a status and a body.
    pub fn new<F: Into<Fixture>>(serve: impl Fn(&str) -> Option<F> + Send + Sync + 'static) -> Self {
        Fixtures(Some(Arc::new(move |path| serve(path).map(Into::into))))
    }

    /// Serves the pages of a table, each with status 200.
    pub fn pages(pages: &'static [(&'static str, &'static str)]) -> Self {
        Fixtures::new(|path| {
            let (_, body) = pages.iter().find(|(at, _)| *at == path)?;
            Some(Fixture::new(200, *body))
        })
    }

    #[cfg_attr(target_family = "wasm", expect(dead_code, reason = "the browser has a real network"))]
    pub(crate) fn get(&self, path: &str) -> Fixture {
        let found = self.0.as_ref().and_then(|serve| serve(path));
        found.unwrap_or_else(|| Fixture::new(404, "not found"))
    }
}

impl Fixture {
    /// Makes an answer whose body is there as soon as it is.
    pub fn new(status: u16, body: impl Into<Vec<u8>>) -> Self {
        let body: Vec<u8> = body.into();
        let pieces = if body.is_empty() { Vec::new() } else { vec![(Duration::ZERO, body)] };
        Fixture { status, headers: Vec::new(), pieces, breaks_after: None }
    }

    /// Makes an answer that leads on to another address, which may be relative.
    pub fn redirect(status: u16, location: &str) -> Self {
        Fixture::new(status, "").header("location", location)
    }

    /// Adds a header. Unless it is set, `content-length` is how long the body is.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_ascii_lowercase(), value.to_owned()));
        self
    }

    /// Adds a piece of the body, which comes so long after what was there before it.
    #[must_use]
    pub fn then(mut self, after: Duration, piece: impl Into<Vec<u8>>) -> Self {
        self.pieces.push((after, piece.into()));
        self
    }

    /// Makes the connection break so long after the last piece, in place of the end of the body.
    #[must_use]
    pub fn breaks(mut self, after: Duration) -> Self {
        self.breaks_after = Some(after);
        self
    }
}

#[cfg(not(target_family = "wasm"))]
impl Fixture {
    /// Returns its headers, with the length of the body.
    pub(crate) fn all_headers(&self) -> Vec<(String, String)> {
        let mut headers = self.headers.clone();
        if !headers.iter().any(|(name, _)| name == "content-length") {
            let length: usize = self.pieces.iter().map(|(_, piece)| piece.len()).sum();
            headers.push(("content-length".to_owned(), length.to_string()));
        }
        headers
    }

    /// Returns the value of a header whose name is in lower case.
    pub(crate) fn header_value(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(it, _)| it == name).map(|(_, value)| value.as_str())
    }

    /// Returns it with its body in pieces of one size, with a pause before each but the first.
    pub(crate) fn in_pieces(self, bytes: usize, pause: Duration) -> Self {
        let whole: Vec<u8> = self.pieces.iter().flat_map(|it| &it.1).copied().collect();
        let after = |index: usize| if index == 0 { Duration::ZERO } else { pause };
        let pieces = whole.chunks(bytes).enumerate().map(|(index, it)| (after(index), it.to_vec())).collect();
        Fixture { pieces, ..self }
    }

    /// Returns the pieces, none of them larger than they come over a network, each with when it is there, in nanoseconds
    /// after `start_ns`; and when the connection breaks or all is there.
    pub(crate) fn arrivals(self, start_ns: u64) -> (Vec<(u64, Vec<u8>)>, u64) {
        let ns = |it: Duration| u64::try_from(it.as_nanos()).unwrap_or(u64::MAX);
        let (mut at_ns, mut arrivals) = (start_ns, Vec::new());
        for (after, piece) in self.pieces {
            at_ns = at_ns.saturating_add(ns(after));
            arrivals.extend(piece.chunks(PIECE).map(|it| (at_ns, it.to_vec())));
        }
        (arrivals, at_ns.saturating_add(self.breaks_after.map_or(0, ns)))
    }
}

impl From<(u16, Vec<u8>)> for Fixture {
    fn from((status, body): (u16, Vec<u8>)) -> Self {
        Fixture::new(status, body)
    }
}

impl fmt::Debug for Fixtures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Fixtures").field(&self.0.is_some()).finish()
    }
}
