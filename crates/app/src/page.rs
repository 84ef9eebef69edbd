//! What the page does: runs programs in the worker, stops them, follows the address. All that is shown lives in the
//! [`Store`]; here is what happens besides.

mod asking;
mod checking;
mod drafts;
pub(crate) mod editor;
mod events;
mod gathering;
mod growth;
mod judging;
mod leaving;
mod linking;
mod progress;
mod stopping;
mod texts;
pub(crate) mod theme;

use crate::browser::{self, Settled};
use crate::delays;
use crate::examples;
use crate::problem::Problem;
use crate::route::Route;
use crate::state::{Action, Delays, Ended, Program, Run, Theme, Writing};
use crate::store::Store;
use crate::worker::{Kind, Worker};
use asking::Asking;
use checking::Checking;
use drafts::Drafts;
use editor::Editor;
use growth::Growth;
use judging::Judging;
use leaving::Leaving;
use meanwhile_programs::Set;
use meanwhile_runner::messages::{Code, Limits, RunId, RunRequest, ToWorker};
use meanwhile_trace::report::{Engine, Status};
use meanwhile_trace::{ClockKind, Recorder};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use stopping::Stopping;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// How long a worker may take to stop a program before it is terminated, in milliseconds. Stop is to be over within 300;
/// a busy machine needs the rest for a late timer, the end of the worker and the next frame.
const STOP_MS: u32 = 200;

/// How long a program that shuts down by itself may take before it is stopped, in milliseconds.
const GRACE_MS: u32 = 2_000;

/// How much a program may print, in bytes.
const OUTPUT_LIMIT: u64 = 4 << 20;

/// What is only here because of the rest of the page.
#[derive(Debug)]
pub(crate) struct Page {
    /// What is shown.
    pub(crate) store: Store,
    worker: RefCell<Option<Rc<Worker>>>,
    /// Settled when it is known whether delays are added.
    delays: Settled,
    growth: Growth,
    last_run: Cell<u32>,
    /// When the worker started the run, and when it last told of it, in milliseconds since the page was opened.
    started_ms: Cell<f64>,
    told_ms: Cell<f64>,
    stopping: RefCell<Option<Stopping>>,
    leaving: Leaving,
    judging: Judging,
    drafts: Drafts,
    editor: Editor,
    asking: Asking,
    checking: Checking,
    /// Who waits for which run to end.
    waiting: RefCell<Vec<(RunId, Settled)>>,
    /// Who waits for the worker to be up.
    waiting_for_worker: RefCell<Vec<Settled>>,
}

/// What can be asked for with a run.
#[derive(Clone, Debug, Default)]
pub(crate) struct Options {
    /// The slug of the example to run; the one that is shown if there is none.
    pub(crate) example: Option<String>,
    /// The clock; the one that is chosen on the page if there is none.
    pub(crate) clock: Option<ClockKind>,
    /// The engine; the one that is chosen on the page if there is none.
    pub(crate) engine: Option<Engine>,
    /// Where random numbers start.
    pub(crate) seed: u64,
    /// What to settle with the result when the run has ended, in whatever way.
    pub(crate) result: Option<Settled>,
}

impl Page {
    /// Starts the worker, looks for the service worker, and runs the example that the address names.
    pub(crate) fn start() -> Rc<Self> {
        let page = Rc::new(Page {
            store: Store::default(),
            worker: RefCell::default(),
            delays: Settled::new(),
            growth: Growth::default(),
            last_run: Cell::new(0),
            started_ms: Cell::new(0.0),
            told_ms: Cell::new(0.0),
            stopping: RefCell::default(),
            leaving: Leaving::default(),
            judging: Judging::default(),
            drafts: Drafts::default(),
            editor: Editor::default(),
            asking: Asking::default(),
            checking: Checking::default(),
            waiting: RefCell::default(),
            waiting_for_worker: RefCell::default(),
        });
        let tell = {
            let page = page.clone();
            move |delays| page.store.dispatch(Action::SetDelays(delays))
        };
        spawn_local(delays::settle(tell, page.delays.clone()));
        page.store.dispatch(Action::SetTheme(theme::stored()));
        page.recall();
        page.find_drafts();
        let route = Route::parse(&browser::hash());
        page.store.dispatch(Action::Open(route.clone()));
        // What runs lessons is on its way already.
        if let Err(problem) = page.start_worker(Kind::Compiled(page.set())) {
            page.broken(&problem);
        } else {
            page.arrive(route);
        }
        page
    }

    /// Does what opening an address brings with it. A lesson runs once by itself. What somebody has written does not: not
    /// the reader's own, which may be half done, and never what came with a link.
    fn arrive(self: &Rc<Self>, route: Route) {
        match route {
            Route::Code(packed) => spawn_local(self.clone().open_packed(packed)),
            _ if self.store.state().is_compiled() => self.run(Options::default()),
            _ => {
                if let Some(example) = self.store.state().example() {
                    spawn_local(self.clone().fetch_texts(example));
                }
            }
        }
    }

