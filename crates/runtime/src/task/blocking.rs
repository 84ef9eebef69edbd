//! Jobs: calls that block, each on a thread of its own where there are threads to be had.

use super::{JoinHandle, NewTask, spawn_in};
use crate::job::{JobCall, JobEvent, JobId, JobOutcome, JobPool};
use crate::record::Phases;
use crate::run::{InFlight, RunCore};
use crate::{context, panic};
use meanwhile_trace::{Place, SpanId, SpanKind, Stream};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::cell::{Cell, RefCell};
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, Waker};

/// Calls a function that blocks, beside the tasks.
///
/// What differs from tokio's: a closure cannot go to another thread here, so it is called on this one, in a turn of the
/// event loop of its own, and blocks it. In the programs on the page the instrument pass writes such a call as
/// `record::spawn_blocking`, which goes to another worker. A job that is still queued when it is aborted is never called;
/// one that has begun cannot be aborted. The run does not wait for jobs when `main` has returned.
///
/// ```
/// use meanwhile_runtime::{RunConfig, run_to_end, task};
///
/// run_to_end(RunConfig::default(), || {
///     Box::pin(async {
///         let sum = task::spawn_blocking(|| (1..=100).sum::<u32>());
///         assert_eq!(sum.await.unwrap(), 5050);
///         Ok(())
///     })
/// });
/// ```
pub fn spawn_blocking<F, R>(f: F) -> JoinHandle<R>
where
    F: FnOnce() -> R + 'static,
    R: 'static,
{
    spawn_here("job", f)
}

/// Calls a function on this thread, in a turn of its own.
pub(super) fn spawn_here<F, R>(name: &str, f: F) -> JoinHandle<R>
where
    F: FnOnce() -> R + 'static,
    R: 'static,
{
    match context::current_run() {
        Some(run) => spawn_in(&run, new_job(name, None, None), |_| here(f)),
        None => super::spawn_named(name, None, here(f)),
    }
}

fn new_job(name: &str, place: Option<Place>, begun: Option<Arc<AtomicBool>>) -> NewTask<'_> {
    NewTask { kind: SpanKind::Job, name, place, begun }
}

/// Has a function of the program called with `arguments`: by the run's pool, or by `f` where there is none.
pub(crate) fn spawn_call<A, R>(
    name: &str,
    place: Place,
    function: &str,
    arguments: A,
    f: impl FnOnce(A) -> R + 'static,
) -> JoinHandle<R>
where
    A: Serialize + 'static,
    R: DeserializeOwned + 'static,
{
    let Some(run) = context::current_run() else { return spawn_blocking(move || f(arguments)) };
    let Some(pool) = run.jobs.as_ref().map(|it| (**it).clone()) else {
        return spawn_in(&run, new_job(name, Some(place), None), move |_| here(move || f(arguments)));
    };
    let call = match postcard::to_allocvec(&arguments) {
        Ok(bytes) => JobCall { function: function.to_owned(), arguments: bytes },
        Err(error) => panic!("the arguments of the job {function} cannot be written: {error}"),
    };
    let begun = Arc::new(AtomicBool::new(false));
    let of_job = run.clone();
    spawn_in(&run, new_job(name, Some(place), Some(begun.clone())), move |span| {
        let created_ns = of_job.recorder.now_ns();
        let job = Rc::new(Job {
            phases: Phases::new(of_job.clone(), span, created_ns),
            run: of_job,
            span,
            begun,
            outcome: RefCell::new(None),
            waker: RefCell::new(None),
            over: Cell::new(false),
        });
        job.phases.record("queued", created_ns);
        let hears = job.clone();
        let id = pool.submit(call, Box::new(move |event| hears.hear(event)));
        There { job, pool, id, in_flight: None, output: std::marker::PhantomData }
    })
}

/// A job on this thread.
async fn here<R>(f: impl FnOnce() -> R) -> R {
    f()
}

/// What a job on another thread and who waits for it share.
struct Job {
    run: Arc<RunCore>,
    span: SpanId,
    phases: Phases,
    begun: Arc<AtomicBool>,
    outcome: RefCell<Option<JobOutcome>>,
    waker: RefCell<Option<Waker>>,
    /// Nobody waits for it any more.
    over: Cell<bool>,
}

impl Job {
    fn hear(&self, event: JobEvent) {
        if self.over.get() {
            return;
        }
        match event {
            JobEvent::Began { thread, at_ns } => {
                self.begun.store(true, Ordering::Relaxed);
                self.phase(&format!("worker {thread}"), at_ns);
            }
            JobEvent::Printed { stream, text } => self.run.print_as(self.span, stream, &text),
            JobEvent::Ended { at_ns, outcome } => {
                let lost = matches!(outcome, JobOutcome::Lost(_));
                self.phase(if lost { "lost" } else { "returned" }, at_ns);
                self.outcome.replace(Some(outcome));
                let waker = self.waker.take();
                if let Some(waker) = waker {
                    waker.wake();
                }
            }
        }
    }

    /// Records when a phase began, by the thread's own account.
    fn phase(&self, name: &str, at_ns: u64) {
        self.phases.record(name, self.run.clock.at_real_ns(at_ns));
    }
}

/// A job on another thread.
struct There<R> {
    job: Rc<Job>,
    pool: Rc<dyn JobPool>,
    id: JobId,
    /// Virtual time stands still meanwhile.
    in_flight: Option<InFlight>,
    output: std::marker::PhantomData<fn() -> R>,
}

impl<R: DeserializeOwned> Future for There<R> {
    type Output = R;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<R> {
        let outcome = self.job.outcome.take();
        let Some(outcome) = outcome else {
            self.job.waker.replace(Some(cx.waker().clone()));
            if self.in_flight.is_none() {
                self.in_flight = Some(self.job.run.in_flight());
            }
            return Poll::Pending;
        };
        self.in_flight = None;
        self.job.over.set(true);
        match outcome {
            JobOutcome::Returned(bytes) => match postcard::from_bytes(&bytes) {
                Ok(output) => Poll::Ready(output),
                Err(error) => panic!("the result of the job cannot be read: {error}"),
            },
            JobOutcome::Panicked(message) => pass_on(message),
            JobOutcome::Lost(why) => {
                self.job.run.print(Stream::Err, &format!("the worker of a job died: {why}\n"));
                pass_on(Some(format!("the worker of the job died: {why}")))
            }
        }
    }
}

/// Panics as the job did, without a message: that was printed where it happened.
fn pass_on(message: Option<String>) -> ! {
    match message {
        Some(message) => panic::resume_unwind(Box::new(message)),
        None => panic::resume_unwind(Box::new(())),
    }
}

impl<R> Drop for There<R> {
    fn drop(&mut self) {
        if !self.job.over.replace(true) {
            self.pool.give_up(self.id);
        }
    }
}
