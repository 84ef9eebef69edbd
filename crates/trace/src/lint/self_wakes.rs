//! A task that is woken by itself more often than by anything it waits for.

use super::{Examined, Finding, Lint, counted};
use crate::{Cause, EventKind, SpanId, SpanKind, Trace};

/// Half of all wakes, as tokio-console has it.
const PERCENT: u32 = 50;

/// With fewer wakes than this a share says nothing.
const LEAST_WAKES: u32 = 4;

pub(super) struct SelfWakes;

impl Lint for SelfWakes {
    fn name(&self) -> &'static str {
        "self-wakes"
    }

    fn check(&self, run: &Examined<'_>) -> Vec<Finding> {
        let trace = run.trace;
        let own = own_wakes(trace);
        let mut findings = Vec::new();
        for span in trace.spans().iter().filter(|it| it.kind.is_task()) {
            let (own, all) = (own[span.id.index()], span.wakes.len() as u32);
            if all >= LEAST_WAKES && own * 100 > all * PERCENT {
                let message = format!(
                    "Task {} has woken itself for {}% of its wakes ({own} of {all})",
                    trace.name(span),
                    own * 100 / all
                );
                findings.push(Finding::new(self, trace, span, message));
            }
        }
        findings
    }

    fn summary(&self, count: usize) -> String {
        format!("{} woke themselves for over {PERCENT}% of their wakes", counted(count, "task"))
    }
}

/// How often each span was woken during its own poll, other than by `yield_now`: giving up a turn on purpose is what a
/// well-behaved loop does.
fn own_wakes(trace: &Trace) -> Vec<u32> {
    let mut counts = vec![0; trace.spans().len()];
    let mut polling = vec![false; trace.spans().len()];
    // A wake travels up from a leaf in events that follow each other: remember where this one started.
    let mut chain: Option<(SpanId, SpanId)> = None;
    for event in &trace.events {
        let at = event.span.index();
        match event.kind {
            EventKind::PollStart => polling[at] = true,
            EventKind::PollEnd { .. } => polling[at] = false,
            EventKind::Wake { cause } => {
                let origin = match (cause, chain) {
                    (Cause::Span(by), Some((last, origin))) if by == last => origin,
                    (Cause::Span(by), _) => by,
                    _ => event.span,
                };
                let on_purpose = trace.span(origin).is_some_and(|it| it.kind == SpanKind::Yield);
                counts[at] += u32::from(polling[at] && !on_purpose);
                chain = Some((event.span, origin));
                continue;
            }
            _ => {}
        }
        chain = None;
    }
    counts
}
