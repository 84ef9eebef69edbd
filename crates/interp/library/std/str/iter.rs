//! The characters, bytes, words and lines of a text.

use crate::fmt;

/// The character at a place in bytes.
fn char_at(text: &str, at: usize) -> char {
    native!()
}

/// The character before a place in bytes.
fn char_before(text: &str, at: usize) -> char {
    native!()
}

/// How many characters there are.
fn count(text: &str) -> usize {
    native!()
}

#[lang = "Chars"]
#[derive(Clone)]
pub struct Chars<'a> {
    text: &'a str,
    front: usize,
    back: usize,
}

impl<'a> Chars<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        Chars { text, front: 0, back: text.len() }
    }

    pub fn as_str(&self) -> &'a str {
        &self.text[self.front..self.back]
    }
}

impl<'a> fmt::Debug for Chars<'a> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Chars(")?;
        f.debug_list().entries(self.clone()).finish()?;
        f.write_str(")")
    }
}

impl<'a> Iterator for Chars<'a> {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        if self.front >= self.back {
            return None;
        }
        let c = char_at(self.text, self.front);
        self.front += c.len_utf8();
        Some(c)
    }

    fn count(self) -> usize {
        count(self.as_str())
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let len = self.back - self.front;
        ((len + 3) / 4, Some(len))
    }
}

impl<'a> DoubleEndedIterator for Chars<'a> {
    fn next_back(&mut self) -> Option<char> {
        if self.front >= self.back {
            return None;
        }
        let c = char_before(self.text, self.back);
        self.back -= c.len_utf8();
        Some(c)
    }
}

#[derive(Clone)]
pub struct CharIndices<'a> {
    chars: Chars<'a>,
}

impl<'a> fmt::Debug for CharIndices<'a> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CharIndices").field("front_offset", &self.offset()).field("iter", &self.chars).finish()
    }
}

impl<'a> CharIndices<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        CharIndices { chars: Chars::new(text) }
    }

    pub fn as_str(&self) -> &'a str {
        self.chars.as_str()
    }

    pub fn offset(&self) -> usize {
        self.chars.front
    }
}

impl<'a> Iterator for CharIndices<'a> {
    type Item = (usize, char);

    fn next(&mut self) -> Option<(usize, char)> {
        let at = self.chars.front;
        let c = self.chars.next()?;
        Some((at, c))
    }

    fn count(self) -> usize {
        self.chars.count()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.chars.size_hint()
    }
}

impl<'a> DoubleEndedIterator for CharIndices<'a> {
    fn next_back(&mut self) -> Option<(usize, char)> {
        let c = self.chars.next_back()?;
        Some((self.chars.back, c))
    }
}

#[derive(Clone, Debug)]
pub struct Bytes<'a> {
    bytes: crate::iter::Copied<crate::slice::Iter<'a, u8>>,
}

impl<'a> Bytes<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        Bytes { bytes: text.as_bytes().iter().copied() }
    }
}

impl<'a> Iterator for Bytes<'a> {
    type Item = u8;

    fn next(&mut self) -> Option<u8> {
        self.bytes.next()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.bytes.size_hint()
    }
}

impl<'a> DoubleEndedIterator for Bytes<'a> {
    fn next_back(&mut self) -> Option<u8> {
        self.bytes.next_back()
    }
}

impl<'a> ExactSizeIterator for Bytes<'a> {}

/// The next word from a place on, by its start and end; nothing if there is none.
fn word(text: &str, from: usize) -> Option<(usize, usize)> {
    native!()
}

#[derive(Clone, Debug)]
pub struct SplitWhitespace<'a> {
    text: &'a str,
}

pub type SplitAsciiWhitespace<'a> = SplitWhitespace<'a>;

impl<'a> SplitWhitespace<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        SplitWhitespace { text }
    }
}

impl<'a> Iterator for SplitWhitespace<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let (start, end) = word(self.text, 0)?;
        let found = &self.text[start..end];
        self.text = &self.text[end..];
        Some(found)
    }
}

impl<'a> DoubleEndedIterator for SplitWhitespace<'a> {
    fn next_back(&mut self) -> Option<&'a str> {
        let text = self.text.trim_end();
        if text.is_empty() {
            return None;
        }
        let start = match text.char_indices().rev().find(|at| at.1.is_whitespace()) {
            Some((at, c)) => at + c.len_utf8(),
            None => 0,
        };
        self.text = &text[..start];
        Some(&text[start..])
    }
}

#[derive(Clone, Debug)]
pub struct Lines<'a> {
    rest: Option<&'a str>,
}

impl<'a> Lines<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        Lines { rest: if text.is_empty() { None } else { Some(text) } }
    }
}

fn without_return(line: &str) -> &str {
    line.strip_suffix('\r').unwrap_or(line)
}

impl<'a> Iterator for Lines<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let rest = self.rest?;
        match rest.split_once('\n') {
            Some((line, behind)) => {
                self.rest = if behind.is_empty() { None } else { Some(behind) };
                Some(without_return(line))
            }
            None => {
                self.rest = None;
                Some(rest)
            }
        }
    }
}

impl<'a> DoubleEndedIterator for Lines<'a> {
    fn next_back(&mut self) -> Option<&'a str> {
        let rest = self.rest?;
        let ended = rest.ends_with('\n');
        let text = rest.strip_suffix('\n').unwrap_or(rest);
        let (before, line) = match text.rfind('\n') {
            Some(at) => (Some(&text[..at + 1]), &text[at + 1..]),
            None => (None, text),
        };
        self.rest = before;
        Some(if ended { without_return(line) } else { line })
    }
}

/// A text with its special characters written out.
#[derive(Clone, Debug)]
pub struct Escaped {
    text: String,
    at: usize,
}

impl Escaped {
    pub(crate) fn new(text: String) -> Self {
        Escaped { text, at: 0 }
    }
}

impl fmt::Display for Escaped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text[self.at..])
    }
}

impl Iterator for Escaped {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        if self.at >= self.text.len() {
            return None;
        }
        let c = char_at(&self.text, self.at);
        self.at += c.len_utf8();
        Some(c)
    }
}
