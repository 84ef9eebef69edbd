//! From a text to `syn`'s tree, after a look at whether it is too deep for anybody to walk through.

mod depth;
mod explain;

pub use depth::{LIMIT, too_deep};

use crate::diagnostic::Diagnostic;
use crate::source::{FileId, Span};
use proc_macro2::TokenStream;
use std::str::FromStr as _;

/// The longest program that is read, in bytes.
pub const LONGEST: usize = 512 << 10;

/// Parses a text.
///
/// # Errors
///
/// What is wrong with the text's syntax, or that it is nested too deeply.
pub fn parse(text: &str, file: FileId) -> Result<syn::File, Vec<Diagnostic>> {
    if file == FileId::PROGRAM && text.len() > LONGEST {
        return Err(vec![too_long(text)]);
    }
    let text = without_shebang(text);
    let tokens = match TokenStream::from_str(&text) {
        Ok(tokens) => tokens,
        Err(error) => return Err(vec![explain::lexical(&text, file, error.span())]),
    };
    if let Some(place) = too_deep(&tokens, 0) {
        return Err(vec![nested_too_deeply(Span::of(file, place))]);
    }
    syn::parse2(tokens).map_err(|error| explain::with_text(&text, syntax(file, &error)))
}

/// The message for what is too long: it points at the first line that is too much.
fn too_long(text: &str) -> Diagnostic {
    let read = text.as_bytes().iter().take(LONGEST);
    let line = 1 + read.filter(|it| **it == b'\n').count() as u32;
    let span = Span { file: FileId::PROGRAM, line, column: 1, end_line: line, end_column: 2 };
    Diagnostic::error(span, format!("the program is longer than {} KiB", LONGEST >> 10))
        .hint("leave out what is not needed")
}

/// The message for what is nested too deeply.
pub fn nested_too_deeply(span: Span) -> Diagnostic {
    Diagnostic::error(span, "this is nested too deeply")
        .hint("give the inner parts names: a `let` for each, or a function")
}

/// Returns what `syn` says of a text, in words of rustc.
pub fn syntax(file: FileId, error: &syn::Error) -> Vec<Diagnostic> {
    error
        .clone()
        .into_iter()
        .map(|it| explain::syntactic(Span::of(file, it.span()), &it.to_string()))
        .collect()
}

/// A first line for the shell becomes a comment, so that all places stay.
fn without_shebang(text: &str) -> std::borrow::Cow<'_, str> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    match text.strip_prefix("#!") {
        Some(rest) if !rest.trim_start().starts_with('[') => format!("//{rest}").into(),
        _ => text.into(),
    }
}

#[cfg(test)]
mod tests;
