//! The table of spans: the picture in words and numbers.

use super::View;
use super::ask::Ask;
use crate::dom::{Tag, tag};
use crate::format;
use crate::state::{Action, Selection};
use crate::table::{Column, Row};
use meanwhile_trace::End;
use yew::Html;

/// Shows every span with its figures; a click on one picks it.
pub(super) fn spans(view: &View<'_>) -> Html {
    let rows = &view.derived.rows;
    let all = view.state.trace.spans().len();
    let mut body = tag("tbody");
    for it in rows {
        body = body.with_any(row(view, it));
    }
    let table = tag(r#"table data-testid="spans-table""#)
        .with(
            tag(r#"caption class="unseen""#).text("Every recorded future of the run; times in milliseconds"),
        )
        .with(tag("thead").with(heads(view)))
        .with(body);
    let empty = (all == 0)
        .then(|| tag(r#"p class="empty""#).text("Each future that the program makes gets a row here."));
    let more = (all > rows.len()).then(|| {
        let button = tag(r#"button type="button" class="quiet""#)
            .say(format!("Show more ({} of {all} are shown)", rows.len()));
        view.click(button, Ask::Act(Action::MoreSpans))
    });
    tag(r#"section class="list" aria-labelledby="spans-title""#)
        .with(tag(r#"h2 id="spans-title""#).text("Spans").with(tag("small").say(all.to_string())))
        .with(
            tag(r#"div class="scroller" role="region" aria-labelledby="spans-title" tabindex="0""#)
                .with(table),
        )
        .with_any(empty)
        .with_any(more)
        .html()
}

fn heads(view: &View<'_>) -> Tag {
    let plain = |title| tag(r#"th scope="col""#).text(title);
    let mut heads = tag("tr").with(plain("Name")).with(plain("Kind"));
    for column in Column::ALL {
        let button = tag(r#"button type="button""#).text(column.title());
        heads = heads.with(
            tag(r#"th scope="col" class="number""#)
                .set("aria-sort", view.state.order.aria(column))
                .with(view.click(button, Ask::Act(Action::SortBy(column)))),
        );
    }
    heads.with(plain("Ended"))
}

fn row(view: &View<'_>, row: &Row) -> Option<Tag> {
    let trace = &*view.state.trace;
    let span = trace.span(row.span)?;
    let is_picked = view.state.selection == Selection::Span(row.span);
    let is_lit = is_picked || view.derived.highlighted.contains(&row.span);
    let selection = if is_picked { Selection::None } else { Selection::Span(row.span) };
    let (name, stats) = (trace.name(span), &row.stats);
    let button = tag(r#"button type="button""#)
        .set_to("title", name.to_owned())
        .set_bool("aria-pressed", is_picked)
        .set_to("style", format!("--indent:{}", row.indent))
        .say(name.to_owned());
    let cells = tag("tr")
        .key(row.span.number())
        .set_if(is_lit, "class", "picked")
        .set_to("data-span", row.span.number().to_string())
        .with(tag(r#"th scope="row""#).with(button))
        .with(tag("td").text(span.kind.name()))
        .with(time(row.start_ns))
        .with(row.end_ns.map_or_else(|| tag(NUMBER).text("–"), time))
        .with(tag(NUMBER).say(stats.polls.to_string()))
        .with(time(stats.busy_ns))
        .with(time(stats.scheduled_ns))
        .with(time(stats.idle_ns))
        .with(tag("td").with(ended(span.end.map(|it| it.1))));
    Some(view.click(cells, Ask::Act(Action::Select(selection))))
}

/// A cell with a number.
const NUMBER: &str = r#"td class="number""#;

fn time(ns: u64) -> Tag {
    tag(NUMBER).set_to("data-value", format::exact_ms(ns)).say(format::column_ms(ns))
}

fn ended(end: Option<End>) -> Tag {
    let name = end.map_or("alive", End::name);
    tag("span").set_to("class", format!("end {name}")).text(name)
}
