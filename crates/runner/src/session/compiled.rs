//! The programs that rustc compiled into the worker.

use super::programs::{Begun, Programs, Rejection, Verdict};
use crate::messages::{Code, FromWorker, JudgeRequest, RunRequest, TextRequest};
use meanwhile_trace::lint::Facts;
use std::rc::Rc;

/// The lessons of this build.
#[derive(Clone, Copy, Debug, Default)]
pub struct Compiled;

impl Programs for Compiled {
    fn begin(&self, request: &RunRequest, _: Rc<dyn Fn()>) -> Result<Begun, Rejection> {
        let program = (request.code == Code::Compiled).then(|| meanwhile_programs::start(&request.program));
        match program.flatten() {
            Some(main) => Ok(Begun { main, verdict: Box::new(Verdict::new) }),
            None => Err(why_not(request)),
        }
    }

    fn facts(&self, request: &JudgeRequest) -> Facts {
        meanwhile_programs::facts(&request.program)
    }

    fn answer(&self, _: &TextRequest) -> FromWorker {
        FromWorker::Undecodable { message: "this worker reads no texts".to_owned() }
    }

    /// A wasm in which something has panicked is in no state to go on.
    fn outlives_panics(&self) -> bool {
        false
    }
}

fn why_not(request: &RunRequest) -> Rejection {
    let (message, hint) = match request.code {
        Code::Compiled => (
            format!("The worker holds no program \"{}\"", request.program),
            "The page may be from another version than its worker: reload it.",
        ),
        Code::Text { .. } => (
            "This worker interprets nothing".to_owned(),
            "It holds the compiled examples: ask for one of them.",
        ),
    };
    Rejection { message, hint: Some(hint.to_owned()), findings: Vec::new() }
}
