//! Every event of the run, one a line.

use super::View;
use crate::state::Action;
use yew::prelude::*;

/// Shows the events, once they are asked for.
pub(super) fn events(view: &View<'_>) -> Html {
    let state = view.state;
    let all = state.trace.events.len();
    let shown = all.min(state.events_shown);
    let page = view.page.clone();
    let ontoggle = Callback::from(move |event: Event| {
        let details = event.target_dyn_into::<web_sys::Element>();
        page.store.dispatch(Action::OpenEvents(details.is_some_and(|it| it.has_attribute("open"))));
    });
    let more = view.act::<MouseEvent>(Action::MoreEvents);
    html! {
        <section class="list">
            <details {ontoggle} data-testid="events">
                <summary><h2>{ "Events" }<small>{ all }</small></h2></summary>
                <pre class="events" tabindex="0" aria-label="Events">{ &view.derived.events }</pre>
                if all > shown {
                    <button type="button" class="quiet" onclick={more}>
                        { format!("Show more ({shown} of {all} are shown)") }
                    </button>
                }
            </details>
        </section>
    }
}
