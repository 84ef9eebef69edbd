//! What the futures of a run share.

use super::agenda::Agenda;
use super::leaks::Leaks;
use super::output::Output;
use super::parts::Parts;
use super::{Fixtures, RunConfig, Storage};
use crate::context;
use crate::job::JobPool;
use crate::platform::RunClock;
use crate::random::Random;
use crate::signal::Interrupts;
use crate::task::TaskCell;
use meanwhile_trace::report::Status;
use meanwhile_trace::{Cause, Recorder, SpanId, SpanKind, Stream};
use send_wrapper::SendWrapper;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::task::Waker;

/// One run, as its futures see it.
pub(crate) struct RunCore {
    pub(crate) recorder: Recorder,
    pub(crate) clock: Arc<RunClock>,
    pub(crate) agenda: Agenda,
    pub(crate) leaks: Leaks,
    pub(crate) interrupts: Interrupts,
    pub(crate) site: String,
    pub(crate) panic_places: bool,
    #[cfg_attr(target_family = "wasm", expect(dead_code, reason = "the browser has a real network"))]
    pub(crate) fixtures: Fixtures,
    #[cfg_attr(target_family = "wasm", expect(dead_code, reason = "the browser has a quota of its own"))]
    pub(crate) storage: Storage,
    /// What modules keep for the run.
    pub(crate) parts: Parts,
    pub(crate) jobs: Option<SendWrapper<Rc<dyn JobPool>>>,
    random: Mutex<Random>,
    output: Mutex<Output>,
    root: OnceLock<SpanId>,
    tasks: Mutex<BTreeMap<u64, Arc<TaskCell>>>,
    next_task: AtomicU64,
    next_timer: AtomicU64,
    waiting: Mutex<BTreeMap<SpanId, String>>,
    end: Mutex<Ending>,
}

#[derive(Default)]
struct Ending {
    status: Option<Status>,
    /// What the interpreter says of the end, before it has come.
    verdict: Option<Status>,
    wakers: Vec<Waker>,
    crash_observer: Option<SendWrapper<Box<dyn Fn()>>>,
}

