//! Which lessons the reader has run to their end, remembered for the next visit.

use super::Page;
use crate::browser;
use crate::examples;
use crate::state::{Action, Ended, Step};
use meanwhile_trace::report::Status;

/// Where the slugs are stored, with blanks between them.
const KEY: &str = "meanwhile-done";

impl Page {
    /// Marks what was run to its end on earlier visits. Lessons that are no more are forgotten.
    pub(super) fn recall(&self) {
        let stored = browser::stored(KEY).unwrap_or_default();
        let done = stored.split(' ').filter_map(examples::find).map(|it| it.slug).collect();
        self.store.dispatch(Action::Read(Step::Done(done)));
    }

    /// Marks the lesson that is shown, if its `main` has returned.
    pub(super) fn remember(&self, ended: &Ended) {
        let state = self.store.state();
        let returned = matches!(ended.status, Status::Completed | Status::Failed);
        let Some(lesson) = state.example().filter(|it| returned && !state.reading.done.contains(&it.slug))
        else {
            return;
        };
        self.store.dispatch(Action::Read(Step::Done(vec![lesson.slug])));
        browser::store(KEY, Some(&self.store.state().reading.done.join(" ")));
    }
}
