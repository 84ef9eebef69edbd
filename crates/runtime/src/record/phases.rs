//! Phases of a span's work, told when they are known: maybe only after its end.

use super::span::{Body, SpanGuard};
use crate::context;
use crate::run::RunCore;
use meanwhile_trace::{NewSpan, Reading, SpanId, SpanKind};
use std::sync::Arc;

/// A span whose phases can be told.
#[derive(Clone)]
pub(crate) struct Phases {
    run: Arc<RunCore>,
    span: SpanId,
    created_ns: u64,
}

impl Phases {
    /// Tells the phases of a span that was made at that time.
    pub(crate) fn new(run: Arc<RunCore>, span: SpanId, created_ns: u64) -> Self {
        Phases { run, span, created_ns }
    }

    pub(crate) fn created_ns(&self) -> u64 {
        self.created_ns
    }

    /// Returns the run's time.
    pub(crate) fn now_ns(&self) -> u64 {
        self.run.recorder.now_ns()
    }

    #[cfg(target_family = "wasm")]
    pub(crate) fn clock(&self) -> &crate::platform::RunClock {
        &self.run.clock
    }

    /// Records that a phase began, at a time of the run's that was told by somebody else: it is not taken to be before
    /// the span, or still to come.
    pub(crate) fn record(&self, name: &str, at_ns: u64) {
        let after_us = at_ns.min(self.now_ns()).saturating_sub(self.created_ns) / 1_000;
        self.run.recorder.phase(self.span, name, u32::try_from(after_us).unwrap_or(u32::MAX));
    }
}

impl SpanGuard {
    /// Makes a span of the current run, now, with what tells its phases; without, outside of a run.
    pub(crate) fn with_phases(kind: SpanKind, name: &str, body: Body) -> (SpanGuard, Option<Phases>) {
        let Some(run) = context::current_run() else { return (SpanGuard::none(), None) };
        let created_ns = run.recorder.now_ns();
        let new = NewSpan { kind, name, parent: context::current_span(), defined: None };
        let span = run.recorder.create_with(new, Reading::At(created_ns));
        run.waiting(span, kind, name);
        (SpanGuard::made(run.clone(), kind, span, body), Some(Phases::new(run, span, created_ns)))
    }
}