/// A panic inside one of our short borrows leaves nothing half done: carry on.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl RunCore {
    pub(crate) fn new(config: RunConfig) -> Arc<Self> {
        let clock = Arc::new(RunClock::new(config.clock));
        Arc::new(RunCore {
            recorder: Recorder::new(clock.clone(), config.capacity),
            clock,
            agenda: Agenda::default(),
            leaks: Leaks::default(),
            interrupts: Interrupts::default(),
            site: config.site,
            panic_places: config.panic_places,
            fixtures: config.http,
            storage: config.storage,
            parts: Parts::default(),
            jobs: config.jobs.map(SendWrapper::new),
            random: Mutex::new(Random::new(config.seed)),
            output: Mutex::new(Output::new(config.output_limit_bytes)),
            root: OnceLock::new(),
            tasks: Mutex::default(),
            next_task: AtomicU64::new(1),
            next_timer: AtomicU64::new(0),
            waiting: Mutex::default(),
            end: Mutex::default(),
        })
    }

    pub(crate) fn set_root(&self, span: SpanId) {
        let _ = self.root.set(span);
    }

    pub(crate) fn next_timer(&self) -> u64 {
        self.next_timer.fetch_add(1, Ordering::Relaxed)
    }

    pub(crate) fn next_task(&self) -> u64 {
        self.next_task.fetch_add(1, Ordering::Relaxed)
    }

    pub(crate) fn pick(&self, n: u32) -> u32 {
        lock(&self.random).below(n)
    }

    /// Records a wake; `just_now` when our own code has recorded the event before a moment ago.
    pub(crate) fn record_wake(&self, span: SpanId, cause: Cause, just_now: bool) {
        if just_now {
            self.recorder.wake_shared(span, cause);
        } else {
            self.recorder.wake(span, cause);
        }
    }

    /// Prints in the name of the span that is being polled.
    pub(crate) fn print(&self, stream: Stream, text: &str) {
        if let Some(span) = context::current_span().or_else(|| self.root.get().copied()) {
            self.print_as(span, stream, text);
        }
    }

    /// Prints in the name of a span.
    pub(crate) fn print_as(&self, span: SpanId, stream: Stream, text: &str) {
        let (kept, notice) = lock(&self.output).admit(text);
        if !kept.is_empty() {
            self.recorder.print(span, stream, kept);
        }
        if let Some(notice) = notice {
            self.recorder.print(span, Stream::Err, &notice);
        }
    }

    pub(crate) fn cut_output_bytes(&self) -> u64 {
        lock(&self.output).cut_bytes()
    }

    pub(crate) fn add_task(&self, task: Arc<TaskCell>) {
        lock(&self.tasks).insert(task.number, task);
    }

    pub(crate) fn remove_task(&self, number: u64) {
        let task = lock(&self.tasks).remove(&number);
        drop(task);
    }

    /// Notes a wait that a run could be stuck in: one for a task or for a future of unknown make.
    pub(crate) fn waiting(&self, span: SpanId, kind: SpanKind, name: &str) {
        if matches!(kind, SpanKind::Task | SpanKind::Join | SpanKind::Branch) {
            lock(&self.waiting).insert(span, format!("{} {name}", kind.name()));
        }
    }

    pub(crate) fn no_longer_waiting(&self, span: SpanId, kind: SpanKind) {
        if matches!(kind, SpanKind::Task | SpanKind::Join | SpanKind::Branch) {
            lock(&self.waiting).remove(&span);
        }
    }

    /// Ends a run in which nothing can ever run again.
    pub(crate) fn stuck(&self) {
        let waiting =
            lock(&self.waiting).iter().map(|(span, name)| format!("{name} ({span})")).collect::<Vec<_>>();
        self.print(
            Stream::Err,
            &format!(
                "stuck: nothing can run any more, and no timer or request is under way. Still waiting: {}\n",
                waiting.join(", ")
            ),
        );
        self.finish(Status::Limit);
    }

    pub(crate) fn set_verdict(&self, status: Status) {
        lock(&self.end).verdict = Some(status);
    }

    pub(crate) fn verdict(&self) -> Option<Status> {
        lock(&self.end).verdict
    }

    pub(crate) fn status(&self) -> Option<Status> {
        lock(&self.end).status
    }

    pub(crate) fn status_or_wake(&self, waker: &Waker) -> Option<Status> {
        let mut end = lock(&self.end);
        // The run is over only when its last future is gone.
        if end.status.is_some() && lock(&self.tasks).is_empty() {
            return end.status;
        }
        end.wakers.push(waker.clone());
        None
    }

    /// Ends the run: drops every task, the oldest first, as tokio does when its runtime is shut down.
    pub(crate) fn finish(&self, status: Status) {
        {
            let mut end = lock(&self.end);
            if end.status.is_some() {
                return;
            }
            end.status = Some(status);
        }
        loop {
            let Some(task) = lock(&self.tasks).pop_first() else { break };
            task.1.cancel_now();
        }
        self.end_leaked_spans();
        self.parts.clear();
        let wakers = std::mem::take(&mut lock(&self.end).wakers);
        wakers.into_iter().for_each(Waker::wake);
    }

    pub(crate) fn set_crash_observer(&self, observer: Box<dyn Fn()>) {
        lock(&self.end).crash_observer = Some(SendWrapper::new(observer));
    }

    /// Says that the run has crashed, without dropping anything: the machine is about to stop.
    #[cfg(target_family = "wasm")]
    pub(crate) fn crash(&self, task: Option<u64>, why: &str) {
        self.print(Stream::Err, why);
        self.abandon(task.unwrap_or(0), &context::polled_spans());
        lock(&self.end).status.get_or_insert(Status::Panicked);
        let observer = lock(&self.end).crash_observer.take();
        if let Some(observer) = observer {
            observer();
        }
    }
}
