//! Phases of a span's work: how each looks and what it is called.

use meanwhile_trace::{Span, Trace};

/// How a phase of a span is drawn. Told apart by height and lightness, so that no hue is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// A box with nothing in it: the work has not begun.
    Hollow,
    /// A low bar: what must come before the work.
    Low,
    /// A pale bar: waiting.
    Pale,
    /// A full bar: the work itself is done, elsewhere.
    Full,
}

/// A stretch of a span's life that has a name.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PhaseStretch<'a> {
    pub(crate) name: &'a str,
    pub(crate) start_ns: u64,
    pub(crate) end_ns: u64,
}

/// What the phase of a job begins with while a worker is at it; the worker's number follows.
const ON_WORKER: &str = "worker ";

/// The phase of a job whose worker died before it returned.
pub(crate) const LOST: &str = "lost";

/// The phases by name: how each looks, what is said of it. Any other is pale and called by its name.
const KNOWN: [(&str, Look, &str); 10] = [
    ("queued", Look::Hollow, "queued"),
    ("redirected", Look::Low, "redirected"),
    ("connecting", Look::Low, "connecting"),
    ("service worker", Look::Pale, "in the service worker"),
    ("waiting", Look::Pale, "waiting for the first byte"),
    ("downloaded", Look::Pale, "downloaded, not yet read"),
    ("uploading", Look::Full, "uploading"),
    ("downloading", Look::Full, "downloading"),
    ("returned", Look::Pale, "its result waiting"),
    (LOST, Look::Pale, "lost"),
];

impl PhaseStretch<'_> {
    pub(crate) fn look(&self) -> Look {
        let known = KNOWN.iter().find(|it| it.0 == self.name).map(|it| it.1);
        known.unwrap_or(if self.worker().is_some() { Look::Full } else { Look::Pale })
    }

    /// What was going on, to be followed by `for` and a time.
    pub(crate) fn said(&self) -> String {
        match KNOWN.iter().find(|it| it.0 == self.name) {
            Some(it) => it.2.to_owned(),
            None if self.worker().is_some() => String::from("on ") + self.name,
            None => self.name.to_owned(),
        }
    }

    /// The number of the worker that was at it.
    pub(crate) fn worker(&self) -> Option<u32> {
        self.name.strip_prefix(ON_WORKER)?.parse().ok()
    }
}

/// Returns which looks the phases in a run have, in their order: what a legend has to explain.
pub fn looks(trace: &Trace) -> [bool; 4] {
    let mut looks = [false; 4];
    for span in trace.spans().iter().filter(|it| !it.phases.is_empty()) {
        for phase in phases(trace, span, trace.now_ns()) {
            looks[phase.look() as usize] = true;
        }
    }
    looks
}

/// Returns the phases of a span, in order.
pub(crate) fn phases<'a>(
    trace: &'a Trace,
    span: &'a Span,
    now_ns: u64,
) -> impl Iterator<Item = PhaseStretch<'a>> {
    let known = span.phase_stretches(now_ns);
    known.map(|(name, start_ns, end_ns)| PhaseStretch { name: trace.text(name), start_ns, end_ns })
}
