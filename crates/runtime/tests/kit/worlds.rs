//! One test in two worlds: natively, where a run is driven to its end at once, and in a browser's worker.
#![allow(dead_code, reason = "each of the tests that include it uses a part")]

use meanwhile_runtime::{MainFuture, RunConfig};
use meanwhile_trace::report::Status;
use meanwhile_trace::{Trace, check, dump};

/// Makes one test of each function: native, and in the browser.
macro_rules! both {
    ($($(#[$attr:meta])* async fn $name:ident() $body:block)*) => { $(
        $(#[$attr])*
        #[cfg(target_family = "wasm")]
        #[wasm_bindgen_test::wasm_bindgen_test]
        async fn $name() $body

        $(#[$attr])*
        #[cfg(not(target_family = "wasm"))]
        #[test]
        fn $name() {
            use std::task::{Context, Poll, Waker};
            let poll = std::pin::pin!(async $body).poll(&mut Context::from_waker(Waker::noop()));
            assert_eq!(poll, Poll::Ready(()), "natively a run is driven to its end at once");
        }
    )* };
}

/// A run that is over.
#[derive(Debug)]
pub(crate) struct Finished {
    pub(crate) status: Status,
    pub(crate) trace: Trace,
}

impl Finished {
    /// Returns everything the program printed, both streams in order.
    pub(crate) fn output(&self) -> String {
        self.trace.output().iter().map(|it| self.trace.text(it.text)).collect()
    }
}

/// Runs a program to its end, and checks that the events of its trace make sense.
pub(crate) async fn run_to_end(config: RunConfig, main: impl FnOnce() -> MainFuture + 'static) -> Finished {
    let finished = to_end(config, main).await;
    let violations = check(&finished.trace.events);
    assert!(violations.is_empty(), "{violations:?}\n{}", dump(&finished.trace));
    finished
}

#[cfg(not(target_family = "wasm"))]
async fn to_end(config: RunConfig, main: impl FnOnce() -> MainFuture + 'static) -> Finished {
    let finished = meanwhile_runtime::run_to_end(config, main);
    Finished { status: finished.status, trace: finished.trace }
}

#[cfg(target_family = "wasm")]
async fn to_end(config: RunConfig, main: impl FnOnce() -> MainFuture + 'static) -> Finished {
    let mut trace = Trace::new(config.clock);
    let run = meanwhile_runtime::Run::start(config, main);
    let status = run.finished().await;
    trace.apply(&run.recorder().drain()).expect("the only batch");
    Finished { status, trace }
}