    /// Follows the address; an example that was not shown before runs once by itself.
    pub(crate) fn follow(self: &Rc<Self>) {
        let before = self.store.state();
        let route = Route::parse(&browser::hash());
        if Program::of_route(&route) == before.program {
            return;
        }
        self.abandon();
        self.store.dispatch(Action::Open(route.clone()));
        self.arrive(route);
    }

    /// Runs a program.
    pub(crate) fn run(self: &Rc<Self>, options: Options) {
        self.abandon();
        if let Some(slug) = options.example {
            self.store.dispatch(Action::Open(Route::Example(slug.clone())));
            let _ = browser::window().location().set_hash(&Route::hash_of(&slug));
        }
        if let Some(clock) = options.clock {
            self.store.dispatch(Action::SetClock(clock));
        }
        if let Some(engine) = options.engine {
            self.write(Writing::Engine(engine));
        }
        let run = RunId(self.last_run.get() + 1);
        self.last_run.set(run.0);
        self.judging.begin(run, options.result);
        let state = self.store.state();
        self.store.dispatch(Action::RunAsked(run, state.clock));
        match why_not(&state.program) {
            None => spawn_local(self.clone().launch(run, options.seed)),
            Some(reason) => self.reject(run, reason),
        }
    }

    /// Stops the run that is going on, if there is one. A program that waits for Ctrl-C may shut down by itself, unless
    /// this is called again.
    pub(crate) fn stop(self: &Rc<Self>) {
        match self.store.state().run {
            Run::Starting(_) => self.abandon(),
            Run::Running(run) => self.stop_running(run),
            Run::None | Run::Ended(_) => {}
        }
    }

    /// Returns what is settled at the end of the run that is going on, or at once without one.
    pub(crate) fn ended(&self) -> Settled {
        let settled = Settled::new();
        match self.store.state().active() {
            Some(run) => self.waiting.borrow_mut().push((run, settled.clone())),
            None => settled.settle(&JsValue::UNDEFINED),
        }
        settled
    }

    /// Returns what is settled when the worker is up, or known not to come.
    pub(crate) fn ready(&self) -> Settled {
        let settled = Settled::new();
        let problem = self.store.state().problem.clone().filter(|it| !it.is_passing());
        let loaded = self.worker.borrow().as_ref().is_some_and(|it| it.is_loaded());
        if loaded {
            settled.settle(&JsValue::UNDEFINED);
        } else if let Some(problem) = problem {
            settled.fail(&problem.to_string());
        } else {
            self.waiting_for_worker.borrow_mut().push(settled.clone());
        }
        settled
    }

    /// Chooses a clock and shows at once what it makes of the program.
    pub(crate) fn set_clock(self: &Rc<Self>, clock: ClockKind) {
        if self.store.state().clock != clock {
            self.run(Options { clock: Some(clock), ..Options::default() });
        }
    }

    /// Chooses an engine and runs the program by it.
    pub(crate) fn set_engine(self: &Rc<Self>, engine: Engine) {
        if self.store.state().engine() != engine {
            self.run(Options { engine: Some(engine), ..Options::default() });
        }
    }

    /// Chooses colours, for this visit and the next ones.
    pub(crate) fn set_theme(&self, theme: Theme) {
        theme::store(theme);
        self.store.dispatch(Action::SetTheme(theme));
    }

    /// Shows another text: the example that it belongs to, if it is one's.
    pub(crate) fn set_code(self: &Rc<Self>, text: String) {
        if self.store.state().code() != text {
            self.abandon();
            self.store.dispatch(Action::SetCode(text));
            self.keep_drafts();
            if let Some(example) = self.store.state().example() {
                let _ = browser::window().location().set_hash(&Route::hash_of(example.slug));
                spawn_local(self.clone().fetch_texts(example));
            } else {
                spawn_local(self.clone().name_in_address());
            }
        }
    }

    /// Starts the program that is shown, once what it needs is there.
    async fn launch(self: Rc<Self>, run: RunId, seed: u64) {
        let before = self.store.state();
        if let Some(example) = before.example() {
            // The run waits for the texts: whoever waits for the run finds the source beside it.
            self.clone().fetch_texts(example).await;
        }
        let fetches = before.fetches();
        if fetches {
            let _ = JsFuture::from(self.delays.promise()).await;
        }
        let state = self.store.state();
        if state.active() != Some(run) {
            return;
        }
        if let Err(problem) = self.ready_worker(self.kind(), fetches && state.delays == Delays::Added) {
            self.broken(&problem);
            return;
        }
        let text = || state.ran.as_deref().unwrap_or_default().to_owned();
        self.ask(RunRequest {
            run,
            program: state.example().map_or("", |it| it.slug).to_owned(),
            code: match state.ran_by {
                Engine::Compiled => Code::Compiled,
                Engine::Interpreted => Code::Text { text: text(), limits: Limits::default() },
            },
            clock: state.clock,
            seed,
            capacity: Recorder::DEFAULT_CAPACITY,
            output_limit: OUTPUT_LIMIT,
            site: browser::base().trim_end_matches('/').to_owned(),
        });
    }

