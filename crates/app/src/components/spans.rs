//! The table of spans: the picture in words and numbers.

use super::View;
use crate::format;
use crate::state::{Action, Selection};
use crate::table::{Column, Row};
use meanwhile_trace::End;
use yew::prelude::*;

/// Shows every span with its figures; a click on one picks it.
pub(super) fn spans(view: &View<'_>) -> Html {
    let rows = &view.derived.rows;
    let all = view.state.trace.spans().len();
    let more = view.act::<MouseEvent>(Action::MoreSpans);
    html! {
        <section class="list" aria-labelledby="spans-title">
            <h2 id="spans-title">{ "Spans" }<small>{ all }</small></h2>
            <div class="scroller" role="region" aria-labelledby="spans-title" tabindex="0">
                <table data-testid="spans-table">
                    <caption class="unseen">{ "Every recorded future of the run; times in milliseconds" }</caption>
                    <thead><tr>
                        <th scope="col">{ "Name" }</th>
                        <th scope="col">{ "Kind" }</th>
                        { for Column::ALL.iter().map(|it| head(view, *it)) }
                        <th scope="col">{ "Ended" }</th>
                    </tr></thead>
                    <tbody>{ for rows.iter().map(|it| row(view, it)) }</tbody>
                </table>
            </div>
            if all == 0 { <p class="empty">{ "Each future that the program makes gets a row here." }</p> }
            if all > rows.len() {
                <button type="button" class="quiet" onclick={more}>
                    { format!("Show more ({} of {all} are shown)", rows.len()) }
                </button>
            }
        </section>
    }
}

fn head(view: &View<'_>, column: Column) -> Html {
    let onclick = view.act::<MouseEvent>(Action::SortBy(column));
    html! {
        <th scope="col" class="number" aria-sort={view.state.order.aria(column)}>
            <button type="button" {onclick}>{ column.title() }</button>
        </th>
    }
}

fn row(view: &View<'_>, row: &Row) -> Html {
    let trace = &*view.state.trace;
    let Some(span) = trace.span(row.span) else { return Html::default() };
    let is_picked = view.state.selection == Selection::Span(row.span);
    let is_lit = is_picked || view.derived.highlighted.contains(&row.span);
    let selection = if is_picked { Selection::None } else { Selection::Span(row.span) };
    let onclick = view.act::<MouseEvent>(Action::Select(selection));
    let number = |ns: u64| html! { <td class="number" data-value={format::exact_ms(ns)}>{ format::column_ms(ns) }</td> };
    let stats = &row.stats;
    html! {
        <tr key={row.span.number()} class={classes!(is_lit.then_some("picked"))} data-span={row.span.number().to_string()} {onclick}>
            <th scope="row">
                <button type="button" title={trace.name(span).to_owned()} aria-pressed={is_picked.to_string()} style={format!("--indent:{}", row.indent)}>
                    { trace.name(span) }
                </button>
            </th>
            <td>{ span.kind.name() }</td>
            { number(row.start_ns) }
            { row.end_ns.map_or_else(|| html! { <td class="number">{ "–" }</td> }, number) }
            <td class="number">{ stats.polls }</td>
            { number(stats.busy_ns) }
            { number(stats.scheduled_ns) }
            { number(stats.idle_ns) }
            <td>{ ended(span.end.map(|it| it.1)) }</td>
        </tr>
    }
}

fn ended(end: Option<End>) -> Html {
    let name = end.map_or("alive", End::name);
    html! { <span class={classes!("end", name)}>{ name }</span> }
}
