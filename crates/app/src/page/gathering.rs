//! Gather these: the change that makes awaits wait together that waited for one another.

use super::Page;
use crate::state::{Action, Writing};
use meanwhile_runner::messages::{AskId, Fix, Question};
use std::rc::Rc;

impl Page {
    /// Asks how the awaits can be gathered of which the first is in this line.
    pub(crate) fn gather(self: &Rc<Self>, line: u32) {
        if self.store.state().is_as_it_ran() {
            self.ask_about_text(Question::Gather { line });
        }
    }

    /// Changes the text so that they are.
    pub(super) fn on_gathered(self: &Rc<Self>, ask: AskId, fix: Option<Fix>) {
        if !self.is_answered(ask) {
            return;
        }
        let Some(fix) = fix else {
            self.store.dispatch(Action::Write(Writing::Unsayable));
            return;
        };
        let text = apply(self.store.state().code(), &fix);
        self.write(Writing::Text(text.into()));
    }
}

/// Puts the parts of a change into a text, from its end to its start, so that earlier places stay as they are.
fn apply(text: &str, fix: &Fix) -> String {
    let mut edits: Vec<_> = fix.edits.iter().collect();
    edits.sort_by_key(|it| std::cmp::Reverse(it.range.start));
    edits.iter().fold(text.to_owned(), |mut text, edit| {
        let [start, end] =
            [edit.range.start, edit.range.end].map(|it| byte(&text, it.line as usize, it.column as usize));
        text.replace_range(start..end.max(start), &edit.text);
        text
    })
}

/// The byte of a line and a column, both from 1; at the end of the line if it is shorter.
fn byte(text: &str, line: usize, column: usize) -> usize {
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let rest = text[start..].split('\n').next().unwrap_or_default();
    start + rest.char_indices().nth(column.saturating_sub(1)).map_or(rest.len(), |it| it.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use meanwhile_runner::messages::{Edit, Position, Range};

    #[test]
    fn changes_are_made_where_they_belong() {
        let edit = |start, end, text: &str| {
            let [start, end] = [start, end].map(|(line, column)| Position { line, column });
            Edit { range: Range { start, end }, text: text.to_owned() }
        };
        let edits = vec![edit((1, 2), (1, 3), "X"), edit((2, 1), (3, 2), "Y\nZ"), edit((9, 9), (9, 9), "!")];
        let fix = Fix { title: String::new(), edits };
        assert_eq!(apply("äb\ncd\nef", &fix), "äX\nY\nZf!");
    }
}
