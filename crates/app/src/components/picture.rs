//! The timeline with what is said about it and what its marks mean.

use super::View;
use super::ask::Ask;
use crate::dom::{Tag, tag};
use crate::line_times::shown_line;
use crate::page::Page;
use crate::state::{Action, Program, Selection};
use meanwhile_timeline::{Piece, Timeline, TimelineProps};
use meanwhile_trace::SpanId;
use std::rc::Rc;
use yew::virtual_dom::VComp;
use yew::{Callback, Html, NodeRef};

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
    let timeline = TimelineProps {
        trace: state.trace.clone(),
        version: state.version,
        comparison: derived.comparison.clone(),
        selected,
        highlighted: derived.highlighted.clone(),
        live: state.active().is_some(),
        max_height: TimelineProps::MAX_HEIGHT,
        on_select: on_select.clone(),
        on_hover: Callback::noop(),
    };
    let kept = tag(r#"div class="room""#)
        .node(&room.node)
        .set_to("style", format!("--taken:{}px", room.height))
        .child(VComp::new::<Timeline>(Rc::new(timeline), None).into());
    tag(r#"section class="picture" aria-label="Timeline""#)
        .with(kept)
        .with(saying(view))
        .with(legend(view))
        .html()
}

/// The selected thing in a sentence, and the way to its line.
fn saying(view: &View<'_>) -> Tag {
    let mut saying = tag(r#"p class="saying" aria-live="polite" data-testid="explanation""#);
    for it in &view.derived.saying {
        saying = piece(view, saying, it);
    }
    let line = match view.state.selection {
        Selection::Span(span) => shown_line(&view.state.trace, span),
        _ => None,
    };
    saying.text(" ").with_any(line.map(|line| {
        let button = tag(r#"button type="button" class="link to-line""#).say(format!("Show line {line}"));
        view.click(button, Ask::ShowLine(line))
    }))
}

/// A piece of the sentence; the name of another span leads to that one.
fn piece(view: &View<'_>, saying: Tag, piece: &Piece) -> Tag {
    let text = piece.text.clone();
    if let Some(span) = piece.span {
        let button = tag(r#"button type="button" class="link""#)
            .set_to("data-span", span.number().to_string())
            .say(text);
        saying.with(view.click(button, Ask::OtherSpan(span)))
    } else if piece.strong {
        saying.with(tag("b").say(text))
    } else {
        saying.say(text)
    }
}

fn legend(view: &View<'_>) -> Tag {
    let phases = PHASES.into_iter().zip(view.derived.looks).filter(|it| it.1).map(|it| it.0);
    let held = Some(HELD).filter(|_| view.derived.has_holders);
    let mut legend = tag(r#"ul class="legend" aria-label="Marks""#);
    for (class, path, meaning) in LEGEND.into_iter().chain(phases).chain(held) {
        let mark = tag(r#"svg viewBox="0 0 16 12" width="16" height="12" aria-hidden="true""#)
            .set("class", class)
            .with(tag("path").set("d", path));
        legend = legend.with(tag("li").with(mark).text(meaning));
    }
    legend
}
