//! Serves the page's messages: starts programs, hands over what they do, stops them.
//!
//! Knows neither a worker nor a browser: messages go to a sink, and a source of frames says when to hand over what has
//! been recorded. So the whole of it runs natively on the virtual clock too.

#[cfg(feature = "compiled")]
mod compiled;
#[cfg(feature = "interpreted")]
mod interpreted;
mod programs;

#[cfg(feature = "compiled")]
pub use compiled::Compiled;
#[cfg(feature = "interpreted")]
pub use interpreted::Interpreted;
pub use programs::{Begun, Programs, Rejection, Running, Verdict};

use crate::messages::{FromWorker, JudgeRequest, RunId, RunRequest, ToWorker};
use futures::future::{Either, FutureExt as _, LocalBoxFuture, select};
use meanwhile_runtime::job::JobPool;
use meanwhile_runtime::{Run, RunConfig};
use meanwhile_trace::lint::{Facts, Judgement};
use meanwhile_trace::report::Status;
use meanwhile_trace::{Trace, wire};
use std::cell::{Cell, RefCell};
use std::fmt;
use std::pin::pin;
use std::rc::{Rc, Weak};

/// What [`Session::handle`] leaves to be done: hands over a run's events until its end. To be polled to completion.
pub type Serving = LocalBoxFuture<'static, ()>;

/// Returns who does the jobs of a program, by the program's name.
pub type Jobs = Box<dyn Fn(&str) -> Rc<dyn JobPool>>;

/// The worker's side of the conversation.
pub struct Session {
    shared: Rc<Shared>,
    jobs: Option<Jobs>,
    programs: Box<dyn Programs>,
    current: RefCell<Option<Rc<Current>>>,
}

struct Shared {
    sink: Box<dyn Fn(FromWorker)>,
    frame: Box<dyn Fn() -> LocalBoxFuture<'static, ()>>,
}

/// The run that is going on, or the last one.
struct Current {
    id: RunId,
    run: Run,
    /// What to tell of its end.
    verdict: Box<dyn Fn(Status) -> Verdict>,
    outlives_panics: bool,
    /// Whether the page has been told the end, after which it is told nothing more.
    told_end: Cell<bool>,
}

impl Session {
    /// Makes a session that answers to `sink`, and hands events over whenever a future that `frame` makes is ready.
    pub fn new(
        programs: impl Programs + 'static,
        sink: impl Fn(FromWorker) + 'static,
        frame: impl Fn() -> LocalBoxFuture<'static, ()> + 'static,
    ) -> Self {
        let shared = Rc::new(Shared { sink: Box::new(sink), frame: Box::new(frame) });
        Session { shared, jobs: None, programs: Box::new(programs), current: RefCell::default() }
    }

    /// Gives the programs pools for their jobs, which are done on their own thread without.
    #[must_use]
    pub fn with_jobs(self, jobs: Option<Jobs>) -> Self {
        Session { jobs, ..self }
    }

    /// Does what the page asks. A program that is started comes with the work of serving it.
    #[must_use = "a run that is not served is heard of no more"]
    pub fn handle(&self, message: ToWorker) -> Option<Serving> {
        match message {
            ToWorker::Run(request) => {
                self.stop_if(|_| true);
                self.start(request)
            }
            ToWorker::Judge(request) => {
                (self.shared.sink)(judge(&request, &self.programs.facts(&request)));
                None
            }
            ToWorker::Ask(request) => {
                (self.shared.sink)(self.programs.answer(&request));
                None
            }
            ToWorker::Stop { run } => {
                self.stop_if(|it| it == run);
                None
            }
            ToWorker::Interrupt { run } => {
                self.interrupt(run);
                None
            }
        }
    }

    /// Runs the program to its end on this thread.
    #[cfg(not(target_family = "wasm"))]
    pub fn drive(&self) {
        let current = self.current.borrow().clone();
        if let Some(current) = current {
            current.run.drive();
        }
    }

    fn interrupt(&self, run: RunId) {
        let current = self.current.borrow().clone();
        let Some(current) = current.filter(|it| it.id == run) else { return };
        // Told before the program goes on: it may take its time at once.
        if current.run.interrupt() {
            (self.shared.sink)(FromWorker::Interrupted { run });
        } else {
            current.run.stop();
        }
    }

    fn stop_if(&self, is_meant: impl Fn(RunId) -> bool) {
        let current = self.current.borrow().clone();
        if let Some(current) = current.filter(|it| is_meant(it.id)) {
            current.run.stop();
        }
    }

