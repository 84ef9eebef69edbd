//! The editor's place on the page. The editor is a script of its own (`web/editor`), asked for after the first paint; it
//! is given texts and marks, and tells what is typed. Nothing of the page's state is in it.

use super::Page;
use crate::browser::{self, Settled};
use crate::derived::Derived;
use crate::marks;
use crate::state::{self, Action, Program, Selection, State, Surface, Writing};
use meanwhile_runner::messages::Finding;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// The text area.
pub(crate) const AREA: &str = "source";

/// The element that the editor is put into.
pub(crate) const PLACE: &str = "editor";

/// How long the editor waits for the first program to print something, in milliseconds.
const OUTPUT_FIRST_MS: i32 = 1_500;

/// The editor, once it is there, and what it was told last.
#[derive(Debug, Default)]
pub(super) struct Editor {
    /// The editor's function for everything: a command and what belongs to it.
    act: RefCell<Option<JsValue>>,
    shown: RefCell<Shown>,
    is_coming: Cell<bool>,
    /// Settled when it may be asked for.
    go: RefCell<Option<Settled>>,
}

#[derive(Debug, Default)]
struct Shown {
    program: Option<Program>,
    text: String,
    ran: Option<Rc<str>>,
    marks: String,
    findings: Option<Rc<Vec<Finding>>>,
}

impl Page {
    /// Asks for the editor, once.
    pub(crate) fn fetch_editor(self: &Rc<Self>) {
        if !self.editor.is_coming.replace(true) {
            let go = Settled::new();
            browser::settle_after(&go, OUTPUT_FIRST_MS);
            self.editor.go.replace(Some(go.clone()));
            let page = self.clone();
            browser::next_frame(move || spawn_local(page.load_editor(go)));
        }
    }

    /// Lets the editor come when there is nothing more urgent: the program has printed, or does not run.
    fn make_room_for_editor(&self, state: &State) {
        let is_urgent = state.active().is_some() && state.trace.output().is_empty();
        let go = if is_urgent { None } else { self.editor.go.take() };
        if let Some(go) = go {
            // In the first frame what has been printed is painted; the second comes after that.
            let settle = move || go.settle(&JsValue::UNDEFINED);
            browser::next_frame(move || browser::next_frame(settle));
        }
    }

    async fn load_editor(self: Rc<Self>, go: Settled) {
        let _ = JsFuture::from(go.promise()).await;
        let editor = match self.make_editor().await {
            Ok(act) => {
                self.editor.act.replace(Some(act));
                state::Editor::There
            }
            Err(_) => state::Editor::Missing,
        };
        self.editor.is_coming.set(editor == state::Editor::There);
        self.write(Writing::Editor(editor));
    }

    async fn make_editor(self: &Rc<Self>) -> Result<JsValue, JsValue> {
        let address = browser::meta("editor").ok_or("the page does not name it")?;
        let tools = browser::get(&browser::window(), "meanwhileTools").unwrap_or_default();
        let module = browser::call(&tools, "load", &address.into(), &JsValue::UNDEFINED)?;
        let module = JsFuture::from(js_sys::Promise::from(module)).await?;
        let page = Rc::downgrade(self);
        let told = Closure::<dyn Fn(String, JsValue)>::new(move |what: String, value: JsValue| {
            if let Some(page) = page.upgrade() {
                page.on_editor(&what, &value);
            }
        });
        let library = browser::meta("library").unwrap_or_default();
        browser::call(&module, "create", &library.into(), &told.into_js_value())
    }

    /// The editor was used.
    fn on_editor(self: &Rc<Self>, what: &str, value: &JsValue) {
        let line = || value.as_f64().map_or(0, |it| it as u32);
        match what {
            "changed" => {
                let text = value.as_string().unwrap_or_default();
                self.editor.shown.borrow_mut().text.clone_from(&text);
                self.typed(text);
            }
            "picked" => self.pick_line(line()),
            "gather" => self.gather(line()),
            "ask" => self.ask_of_place(value),
            _ => {}
        }
    }

    /// The text was changed by the reader.
    pub(crate) fn typed(self: &Rc<Self>, text: String) {
        self.write(Writing::Text(text.into()));
    }

    /// Picks a line of the source, or no longer.
    pub(crate) fn pick_line(&self, line: u32) {
        let same = self.store.state().selection == Selection::Line(line);
        let selection = if same { Selection::None } else { Selection::Line(line) };
        self.store.dispatch(Action::Select(selection));
    }

