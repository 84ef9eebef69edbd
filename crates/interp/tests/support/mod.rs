//! What the tests of whole programs share: running one in the interpreter, and compiling many with rustc.
#![allow(dead_code, reason = "each test uses a part of it")]

pub(crate) mod compiled;
pub(crate) mod interpreted;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Calls within calls of the host take more stack in a build for tests than a test has.
pub(crate) fn on_large_stack<R: Send + 'static>(work: impl FnOnce() -> R + Send + 'static) -> R {
    let thread = std::thread::Builder::new().stack_size(256 << 20).spawn(work).expect("a thread");
    thread.join().expect("a program does not make the interpreter panic")
}

/// What a function gives for each name, in the order of the names; as many at a time as there are processors.
pub(crate) fn in_parallel<R, F>(names: Vec<String>, work: F) -> BTreeMap<String, R>
where
    R: Send + 'static,
    F: Fn(&str) -> R + Send + Sync + Copy + 'static,
{
    let names = Arc::new(names);
    let next = Arc::new(AtomicUsize::new(0));
    let worker = || {
        let (names, next) = (names.clone(), next.clone());
        let run = move || {
            let taken = || names.get(next.fetch_add(1, Ordering::Relaxed));
            std::iter::from_fn(taken).map(|it| (it.clone(), work(it))).collect::<Vec<_>>()
        };
        thread::spawn(move || on_large_stack(run))
    };
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let workers: Vec<_> = (0..threads).map(|_| worker()).collect();
    workers.into_iter().flat_map(|it| it.join().expect("the interpreter does not panic")).collect()
}

/// The first lines that differ, and how the program has ended.
pub(crate) fn difference(expected: &str, found: &str) -> String {
    let pairs = expected.lines().zip(found.lines()).enumerate().filter(|(_, (a, b))| a != b).take(3);
    let lines: Vec<_> = pairs.map(|(at, (a, b))| format!("  line {}: {a}\n  but is: {b}", at + 1)).collect();
    let end: Vec<_> = found.lines().skip_while(|it| !it.starts_with("-- ")).collect();
    let length = (expected.lines().count(), found.lines().count());
    format!("{}\n  {} (lines {length:?})", lines.join("\n"), end.join("\n    "))
}
