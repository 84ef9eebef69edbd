//! Locks, permits, channels and signals: they do what tokio's do, and the trace sees who waits for whom.
#![cfg_attr(
    target_family = "wasm",
    expect(clippy::unwrap_used, reason = "a test that panics has failed, which is what it is for")
)]

use expect_test::{Expect, expect};
use meanwhile_runtime::time::{Duration, Instant, sleep, timeout};
use meanwhile_runtime::{MainFuture, RunConfig, join, record, spawn};
use meanwhile_trace::report::Status;
use meanwhile_trace::{ClockKind, EventKind, lint};
use std::sync::Arc;
use worlds::{Finished, run_to_end};

#[macro_use]
#[path = "../kit/worlds.rs"]
mod worlds;

#[cfg(target_family = "wasm")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_dedicated_worker);

fn ms(ms: u64) -> Duration {
    Duration::from_millis(ms)
}

async fn run(main: impl FnOnce() -> MainFuture + 'static) -> Finished {
    run_to_end(RunConfig { clock: ClockKind::Virtual, ..RunConfig::default() }, main).await
}

/// Runs a program to its end and compares what it printed.
macro_rules! prints {
    ($expected:expr, $($program:tt)*) => {{
        let finished = run(|| Box::pin(async move { $($program)* Ok(()) })).await;
        assert_eq!(finished.status, Status::Completed, "{}", finished.output());
        let expected: Expect = $expected;
        expected.assert_eq(&finished.output());
        finished
    }};
}

mod channels;
mod locks;
mod signals;

/// What was done with the resources of a run, one line a use.
fn uses(finished: &Finished) -> String {
    let trace = &finished.trace;
    let mut lines = String::new();
    for event in &trace.events {
        if let EventKind::Use { resource, action } = event.kind {
            let name = trace.resource(resource).map_or("", |it| trace.text(it.name));
            let span = trace.span(event.span).map_or("", |it| trace.name(it));
            lines += &format!("{:<3} {span} {} {name}\n", event.at_ns / 1_000_000, action.name());
        }
    }
    lines
}

fn findings(finished: &Finished) -> Vec<String> {
    let findings = lint::lint(&finished.trace, &lint::Facts::default());
    findings.into_iter().map(|it| format!("{}: {}", it.lint, it.message)).collect()
}
