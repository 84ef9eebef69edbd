//! The program's text, with what was measured at the right of each line.

use super::View;
use super::code_line::{CodeLine, code_line};
use super::path::path;
use crate::state::{Action, Selection, Step};
use yew::prelude::*;

/// Shows the text. Lines at which something is awaited can be picked.
pub(super) fn code(view: &View<'_>) -> Html {
    let View { state, derived, .. } = *view;
    let page = view.page.clone();
    let pick = Callback::from(move |line| {
        let same = page.store.state().selection == Selection::Line(line);
        let selection = if same { Selection::None } else { Selection::Line(line) };
        page.store.dispatch(Action::Select(selection));
    });
    let python = state.reading.python;
    let lines = derived.source.iter().zip(1..).map(|(pieces, number)| {
        let (time, is_picked) = (derived.times.get(&number), derived.line == Some(number));
        let could_gather = !python && derived.independent.contains(&number);
        // Lines, as the run knows them, are those of the program in Rust.
        let (time, is_picked, pick) =
            if python { (None, false, None) } else { (time, is_picked, Some(&pick)) };
        code_line(&CodeLine { number, pieces, time, is_picked, could_gather, pick })
    });
    let (title, about) = state
        .example()
        .map_or(("Your program", ""), |it| (it.title, view.state.texts().map_or("", |it| it.about)));
    html! {
        <section class="code" id="code" aria-labelledby="code-title">
            <div class="about">
                <h1 id="code-title">{ title }</h1>
                { for about.split("\n\n").filter(|it| !it.trim().is_empty()).map(|it| html! { <p>{ prose(it) }</p> }) }
                { for state.example().map(|it| path(view, it)) }
            </div>
            { for state.example().map(|_| languages(view)) }
            <ol class={classes!("source", python.then_some("python"))} aria-label={if python { "Source in Python" } else { "Source" }}
                data-testid={python.then_some("python-source")}>
                { for lines }
            </ol>
        </section>
    }
}

/// Offers the program, and its twin in Python to read.
fn languages(view: &View<'_>) -> Html {
    let python = view.state.reading.python;
    let choice = |to_python: bool, hook: &'static str, label: &'static str| {
        let onchange = view.act::<Event>(Action::Read(Step::Python(to_python)));
        html! {
            <label>
                <input type="radio" name="language" checked={python == to_python} {onchange} data-testid={hook} />
                <span>{ label }</span>
            </label>
        }
    };
    html! {
        <div class="languages">
            <fieldset class="switch">
                <legend>{ "Language" }</legend>
                { choice(false, "code-rust", "Rust") }
                { choice(true, "code-python", "Python (asyncio)") }
            </fieldset>
            if python { <p>{ "The same with asyncio, to read. Run runs the Rust program." }</p> }
        </div>
    }
}

/// Writes a text with `code` in backticks set as code.
fn prose(text: &str) -> Html {
    let part = |(number, it): (usize, &str)| match number % 2 {
        0 => html! { { it } },
        _ => html! { <code>{ it }</code> },
    };
    text.trim().split('`').enumerate().map(part).collect()
}
