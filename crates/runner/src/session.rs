//! Serves the page's messages: starts programs, hands over what they do, stops them.
//!
//! Knows neither a worker nor a browser: messages go to a sink, and a source of frames says when to hand over what has
//! been recorded. So the whole of it runs natively on the virtual clock too.

use crate::jobs::Pool;
use crate::messages::{FromWorker, JudgeRequest, RunId, RunRequest, ToWorker};
use futures::future::{Either, FutureExt as _, LocalBoxFuture, select};
use meanwhile_programs::Running;
use meanwhile_runtime::{Run, RunConfig};
use meanwhile_trace::lint::Judgement;
use meanwhile_trace::report::{Engine, Status};
use meanwhile_trace::{Trace, wire};
use std::cell::{Cell, RefCell};
use std::fmt;
use std::pin::pin;
use std::rc::Rc;

/// What [`Session::handle`] leaves to be done: hands over a run's events until its end. To be polled to completion.
pub type Serving = LocalBoxFuture<'static, ()>;

/// Makes a program ready to be started, by its name.
type Programs = Box<dyn Fn(&str) -> Option<Running>>;

/// The worker's side of the conversation.
pub struct Session {
    shared: Rc<Shared>,
    jobs: Option<Pool>,
    programs: Programs,
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
    /// Whether the page has been told the end, after which it is told nothing more.
    told_end: Cell<bool>,
}

impl Session {
    /// Makes a session that answers to `sink`, and hands events over whenever a future that `frame` makes is ready.
    pub fn new(
        sink: impl Fn(FromWorker) + 'static,
        frame: impl Fn() -> LocalBoxFuture<'static, ()> + 'static,
    ) -> Self {
        let shared = Rc::new(Shared { sink: Box::new(sink), frame: Box::new(frame) });
        let programs = Box::new(meanwhile_programs::start);
        Session { shared, jobs: None, programs, current: RefCell::default() }
    }

    /// Gives the programs a pool for their jobs, which are done on their own thread otherwise.
    #[must_use]
    pub fn with_jobs(self, pool: Pool) -> Self {
        Session { jobs: Some(pool), ..self }
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
                (self.shared.sink)(judge(&request));
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
        let program = (request.engine == Engine::Compiled).then(|| (self.programs)(&request.program));
        let Some(main) = program.flatten() else {
            (self.shared.sink)(why_not(&request));
            return None;
        };
        let jobs = self.jobs.as_ref().map(|it| it.of_program(&request.program));
        let run = Run::start(RunConfig { jobs, ..config(request) }, move || main);
        let current = Rc::new(Current { id, run, told_end: Cell::new(false) });
        current.run.on_crash({
            let (shared, current) = (self.shared.clone(), Rc::downgrade(&current));
            move || {
                if let Some(current) = current.upgrade() {
                    shared.tell_end(&current, Status::Panicked);
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
        self.tell_end(&current, status);
    }

    /// Hands over even where nothing has been recorded: the time goes on, and what waits is seen to wait.
    fn hand_over(&self, current: &Current) {
        let bytes = wire::encode(&current.run.recorder().drain());
        (self.sink)(FromWorker::Batch { run: current.id, bytes });
    }

    fn tell_end(&self, current: &Current, status: Status) {
        if !current.told_end.replace(true) {
            self.hand_over(current);
            (self.sink)(FromWorker::Finished { run: current.id, status, detail: None });
        }
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
fn judge(request: &JudgeRequest) -> FromWorker {
    let mut trace = Trace::default();
    for bytes in &request.batches {
        let applied = wire::decode(bytes).map_err(|it| it.to_string());
        if let Err(message) = applied.and_then(|it| trace.apply(&it).map_err(|it| it.to_string())) {
            return FromWorker::Undecodable { message };
        }
    }
    let facts = meanwhile_programs::facts(&request.program);
    FromWorker::Judged { run: request.run, judgement: Judgement::of(&trace, &facts) }
}

fn why_not(request: &RunRequest) -> FromWorker {
    let (message, hint) = match request.engine {
        Engine::Compiled => (
            format!("The worker holds no program \"{}\"", request.program),
            "The page may be from another version than its worker: reload it.",
        ),
        Engine::Interpreted => (
            "This worker interprets nothing".to_owned(),
            "It holds the compiled examples: ask for one of them.",
        ),
    };
    FromWorker::Rejected { run: request.run, message, hint: Some(hint.to_owned()) }
}

#[cfg(test)]
mod tests;
