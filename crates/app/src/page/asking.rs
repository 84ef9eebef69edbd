//! What the editor asks of a place in the text: what could stand there, and what does. The worker that looks at texts
//! answers, once it is there for another reason: it weighs too much to come for a hover.

use super::Page;
use crate::marks;
use meanwhile_runner::messages::{
    AskId, Description, Item, ItemKind, Position, Question, TextRequest, ToWorker,
};
use std::cell::{Cell, RefCell};
use wasm_bindgen::{JsCast as _, JsValue};

/// The questions that have no answer yet, each with the function that takes it.
#[derive(Debug, Default)]
pub(super) struct Asking {
    last: Cell<u32>,
    waiting: RefCell<Vec<(AskId, js_sys::Function)>>,
}

impl Page {
    /// Takes a question: an array of its kind, the line, the column and the function that takes the answer.
    pub(super) fn ask_of_place(&self, value: &JsValue) {
        let value = js_sys::Array::from(value);
        let Ok(done) = value.get(3).dyn_into::<js_sys::Function>() else { return };
        let number = |at| value.get(at).as_f64().map_or(0, |it| it as u32);
        let at = Position { line: number(1), column: number(2) };
        let is_hover = value.get(0).as_string().as_deref() == Some("describe");
        let question = if is_hover { Question::Describe(at) } else { Question::Complete(at) };
        let Some(worker) = self.checking.there() else { return answer(&done, "") };
        let ask = AskId(self.asking.last.get() + 1);
        self.asking.last.set(ask.0);
        self.asking.waiting.borrow_mut().push((ask, done));
        worker.send(&ToWorker::Ask(TextRequest {
            ask,
            question,
            text: self.store.state().code().to_owned(),
        }));
    }

    pub(super) fn on_completed(&self, ask: AskId, items: &[Item]) {
        let mut out = String::new();
        for it in items {
            let Description { owner, signature } = &it.description;
            marks::record(&mut out, &[&it.name, kind(it.kind), owner, signature]);
        }
        self.answered(ask, &out);
    }

    pub(super) fn on_described(&self, ask: AskId, found: Option<Description>) {
        let mut out = String::new();
        if let Some(it) = found {
            marks::record(&mut out, &[&it.owner, &it.signature]);
        }
        self.answered(ask, &out);
    }

    fn answered(&self, ask: AskId, text: &str) {
        let mut waiting = self.asking.waiting.borrow_mut();
        let Some(at) = waiting.iter().position(|it| it.0 == ask) else { return };
        let (_, done) = waiting.swap_remove(at);
        drop(waiting);
        answer(&done, text);
    }

    /// The worker is gone, and with it all answers.
    pub(super) fn leave_unanswered(&self) {
        for (_, done) in self.asking.waiting.take() {
            answer(&done, "");
        }
    }
}

fn answer(done: &js_sys::Function, text: &str) {
    // What the editor does with it is its own matter.
    let _ = done.call1(&JsValue::NULL, &text.into());
}

/// The word that the editor has for a kind of name.
fn kind(of: ItemKind) -> &'static str {
    match of {
        ItemKind::Method | ItemKind::Function => "method",
        ItemKind::Field => "property",
        ItemKind::Keyword => "keyword",
        ItemKind::Variable => "variable",
    }
}
