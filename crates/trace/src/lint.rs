//! Lints on a run: what a trained eye would notice on the timeline.
//!
//! Each lint is a small object: a name, a check over the trace, a summary for many findings. They judge what was
//! recorded, so they can run while a program runs; only some depend on knowledge from outside ([`Facts`]).

mod blocked_loop;
mod deadlock;
mod growing_channel;
mod held_lock;
mod judgement;
mod late_timer;
mod lost_waker;
mod never_polled;
mod never_yielded;
mod self_wakes;
mod sequential_awaits;
mod still_running;
mod teardown;
#[cfg(test)]
mod tests;
mod turns;

pub use judgement::{Group, Judgement, Wait};

use crate::report::LintReport;
use crate::{Place, Span, SpanId, Trace, decimal};
use std::cell::OnceCell;

/// One kind of thing worth noticing in a run.
pub trait Lint: Sync {
    /// Returns its name, as it stands in `RunResult`.
    fn name(&self) -> &'static str;

    /// Returns what it found, in the order of the trace.
    fn check(&self, run: &Examined<'_>) -> Vec<Finding>;

    /// Sums `count` findings up; `count` is at least 1.
    fn summary(&self, count: usize) -> String;
}

/// What a trace cannot know.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// Groups of awaits, in order, none of which uses what an earlier one gave: they could be gathered. Found in the
    /// program's text.
    pub independent: Vec<Vec<Place>>,
}

/// A run as the lints look at it.
#[derive(Debug)]
pub struct Examined<'a> {
    /// What was recorded of it.
    pub trace: &'a Trace,
    /// What is known besides.
    pub facts: &'a Facts,
    before_its_end: OnceCell<Option<Trace>>,
}

impl<'a> Examined<'a> {
    /// Looks at a run.
    pub fn new(trace: &'a Trace, facts: &'a Facts) -> Self {
        Examined { trace, facts, before_its_end: OnceCell::new() }
    }

    /// Returns the trace as it was before everything was dropped at its end; the trace itself if that is not how it
    /// ended.
    pub fn before_its_end(&self) -> &Trace {
        self.before_its_end.get_or_init(|| teardown::before(self.trace)).as_ref().unwrap_or(self.trace)
    }
}

/// What a lint found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The lint's name.
    pub lint: &'static str,
    /// The span it found it in.
    pub span: SpanId,
    /// What it found, in a sentence.
    pub message: String,
    /// Where in the source.
    pub place: Option<Place>,
}

/// Every lint, in the order in which findings are shown.
pub const LINTS: &[&dyn Lint] = &[
    &deadlock::Deadlock,
    &blocked_loop::BlockedLoop,
    &late_timer::LateTimer,
    &held_lock::HeldLock,
    &sequential_awaits::SequentialAwaits,
    &never_polled::NeverPolled,
    &still_running::StillRunning,
    &growing_channel::GrowingChannel,
    &lost_waker::LostWaker,
    &never_yielded::NeverYielded,
    &self_wakes::SelfWakes,
];

/// Runs every lint over a trace.
pub fn lint(trace: &Trace, facts: &Facts) -> Vec<Finding> {
    let run = Examined::new(trace, facts);
    LINTS.iter().flat_map(|it| it.check(&run)).collect()
}

impl Finding {
    /// Makes a finding; `message` lacks its full stop.
    fn new(lint: &dyn Lint, trace: &Trace, span: &Span, mut message: String) -> Self {
        message.push('.');
        Finding { lint: lint.name(), span: span.id, message, place: trace.place(span) }
    }

    /// Returns the finding as it stands in `RunResult`.
    pub fn report(&self) -> LintReport {
        LintReport {
            name: self.lint.to_owned(),
            span: Some(self.span.number()),
            message: self.message.clone(),
            line: self.place.filter(|it| it.file.is_none()).map(|it| it.line),
        }
    }
}

/// A count with its noun: `1 task`, `3 tasks`.
fn counted(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}

/// Nanoseconds for people: `0.4 ms`, `351 ms`, `2.31 s`.
fn time(ns: u64) -> String {
    match ns {
        0..10_000_000 => decimal::fixed(ns as f64 / 1e6, 1) + " ms",
        10_000_000..1_000_000_000 => decimal::fixed(ns as f64 / 1e6, 0) + " ms",
        _ => decimal::fixed(ns as f64 / 1e9, 2) + " s",
    }
}

impl Trace {
    /// Returns the task a span belongs to: the nearest above it, or itself.
    fn task_of(&self, span: SpanId) -> Option<&Span> {
        let mut at = self.span(span)?;
        while !at.kind.is_task() {
            at = self.span(at.parent?)?;
        }
        Some(at)
    }

    /// Returns a span's name with that of the span above it: `lock a in eat(1)`.
    fn name_in(&self, span: &Span) -> String {
        match span.parent.and_then(|it| self.span(it)) {
            Some(above) => format!("{} in {}", self.name(span), self.name(above)),
            None => self.name(span).to_owned(),
        }
    }
}
