//! What the lints found in the run.

use super::View;
use super::ask::Ask;
use crate::dom::{Tag, tag};
use crate::state::{Run, Selection};
use meanwhile_trace::lint::{Finding, LINTS};
use yew::Html;

/// How many findings of one lint are shown; its summary counts the others.
const LIMIT: usize = 5;

/// Shows the findings, those of one lint together.
pub(super) fn findings(view: &View<'_>) -> Html {
    let all = &view.derived.findings;
    let body = if all.is_empty() {
        tag(r#"p class="empty""#).text(empty(&view.state.run))
    } else {
        let mut groups = tag(r#"ul class="findings""#);
        for it in all.chunk_by(|one, two| one.lint == two.lint) {
            groups = groups.with(group(view, it));
        }
        groups
    };
    tag(r#"section class="list" aria-labelledby="findings-title" data-testid="findings""#)
        .with(tag(r#"h2 id="findings-title""#).text("Findings").with(tag("small").say(all.len().to_string())))
        .with(body)
        .html()
}

fn empty(run: &Run) -> &'static str {
    match run {
        Run::Ended(_) => "No findings.",
        _ => "What a run does that deserves a second look is said here when it is over.",
    }
}

fn group(view: &View<'_>, group: &[Finding]) -> Tag {
    let lint = group.first().map_or("", |it| it.lint);
    let mut heading = tag("p").with(tag(r#"span class="tag""#).text(lint));
    let summary = LINTS.iter().find(|it| it.name() == lint).map(|it| it.summary(group.len()));
    if let Some(summary) = summary.filter(|_| group.len() > 1) {
        heading = heading.say(format!(" {summary}."));
    }
    let mut shown = tag("ul");
    for it in group.iter().take(LIMIT) {
        shown = shown.with(finding(view, it));
    }
    let more = (group.len() > LIMIT)
        .then(|| tag(r#"p class="empty""#).say(format!("and {} more", group.len() - LIMIT)));
    tag("li").key(lint).with(heading).with(shown).with_any(more)
}

fn finding(view: &View<'_>, finding: &Finding) -> Tag {
    let line = finding.place.filter(|it| it.file.is_none()).map(|it| it.line);
    let is_picked = view.state.selection == Selection::Span(finding.span);
    let button = tag(r#"button type="button" class="link""#)
        .set_bool("aria-pressed", is_picked)
        .say(line.map_or("Show it".to_owned(), |it| format!("Line {it}")));
    let item = tag(r#"li data-testid="finding""#)
        .set("data-lint", finding.lint)
        .say(format!("{} ", finding.message))
        .with(view.click(button, Ask::Finding(finding.span)));
    match line {
        Some(line) => item.set_to("data-line", line.to_string()),
        None => item,
    }
}
