//! What the reader can ask for with the elements of the page, and how it is done.

use super::nav;
use crate::browser;
use crate::dom;
use crate::page::{Options, Page};
use crate::state::{Action, Selection, Step, Theme, Writing};
use meanwhile_trace::report::Engine;
use meanwhile_trace::{ClockKind, SpanId};
use std::rc::Rc;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::spawn_local;

/// Something that the reader asks for.
#[derive(Clone, Debug)]
pub(super) enum Ask {
    /// To run the program.
    Run,
    /// To stop it.
    Stop,
    /// To run it on this clock.
    Clock(ClockKind),
    /// To run it by this engine.
    Engine(Engine),
    /// To be brought to a place of the text.
    GoTo(u32, u32),
    /// Other colours.
    Theme(Theme),
    /// A change of what is shown, and of nothing besides.
    Act(Action),
    /// To see a finding's span, and the program in the language that ran.
    Finding(Selection),
    /// To pick a span that is named in the sentence on another, and to go on from there.
    OtherSpan(SpanId),
    /// To pick a line of the source, or no longer.
    Line(u32),
    /// To be brought to a line of the source.
    ShowLine(u32),
    /// To see the events, or no longer.
    Events,
    /// The lessons with what the search field holds.
    Search,
    /// What a key means in the search field.
    SearchKey,
    /// All lessons.
    AllLessons,
    /// The lessons with a tag.
    Tag(&'static str),
    /// To have the text be what the area holds.
    Typed,
    /// Something to be done with the text.
    Write(Writing),
    /// To gather the awaits of which the first is in this line.
    Gather(u32),
    /// To get the editor after all.
    FetchEditor,
    /// A link to the program.
    CopyLink,
    /// To get past the lessons and the source.
    Skip,
}

impl Ask {
    /// Asks for a step through the lessons.
    pub(super) fn read(step: Step) -> Self {
        Ask::Act(Action::Read(step))
    }
}

impl dom::Ask for Ask {
    fn perform(&self, page: &Rc<Page>, event: &web_sys::Event) {
        match self {
            Ask::Run => page.run(Options::default()),
            Ask::Stop => page.stop(),
            Ask::Clock(clock) => page.set_clock(*clock),
            Ask::Engine(engine) => page.set_engine(*engine),
            Ask::GoTo(line, column) => page.go_to(*line, *column),
            Ask::Theme(theme) => page.set_theme(*theme),
            Ask::Act(action) => page.store.dispatch(action.clone()),
            Ask::Finding(selection) => {
                page.store.dispatch(Action::Read(Step::Python(false)));
                page.store.dispatch(Action::Select(*selection));
            }
            Ask::OtherSpan(span) => {
                page.store.dispatch(Action::Select(Selection::Span(*span)));
                focus(browser::element("main"), ".timeline-window");
            }
            Ask::Line(line) => page.pick_line(*line),
            Ask::ShowLine(line) => show_line(page, *line),
            Ask::Events => {
                let details = event.target().and_then(|it| it.dyn_into::<web_sys::Element>().ok());
                let is_open = details.is_some_and(|it| it.has_attribute("open"));
                page.store.dispatch(Action::OpenEvents(is_open));
            }
            Ask::Search => nav::search_for(page, event),
            Ask::SearchKey => nav::search_key(page, event),
            Ask::AllLessons => nav::clear(page),
            Ask::Tag(tag) => nav::show_tag(page, tag),
            Ask::Typed => {
                let field = event.target().map(wasm_bindgen::JsValue::from).unwrap_or_default();
                let text = browser::get(&field, "value").and_then(|it| it.as_string());
                page.typed(text.unwrap_or_default());
            }
            Ask::Write(writing) => page.write(writing.clone()),
            Ask::Gather(line) => page.gather(*line),
            Ask::FetchEditor => page.fetch_editor(),
            Ask::CopyLink => spawn_local(page.clone().copy_link()),
            Ask::Skip => skip(event),
        }
    }
}

/// For the layout in which the source stands below: brings the line to the reader.
fn show_line(page: &Page, number: u32) {
    let Some(line) = browser::element(&format!("line-{number}")) else {
        page.go_to_line(number);
        return;
    };
    line.scroll_into_view_with_bool(false);
    focus(Some(line), "button");
}

/// Gives the focus to the first match inside an element.
fn focus(inside: Option<web_sys::HtmlElement>, selector: &str) {
    if let Some(found) = inside.and_then(|it| it.query_selector(selector).ok().flatten()) {
        let _ = found.unchecked_into::<web_sys::HtmlElement>().focus();
    }
}

/// Moves the focus without touching the address, whose hash says which example is shown.
fn skip(event: &web_sys::Event) {
    event.prevent_default();
    if let Some(target) = browser::element("main") {
        let _ = target.focus();
    }
}
