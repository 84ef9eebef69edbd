//! From a text to `syn`'s tree, after a look at whether it is too deep for anybody to walk through.

mod attr;
mod depth;
mod error;
mod explain;
mod expr;
mod generics;
mod input;
mod item;
mod list;
mod lit;
mod pat;
mod path;
mod placeholder;
mod span;
mod stmt;
mod ty;
mod word;

pub use depth::{LIMIT, too_deep};
pub use error::{Error, Result};
pub(crate) use expr::Elements;
pub(crate) use input::Input;
pub(crate) use list::Commas;
pub(crate) use span::Spanned;
pub(crate) use word::Word;

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
pub fn parse(text: &str, file: FileId) -> std::result::Result<syn::File, Vec<Diagnostic>> {
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
    whole(tokens, Input::file).map_err(|error| {
        let mut said = syntax(file, &error);
        if error.message().ends_with(input::NOTHING_LEFT) {
            said.iter_mut().for_each(|it| it.span = last_line(&text, file));
        }
        said
    })
}

/// The end of what a text says.
fn last_line(text: &str, file: FileId) -> Span {
    let text = text.trim_end();
    let last = text.rsplit('\n').next().unwrap_or_default();
    let (line, column) = (1 + text.matches('\n').count() as u32, 1 + last.chars().count() as u32);
    Span { file, line, column, end_line: line, end_column: column }
}

/// Parses all of some tokens.
///
/// # Errors
///
/// What is wrong with them.
pub(crate) fn whole<T>(tokens: TokenStream, parse: impl FnOnce(&mut Input) -> T) -> Result<T> {
    let mut input = Input::new(tokens);
    let parsed = parse(&mut input);
    input.finish().map(|()| parsed)
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

/// Parses all of a text.
///
/// # Errors
///
/// What is wrong with it.
pub(crate) fn whole_text<T>(text: &str, parse: impl FnOnce(&mut Input) -> T) -> Result<T> {
    whole(TokenStream::from_str(text)?, parse)
}

/// What the parser says, as a diagnostic.
pub(crate) fn syntax(file: FileId, error: &Error) -> Vec<Diagnostic> {
    vec![explain::syntactic(Span::of(file, error.span()), error.message())]
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

#[cfg(test)]
mod same_as_syn;
