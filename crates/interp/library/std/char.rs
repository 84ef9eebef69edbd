//! Characters.

use crate::fmt;
use crate::str::{Escaped, FromStr};

pub const MAX: char = '\u{10ffff}';
pub const REPLACEMENT_CHARACTER: char = '\u{fffd}';

pub fn from_u32(i: u32) -> Option<char> {
    char::from_u32(i)
}

pub fn from_digit(num: u32, radix: u32) -> Option<char> {
    char::from_digit(num, radix)
}

/// A byte as it is written in a byte string.
pub(crate) fn escape_byte(byte: u8) -> String {
    native!()
}

/// A character as `{:?}` writes it, without quotes.
fn escape_debug(c: char) -> String {
    native!()
}

/// The characters that a character becomes in another case.
fn cased(c: char, upper: bool) -> String {
    native!()
}

impl char {
    pub const MIN: char = '\0';
    pub const MAX: char = '\u{10ffff}';
    pub const REPLACEMENT_CHARACTER: char = '\u{fffd}';

    pub const fn from_u32(i: u32) -> Option<char> { native!() }

    pub const unsafe fn from_u32_unchecked(i: u32) -> char {
        char::from_u32(i).unwrap()
    }

    #[track_caller]
    pub const fn from_digit(num: u32, radix: u32) -> Option<char> {
        if radix > 36 {
            panic!("from_digit: radix is too high (maximum 36)");
        }
        if num >= radix {
            None
        } else if num < 10 {
            Some((48 + num as u8) as char)
        } else {
            Some((87 + num as u8) as char)
        }
    }

    #[track_caller]
    pub const fn is_digit(self, radix: u32) -> bool {
        self.to_digit(radix).is_some()
    }

    #[track_caller]
    pub const fn to_digit(self, radix: u32) -> Option<u32> {
        if radix < 2 || radix > 36 {
            panic!("to_digit: invalid radix -- radix must be in the range 2 to 36 inclusive");
        }
        let digit = match self {
            '0'..='9' => self as u32 - 48,
            'a'..='z' => self as u32 - 87,
            'A'..='Z' => self as u32 - 55,
            _ => return None,
        };
        if digit < radix { Some(digit) } else { None }
    }

    pub fn escape_unicode(self) -> Escaped {
        Escaped::new(format!("\\u{{{:x}}}", self as u32))
    }

    pub fn escape_debug(self) -> Escaped {
        Escaped::new(escape_debug(self))
    }

    pub fn escape_default(self) -> Escaped {
        match self {
            '\t' => Escaped::new(String::from("\\t")),
            '\r' => Escaped::new(String::from("\\r")),
            '\n' => Escaped::new(String::from("\\n")),
            '\\' | '\'' | '"' => Escaped::new(format!("\\{self}")),
            ' '..='~' => Escaped::new(String::from(self)),
            _ => self.escape_unicode(),
        }
    }

    pub const fn len_utf8(self) -> usize {
        let code = self as u32;
        if code < 0x80 {
            1
        } else if code < 0x800 {
            2
        } else if code < 0x10000 {
            3
        } else {
            4
        }
    }

    pub const fn len_utf16(self) -> usize {
        if (self as u32) < 0x10000 { 1 } else { 2 }
    }

    pub fn encode_utf8(self, dst: &mut [u8]) -> &mut str { native!() }

    pub fn is_alphabetic(self) -> bool { native!() }
    pub fn is_lowercase(self) -> bool { native!() }
    pub fn is_uppercase(self) -> bool { native!() }
    pub fn is_whitespace(self) -> bool { native!() }
    pub fn is_alphanumeric(self) -> bool { native!() }
    pub fn is_control(self) -> bool { native!() }
    pub fn is_numeric(self) -> bool { native!() }

    pub fn to_lowercase(self) -> ToLowercase {
        Escaped::new(cased(self, false))
    }

    pub fn to_uppercase(self) -> ToUppercase {
        Escaped::new(cased(self, true))
    }

    pub const fn is_ascii(&self) -> bool {
        (*self as u32) < 128
    }

    pub const fn to_ascii_uppercase(&self) -> char {
        if self.is_ascii_lowercase() { (*self as u8 - 32) as char } else { *self }
    }

    pub const fn to_ascii_lowercase(&self) -> char {
        if self.is_ascii_uppercase() { (*self as u8 + 32) as char } else { *self }
    }

    pub fn make_ascii_uppercase(&mut self) {
        *self = self.to_ascii_uppercase();
    }

    pub fn make_ascii_lowercase(&mut self) {
        *self = self.to_ascii_lowercase();
    }

    pub const fn eq_ignore_ascii_case(&self, other: &char) -> bool {
        self.to_ascii_lowercase() == other.to_ascii_lowercase()
    }

    pub const fn is_ascii_alphabetic(&self) -> bool {
        matches!(*self, 'A'..='Z' | 'a'..='z')
    }

    pub const fn is_ascii_uppercase(&self) -> bool {
        matches!(*self, 'A'..='Z')
    }

    pub const fn is_ascii_lowercase(&self) -> bool {
        matches!(*self, 'a'..='z')
    }

    pub const fn is_ascii_alphanumeric(&self) -> bool {
        matches!(*self, '0'..='9' | 'A'..='Z' | 'a'..='z')
    }

    pub const fn is_ascii_digit(&self) -> bool {
        matches!(*self, '0'..='9')
    }

    pub const fn is_ascii_hexdigit(&self) -> bool {
        matches!(*self, '0'..='9' | 'A'..='F' | 'a'..='f')
    }

    pub const fn is_ascii_punctuation(&self) -> bool {
        matches!(*self, '!'..='/' | ':'..='@' | '['..='`' | '{'..='~')
    }

    pub const fn is_ascii_graphic(&self) -> bool {
        matches!(*self, '!'..='~')
    }

    pub const fn is_ascii_whitespace(&self) -> bool {
        matches!(*self, '\t' | '\n' | '\x0C' | '\r' | ' ')
    }

    pub const fn is_ascii_control(&self) -> bool {
        matches!(*self, '\0'..='\x1F' | '\x7F')
    }
}

pub type ToLowercase = Escaped;
pub type ToUppercase = Escaped;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseCharError {
    kind: CharErrorKind,
}

#[derive(Copy, Clone, Debug, PartialEq, Eq)]
enum CharErrorKind {
    EmptyString,
    TooManyChars,
}

impl fmt::Display for ParseCharError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self.kind {
            CharErrorKind::EmptyString => "cannot parse char from empty string",
            CharErrorKind::TooManyChars => "too many characters in string",
        })
    }
}

impl crate::error::Error for ParseCharError {}

impl FromStr for char {
    type Err = ParseCharError;

    fn from_str(s: &str) -> Result<char, ParseCharError> {
        let mut chars = s.chars();
        match (chars.next(), chars.next()) {
            (None, None) => Err(ParseCharError { kind: CharErrorKind::EmptyString }),
            (Some(c), None) => Ok(c),
            _ => Err(ParseCharError { kind: CharErrorKind::TooManyChars }),
        }
    }
}

#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct CharTryFromError(pub(crate) ());

impl fmt::Display for CharTryFromError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("converted integer out of range for `char`")
    }
}

impl crate::error::Error for CharTryFromError {}

#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct TryFromCharError(pub(crate) ());

impl fmt::Display for TryFromCharError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("unicode code point out of range")
    }
}

impl crate::error::Error for TryFromCharError {}
