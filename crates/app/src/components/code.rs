//! The program's text, with what was measured at the right of each line.

use super::View;
use super::ask::Ask;
use super::code_line::{CodeLine, code_line};
use super::path::path;
use super::writing;
use crate::dom::{Tag, tag};
use crate::page::editor;
use crate::state::{Step, Surface};
use yew::Html;

/// Shows the text, to be changed or to be read. Lines at which something is awaited can be picked.
pub(super) fn code(view: &View<'_>) -> Html {
    let state = view.state;
    let in_python = state.reading.python && state.example().is_some();
    let area = state.surface() == Surface::Area && !in_python;
    let surface = match state.surface() {
        Surface::Editor if !in_python => tag(r#"div class="editor""#).set("id", editor::PLACE).key("editor"),
        _ if area => writing::area(view),
        _ => source(view, |_| true).key("source"),
    };
    tag(r#"section class="code" id="code" aria-labelledby="code-title""#)
        .with(about(view))
        .with(languages(view))
        .with_any(writing::offers(view))
        .with(surface)
        .with_any(area.then(|| source(view, |line| line.is_run && line.shows_something())))
        .with_any((!in_python).then(|| writing::below(view)))
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

/// Shows the lines that are wanted.
fn source(view: &View<'_>, wanted: impl Fn(&CodeLine<'_>) -> bool) -> Tag {
    let python = view.state.reading.python;
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
        let could_gather = !python && view.state.waiting_at(number);
        let line = CodeLine { number, pieces, time, is_picked, could_gather, is_run: !python };
        if wanted(&line) {
            lines = lines.with(code_line(view, &line));
        }
    }
    lines
}

/// Offers the program, and a lesson's twin in Python to read; and what can be done with the text.
fn languages(view: &View<'_>) -> Tag {
    let switch = || {
        tag(r#"fieldset class="switch""#)
            .with(tag("legend").text("Language"))
            .with(language(view, false, "code-rust", "Rust"))
            .with(language(view, true, "code-python", "Python (asyncio)"))
    };
    let is_lesson = view.state.example().is_some();
    let row = tag(r#"div class="languages""#).with_any(is_lesson.then(switch));
    if is_lesson && view.state.reading.python {
        row.with(tag("p").text("The same with asyncio, to read. Run runs the Rust program."))
    } else {
        row.with(writing::tools(view))
    }
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
