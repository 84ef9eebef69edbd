//! Batches on their way from the worker into the state, at most once an animation frame.

use super::Page;
use crate::browser;
use crate::state::Action;
use crate::store::Store;
use meanwhile_runner::messages::RunId;
use meanwhile_trace::Batch;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// How many times as long as the last growth took the page rests before the next: a long trace costs time to copy, and
/// the page must stay quick to react.
const REST: f64 = 4.0;

/// Batches that have come and are not in the state yet.
#[derive(Debug, Default)]
pub(super) struct Growth {
    batches: RefCell<Vec<Batch>>,
    scheduled: Cell<bool>,
    rest_until_ms: Cell<f64>,
}

impl Growth {
    /// Takes a batch of the run that is going on, and sees to it that it gets into the state.
    pub(super) fn add(&self, page: &Rc<Page>, batch: Batch) {
        self.batches.borrow_mut().push(batch);
        if !self.scheduled.replace(true) {
            next_frame(page);
        }
    }

    /// Puts into the state what has come so far.
    pub(super) fn flush(&self, store: &Store, run: RunId) {
        let batches = self.batches.take();
        if batches.is_empty() {
            return;
        }
        let start_ms = browser::now_ms();
        store.dispatch(Action::RunGrew(run, Rc::new(batches)));
        let end_ms = browser::now_ms();
        self.rest_until_ms.set(end_ms + REST * (end_ms - start_ms));
    }
}

/// In a page that is not to be seen there are no frames: the batches then wait for the end of the run.
fn next_frame(page: &Rc<Page>) {
    let page = Rc::downgrade(page);
    browser::next_frame(move || {
        let Some(page) = page.upgrade() else { return };
        let growth = &page.growth;
        if browser::now_ms() < growth.rest_until_ms.get() {
            next_frame(&page);
            return;
        }
        growth.scheduled.set(false);
        let Some(active) = page.store.state().active() else { return };
        growth.flush(&page.store, active);
    });
}
