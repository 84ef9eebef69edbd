//! A worker that does the jobs of programs, one after another.

use crate::clock::now_ms;
use crate::pool::NAME;
use crate::scope::{listen, post, read};
use meanwhile_runner::jobs::{FromJobWorker, ToJobWorker};
use meanwhile_runtime::job::perform;
use meanwhile_trace::Stream;
use web_sys::DedicatedWorkerGlobalScope;

/// Returns whether this worker was made to do jobs.
pub(crate) fn is_one(scope: &DedicatedWorkerGlobalScope) -> bool {
    scope.name().starts_with(NAME)
}

pub(crate) fn start(scope: DedicatedWorkerGlobalScope) {
    let answer = scope.clone();
    listen(&scope, move |event| match read(&event) {
        Ok(message) => work(&answer, message),
        // Both sides are of one build: thrown, it ends this worker, and the job hears of it.
        Err(error) => wasm_bindgen::throw_str(&error.to_string()),
    });
    post(&scope, &FromJobWorker::Loaded);
}

fn work(scope: &DedicatedWorkerGlobalScope, message: ToJobWorker) {
    let ToJobWorker { job, program, call } = message;
    post(scope, &FromJobWorker::Began { job, at_ms: now_ms(scope) });
    let print = {
        let scope = scope.clone();
        move |stream, text: &str| {
            let is_error = stream == Stream::Err;
            post(&scope, &FromJobWorker::Printed { job, is_error, text: text.to_owned() });
        }
    };
    let outcome = perform(print, move || meanwhile_programs::job(&program, &call.function, &call.arguments));
    post(scope, &FromJobWorker::Ended { job, at_ms: now_ms(scope), outcome });
}
