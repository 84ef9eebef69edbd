//! What the lints found in the run.

use super::View;
use crate::state::{Action, Run, Selection, Step};
use meanwhile_trace::lint::{Finding, LINTS};
use yew::prelude::*;

/// How many findings of one lint are shown; its summary counts the others.
const LIMIT: usize = 5;

/// Shows the findings, those of one lint together.
pub(super) fn findings(view: &View<'_>) -> Html {
    let all = &view.derived.findings;
    let groups = all.chunk_by(|one, two| one.lint == two.lint);
    let body = if all.is_empty() {
        html! { <p class="empty">{ empty(&view.state.run) }</p> }
    } else {
        html! { <ul class="findings">{ for groups.map(|it| group(view, it)) }</ul> }
    };
    html! {
        <section class="list" aria-labelledby="findings-title" data-testid="findings">
            <h2 id="findings-title">{ "Findings" }<small>{ all.len() }</small></h2>
            { body }
        </section>
    }
}

fn empty(run: &Run) -> &'static str {
    match run {
        Run::Ended(_) => "No findings.",
        _ => "What a run does that deserves a second look is said here when it is over.",
    }
}

fn group(view: &View<'_>, group: &[Finding]) -> Html {
    let lint = group.first().map_or("", |it| it.lint);
    let summary = LINTS.iter().find(|it| it.name() == lint).map(|it| it.summary(group.len()));
    html! {
        <li key={lint}>
            <p><span class="tag">{ lint }</span>
                if group.len() > 1 { { " " }{ summary }{ "." } }
            </p>
            <ul>{ for group.iter().take(LIMIT).map(|it| finding(view, it)) }</ul>
            if group.len() > LIMIT { <p class="empty">{ format!("and {} more", group.len() - LIMIT) }</p> }
        </li>
    }
}

fn finding(view: &View<'_>, finding: &Finding) -> Html {
    let span = finding.span;
    let is_picked = view.state.selection == Selection::Span(span);
    let onclick = view.ask::<MouseEvent>(move |page| {
        page.store.dispatch(Action::Read(Step::Python(false)));
        page.store.dispatch(Action::Select(Selection::Span(span)));
    });
    let line = finding.place.filter(|it| it.file.is_none()).map(|it| it.line);
    html! {
        <li data-testid="finding" data-lint={finding.lint} data-line={line.map(|it| it.to_string())}>
            { &finding.message }{ " " }
            <button type="button" class="link" {onclick} aria-pressed={is_picked.to_string()}>
                { line.map_or("Show it".to_owned(), |it| format!("Line {it}")) }
            </button>
        </li>
    }
}
