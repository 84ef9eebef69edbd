//! Where the page's state lives, so that what is no component (the worker, the contract) can read and change it too.

use crate::state::{Action, State};
use std::cell::RefCell;
use std::rc::Rc;
use yew::Callback;

/// The one state of the page, and who is told when it changes.
#[derive(Debug, Default)]
pub(crate) struct Store {
    state: RefCell<Rc<State>>,
    listener: RefCell<Option<Callback<Rc<State>>>>,
}

impl Store {
    /// Returns the state as it is now.
    pub(crate) fn state(&self) -> Rc<State> {
        self.state.borrow().clone()
    }

    /// Changes the state and tells the listener.
    pub(crate) fn dispatch(&self, action: Action) {
        let next = Rc::new(State::clone(&self.state()).reduce(action));
        self.state.replace(next.clone());
        let listener = self.listener.borrow().clone();
        if let Some(listener) = listener {
            listener.emit(next);
        }
    }

    /// Tells this callback of every change from now on, instead of the one before.
    pub(crate) fn listen(&self, listener: Callback<Rc<State>>) {
        listener.emit(self.state());
        self.listener.replace(Some(listener));
    }
}
