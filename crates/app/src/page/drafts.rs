//! Drafts in the browser's storage: written with every change, so that nothing that was typed is lost.

use super::Page;
use crate::browser;
use crate::state::{Action, Draft, Origin, Writing};
use std::cell::RefCell;
use std::rc::Rc;

/// How the names begin under which drafts are stored; the rest is the name of what they began from.
const PREFIX: &str = "meanwhile-draft/";

/// Under which name it is stored that the reader wants a plain text area.
const PLAIN: &str = "meanwhile-plain";

/// The drafts as they are stored.
#[derive(Debug, Default)]
pub(super) struct Drafts {
    stored: RefCell<Rc<Vec<Draft>>>,
}

impl Page {
    /// Finds the drafts of earlier visits.
    pub(super) fn find_drafts(&self) {
        let read = |name: String| {
            let text = browser::stored(&format!("{PREFIX}{name}"))?.into();
            Some(Draft { of: Origin::parse(&name)?, text })
        };
        let drafts: Vec<Draft> = browser::stored_keys(PREFIX).into_iter().filter_map(read).collect();
        self.drafts.stored.replace(Rc::new(drafts.clone()));
        self.store.dispatch(Action::Write(Writing::Found(drafts)));
        self.store.dispatch(Action::Write(Writing::Plain(browser::stored(PLAIN).is_some())));
    }

    /// Does something to the text, and keeps what has become of it.
    pub(crate) fn write(self: &Rc<Self>, writing: Writing) {
        if let Writing::Plain(plain) = writing {
            browser::store(PLAIN, plain.then_some("1"));
        }
        let changes = writing.changes_text();
        self.store.dispatch(Action::Write(writing));
        self.keep_drafts();
        if changes {
            self.check_soon();
        }
    }

    /// Brings the storage up to date.
    pub(super) fn keep_drafts(&self) {
        let state = self.store.state();
        let drafts = &state.editing.drafts;
        let stored = self.drafts.stored.borrow().clone();
        if Rc::ptr_eq(drafts, &stored) {
            return;
        }
        let key = |it: &Draft| format!("{PREFIX}{}", it.of.name());
        let mut is_kept = true;
        for new in drafts.iter().filter(|it| !stored.contains(it)) {
            is_kept &= browser::store(&key(new), Some(&new.text));
        }
        for old in stored.iter().filter(|it| !drafts.iter().any(|draft| draft.of == it.of)) {
            browser::store(&key(old), None);
        }
        // What could not be stored is tried again with the next change.
        if is_kept {
            self.drafts.stored.replace(drafts.clone());
        }
        if is_kept != state.editing.is_kept {
            self.store.dispatch(Action::Write(Writing::Kept(is_kept)));
        }
    }
}
