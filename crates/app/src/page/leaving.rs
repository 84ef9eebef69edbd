//! A run whose place another takes: if its program does not give way, the other would wait for ever.

use super::{Page, STOP_MS};
use gloo_timers::callback::Timeout;
use meanwhile_runner::messages::{RunId, RunRequest, ToWorker};
use std::cell::RefCell;
use std::rc::Rc;

/// The run that is on its way out, and the one that waits for its place.
#[derive(Debug, Default)]
pub(super) struct Leaving {
    run: RefCell<Option<(RunId, Timeout)>>,
    /// What the worker was last asked to run.
    asked: RefCell<Option<RunRequest>>,
}

impl Leaving {
    /// The worker has let go of this run.
    pub(super) fn left(&self, run: RunId) {
        let leaving = self.run.borrow().as_ref().map(|it| it.0);
        if leaving == Some(run) {
            self.forget();
        }
    }

    /// Waits for no run any more.
    pub(super) fn forget(&self) {
        self.run.take();
    }
}

impl Page {
    /// Asks the worker to run a program.
    pub(super) fn ask(&self, request: RunRequest) {
        self.leaving.asked.replace(Some(request.clone()));
        self.say(&ToWorker::Run(request));
    }

    /// Gives the worker a moment to let go of a run, as Stop does; then replaces it.
    pub(super) fn await_leaving(self: &Rc<Self>, run: RunId) {
        let page = Rc::downgrade(self);
        let stuck = move || {
            if let Some(page) = page.upgrade() {
                page.make_way();
            }
        };
        self.leaving.run.replace(Some((run, Timeout::new(STOP_MS, stuck))));
    }

    /// Terminates the worker that does not let go, and asks a new one for the run that waits.
    fn make_way(self: &Rc<Self>) {
        self.worker.take();
        if let Err(problem) = self.start_worker(self.kind()) {
            self.broken(&problem);
            return;
        }
        let asked = self.leaving.asked.take();
        if let Some(request) = asked.filter(|it| self.store.state().active() == Some(it.run)) {
            self.ask(request);
        }
    }
}
