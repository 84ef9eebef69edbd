//! What a span did, in a plain sentence.

mod held;
mod late;

use crate::Index;
use crate::phases::{LOST, phases};
use crate::units::duration;
pub use held::holders;
use late::{busy_with, timer_lateness};
use meanwhile_trace::{Cause, End, Span, SpanId, SpanKind, Trace};

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The text, with its spaces.
    pub text: String,
    /// Whether it stands out.
    pub strong: bool,
    /// The span that it names, if it is one to go to.
    pub span: Option<SpanId>,
}

/// Returns the pieces as one plain text.
pub fn plain(pieces: &[Piece]) -> String {
    pieces.iter().map(|it| it.text.as_str()).collect()
}

/// Explains what a span did and what it waited for. Times within a sentence are durations, or count from the start of
/// the run. Empty for a span of another run.
pub fn explain(trace: &Trace, index: &Index, span: SpanId) -> Vec<Piece> {
    let Some(span) = trace.span(span) else { return Vec::new() };
    let mut text = Sentence { trace, index, pieces: Vec::new() };
    text.subject(span);
    if span.polls.is_empty() {
        text.never_polled(span);
    } else if span.children.is_empty() && span.kind.is_leaf() {
        text.wait(span);
    } else {
        text.figures(span);
    }
    text.plain(".");
    text.phases(span);
    text.held(span);
    text.blocking(span);
    text.pieces
}

/// A poll that keeps the loop busy for longer than this is worth a word.
const LONG_POLL_NS: u64 = 50_000_000;

struct Sentence<'a> {
    trace: &'a Trace,
    index: &'a Index,
    pieces: Vec<Piece>,
}

