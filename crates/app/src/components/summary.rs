//! The large line and its figures.

use crate::dom::{Tag, tag};
use crate::headline::{Figure, headline, spoken};
use crate::state::{Run, State};
use meanwhile_timeline::Comparison;
use meanwhile_trace::ClockKind;
use yew::Html;

/// Says what the run came to; in the same place, what it is doing until then.
pub(super) fn summary(state: &State, comparison: Option<&Comparison>) -> Html {
    let line = headline(state, comparison);
    let is_over = matches!(state.run, Run::Ended(_));
    let is_virtual = state.trace.clock == ClockKind::Virtual && state.run != Run::None;
    let mut large = tag(r#"p data-testid="headline""#)
        .set("class", if line.is_bad { "headline bad" } else { "headline" })
        .set("data-status", status(&state.run));
    if let Some(factor) = &line.factor {
        large = large.with(value("span", factor)).text(" ");
    }
    let mut figures = tag(r#"dl class="figures""#);
    for it in &line.figures {
        figures = figures.with(tag("div").with(tag("dt").say(it.label.clone())).with(value("dd", it)));
    }
    let spoken = if is_over { spoken(&line) } else { String::new() };
    tag(r#"div class="summary""#)
        .with(large.say(line.text))
        .with_any(is_virtual.then(|| tag(r#"span class="tag virtual""#).text("virtual time")))
        .with(figures)
        .with_any(
            state.against_before().map(|it| tag(r#"p class="note" data-testid="against-before""#).say(it)),
        )
        .with_any(line.note.map(|it| tag(r#"p class="note""#).say(it)))
        .with(tag(r#"p class="unseen" role="status""#).say(spoken))
        .html()
}

fn value(element: &'static str, figure: &Figure) -> Tag {
    tag(element)
        .set("data-testid", figure.hook)
        .set_to("data-value", figure.value.clone())
        .say(figure.text.clone())
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
