//! One line of the program.

use super::View;
use super::ask::Ask;
use crate::dom::{Tag, said, tag};
use crate::format;
use crate::highlight::Class;
use crate::line_times::LineTime;
use yew::AttrValue;

/// A line as it is to be shown.
pub(super) struct CodeLine<'a> {
    pub(super) number: u32,
    pub(super) pieces: &'a [(Class, AttrValue)],
    pub(super) time: Option<&'a LineTime>,
    pub(super) is_picked: bool,
    /// Whether it waits for a line that it does not need.
    pub(super) could_gather: bool,
    /// Whether it is one that the run knows.
    pub(super) is_run: bool,
}

impl CodeLine<'_> {
    /// Returns whether something is awaited there.
    fn awaits(&self) -> bool {
        self.is_run && (self.time.is_some() || self.pieces.iter().any(|it| it.0 == Class::Await))
    }

    /// Returns whether there is more to it than its text.
    pub(super) fn shows_something(&self) -> bool {
        self.awaits() || self.is_picked || self.could_gather
    }
}

/// Shows a line; where something is awaited, its number is a button that picks the line's spans.
pub(super) fn code_line(view: &View<'_>, line: &CodeLine<'_>) -> Tag {
    let CodeLine { number, pieces, time, is_picked, could_gather, .. } = *line;
    let awaits = line.awaits();
    let mut code = tag("code");
    for (class, text) in pieces {
        code = match class {
            Class::Plain => code.child(said(text.clone())),
            _ => code.with(tag("span").set("class", class.css()).child(said(text.clone()))),
        };
    }
    let item = tag("li")
        .key(number)
        .set_to("id", format!("line-{number}"))
        .set_to("data-line", number.to_string())
        .classes(&[("awaits", awaits), ("could-gather", could_gather), ("picked", is_picked)])
        .with(gutter(line, awaits))
        .with(code)
        .with_any(time.map(beside));
    if awaits { view.click(item, Ask::Line(number)) } else { item }
}

fn gutter(line: &CodeLine<'_>, awaits: bool) -> Tag {
    let number = line.number;
    if !awaits {
        return tag(r#"span class="number" aria-hidden="true""#).say(number.to_string());
    }
    let sentence = line.time.map_or("awaits".to_owned(), LineTime::sentence);
    let advice = if line.could_gather { ", could be gathered" } else { "" };
    tag(r#"button type="button" class="number""#)
        .set_bool("aria-pressed", line.is_picked)
        .set_to("aria-label", format!("Line {number}: {sentence}{advice}"))
        .say(number.to_string())
}

fn beside(time: &LineTime) -> Tag {
    tag(r#"span class="time""#)
        .set_to("title", time.sentence())
        .set_to("data-value", format::exact_ms(time.total_ns))
        .say(time.short())
}
