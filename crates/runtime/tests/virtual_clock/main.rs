//! Exact traces of small programs on the virtual clock.
#![cfg(not(target_family = "wasm"))]

mod gathered;
mod http;
mod intervals;
mod outcome;
mod output;
mod places;
mod programs;
mod readings;
mod runs;
mod select;
mod streaming;
mod tasks;
mod time;
mod wakes;

use expect_test::Expect;
use meanwhile_runtime::record::{fallible_function, function, main_result};
use meanwhile_runtime::{Finished, RunConfig, run_to_end};
use meanwhile_trace::report::Status;
use meanwhile_trace::{ClockKind, check as violations, dump, dump_tree};
use std::time::Duration;

/// The configuration of all runs here, but for what a test is about.
fn config() -> RunConfig {
    RunConfig { clock: ClockKind::Virtual, panic_places: false, ..RunConfig::default() }
}

/// Runs the body of a `main` to its end, and checks that its trace makes sense.
#[track_caller]
fn run(main: impl AsyncFnOnce() + 'static) -> Finished {
    run_with(config(), main)
}

#[track_caller]
fn run_with(config: RunConfig, main: impl AsyncFnOnce() + 'static) -> Finished {
    let finished = run_to_end(config, || {
        Box::pin(function("main", 1, 1, async move {
            main().await;
            main_result(())
        }))
    });
    sound(finished)
}

/// Runs a `main` that can fail.
#[track_caller]
fn run_fallible(main: impl AsyncFnOnce() -> Result<(), String> + 'static) -> Finished {
    let main = async move || main_result(fallible_function("main", 1, 1, main()).await);
    sound(run_to_end(config(), || Box::pin(main())))
}

#[track_caller]
fn sound(finished: Finished) -> Finished {
    let violations = violations(&finished.trace.events);
    assert!(violations.is_empty(), "{violations:?}\n{}", dump(&finished.trace));
    finished
}

/// Compares the events of a run that completes, one a line.
#[track_caller]
#[expect(
    clippy::needless_pass_by_value,
    reason = "an expectation is written down where it is used, and only there"
)]
fn check(main: impl AsyncFnOnce() + 'static, expected: Expect) {
    let finished = run(main);
    expected.assert_eq(&dump(&finished.trace));
    assert_eq!(finished.status, Status::Completed);
}

/// Compares the tree of spans of a run that completes.
#[track_caller]
#[expect(
    clippy::needless_pass_by_value,
    reason = "an expectation is written down where it is used, and only there"
)]
fn check_tree(main: impl AsyncFnOnce() + 'static, expected: Expect) {
    let finished = run(main);
    expected.assert_eq(&dump_tree(&finished.trace));
    assert_eq!(finished.status, Status::Completed);
}

/// Compares what a run that completes prints.
#[track_caller]
#[expect(
    clippy::needless_pass_by_value,
    reason = "an expectation is written down where it is used, and only there"
)]
fn check_output(main: impl AsyncFnOnce() + 'static, expected: Expect) {
    let finished = run(main);
    expected.assert_eq(&finished.output());
    assert_eq!(finished.status, Status::Completed, "{}", finished.output());
}

fn ms(ms: u64) -> Duration {
    Duration::from_millis(ms)
}

/// How long a run took, in milliseconds.
fn elapsed_ms(finished: &Finished) -> u64 {
    finished.trace.now_ns() / 1_000_000
}
