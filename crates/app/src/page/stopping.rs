//! Stop: once for a program to shut down by itself, twice for its end.

use super::{GRACE_MS, Page, STOP_MS};
use crate::state::Action;
use gloo_timers::callback::Timeout;
use meanwhile_runner::messages::{RunId, ToWorker};
use std::rc::Rc;

/// How far the stopping of a run has come. Each stage ends by itself when its time is up.
#[derive(Debug)]
pub(super) enum Stopping {
    /// The worker is to answer, or to be replaced.
    Asked { _timeout: Timeout },
    /// The program shuts down by itself.
    ShuttingDown { _timeout: Timeout },
}

impl Page {
    /// Asks the worker to interrupt a run. Asked again while the program shuts down by itself, ends the run.
    pub(super) fn stop_running(self: &Rc<Self>, run: RunId) {
        let shuts_down =
            self.stopping.borrow().as_ref().map(|it| matches!(it, Stopping::ShuttingDown { .. }));
        match shuts_down {
            None => self.ask_to_end(run, &ToWorker::Interrupt { run }),
            Some(true) => self.ask_to_end(run, &ToWorker::Stop { run }),
            // Pressing Stop again must not put off the end.
            Some(false) => {}
        }
    }

    /// The worker gets a moment to answer; then it is replaced.
    fn ask_to_end(self: &Rc<Self>, run: RunId, message: &ToWorker) {
        self.say(message);
        let page = self.clone();
        let _timeout = Timeout::new(STOP_MS, move || page.kill(run));
        self.stopping.replace(Some(Stopping::Asked { _timeout }));
    }

    /// The program has been told to end, and gets some time to do so.
    pub(super) fn on_interrupted(self: &Rc<Self>, run: RunId) {
        // Whoever has stopped waiting for this run has no time to give.
        let is_asked = matches!(&*self.stopping.borrow(), Some(Stopping::Asked { .. }));
        if self.store.state().active() != Some(run) || !is_asked {
            return;
        }
        let page = self.clone();
        let force = move || page.ask_to_end(run, &ToWorker::Stop { run });
        let _timeout = Timeout::new(GRACE_MS, force);
        self.stopping.replace(Some(Stopping::ShuttingDown { _timeout }));
        self.store.dispatch(Action::RunInterrupted(run));
    }
}
