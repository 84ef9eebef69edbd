//! One line of the program.

use crate::highlight::Class;
use crate::line_times::LineTime;
use yew::prelude::*;

/// A line as it is to be shown.
pub(super) struct CodeLine<'a> {
    pub(super) number: u32,
    pub(super) pieces: &'a [(Class, AttrValue)],
    pub(super) time: Option<&'a LineTime>,
    pub(super) is_picked: bool,
    /// Whether it waits for a line that it does not need.
    pub(super) could_gather: bool,
    /// Whom to tell that the line was picked, where lines can be.
    pub(super) pick: Option<&'a Callback<u32>>,
}

/// Shows a line; where something is awaited, its number is a button that picks the line's spans.
pub(super) fn code_line(line: &CodeLine<'_>) -> Html {
    let CodeLine { number, pieces, time, is_picked, could_gather, pick } = *line;
    let pick = pick.filter(|_| time.is_some() || pieces.iter().any(|it| it.0 == Class::Await));
    let awaits = pick.is_some();
    let onclick = pick.map(|it| it.reform(move |_: MouseEvent| number));
    let label = || {
        let sentence = time.map_or("awaits".to_owned(), LineTime::sentence);
        let advice = if could_gather { ", could be gathered" } else { "" };
        format!("Line {number}: {sentence}{advice}")
    };
    let gutter = if awaits {
        html! {
            <button type="button" class="number" aria-pressed={is_picked.to_string()} aria-label={label()}>
                { number }
            </button>
        }
    } else {
        html! { <span class="number" aria-hidden="true">{ number }</span> }
    };
    let text = pieces.iter().map(|(class, text)| match class {
        Class::Plain => html! { { text } },
        _ => html! { <span class={class.css()}>{ text }</span> },
    });
    let time = time.map(|it| {
        let value = (it.total_ns as f64 / 1e6).to_string();
        html! { <span class="time" title={it.sentence()} data-value={value}>{ it.short() }</span> }
    });
    html! {
        <li key={number} id={format!("line-{number}")} class={classes!(awaits.then_some("awaits"), could_gather.then_some("could-gather"), is_picked.then_some("picked"))}
            data-line={number.to_string()} {onclick}>
            { gutter }
            <code>{ for text }</code>
            { time }
        </li>
    }
}
