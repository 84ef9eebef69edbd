//! What is to be seen. One component holds the state ([`app`]); the parts of the page are plain functions of it, each
//! in its own file: a component of its own would weigh some kilobytes of wasm and gain nothing.

pub(crate) mod app;
mod asyncio;
mod bar;
mod code;
mod code_line;
mod events;
mod findings;
mod header;
mod keys;
mod missing;
mod nav;
mod notices;
mod output;
mod path;
mod picture;
mod question;
mod results;
mod spans;
mod summary;

use crate::derived::Derived;
use crate::page::Page;
use crate::state::{Action, State};
use std::rc::Rc;
use yew::Callback;

/// What the parts of the page are made from.
pub(crate) struct View<'a> {
    /// Whom to ask for things to be done.
    pub(crate) page: &'a Rc<Page>,
    /// What is shown.
    pub(crate) state: &'a State,
    /// What follows from that.
    pub(crate) derived: &'a Derived,
}

impl View<'_> {
    /// Makes a callback that asks the page for something.
    fn ask<E: 'static>(&self, what: impl Fn(&Rc<Page>) + 'static) -> Callback<E> {
        let page = self.page.clone();
        Callback::from(move |_| what(&page))
    }

    /// Makes a callback that changes the state.
    fn act<E: 'static>(&self, action: Action) -> Callback<E> {
        self.ask(move |page| page.store.dispatch(action.clone()))
    }
}
