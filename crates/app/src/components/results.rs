//! What a run came to: the headline, the picture, the lists.

use super::View;
use super::picture::{Room, picture};
use super::{
    events::events, findings::findings, notices::notices, output::output, question::question, spans::spans,
    summary::summary,
};
use meanwhile_trace::SpanId;
use yew::prelude::*;

/// Shows the result first, then how it came about.
pub(super) fn results(view: &View<'_>, room: &Room, on_select: &Callback<Option<SpanId>>) -> Html {
    html! {
        <main class="results" id="main" tabindex="-1">
            { notices(view.state) }
            { question(view) }
            { summary(view.state, view.derived.comparison.as_deref()) }
            { picture(view, room, on_select) }
            { output(view) }
            { findings(view) }
            { spans(view) }
            { events(view) }
        </main>
    }
}
