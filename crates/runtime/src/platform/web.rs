//! The browser, in a window as well as in a worker.

mod database;
mod files;
mod http;
mod storage;
mod thrown;
mod timer;
mod trap;

pub(crate) use database::Connection;
pub(crate) use files::{Disk, Node};
pub(crate) use http::{ResponseBody, exchange};
pub(crate) use timer::Timer;
pub(crate) use trap::{catch, catch_borrowing};
pub(crate) use wasm_bindgen_futures::spawn_local;

use meanwhile_trace::Stream;
use wasm_bindgen::prelude::wasm_bindgen;

/// A panic is a trap: nothing on its way is dropped.
pub(crate) const LEAKS: bool = true;

/// The event loop keeps the timers of the real clock.
pub(crate) const OWN_TIMERS: bool = false;

#[wasm_bindgen]
extern "C" {
    type Performance;

    #[wasm_bindgen(thread_local_v2, js_name = performance)]
    static PERFORMANCE: Performance;

    #[wasm_bindgen(method)]
    fn now(this: &Performance) -> f64;

    #[wasm_bindgen(js_namespace = console, js_name = log)]
    fn console_log(text: &str);

    #[wasm_bindgen(js_namespace = console, js_name = error)]
    fn console_error(text: &str);
}

/// Returns real time, in nanoseconds since the worker or the page was made.
///
/// A browser rounds it, to 0.1 ms unless the page is isolated from other origins (to 1 ms in Firefox and Safari).
pub(crate) fn now_ns() -> u64 {
    (PERFORMANCE.with(Performance::now) * 1e6) as u64
}

/// Blocks the thread: there is no other way than to be busy.
pub(crate) fn block(is_over: impl Fn() -> bool, _: u64) {
    while !is_over() {}
}

/// Prints what is printed outside of a run.
pub(crate) fn print(stream: Stream, text: &str) {
    let line = text.strip_suffix('\n').unwrap_or(text);
    match stream {
        Stream::Out => console_log(line),
        Stream::Err => console_error(line),
    }
}

/// A page has no environment.
pub(crate) fn env_var(_: &str) -> Result<String, std::env::VarError> {
    Err(std::env::VarError::NotPresent)
}
