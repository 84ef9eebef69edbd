//! Awaits of a text that could be gathered: for the lints, and for the editor.

use crate::messages::{Edit, Fix, Position, Range};
use meanwhile_instrument::{Group, gather_in};
use meanwhile_interp::parse;
use meanwhile_interp::source::FileId;
use meanwhile_trace::Place;
use meanwhile_trace::lint::Facts;

/// The awaits of a text that could be gathered. A text that is no program has none.
fn gather(text: &str) -> Vec<Group> {
    parse::parse(text, FileId::PROGRAM).map_or_else(|_| Vec::new(), |file| gather_in(&file, text))
}

/// Returns the groups of awaits none of which needs an earlier one.
pub(super) fn facts(text: &str) -> Facts {
    let places = |awaits: Vec<(u32, u32)>| awaits.into_iter().map(|it| Place::new(it.0, it.1)).collect();
    Facts { independent: gather(text).into_iter().map(|it| places(it.awaits)).collect() }
}

/// Returns the change that gathers the awaits of which the first is in this line, where it can be said.
pub(super) fn fix(text: &str, line: u32) -> Option<Fix> {
    let group = gather(text).into_iter().find(|it| it.awaits.first().is_some_and(|it| it.0 == line))?;
    let rewrite = group.rewrite?;
    let position = |(line, column)| Position { line, column };
    let range = Range { start: position(rewrite.from), end: position(rewrite.to) };
    Some(Fix { title: "Gather these".to_owned(), edits: vec![Edit { range, text: rewrite.text }] })
}
