//! The texts of the examples, which are no part of the application but for those of the first: downloaded when an
//! example is shown for the first time.

use super::Page;
use crate::browser;
use crate::state::Action;
use futures::future::try_join3;
use meanwhile_programs::{Program, Text, Texts};
use std::rc::Rc;

impl Page {
    /// Makes sure that the texts of the example that is shown are there, if they can be had.
    pub(super) async fn fetch_texts(self: Rc<Self>, example: &'static Program) {
        if self.store.state().texts().is_some() {
            return;
        }
        let text = |it| browser::fetch_text(example.address(it));
        let texts = try_join3(text(Text::About), text(Text::Source), text(Text::Python)).await;
        self.store.dispatch(match texts {
            Ok((about, source, python)) => Action::TextsCame(
                example.slug,
                Texts { about: keep(about).trim_ascii(), source: keep(source), python: keep(python) },
            ),
            Err(_) => Action::TextsMissing(example.slug),
        });
    }
}

/// Keeps a text for as long as the page lives: each is downloaded once.
fn keep(text: String) -> &'static str {
    text.leak()
}
