//! Work on other threads: what `spawn_blocking` hands over, to whom, and how the other thread does it.
//!
//! A closure cannot cross into another instance of a WebAssembly module. So a job is a function of the program, known by
//! its path, with its arguments as bytes; a thread is another instance of the same module. Who keeps those threads is
//! not this crate's business: a run is given a [`JobPool`].

mod perform;

pub(crate) use perform::print_in_job;
pub use perform::{call, perform};

use meanwhile_trace::Stream;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Names a job of a pool.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct JobId(pub u32);

/// A function of the program and what to call it with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct JobCall {
    /// The function's path in the program.
    pub function: String,
    /// The tuple of its arguments, in postcard's format.
    pub arguments: Vec<u8>,
}

/// What becomes of a job. Times are those of [`now_ns`] on the run's thread.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum JobEvent {
    /// A thread has begun with it.
    Began {
        /// Which thread, from 1.
        thread: u32,
        /// When.
        at_ns: u64,
    },
    /// It has printed.
    Printed {
        /// Where to.
        stream: Stream,
        /// What.
        text: String,
    },
    /// It is over. Always the last event.
    Ended {
        /// When.
        at_ns: u64,
        /// How.
        outcome: JobOutcome,
    },
}

/// How a job ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum JobOutcome {
    /// The function returned: its result in postcard's format.
    Returned(Vec<u8>),
    /// The function panicked, with this message if it was a text.
    Panicked(Option<String>),
    /// Its thread died under it, for this reason.
    Lost(String),
}

/// Threads that do jobs.
pub trait JobPool: fmt::Debug {
    /// Queues a job. What becomes of it is told to `hear`, never from within this call.
    fn submit(&self, job: JobCall, hear: Box<dyn Fn(JobEvent)>) -> JobId;

    /// Gives a job up: one that has not begun never will, the thread of one that has is ended. Nothing more is heard of
    /// it.
    fn give_up(&self, job: JobId);
}

/// Returns real time as this thread counts it, in nanoseconds.
pub fn now_ns() -> u64 {
    crate::platform::now_ns()
}
