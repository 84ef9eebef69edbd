//! What is to be seen. One component holds the state ([`app`]); the parts of the page are plain functions of it, each
//! in its own file: a component of its own would weigh some kilobytes of wasm and gain nothing. What the reader asks for by
//! an element is data too ([`ask`]).

pub(crate) mod app;
mod ask;
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
mod writing;

use crate::derived::Derived;
use crate::dom::{On, Tag};
use crate::page::Page;
use crate::state::State;
use ask::Ask;
use std::rc::Rc;

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
    /// Lets a click on an element ask for something.
    fn click(&self, tag: Tag, ask: Ask) -> Tag {
        tag.on(On::Click, self.page, ask)
    }

    /// Lets the choice of a radio button ask for something.
    fn choose(&self, tag: Tag, ask: Ask) -> Tag {
        tag.on(On::Change, self.page, ask)
    }
}
