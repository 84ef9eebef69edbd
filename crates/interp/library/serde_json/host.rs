//! What the host does.

use serde::__private::Content;

/// The data in a text, or a message with its line, its column and its category.
pub(crate) fn parse_json(text: &str) -> Result<Content, (String, usize, usize, &'static str)> {
    native!()
}

/// A text in quotes.
pub(crate) fn text_as_json(text: &str) -> String {
    native!()
}

pub(crate) fn float_as_json<F>(value: F) -> String {
    native!()
}
