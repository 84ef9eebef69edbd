//! What a run came to: the headline, the picture, the lists.

use super::View;
use super::picture::{Room, picture};
use super::{
    events::events, findings::findings, notices::notices, output::output, question::question, spans::spans,
    summary::summary,
};
use crate::dom::tag;
use meanwhile_trace::SpanId;
use yew::{Callback, Html};

/// Shows the result first, then how it came about.
pub(super) fn results(view: &View<'_>, room: &Room, on_select: &Callback<Option<SpanId>>) -> Html {
    tag(r#"main class="results" id="main" tabindex="-1""#)
        .child(notices(view.state))
        .child(question(view))
        .child(summary(view.state, view.derived.comparison.as_deref()))
        .child(picture(view, room, on_select))
        .child(output(view))
        .child(findings(view))
        .child(spans(view))
        .child(events(view))
        .html()
}
