//! What can be wrong with a program.

use crate::place::Place;

/// Something in a program that the pass cannot carry over, or cannot read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{line}:{column}: {message}")]
pub struct Error {
    /// The line, from 1.
    pub line: u32,
    /// The column in characters, from 1.
    pub column: u32,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub hint: Option<String>,
}

/// What proc-macro2 says of a text that it cannot split into tokens.
const LEX_ERROR: &str = "cannot parse string into token stream";

impl Error {
    pub(crate) fn new(place: Place, message: impl Into<String>, hint: impl Into<String>) -> Error {
        Error { line: place.line, column: place.column, message: message.into(), hint: Some(hint.into()) }
    }
}

/// Carries over what the parser of a macro's arguments says.
pub(crate) fn from_syn(error: &syn::Error) -> Vec<Error> {
    let one = |it: syn::Error| {
        let place = Place::of(it.span());
        Error { line: place.line, column: place.column, message: it.to_string(), hint: None }
    };
    error.clone().into_iter().map(one).collect()
}

/// Carries over what the parser of a whole source says.
///
/// A source that ends too early is reported by syn without a place; that place is the end.
pub(crate) fn from_parser(error: &syn::Error, source: &str) -> Vec<Error> {
    let mut errors = from_syn(error);
    for error in &mut errors {
        if error.message == LEX_ERROR {
            error.message = "this cannot be split into words".to_owned();
            error.hint =
                Some("look for a bracket or a quote that is never closed, or never opened".to_owned());
        }
        if error.message.starts_with("unexpected end of input") && (error.line, error.column) == (1, 1) {
            let end = Place::end_of(source);
            (error.line, error.column) = (end.line, end.column);
        }
    }
    errors
}
