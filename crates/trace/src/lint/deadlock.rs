//! Spans that wait for each other, or for nothing that can ever come.

mod cycles;

use super::{Examined, Finding, Lint, counted};
use crate::{End, Span, SpanId, SpanKind, Trace};

pub(super) struct Deadlock;

impl Lint for Deadlock {
    fn name(&self) -> &'static str {
        "deadlock"
    }

    fn check(&self, run: &Examined<'_>) -> Vec<Finding> {
        let trace = run.trace;
        let cycles = cycles::find(trace);
        if !cycles.is_empty() {
            let finding = |cycle: &Vec<SpanId>| {
                let spans: Vec<&Span> = cycle.iter().filter_map(|it| trace.span(*it)).collect();
                Some(Finding::new(self, trace, spans.first()?, describe(trace, &spans)))
            };
            return cycles.iter().filter_map(finding).collect();
        }
        // What is stuck in the end is dropped: look at how it stood before.
        let trace = run.before_its_end();
        let leaked = self.leaked(trace);
        if leaked.is_empty() { self.stuck(trace).into_iter().collect() } else { leaked }
    }

    fn summary(&self, count: usize) -> String {
        counted(count, "deadlock")
    }
}

impl Deadlock {
    /// Waits for a lock whose holder panicked without releasing it, as it does in a browser.
    fn leaked(&self, trace: &Trace) -> Vec<Finding> {
        let waiting =
            trace.spans().iter().filter(|it| it.end.is_none() && leaked_holder(trace, it).is_some());
        let message = |it: &Span| format!("A lock will never be released: {}", sentence(trace, it));
        waiting.map(|it| Finding::new(self, trace, it, message(it))).collect()
    }

    /// Nothing can run and nothing outside can change that.
    fn stuck(&self, trace: &Trace) -> Option<Finding> {
        let main = trace.root().filter(|it| it.end.is_none() && !it.polls.is_empty())?;
        let alive = || trace.spans().iter().filter(|it| it.end.is_none());
        let can_run = |it: &Span| it.is_busy() || it.scheduled_since_ns().is_some();
        if alive().any(can_run) || alive().any(|it| hopes(trace, it)) {
            return None;
        }
        let waiting: Vec<&Span> = alive().filter(|it| it.kind.is_leaf() && !it.polls.is_empty()).collect();
        let first = waiting.first().copied().unwrap_or(main);
        let named: Vec<String> = waiting.iter().map(|it| sentence(trace, it)).collect();
        let message = format!("Nothing is left that could wake anything: {}", named.join("; "));
        (!waiting.is_empty()).then(|| Finding::new(self, trace, first, message))
    }
}

/// Returns who holds what a span waits for, and can never release it because it panicked.
fn leaked_holder<'a>(trace: &'a Trace, waiting: &Span) -> Option<&'a Span> {
    let resource = trace.resource(waiting.waits_for?).filter(|it| it.kind.is_held())?;
    let open = resource.holdings().into_iter().filter(|it| it.end_ns.is_none());
    let mut holders = open.filter_map(|it| trace.user(it.span));
    holders.find(|it| matches!(it.end, Some((_, End::Panicked))))
}

/// Whether something outside the program may still wake it.
fn hopes(trace: &Trace, span: &Span) -> bool {
    let childless = || !span.children.iter().filter_map(|it| trace.span(*it)).any(|it| it.end.is_none());
    match span.kind {
        SpanKind::Sleep | SpanKind::Http | SpanKind::File | SpanKind::Database | SpanKind::Job => true,
        SpanKind::Promise | SpanKind::Yield | SpanKind::External => true,
        // Ctrl-C, and futures that we know nothing of.
        SpanKind::Signal | SpanKind::Stream => span.waits_for.is_none(),
        SpanKind::Branch => childless(),
        _ => false,
    }
}

fn describe(trace: &Trace, cycle: &[&Span]) -> String {
    let named: Vec<String> = cycle.iter().map(|it| sentence(trace, it)).collect();
    match named.as_slice() {
        [one] => format!("A lock is awaited by its own holder: {one}, which it holds itself"),
        many => format!("Each waits for ever for what another one holds: {}", many.join("; ")),
    }
}

/// `eat(1) waits for mutex fork 2`.
fn sentence(trace: &Trace, span: &Span) -> String {
    let above = trace.user(span.id).unwrap_or(span);
    let what = match span.waits_for.and_then(|it| trace.resource(it)) {
        Some(resource) => trace.text(resource.name),
        None => trace.name(span),
    };
    let whose = match leaked_holder(trace, span) {
        Some(holder) => format!(", which {} took with it when it panicked", trace.name(holder)),
        None => String::new(),
    };
    format!("{} waits for {what}{whose}", trace.name(above))
}
