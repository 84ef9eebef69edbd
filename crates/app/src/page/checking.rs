//! What is wrong with a text while it is being written. A worker of its own says so: the one that runs programs may be
//! busy with one that never ends.

use super::Page;
use crate::state::Action;
use crate::worker::{Event, Kind, Worker};
use gloo_timers::callback::Timeout;
use meanwhile_runner::messages::{AskId, FromWorker, Question, TextRequest, ToWorker};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// How long the reader has to pause before the text is looked at, in milliseconds.
const PAUSE_MS: u32 = 300;

/// The worker that looks at texts, and what it was asked last.
#[derive(Debug, Default)]
pub(super) struct Checking {
    worker: RefCell<Option<Rc<Worker>>>,
    pause: RefCell<Option<Timeout>>,
    last: Cell<u32>,
    text: RefCell<String>,
}

impl Checking {
    /// The worker, if it has been asked something before.
    pub(super) fn there(&self) -> Option<Rc<Worker>> {
        self.worker.borrow().clone()
    }
}

impl Page {
    /// Has the text looked at when the reader pauses. A lesson as it was written needs no look.
    pub(super) fn check_soon(self: &Rc<Self>) {
        if self.store.state().is_compiled() {
            self.checking.pause.take();
            self.store.dispatch(Action::Found(Rc::default()));
            return;
        }
        let page = Rc::downgrade(self);
        let check = move || {
            if let Some(page) = page.upgrade() {
                page.check();
            }
        };
        self.checking.pause.replace(Some(Timeout::new(PAUSE_MS, check)));
    }

    fn check(self: &Rc<Self>) {
        self.ask_about_text(Question::Check);
    }

    /// Asks something about the text as it is now. Without a worker there is no answer; a run says what the matter is.
    pub(super) fn ask_about_text(self: &Rc<Self>, question: Question) {
        let ask = AskId(self.checking.last.get() + 1);
        self.checking.last.set(ask.0);
        let text = self.store.state().code().to_owned();
        self.checking.text.replace(text.clone());
        if let Some(worker) = self.checker() {
            worker.send(&ToWorker::Ask(TextRequest { ask, question, text }));
        }
    }

    /// Returns whether this answers the last question, about the text as it is now.
    pub(super) fn is_answered(&self, ask: AskId) -> bool {
        ask.0 == self.checking.last.get() && self.store.state().code() == *self.checking.text.borrow()
    }

    fn checker(self: &Rc<Self>) -> Option<Rc<Worker>> {
        if let Some(worker) = &*self.checking.worker.borrow() {
            return Some(worker.clone());
        }
        let page = Rc::downgrade(self);
        let listener = yew::Callback::from(move |event| {
            if let Some(page) = page.upgrade() {
                page.on_checker(event);
            }
        });
        let worker = Rc::new(Worker::start(Kind::Interpreted, listener).ok()?);
        self.checking.worker.replace(Some(worker.clone()));
        Some(worker)
    }

    fn on_checker(self: &Rc<Self>, event: Event) {
        match event {
            Event::Message(FromWorker::Checked { ask, findings }) if self.is_answered(ask) => {
                self.store.dispatch(Action::Found(Rc::new(findings)));
            }
            Event::Message(FromWorker::Gathered { ask, fix }) => self.on_gathered(ask, fix),
            Event::Message(FromWorker::Completed { ask, items, .. }) => self.on_completed(ask, &items),
            Event::Message(FromWorker::Described { ask, description }) => self.on_described(ask, description),
            Event::Message(_) => {}
            // The next question gets a new one.
            Event::Broken(_) => {
                self.checking.worker.take();
                self.leave_unanswered();
            }
        }
    }
}
