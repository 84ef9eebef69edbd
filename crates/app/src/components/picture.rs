//! The timeline with what is said about it and what its marks mean.

use super::View;
use crate::browser;
use crate::line_times::shown_line;
use crate::page::Page;
use crate::state::{Action, Program, Selection};
use meanwhile_timeline::{Piece, Timeline};
use meanwhile_trace::SpanId;
use std::rc::Rc;
use wasm_bindgen::JsCast as _;
use yew::prelude::*;

/// The marks of the picture: the class that colours one, its shape in a box of 16 by 12, what it means.
type Mark = (&'static str, &'static str, &'static str);

const LEGEND: [Mark; 9] = [
    ("busy", "M6 0.5h4v11h-4z", "busy: being polled"),
    ("scheduled", "M1 10L9 2M5 10L13 2M9 10L15 4", "scheduled: woken, not yet polled"),
    ("idle", "M0 3.5h16v5h-16z", "idle: waiting"),
    ("completed", "M4 6a4 4 0 1 0 8 0a4 4 0 1 0-8 0", "completed"),
    ("failed", "M4.5 2.5L11.5 9.5M4.5 9.5L11.5 2.5", "failed"),
    (
        "panicked",
        "M8 0l1.5 3.400l3.700-.4l-2.200 3l2.200 3l-3.700-.4L8 12l-1.5-3.400l-3.700.4l2.200-3l-2.200-3l3.700.4z",
        "panicked",
    ),
    ("cancelled", "M6 11.5L10 .5", "cancelled"),
    ("critical", "M0 5h16v2h-16z", "what all waited for"),
    ("printed", "M6 6a2 2 0 1 0 4 0a2 2 0 1 0-4 0", "printed"),
];

/// The marks of phases by their looks, for runs that have such.
const PHASES: [Mark; 4] = [
    ("hollow", "M1 1.5h14v9h-14z", "queued"),
    ("phase", "M0 4h16v4h-16z", "connecting"),
    ("idle", "M0 1h16v10h-16z", "waiting"),
    ("phase", "M0 0h16v12h-16z", "at work elsewhere"),
];

/// The mark that is there when a span is selected that waited for what others held.
const HELD: Mark = ("held", "M1 1.5h14v9h-14z", "held what the selected one waited for");

/// As much room as the timeline has taken for a program so far is kept for it, so that what stands below does not jump
/// when a new run begins with an empty picture.
#[derive(Debug, Default)]
pub(super) struct Room {
    node: NodeRef,
    of: Option<Program>,
    height: i32,
}

impl Room {
    /// Looks how much room the timeline takes.
    pub(super) fn measure(&mut self, program: &Program) {
        let height = self.node.cast::<web_sys::HtmlElement>().map_or(0, |it| it.offset_height());
        let same = self.of.as_ref() == Some(program);
        self.height = if same { self.height.max(height) } else { 0 };
        self.of = Some(program.clone());
    }
}

/// Makes the callback by which what is picked in the timeline is picked in the source and in the table too.
pub(super) fn on_select(page: &Rc<Page>) -> Callback<Option<SpanId>> {
    let page = page.clone();
    Callback::from(move |span: Option<SpanId>| {
        page.store.dispatch(Action::Select(span.map_or(Selection::None, Selection::Span)));
    })
}

/// Shows the timeline with the selected thing in a sentence.
pub(super) fn picture(view: &View<'_>, room: &Room, on_select: &Callback<Option<SpanId>>) -> Html {
    let View { state, derived, .. } = *view;
    let selected = match state.selection {
        Selection::Span(span) => Some(span),
        _ => None,
    };
    let phases = PHASES.iter().zip(derived.looks).filter(|it| it.1).map(|it| it.0);
    let held = Some(&HELD).filter(|_| derived.has_holders);
    let legend = LEGEND.iter().chain(phases).chain(held).map(|(class, path, text)| {
        html! {
            <li>
                <svg class={*class} viewBox="0 0 16 12" width="16" height="12" aria-hidden="true"><path d={*path} /></svg>
                { *text }
            </li>
        }
    });
    html! {
        <section class="picture" aria-label="Timeline">
            <div ref={room.node.clone()} class="room" style={format!("--taken:{}px", room.height)}>
                <Timeline trace={state.trace.clone()} version={state.version} {selected}
                    highlighted={derived.highlighted.clone()} comparison={derived.comparison.clone()}
                    on_select={on_select.clone()} live={state.active().is_some()} />
            </div>
            <p class="saying" aria-live="polite" data-testid="explanation">
                { for derived.saying.iter().map(|it| piece(view, it)) }
                { " " }
                { for selected.and_then(|it| shown_line(&state.trace, it)).map(to_line) }
            </p>
            <ul class="legend" aria-label="Marks">{ for legend }</ul>
        </section>
    }
}

/// A piece of the sentence; the name of another span leads to that one.
fn piece(view: &View<'_>, piece: &Piece) -> Html {
    if let Some(span) = piece.span {
        let onclick = view.ask::<MouseEvent>(move |page| {
            page.store.dispatch(Action::Select(Selection::Span(span)));
            focus(browser::element("main"), ".timeline-window");
        });
        html! { <button type="button" class="link" data-span={span.number().to_string()} {onclick}>{ &piece.text }</button> }
    } else if piece.strong {
        html! { <b>{ &piece.text }</b> }
    } else {
        html! { { &piece.text } }
    }
}

/// For the layout in which the source stands below: brings the line to the reader.
fn to_line(line: u32) -> Html {
    let onclick = Callback::from(move |_| {
        let Some(line) = browser::element(&format!("line-{line}")) else { return };
        line.scroll_into_view_with_bool(false);
        focus(Some(line), "button");
    });
    html! { <button type="button" class="link to-line" {onclick}>{ format!("Show line {line}") }</button> }
}

/// Gives the focus to the first match inside an element.
fn focus(inside: Option<web_sys::HtmlElement>, selector: &str) {
    if let Some(found) = inside.and_then(|it| it.query_selector(selector).ok().flatten()) {
        let _ = found.unchecked_into::<web_sys::HtmlElement>().focus();
    }
}
