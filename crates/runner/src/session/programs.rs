//! What a session gets its programs from.

use crate::messages::{Finding, FromWorker, JudgeRequest, RunRequest, TextRequest};
use meanwhile_trace::lint::Facts;
use meanwhile_trace::report::Status;
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

/// A program's `main`, which has not begun to run. Its output is what `main` returned: an error as its `Debug` text.
pub type Running = Pin<Box<dyn Future<Output = Result<(), String>>>>;

/// What makes programs ready to be run.
pub trait Programs {
    /// Makes a program ready. `tick` is to be called now and then while the program computes.
    ///
    /// # Errors
    ///
    /// Fails with why the program is not run.
    fn begin(&self, request: &RunRequest, tick: Rc<dyn Fn()>) -> Result<Begun, Rejection>;

    /// Returns what the lints cannot see in the run that is to be judged.
    fn facts(&self, request: &JudgeRequest) -> Facts;

    /// Answers a question about a text.
    fn answer(&self, request: &TextRequest) -> FromWorker;

    /// Returns whether the worker can go on after a program has panicked.
    fn outlives_panics(&self) -> bool;
}

/// A program that is ready to be run.
pub struct Begun {
    /// Its `main`.
    pub main: Running,
    /// What to tell of its end, by the status that the runtime gives it.
    pub verdict: Box<dyn Fn(Status) -> Verdict>,
}

impl fmt::Debug for Begun {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Begun").finish_non_exhaustive()
    }
}

/// How a run has ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// In what way.
    pub status: Status,
    /// What there is to say about it.
    pub detail: Option<String>,
    /// What has ended it, with its place, and what rustc would have warned of.
    pub findings: Vec<Finding>,
}

impl Verdict {
    /// An end about which there is nothing more to say.
    pub fn new(status: Status) -> Self {
        Verdict { status, detail: None, findings: Vec::new() }
    }
}

/// Why a program is not run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejection {
    /// Why.
    pub message: String,
    /// What to do.
    pub hint: Option<String>,
    /// What is wrong with its text.
    pub findings: Vec<Finding>,
}
