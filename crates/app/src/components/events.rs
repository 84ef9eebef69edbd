//! Every event of the run, one a line.

use super::View;
use super::ask::Ask;
use crate::dom::{On, said, tag};
use crate::state::Action;
use yew::Html;

/// Shows the events, once they are asked for.
pub(super) fn events(view: &View<'_>) -> Html {
    let state = view.state;
    let all = state.trace.events.len();
    let shown = all.min(state.events_shown);
    let more = (all > shown).then(|| {
        let button = tag(r#"button type="button" class="quiet""#)
            .say(format!("Show more ({shown} of {all} are shown)"));
        view.click(button, Ask::Act(Action::MoreEvents))
    });
    let details = tag(r#"details data-testid="events""#)
        .with(tag("summary").with(tag("h2").text("Events").with(tag("small").say(all.to_string()))))
        .with(
            tag(r#"pre class="events" tabindex="0" aria-label="Events""#)
                .child(said(view.derived.events.clone())),
        )
        .with_any(more)
        .on(On::Toggle, view.page, Ask::Events);
    tag(r#"section class="list""#).with(details).html()
}
