//! Natively: an event loop of one thread.

mod database;
mod event_loop;
mod files;
mod http;

pub(crate) use database::Connection;
pub(crate) use event_loop::{drive, spawn_local};
pub(crate) use files::{Disk, Node};
pub(crate) use http::{ResponseBody, exchange};

use meanwhile_trace::Stream;
use std::any::Any;
use std::io::Write as _;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::OnceLock;
use std::task::Waker;
use std::time::{Duration, Instant};

/// The runtime keeps all timers itself.
pub(crate) const OWN_TIMERS: bool = true;

/// A panic unwinds, and drops what it meets.
pub(crate) const LEAKS: bool = false;

/// Does some work; a panic ends the work alone.
pub(crate) fn catch(work: Box<dyn FnOnce()>) -> Result<(), Box<dyn Any + Send>> {
    catch_unwind(AssertUnwindSafe(work))
}

/// Returns real time, in nanoseconds since the first call.
pub(crate) fn now_ns() -> u64 {
    static START: OnceLock<Instant> = OnceLock::new();
    u64::try_from(START.get_or_init(Instant::now).elapsed().as_nanos()).unwrap_or(u64::MAX)
}

/// Blocks the thread.
pub(crate) fn block(_: impl Fn() -> bool, duration_ns: u64) {
    std::thread::sleep(Duration::from_nanos(duration_ns));
}

/// A timer of the event loop, of which there is none outside of a run.
#[derive(Debug)]
pub(crate) struct Timer(());

impl Timer {
    pub(crate) fn new() -> Self {
        panic!("there is no run on this thread: timers work inside of `meanwhile_runtime::run_to_end`");
    }

    pub(crate) fn arm(&mut self, _: u64, _: &Waker) {}
}

/// Prints what is printed outside of a run.
pub(crate) fn print(stream: Stream, text: &str) {
    // As with std's macros, a closed stream is nobody's business here.
    let _ = match stream {
        Stream::Out => std::io::stdout().write_all(text.as_bytes()),
        Stream::Err => std::io::stderr().write_all(text.as_bytes()),
    };
}

/// Returns a variable of the process's environment.
pub(crate) fn env_var(name: &str) -> Result<String, std::env::VarError> {
    std::env::var(name)
}
