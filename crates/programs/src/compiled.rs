//! The programs as rustc compiled them, through the instrument pass.

use std::future::Future;
use std::pin::Pin;

include!(concat!(env!("OUT_DIR"), "/compiled.rs"));

/// A program's `main`, which has not begun to run. Its output is what `main` returned: an error as its `Debug` text.
pub type Running = Pin<Box<dyn Future<Output = Result<(), String>>>>;

/// What begins a program.
type Start = fn() -> Running;

/// Returns the program of this name, ready to be polled on `meanwhile-runtime`; `None` if there is none.
///
/// Cancel safety: dropping the future drops the program and everything it awaits, but not the tasks it has spawned.
pub fn start(slug: &str) -> Option<Running> {
    let (_, start) = STARTS.iter().find(|it| it.0 == slug)?;
    Some(start())
}

/// What does a program's jobs: calls a function by its path with the tuple of its arguments in postcard's format.
type Job = fn(&str, &[u8]) -> Option<Vec<u8>>;

/// Calls a function that a program gives to `spawn_blocking`, on this thread, and returns its result in postcard's
/// format; `None` if there is no such program, or no such function in it.
///
/// # Panics
///
/// Panics if the function does, or if the bytes are not its arguments.
pub fn job(slug: &str, function: &str, arguments: &[u8]) -> Option<Vec<u8>> {
    let (_, job) = JOBS.iter().find(|it| it.0 == slug)?;
    job(function, arguments)
}