    fn start(&self, request: RunRequest) -> Option<Serving> {
        let id = request.run;
        let tick = Tick::default();
        let begun = match self.programs.begin(&request, tick.clone().caller()) {
            Ok(begun) => begun,
            Err(Rejection { message, hint, findings }) => {
                (self.shared.sink)(FromWorker::Rejected { run: id, message, hint, findings });
                return None;
            }
        };
        let jobs = self.jobs.as_ref().map(|it| it(&request.program));
        let Begun { main, verdict } = begun;
        let run = Run::start(RunConfig { jobs, ..config(request) }, move || main);
        let outlives_panics = self.programs.outlives_panics();
        let current = Rc::new(Current { id, run, verdict, outlives_panics, told_end: Cell::new(false) });
        tick.watch(&self.shared, &current);
        current.run.on_crash({
            let (shared, current) = (self.shared.clone(), Rc::downgrade(&current));
            move || {
                if let Some(current) = current.upgrade() {
                    shared.tell_crash(&current);
                }
            }
        });
        self.current.replace(Some(current.clone()));
        (self.shared.sink)(FromWorker::Started { run: id });
        Some(self.shared.clone().serve(current).boxed_local())
    }
}

impl Shared {
    async fn serve(self: Rc<Self>, current: Rc<Current>) {
        let mut finished = pin!(current.run.finished());
        let status = loop {
            match select(finished.as_mut(), (self.frame)()).await {
                Either::Left((status, _)) => break status,
                Either::Right(((), _)) => self.hand_over(&current),
            }
        };
        let verdict = (current.verdict)(status);
        let is_last = verdict.status == Status::Panicked && !current.outlives_panics;
        self.tell_end(&current, verdict, is_last);
    }

    /// Hands over even where nothing has been recorded: the time goes on, and what waits is seen to wait.
    fn hand_over(&self, current: &Current) {
        let bytes = wire::encode(&current.run.recorder().drain());
        (self.sink)(FromWorker::Batch { run: current.id, bytes });
    }

    /// The program has overflowed its stack, or run out of memory: nothing works in this worker any more.
    fn tell_crash(&self, current: &Current) {
        self.tell_end(current, Verdict::new(Status::Panicked), true);
    }

    fn tell_end(&self, current: &Current, verdict: Verdict, is_last: bool) {
        if !current.told_end.replace(true) {
            let Verdict { status, detail, findings } = verdict;
            self.hand_over(current);
            (self.sink)(FromWorker::Finished { run: current.id, status, detail, findings, is_last });
        }
    }
}

/// Hands over what a program has done while it computes, so that a worker that has to be terminated has told it.
#[derive(Clone, Default)]
struct Tick(Rc<RefCell<Option<Watched>>>);

/// A session and its run.
type Watched = (Weak<Shared>, Weak<Current>);

impl Tick {
    /// Returns what a program calls.
    fn caller(self) -> Rc<dyn Fn()> {
        Rc::new(move || {
            let watched = self.0.borrow().as_ref().and_then(|it| Some((it.0.upgrade()?, it.1.upgrade()?)));
            if let Some((shared, current)) = watched {
                shared.hand_over(&current);
            }
        })
    }

    fn watch(&self, shared: &Rc<Shared>, current: &Rc<Current>) {
        self.0.replace(Some((Rc::downgrade(shared), Rc::downgrade(current))));
    }
}

impl fmt::Debug for Session {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let current = self.current.borrow().clone();
        f.debug_struct("Session").field("run", &current.map(|it| it.id)).finish_non_exhaustive()
    }
}

fn config(request: RunRequest) -> RunConfig {
    RunConfig {
        clock: request.clock,
        seed: request.seed,
        capacity: request.capacity,
        output_limit_bytes: request.output_limit,
        site: request.site,
        // The lines of instrumented source are not those of the program.
        panic_places: false,
        ..RunConfig::default()
    }
}

/// Runs the lints over a trace that was told before, by this session or by another.
fn judge(request: &JudgeRequest, facts: &Facts) -> FromWorker {
    let mut trace = Trace::default();
    for bytes in &request.batches {
        let applied = wire::decode(bytes).map_err(|it| it.to_string());
        if let Err(message) = applied.and_then(|it| trace.apply(&it).map_err(|it| it.to_string())) {
            return FromWorker::Undecodable { message };
        }
    }
    FromWorker::Judged { run: request.run, judgement: Judgement::of(&trace, facts) }
}

#[cfg(test)]
mod tests;