impl Sentence<'_> {
    fn plain(&mut self, text: &str) {
        match self.pieces.last_mut() {
            Some(last) if !last.strong => last.text += text,
            _ => self.pieces.push(Piece { text: text.to_owned(), strong: false, span: None }),
        }
    }

    fn strong(&mut self, text: &str) {
        self.pieces.push(Piece { text: text.to_owned(), strong: true, span: None });
    }

    fn name(&mut self, span: SpanId) {
        let name = self.trace.span(span).map(|it| self.trace.name(it).to_owned());
        self.pieces.push(Piece { text: name.unwrap_or_default(), strong: true, span: Some(span) });
    }

    /// `sleep 350 ms in download("c.pdf", 350), line 6: `
    fn subject(&mut self, span: &Span) {
        self.strong(self.trace.name(span));
        if let Some(above) = self.enclosing(span) {
            self.plain(" in ");
            self.name(above);
        }
        if let Some(place) = self.trace.place(span) {
            self.plain(&format!(", line {}", place.line));
        }
        self.plain(": ");
    }

    /// The function or task a span stands in; the main task goes without saying.
    fn enclosing(&self, span: &Span) -> Option<SpanId> {
        let mut above = span.parent;
        while let Some(it) = above.and_then(|it| self.trace.span(it)) {
            if it.parent.is_some() && matches!(it.kind, SpanKind::Fn | SpanKind::Task) {
                return Some(it.id);
            }
            above = it.parent;
        }
        None
    }

    fn never_polled(&mut self, span: &Span) {
        self.plain(match span.end {
            Some(_) => "dropped before it was ever polled, so nothing of it ran",
            None => "made, but not polled yet; nothing of it runs before",
        });
    }

    /// What a leaf waited for, and for how long.
    fn wait(&mut self, span: &Span) {
        let stats = span.stats(self.index.known_ns());
        self.plain(&format!("idle {}", duration(stats.idle_ns)));
        self.awaited_resource(span);
        if let Some((at, End::Cancelled)) = span.end {
            return self.plain(&format!(", dropped before it was ready, at {}", duration(at)));
        }
        let Some(wake) = span.wakes.last() else {
            let first = span.end.is_some() && span.polls.len() == 1;
            self.plain(if first { ", ready at its first poll" } else { " so far, not woken yet" });
            return self.outcome(span);
        };
        self.plain(", woken ");
        self.woken_by(span, wake.cause);
        self.polled_later(span);
        self.outcome(span);
    }

    /// The lock, channel or signal it waited for.
    fn awaited_resource(&mut self, span: &Span) {
        let Some(resource) = span.waits_for.and_then(|it| self.trace.resource(it)) else { return };
        self.plain(" for ");
        self.strong(self.trace.text(resource.name));
    }

    fn woken_by(&mut self, span: &Span, cause: Cause) {
        match cause {
            Cause::Timer => self.timer(span),
            Cause::Io if span.kind == SpanKind::Http => self.plain("by its response"),
            Cause::Io if span.kind == SpanKind::Job => self.plain("by its worker"),
            Cause::Io => self.plain("by its input or output"),
            Cause::Span(it) if it == span.id => self.plain("by itself"),
            Cause::Span(it) => {
                self.plain("by ");
                self.name(it);
            }
            Cause::External => self.plain("from outside the program"),
        }
    }

    /// A timer can only fire when the loop is free.
    fn timer(&mut self, span: &Span) {
        self.plain("by its timer");
        let Some(late) = timer_lateness(self.trace, self.index, span) else { return };
        self.plain(&format!(" {} late, because the loop was busy with ", duration(late.ns)));
        self.name(late.culprit);
    }

    /// How long a woken span waited for its poll, and what was polled meanwhile.
    fn polled_later(&mut self, span: &Span) {
        let waited = match span.polls.last() {
            _ if span.end.is_none() && span.scheduled_since_ns().is_some() => {
                return self.plain(", not polled yet");
            }
            Some(poll) => poll.scheduled_since_ns.map(|since| (since, poll.start_ns)),
            None => None,
        };
        let Some((since, until)) = waited else { return };
        match busy_with(self.trace, self.index, span.id, since, until) {
            _ if since == until => self.plain(", polled at once"),
            None => self.plain(&format!(", polled {} later", duration(until - since))),
            Some(culprit) => {
                self.plain(&format!(
                    ", polled {} late, because the loop was busy with ",
                    duration(until - since)
                ));
                self.name(culprit);
            }
        }
    }

    /// `902 ms in 4 polls: busy 0.9 ms, scheduled 0.3 ms, idle 901 ms`
    fn figures(&mut self, span: &Span) {
        let stats = span.stats(self.index.known_ns());
        let polls = if stats.polls == 1 { "1 poll".to_owned() } else { format!("{} polls", stats.polls) };
        let so_far = if span.end.is_none() { " so far" } else { "" };
        self.strong(&duration(stats.total_ns));
        self.plain(&format!("{so_far} in {polls}: busy {}", duration(stats.busy_ns)));
        self.plain(&format!(
            ", scheduled {}, idle {}",
            duration(stats.scheduled_ns),
            duration(stats.idle_ns)
        ));
        self.outcome(span);
    }

    fn outcome(&mut self, span: &Span) {
        let Some((at, end)) = span.end else {
            if span.wakers_gone_ns.is_some() {
                self.plain("; nothing can wake it any more");
            }
            return;
        };
        let at = duration(at);
        match end {
            End::Completed => {}
            End::Failed => self.plain(&format!("; failed with an error at {at}")),
            End::Panicked => self.plain(&format!("; panicked at {at}")),
            End::Cancelled => self.plain(&format!("; dropped before it was ready, at {at}")),
        }
    }

    /// ` Phases: queued for 2 ms, on worker 1 for 30 ms.`
    fn phases(&mut self, span: &Span) {
        let (mut lead, mut lost) = (" Phases: ", false);
        for phase in phases(self.trace, span, self.index.known_ns()) {
            lost |= phase.name == LOST;
            if phase.end_ns > phase.start_ns && !lost {
                self.plain(lead);
                self.strong(&phase.said());
                self.plain(&format!(" for {}", duration(phase.end_ns - phase.start_ns)));
                lead = ", ";
            }
        }
        if lead == ", " {
            self.plain(".");
        }
        if lost {
            self.plain(" Its worker was lost, and the job with it.");
        }
    }

    /// A long poll of its own, not of a span below it.
    fn blocking(&mut self, span: &Span) {
        let now = self.index.known_ns();
        let length = |it: &meanwhile_trace::Poll| it.end_ns.unwrap_or(now).saturating_sub(it.start_ns);
        let Some(longest) = span.polls.iter().max_by_key(|it| length(it)) else { return };
        let ns = length(longest);
        if ns < LONG_POLL_NS {
            return;
        }
        let until = longest.end_ns.unwrap_or(now);
        let culprit = late::innermost(self.trace, span.id, longest.start_ns, until, now);
        self.plain(&format!(" One poll kept the loop busy for {}", duration(ns)));
        if culprit != span.id {
            self.plain(", most of it in ");
            self.name(culprit);
        }
        self.plain("; nothing else could run meanwhile.");
    }
}

#[cfg(test)]
mod tests;
