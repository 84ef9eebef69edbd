//! What the lints found in the run.

use super::View;
use super::ask::Ask;
use crate::dom::{Tag, tag};
use crate::state::{Run, Selection, State};
use meanwhile_trace::SpanId;
use meanwhile_trace::lint::Group;
use meanwhile_trace::report::{LintReport, Status};
use yew::Html;

/// How many findings of one lint are shown; its summary counts the others.
const LIMIT: usize = 5;

/// Shows the findings, those of one lint together.
pub(super) fn findings(view: &View<'_>) -> Html {
    let mut count = 0;
    let mut groups = tag(r#"ul class="findings""#);
    for it in view.state.judgement.iter().flat_map(|it| &it.groups) {
        count += it.findings.len();
        groups = groups.with(group(view, it));
    }
    let body = if count == 0 { tag(r#"p class="empty""#).text(empty(view.state)) } else { groups };
    tag(r#"section class="list" aria-labelledby="findings-title" data-testid="findings""#)
        .with(tag(r#"h2 id="findings-title""#).text("Findings").with(tag("small").say(count.to_string())))
        .with(body)
        .html()
}

fn empty(state: &State) -> &'static str {
    match (&state.run, &state.judgement) {
        (Run::Ended(_), Some(_)) => "No findings.",
        (Run::Ended(ended), None) if ended.status == Status::Rejected => "No findings.",
        _ => "What a run does that deserves a second look is said here when it is over.",
    }
}

fn group(view: &View<'_>, group: &Group) -> Tag {
    let count = group.findings.len();
    let mut heading = tag("p").with(tag(r#"span class="tag""#).say(group.lint.clone()));
    if count > 1 {
        heading = heading.say(format!(" {}.", group.summary));
    }
    let mut shown = tag("ul");
    for it in group.findings.iter().take(LIMIT) {
        shown = shown.with(finding(view, it));
    }
    let more = (count > LIMIT).then(|| tag(r#"p class="empty""#).say(format!("and {} more", count - LIMIT)));
    tag("li").key(group.lint.clone()).with(heading).with(shown).with_any(more)
}

fn finding(view: &View<'_>, finding: &LintReport) -> Tag {
    let span = finding.span.and_then(SpanId::from_number);
    let selection = span.map_or(Selection::None, Selection::Span);
    let is_picked = span.is_some() && view.state.selection == selection;
    let button = tag(r#"button type="button" class="link""#)
        .set_bool("aria-pressed", is_picked)
        .say(finding.line.map_or("Show it".to_owned(), |it| format!("Line {it}")));
    let item = tag(r#"li data-testid="finding""#)
        .set_to("data-lint", finding.name.clone())
        .say(format!("{} ", finding.message))
        .with(view.click(button, Ask::Finding(selection)));
    match finding.line {
        Some(line) => item.set_to("data-line", line.to_string()),
        None => item,
    }
}
