//! Texts that belong to somebody else.

mod error;
mod impls;
mod iter;
mod methods;
pub mod pattern;
mod split;

pub use error::{ParseBoolError, Utf8Error};
pub use iter::{Bytes, CharIndices, Chars, Escaped, Lines, SplitAsciiWhitespace, SplitWhitespace};
pub use split::{MatchIndices, Matches, RMatchIndices, RMatches, RSplit, RSplitN, Split, SplitInclusive, SplitN, SplitTerminator};

#[lang = "FromStr"]
pub trait FromStr: Sized {
    type Err;

    #[lang = "FromStr::from_str"]
    fn from_str(s: &str) -> Result<Self, Self::Err>;
}

pub fn from_utf8(v: &[u8]) -> Result<&str, Utf8Error> {
    match decode(v) {
        Ok(text) => Ok(text),
        Err((valid_up_to, error_len)) => Err(Utf8Error::new(valid_up_to, error_len)),
    }
}

pub unsafe fn from_utf8_unchecked(v: &[u8]) -> &str {
    from_utf8(v).unwrap()
}

/// The text that the bytes are, or how far they are one and how long the wrong stretch is; 0 if it is cut off.
fn decode(bytes: &[u8]) -> Result<&str, (usize, usize)> {
    native!()
}