    /// Sends a message; returns whether there is a worker to send it to.
    fn say(&self, message: &ToWorker) -> bool {
        let worker = self.worker.borrow().clone();
        if let Some(worker) = &worker {
            worker.send(message);
        }
        worker.is_some()
    }

    /// Makes sure that there is a worker of this kind, and where that matters one whose requests the service worker sees.
    fn ready_worker(self: &Rc<Self>, kind: Kind, controlled: bool) -> Result<(), Problem> {
        let fits = |it: &Rc<Worker>| it.kind == kind && (it.controlled || !controlled);
        let is_ready = self.worker.borrow().as_ref().is_some_and(fits);
        if is_ready { Ok(()) } else { self.start_worker(kind) }
    }

    /// Returns what kind of worker the last run needs.
    fn kind(&self) -> Kind {
        match self.store.state().ran_by {
            Engine::Compiled => Kind::Compiled(self.set()),
            Engine::Interpreted => Kind::Interpreted,
        }
    }

    /// Returns which programs the worker has to hold for what is shown.
    fn set(&self) -> Set {
        self.store.state().example().map_or(Set::First, |it| it.set)
    }

    fn start_worker(self: &Rc<Self>, kind: Kind) -> Result<(), Problem> {
        let page = Rc::downgrade(self);
        let listener = yew::Callback::from(move |event| {
            if let Some(page) = page.upgrade() {
                page.on_worker(event);
            }
        });
        let worker = Rc::new(Worker::start(kind, listener)?);
        let old = self.worker.replace(Some(worker.clone()));
        drop(old);
        self.leaving.forget();
        worker.catch_up();
        Ok(())
    }

    /// Terminates the worker and makes another.
    fn replace_worker(self: &Rc<Self>) -> Result<(), Problem> {
        self.worker.take();
        self.start_worker(self.kind())
    }

    /// Ends a run whose worker is stuck: terminates the worker and makes another.
    ///
    /// The trace stays as it was last told: its open spans were alive then, and what they did since nobody knows, so
    /// nothing is drawn for it. The time on the page is the page's own.
    fn kill(self: &Rc<Self>, run: RunId) {
        if self.store.state().active() != Some(run) {
            return;
        }
        let now_ms = browser::now_ms();
        let unknown_ms = (now_ms - self.told_ms.get()).max(0.0) as u64;
        let seen_ms = Some((now_ms - self.started_ms.get()).max(0.0) as u64);
        let replaced = self.replace_worker();
        self.end(&Ended { seen_ms, ..Ended::new(run, Status::Stopped) });
        match replaced {
            Ok(()) => self.store.dispatch(Action::SetProblem(Some(Problem::WorkerStuck { unknown_ms }))),
            Err(problem) => self.broken(&problem),
        }
    }

    /// Ends the run that is going on without waiting for the worker, because another takes its place.
    fn abandon(self: &Rc<Self>) {
        self.settle();
        let state = self.store.state();
        let Some(run) = state.active() else { return };
        self.say(&ToWorker::Stop { run });
        let ended = Ended::new(run, Status::Stopped);
        self.show_end(&ended);
        self.settle_unjudged(ended);
        if state.run == Run::Running(run) {
            self.await_leaving(run);
        }
    }

    fn reject(&self, run: RunId, (message, hint): (String, Option<String>)) {
        self.end(&Ended { detail: Some(message), hint, ..Ended::new(run, Status::Rejected) });
    }

    /// Ends a run, which is then judged.
    fn end(&self, ended: &Ended) {
        self.show_end(ended);
        self.judge(ended);
    }

    /// Shows that a run has ended, and tells whoever waits for that.
    fn show_end(&self, ended: &Ended) {
        self.stopping.take();
        self.growth.flush(&self.store, ended.run);
        self.store.dispatch(Action::RunEnded(ended.clone()));
        self.remember(ended);
        for (run, settled) in self.waiting.take() {
            if run == ended.run {
                settled.settle(&JsValue::UNDEFINED);
            } else {
                self.waiting.borrow_mut().push((run, settled));
            }
        }
    }
}

/// Says why what is shown cannot be run, if it cannot, and what can.
fn why_not(program: &Program) -> Option<(String, Option<String>)> {
    match program {
        Program::Missing(name) => {
            let slugs: Vec<&str> = examples::all().iter().map(|it| it.slug).collect();
            let hint = format!("There are: {}.", slugs.join(", "));
            Some((format!("There is no example \"{name}\""), Some(hint)))
        }
        Program::Asyncio => {
            Some(("This table is no program".to_owned(), Some("Open one of the lessons.".to_owned())))
        }
        Program::Example(_) | Program::Own | Program::Foreign(_) => None,
    }
}
