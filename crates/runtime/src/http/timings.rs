//! When the phases of an exchange began: what its spans are told when that is known.

use crate::record::Phases;

#[cfg_attr(
    not(target_family = "wasm"),
    expect(dead_code, reason = "the double has neither queue nor connections")
)]
pub(crate) mod phase {
    //! What phases are called.

    /// The browser has the request, and waits until it may send it.
    pub(crate) const QUEUED: &str = "queued";
    /// A connection is being made, from the name's look-up on.
    pub(crate) const CONNECTING: &str = "connecting";
    /// Other addresses led on to this one.
    pub(crate) const REDIRECTED: &str = "redirected";
    /// The page's service worker has the request, and answers it.
    pub(crate) const SERVICE_WORKER: &str = "service worker";
    /// The request was sent: the first byte of the answer is waited for.
    pub(crate) const WAITING: &str = "waiting";
    /// The answer has begun.
    pub(crate) const DOWNLOADING: &str = "downloading";
    /// The answer is complete.
    pub(crate) const DOWNLOADED: &str = "downloaded";
}

/// When the phases of an exchange began, in the run's time.
#[derive(Clone, Debug)]
pub(crate) struct Timings {
    /// Those before the answer, in order.
    pub(crate) before: Vec<(&'static str, u64)>,
    /// When the answer began.
    pub(crate) first_byte_ns: u64,
    /// When it was complete, or broke off.
    pub(crate) last_byte_ns: u64,
}

impl Timings {
    /// Tells the request's span, which ended (or will end) at `headers_ns`, when the headers were there.
    pub(crate) fn tell_request(&self, phases: &Phases, headers_ns: u64) {
        let all: Vec<_> =
            self.before.iter().copied().chain([(phase::DOWNLOADING, self.first_byte_ns)]).collect();
        let ends = all.iter().skip(1).map(|it| it.1).chain([headers_ns]);
        for ((name, start_ns), end_ns) in all.iter().zip(ends) {
            // What took no measurable time is no phase, and what came after the span is none of its own.
            if *start_ns < end_ns.min(headers_ns) {
                phases.record(name, *start_ns);
            }
        }
    }

    /// Tells the span that reads the body, and is about to end.
    pub(crate) fn tell_body(&self, phases: &Phases) {
        let (created_ns, now_ns) = (phases.created_ns(), phases.now_ns());
        let start_ns = self.first_byte_ns.max(created_ns);
        if start_ns < self.last_byte_ns {
            phases.record(phase::DOWNLOADING, start_ns);
        }
        if self.last_byte_ns.max(created_ns) < now_ns {
            phases.record(phase::DOWNLOADED, self.last_byte_ns);
        }
    }
}
