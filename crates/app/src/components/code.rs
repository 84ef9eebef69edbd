//! The program's text, with what was measured at the right of each line.

use super::View;
use super::ask::Ask;
use super::code_line::{CodeLine, code_line};
use super::path::path;
use crate::dom::{Tag, tag};
use crate::state::Step;
use yew::Html;

/// Shows the text. Lines at which something is awaited can be picked.
pub(super) fn code(view: &View<'_>) -> Html {
    tag(r#"section class="code" id="code" aria-labelledby="code-title""#)
        .with(about(view))
        .with_any(view.state.example().map(|_| languages(view)))
        .with(source(view))
        .html()
}

fn about(view: &View<'_>) -> Tag {
    let example = view.state.example();
    let title = example.map_or("Your program", |it| it.title);
    let mut about = tag(r#"div class="about""#).with(tag(r#"h1 id="code-title""#).text(title));
    let texts = view.state.texts();
    for paragraph in texts.map_or("", |it| it.about).split("\n\n").map(str::trim) {
        if !paragraph.is_empty() {
            about = about.with(prose(paragraph));
        }
    }
    match example {
        Some(example) => path(view, example).into_iter().fold(about, Tag::with),
        None => about,
    }
}

fn source(view: &View<'_>) -> Tag {
    let python = view.state.reading.python;
    let independent = view.state.judgement.as_ref().map_or(&[][..], |it| &it.independent);
    let mut lines = if python {
        tag(r#"ol class="source python" aria-label="Source in Python" data-testid="python-source""#)
    } else {
        tag(r#"ol class="source" aria-label="Source""#)
    };
    for (pieces, number) in view.derived.source.iter().zip(1..) {
        // Lines, as the run knows them, are those of the program in Rust.
        let (time, is_picked) = match python {
            true => (None, false),
            false => (view.derived.times.get(number), view.derived.line == Some(number)),
        };
        let could_gather = !python && independent.contains(&number);
        let line = CodeLine { number, pieces, time, is_picked, could_gather, is_run: !python };
        lines = lines.with(code_line(view, &line));
    }
    lines
}

/// Offers the program, and its twin in Python to read.
fn languages(view: &View<'_>) -> Tag {
    let switch = tag(r#"fieldset class="switch""#)
        .with(tag("legend").text("Language"))
        .with(language(view, false, "code-rust", "Rust"))
        .with(language(view, true, "code-python", "Python (asyncio)"));
    let note = view
        .state
        .reading
        .python
        .then(|| tag("p").text("The same with asyncio, to read. Run runs the Rust program."));
    tag(r#"div class="languages""#).with(switch).with_any(note)
}

fn language(view: &View<'_>, python: bool, hook: &'static str, label: &'static str) -> Tag {
    let input = tag(r#"input type="radio" name="language""#)
        .checked(view.state.reading.python == python)
        .set("data-testid", hook);
    tag("label").with(view.choose(input, Ask::read(Step::Python(python)))).with(tag("span").text(label))
}

/// Writes a paragraph with `code` in backticks set as code.
fn prose(paragraph: &'static str) -> Tag {
    let mut prose = tag("p");
    for (number, part) in paragraph.split('`').enumerate() {
        prose = match number % 2 {
            0 => prose.text(part),
            _ => prose.with(tag("code").text(part)),
        };
    }
    prose
}
