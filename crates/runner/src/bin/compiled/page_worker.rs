//! The worker that the page talks to.

use crate::scope::{listen, post, read};
use futures::future::FutureExt as _;
use gloo_timers::future::TimeoutFuture;
use meanwhile_runner::messages::FromWorker;
use meanwhile_runner::session::{Jobs, Programs, Session};
use wasm_bindgen_futures::spawn_local;
use web_sys::DedicatedWorkerGlobalScope;

/// How often events are handed over, in milliseconds. A timer and not an animation frame, which a worker of a page in
/// the background never gets; the page paints once a frame in any case.
const FRAME_MS: u32 = 16;

/// Serves the page with these programs, and does their jobs in a pool if there is one.
pub(crate) fn start(
    scope: &DedicatedWorkerGlobalScope,
    programs: impl Programs + 'static,
    jobs: Option<Jobs>,
) {
    let sink = scope.clone();
    let tell = move |message| post(&sink, &message);
    let session = Session::new(programs, tell, || TimeoutFuture::new(FRAME_MS).boxed_local()).with_jobs(jobs);
    let answer = scope.clone();
    listen(scope, move |event| match read(&event) {
        Ok(message) => {
            if let Some(serving) = session.handle(message) {
                spawn_local(serving);
            }
        }
        Err(error) => post(&answer, &FromWorker::Undecodable { message: error.to_string() }),
    });
    post(scope, &FromWorker::Loaded);
}
