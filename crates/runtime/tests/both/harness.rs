//! Runs a program to its end and compares what it printed: natively on the virtual clock, in a browser on either.

use meanwhile_runtime::{MainFuture, RunConfig};
use meanwhile_trace::report::Status;
use meanwhile_trace::{ClockKind, Trace, check as violations, dump};

/// What `?` turns errors into.
pub(crate) type Outcome = Result<(), Box<dyn std::error::Error>>;

/// A test in both worlds: its name, what the program prints, and the program. With a configuration in between if it is
/// about one; with `virtual` if what it prints is exact on the virtual clock alone.
macro_rules! both {
    ($name:ident, virtual $expected:expr, $body:block) => {
        #[cfg(not(target_family = "wasm"))]
        #[test]
        fn $name() {
            $crate::harness::check(Default::default(), $expected, || Box::pin(async { program!($body) }));
        }

        #[cfg(target_family = "wasm")]
        #[wasm_bindgen_test::wasm_bindgen_test]
        async fn $name() {
            let clock = meanwhile_trace::ClockKind::Virtual;
            let config = meanwhile_runtime::RunConfig { clock, ..Default::default() };
            $crate::harness::check_as(config, $expected, || Box::pin(async { program!($body) })).await;
        }
    };
    ($name:ident, $expected:expr, $body:block) => {
        both!($name with meanwhile_runtime::RunConfig::default(), $expected, $body);
    };
    ($name:ident with $config:expr, $expected:expr, $body:block) => {
        #[cfg(not(target_family = "wasm"))]
        #[test]
        fn $name() {
            $crate::harness::check($config, $expected, || Box::pin(async { program!($body) }));
        }

        #[cfg(target_family = "wasm")]
        #[wasm_bindgen_test::wasm_bindgen_test]
        async fn $name() {
            $crate::harness::check($config, $expected, || Box::pin(async { program!($body) })).await;
        }
    };
}

macro_rules! program {
    ($body:block) => {{
        let outcome: $crate::harness::Outcome = async {
            $body
            #[allow(unreachable_code, reason = "some programs do not return")]
            Ok(())
        }
        .await;
        outcome.map_err(|error| error.to_string())
    }};
}

#[cfg(not(target_family = "wasm"))]
#[track_caller]
pub(crate) fn check(config: RunConfig, expected: &str, main: impl FnOnce() -> MainFuture + 'static) {
    let config = RunConfig { clock: ClockKind::Virtual, ..config };
    let finished = meanwhile_runtime::run_to_end(config, main);
    compare(&finished.trace, expected);
    assert_eq!(finished.status, Status::Completed);
}

#[cfg(target_family = "wasm")]
pub(crate) async fn check(
    config: RunConfig,
    expected: &str,
    main: impl Fn() -> MainFuture + Clone + 'static,
) {
    for clock in [ClockKind::Virtual, ClockKind::Real] {
        check_as(RunConfig { clock, ..config.clone() }, expected, main.clone()).await;
    }
}

/// As [`check`], on the clock of the configuration alone.
#[cfg(target_family = "wasm")]
pub(crate) async fn check_as(config: RunConfig, expected: &str, main: impl FnOnce() -> MainFuture + 'static) {
    compare(&trace_of(config, main).await, expected);
}

/// Runs a program, which has to complete, and returns its trace, which has been checked.
#[cfg(target_family = "wasm")]
pub(crate) async fn trace_of(config: RunConfig, main: impl FnOnce() -> MainFuture + 'static) -> Trace {
    let mut trace = Trace::default();
    trace.clock = config.clock;
    let run = meanwhile_runtime::Run::start(config, main);
    let status = run.finished().await;
    trace.apply(&run.recorder().drain()).expect("the only batch");
    let output: String = trace.output().iter().map(|it| trace.text(it.text)).collect();
    assert_eq!(status, Status::Completed, "{output}");
    let violations = violations(&trace.events);
    assert!(violations.is_empty(), "{violations:?}\n{}", dump(&trace));
    trace
}

#[track_caller]
fn compare(trace: &Trace, expected: &str) {
    let output: String = trace.output().iter().map(|it| trace.text(it.text)).collect();
    let violations = violations(&trace.events);
    assert!(violations.is_empty(), "{violations:?}\n{}", dump(trace));
    assert_eq!(output, expected);
}
