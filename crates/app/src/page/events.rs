//! What the worker says, and what the page does about it.

use super::Page;
use crate::browser;
use crate::problem::Problem;
use crate::state::{Action, Ended, Run};
use crate::worker::Event;
use meanwhile_runner::messages::{Finding, FromWorker, RunId};
use meanwhile_trace::report::Status;
use meanwhile_trace::wire;
use std::rc::Rc;
use wasm_bindgen::JsValue;

impl Page {
    /// Takes what the worker tells.
    pub(super) fn on_worker(self: &Rc<Self>, event: Event) {
        match event {
            Event::Message(message) => self.on_message(message),
            Event::Broken(Problem::WorkerDied(detail)) => self.on_death(detail),
            Event::Broken(problem) => {
                // One that is merely late may still come.
                if problem != Problem::WorkerSilent {
                    self.worker.take();
                }
                self.broken(&problem);
            }
        }
    }

    fn on_message(self: &Rc<Self>, message: FromWorker) {
        match message {
            FromWorker::Loaded => self.on_loaded(),
            FromWorker::Started { run } => {
                self.started_ms.set(browser::now_ms());
                self.told_ms.set(browser::now_ms());
                self.store.dispatch(Action::RunStarted(run));
            }
            FromWorker::Interrupted { run } => self.on_interrupted(run),
            FromWorker::Batch { run, bytes } => self.on_batch(run, bytes),
            FromWorker::Finished { run, status, detail, findings, is_last } => {
                self.on_found(run, findings);
                self.on_finished(&Ended { detail, ..Ended::new(run, status) }, is_last);
            }
            FromWorker::Judged { run, judgement } => self.on_judged(run, judgement),
            FromWorker::Rejected { run, message, hint, findings } => {
                self.on_found(run, findings);
                self.reject(run, (message, hint));
            }
            // Questions go to a worker of their own.
            FromWorker::Checked { .. }
            | FromWorker::Completed { .. }
            | FromWorker::Described { .. }
            | FromWorker::Gathered { .. } => {}
            FromWorker::Undecodable { message } => self.broken(&Problem::Undecodable(message)),
        }
    }

    /// Takes what a run has shown to be wrong with its text.
    fn on_found(&self, run: RunId, findings: Vec<Finding>) {
        if self.store.state().active() == Some(run) {
            self.store.dispatch(Action::Found(Rc::new(findings)));
        }
    }

    fn on_loaded(&self) {
        if self.store.state().problem.as_ref().is_some_and(|it| !it.is_passing()) {
            self.store.dispatch(Action::SetProblem(None));
        }
        for waiting in self.waiting_for_worker.take() {
            waiting.settle(&JsValue::UNDEFINED);
        }
    }

    fn on_batch(self: &Rc<Self>, run: RunId, bytes: Vec<u8>) {
        if self.store.state().active() != Some(run) {
            return;
        }
        self.told_ms.set(browser::now_ms());
        match wire::decode(&bytes) {
            Ok(batch) => {
                self.judging.keep(bytes);
                self.growth.add(self, batch);
            }
            Err(error) => self.broken(&Problem::Undecodable(error.to_string())),
        }
    }

    fn on_finished(self: &Rc<Self>, ended: &Ended, is_last: bool) {
        self.leaving.left(ended.run);
        // One that is of no more use cannot even judge the run.
        let replaced = if is_last { self.replace_worker() } else { Ok(()) };
        if self.store.state().active() == Some(ended.run) {
            self.end(ended);
        }
        if let Err(problem) = replaced {
            self.broken(&problem);
        }
    }

    /// A worker that dies is replaced, so that the next run works.
    fn on_death(self: &Rc<Self>, detail: String) {
        let replaced = self.replace_worker();
        self.settle();
        if let Some(run) = self.store.state().active() {
            let detail = Some(detail.clone());
            self.end(&Ended { detail, ..Ended::new(run, Status::Panicked) });
        }
        self.store.dispatch(Action::SetProblem(Some(Problem::WorkerDied(detail))));
        if let Err(problem) = replaced {
            self.broken(&problem);
        }
    }

    /// Tells of a problem that keeps programs from running, to the reader and to whoever waits.
    pub(super) fn broken(&self, problem: &Problem) {
        self.store.dispatch(Action::SetProblem(Some(problem.clone())));
        let (detail, hint) = (Some(problem.title()), Some(problem.advice()));
        match self.store.state().run {
            Run::Starting(run) => self.end(&Ended { detail, hint, ..Ended::new(run, Status::Rejected) }),
            Run::Running(run) => self.end(&Ended { detail, hint, ..Ended::new(run, Status::Panicked) }),
            Run::None | Run::Ended(_) => {}
        }
        self.settle();
        for waiting in self.waiting_for_worker.take() {
            waiting.fail(&problem.to_string());
        }
    }
}
