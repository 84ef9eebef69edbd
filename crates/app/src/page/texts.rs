//! The texts of the examples, which are no part of the application but for those of the first: downloaded when an
//! example is shown for the first time.

use super::Page;
use crate::browser;
use crate::state::Action;
use meanwhile_programs::{Program, Text, Texts};
use std::rc::Rc;
use wasm_bindgen::JsValue;

impl Page {
    /// Makes sure that the texts of the example that is shown are there, if they can be had.
    pub(super) async fn fetch_texts(self: Rc<Self>, example: &'static Program) {
        if self.store.state().texts().is_some() {
            return;
        }
        self.store.dispatch(match download(example).await {
            Ok(texts) => Action::TextsCame(example.slug, texts),
            Err(_) => Action::TextsMissing(example.slug),
        });
    }
}

async fn download(example: &Program) -> Result<Texts, JsValue> {
    // All are asked for before the first is waited for.
    let [about, source, python, question] = Text::ALL.map(|it| browser::fetch(&example.address(it)));
    Ok(Texts {
        about: keep(browser::text_of(about).await?).trim_ascii(),
        source: keep(browser::text_of(source).await?),
        python: keep(browser::text_of(python).await?),
        question: keep(browser::text_of(question).await?).trim_ascii(),
    })
}

/// Keeps a text for as long as the page lives: each is downloaded once.
fn keep(text: String) -> &'static str {
    text.leak()
}
