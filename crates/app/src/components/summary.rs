//! The large line and its figures.

use crate::headline::{Figure, headline, spoken};
use crate::state::{Run, State};
use meanwhile_timeline::Comparison;
use meanwhile_trace::ClockKind;
use yew::prelude::*;

/// Says what the run came to; in the same place, what it is doing until then.
pub(super) fn summary(state: &State, comparison: Option<&Comparison>) -> Html {
    let line = headline(state, comparison);
    let is_over = matches!(state.run, Run::Ended(_));
    let is_virtual = state.trace.clock == ClockKind::Virtual && state.run != Run::None;
    let factor = line.factor.as_ref().map(|it| {
        html! { <><span data-testid={it.hook} data-value={it.value.clone()}>{ &it.text }</span>{ " " }</> }
    });
    html! {
        <div class="summary">
            <p class={classes!("headline", line.is_bad.then_some("bad"))} data-testid="headline"
                data-status={status(&state.run)}>
                { factor }{ &line.text }
            </p>
            if is_virtual { <span class="tag virtual">{ "virtual time" }</span> }
            <dl class="figures">{ for line.figures.iter().map(figure) }</dl>
            if let Some(note) = &line.note { <p class="note">{ note }</p> }
            <p class="unseen" role="status">{ if is_over { spoken(&line) } else { String::new() } }</p>
        </div>
    }
}

fn figure(figure: &Figure) -> Html {
    html! {
        <div>
            <dt>{ &figure.label }</dt>
            <dd data-testid={figure.hook} data-value={figure.value.clone()}>{ &figure.text }</dd>
        </div>
    }
}

/// The run's status as tests and styles see it.
fn status(run: &Run) -> &'static str {
    match run {
        Run::None => "none",
        Run::Starting(_) => "starting",
        Run::Running(_) => "running",
        Run::Ended(ended) => ended.status.name(),
    }
}
