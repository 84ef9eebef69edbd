//! What the parser says of a text that it cannot read.

use proc_macro2::Span;

/// What a parser returns.
pub type Result<T> = std::result::Result<T, Error>;

/// What is wrong with a text, and where.
#[derive(Clone, Debug)]
pub struct Error(Box<(Span, String)>);

impl Error {
    /// A message for a place.
    #[cold]
    pub fn new(span: Span, message: impl Into<String>) -> Self {
        Error(Box::new((span, message.into())))
    }

    /// The place.
    pub fn span(&self) -> Span {
        self.0.0
    }

    /// The message.
    pub fn message(&self) -> &str {
        &self.0.1
    }
}

impl From<proc_macro2::LexError> for Error {
    fn from(error: proc_macro2::LexError) -> Self {
        Error::new(error.span(), "this is not a token of Rust")
    }
}