    /// Brings the editor up to date with the state, where it has a place.
    pub(crate) fn show_in_editor(&self, state: &State, derived: &Derived) {
        self.make_room_for_editor(state);
        let Some(place) = browser::element(PLACE) else { return };
        let act = self.editor.act.borrow().clone();
        let Some(act) = act.and_then(|it| it.dyn_into::<js_sys::Function>().ok()) else { return };
        let failed = Cell::new(false);
        let tell = |command: &str, first: &JsValue, second: &JsValue| {
            failed.set(failed.get() || act.call3(&JsValue::NULL, &command.into(), first, second).is_err());
        };
        tell("attach", &place.into(), &JsValue::UNDEFINED);
        // Taken, not borrowed: what is called may call back.
        let mut shown = self.editor.shown.take();
        let is_other = shown.program.as_ref() != Some(&state.program);
        if is_other || shown.text != state.code() {
            let name = state.origin().map_or_else(String::new, |it| it.name());
            shown.program = Some(state.program.clone());
            state.code().clone_into(&mut shown.text);
            let text = JsValue::from(state.code());
            tell("open", &name.into(), &text);
        }
        if is_other || shown.ran != state.ran {
            shown.ran.clone_from(&state.ran);
            tell("ran", &state.ran.as_deref().unwrap_or(state.code()).into(), &JsValue::UNDEFINED);
        }
        let marks = marks::lines(state, derived);
        if is_other || shown.marks != marks {
            tell("mark", &marks.as_str().into(), &JsValue::UNDEFINED);
            shown.marks = marks;
        }
        let is_new = shown.findings.as_ref().is_none_or(|it| !Rc::ptr_eq(it, &state.findings));
        if is_other || is_new {
            tell("faults", &marks::faults(state).into(), &JsValue::UNDEFINED);
            shown.findings = Some(state.findings.clone());
        }
        self.editor.shown.replace(shown);
        if failed.get() {
            // The text is the page's own: an area shows it as well.
            self.editor.act.take();
            self.editor.is_coming.set(false);
            self.store.dispatch(Action::Write(Writing::Editor(state::Editor::Missing)));
        }
    }

    /// Brings a line of the last run to where it can be seen, without moving the page.
    pub(crate) fn reveal_line(&self, line: u32) {
        self.in_editor("reveal", line, 0);
    }

    /// Goes to a place of the text.
    pub(crate) fn go_to(&self, line: u32, column: u32) {
        match browser::element(AREA) {
            Some(area) if self.store.state().surface() == Surface::Area => {
                let at = place(self.store.state().code(), line, column).into();
                let _ = browser::call(&area, "setSelectionRange", &at, &at);
                let _ = area.focus();
            }
            _ => self.in_editor("goTo", line, column),
        }
    }

    /// Goes to where a line of the last run is now.
    pub(crate) fn go_to_line(&self, line: u32) {
        self.in_editor("goToLine", line, 0);
    }

    fn in_editor(&self, command: &str, line: u32, column: u32) {
        let act = self.editor.act.borrow().clone();
        if let Some(act) = act.and_then(|it| it.dyn_into::<js_sys::Function>().ok()) {
            let _ = act.call3(&JsValue::NULL, &command.into(), &line.into(), &column.into());
        }
    }
}

/// The place of a line and a column in a text, as JavaScript counts.
fn place(text: &str, line: u32, column: u32) -> u32 {
    let before = text.split_inclusive('\n').take(line.saturating_sub(1) as usize);
    let units = |it: &str| it.encode_utf16().count();
    let line_start: usize = before.map(units).sum();
    let line_text = text.split('\n').nth(line.saturating_sub(1) as usize).unwrap_or_default();
    let in_line: usize = line_text.chars().take(column.saturating_sub(1) as usize).map(char::len_utf16).sum();
    u32::try_from(line_start + in_line).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::place;

    #[test]
    fn places_are_counted_in_the_units_of_javascript() {
        let text = "ab\n🦀 c\nd";
        assert_eq!(
            [place(text, 1, 1), place(text, 1, 3), place(text, 2, 2), place(text, 2, 3)],
            [0, 2, 5, 6]
        );
        assert_eq!([place(text, 3, 1), place(text, 3, 9), place(text, 9, 1)], [8, 9, 9]);
    }
}
