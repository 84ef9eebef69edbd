//! Texts that one owns: the machine keeps their bytes.

mod impls;

use crate::borrow::Cow;
use crate::fmt;
use crate::ops::{RangeBounds, resolve};
use crate::str::Utf8Error;
use crate::str::pattern::Pattern;

#[lang = "String"]
pub struct String {
    native: (),
}

/// A new string with a text.
#[lang = "String::from_text"]
fn from_text(text: &str) -> String {
    native!()
}

/// The text of UTF-16, or nothing; with `lossy` what is wrong is replaced.
fn decode_utf16(units: &[u16], lossy: bool) -> Option<String> {
    native!()
}

/// The text of UTF-8 where what is wrong is replaced.
fn decode_lossy(bytes: &[u8]) -> String {
    native!()
}

impl String {
    pub const fn new() -> String {
        native!()
    }

    pub fn with_capacity(capacity: usize) -> String {
        native!()
    }

    pub fn from_utf8(vec: Vec<u8>) -> Result<String, FromUtf8Error> {
        match crate::str::from_utf8(&vec) {
            Ok(text) => Ok(from_text(text)),
            Err(error) => Err(FromUtf8Error { bytes: vec, error }),
        }
    }

    pub fn from_utf8_lossy(v: &[u8]) -> Cow<'_, str> {
        match crate::str::from_utf8(v) {
            Ok(text) => Cow::Borrowed(text),
            Err(_) => Cow::Owned(decode_lossy(v)),
        }
    }

    pub fn from_utf8_lossy_owned(v: Vec<u8>) -> String {
        decode_lossy(&v)
    }

    pub unsafe fn from_utf8_unchecked(bytes: Vec<u8>) -> String {
        String::from_utf8(bytes).unwrap()
    }

    pub fn from_utf16(v: &[u16]) -> Result<String, FromUtf16Error> {
        decode_utf16(v, false).ok_or(FromUtf16Error(()))
    }

    pub fn from_utf16_lossy(v: &[u16]) -> String {
        decode_utf16(v, true).unwrap()
    }

    pub fn into_bytes(self) -> Vec<u8> {
        self.as_bytes().to_vec()
    }

    pub fn as_str(&self) -> &str {
        native!()
    }

    pub fn as_mut_str(&mut self) -> &mut str {
        native!()
    }

    pub fn as_bytes(&self) -> &[u8] {
        self.as_str().as_bytes()
    }

    pub fn push_str(&mut self, string: &str) {
        native!()
    }

    pub fn extend_from_within<R: RangeBounds<usize>>(&mut self, src: R) {
        let (start, end) = resolve(src, self.len());
        let part = from_text(&self[start..end]);
        self.push_str(&part);
    }

    pub fn capacity(&self) -> usize {
        native!()
    }

    pub fn reserve(&mut self, additional: usize) {
        native!()
    }

    pub fn try_reserve(&mut self, additional: usize) -> Result<(), crate::collections::TryReserveError> {
        self.reserve(additional);
        Ok(())
    }

    pub fn reserve_exact(&mut self, additional: usize) {
        native!()
    }

    pub fn shrink_to_fit(&mut self) {
        native!()
    }

    pub fn shrink_to(&mut self, min_capacity: usize) {
        if self.capacity() > min_capacity {
            self.shrink_to_fit();
            self.reserve_exact(min_capacity.saturating_sub(self.len()));
        }
    }

    pub fn push(&mut self, ch: char) {
        native!()
    }

    #[track_caller]
    pub fn truncate(&mut self, new_len: usize) {
        native!()
    }

    pub fn pop(&mut self) -> Option<char> {
        native!()
    }

    #[track_caller]
    pub fn remove(&mut self, idx: usize) -> char {
        let c = match self[idx..].chars().next() {
            Some(c) => c,
            None => panic!("cannot remove a char from the end of a string"),
        };
        self.splice(idx, idx + c.len_utf8(), "");
        c
    }

    /// Puts a text in the place of a part.
    #[track_caller]
    fn splice(&mut self, start: usize, end: usize, with: &str) {
        native!()
    }

    pub fn retain<F: FnMut(char) -> bool>(&mut self, mut f: F) {
        let mut kept = String::new();
        for c in self.chars() {
            if f(c) {
                kept.push(c);
            }
        }
        *self = kept;
    }

    #[track_caller]
    pub fn insert(&mut self, idx: usize, ch: char) {
        assert!(self.is_char_boundary(idx));
        let mut text = String::new();
        text.push(ch);
        self.splice(idx, idx, &text);
    }

    #[track_caller]
    pub fn insert_str(&mut self, idx: usize, string: &str) {
        assert!(self.is_char_boundary(idx));
        self.splice(idx, idx, string);
    }

    pub fn len(&self) -> usize {
        native!()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    #[track_caller]
    pub fn split_off(&mut self, at: usize) -> String {
        assert!(self.is_char_boundary(at));
        let behind = from_text(&self[at..]);
        self.truncate(at);
        behind
    }

    pub fn clear(&mut self) {
        let room = self.capacity();
        self.truncate(0);
        self.reserve_exact(room);
    }

    #[track_caller]
    pub fn drain<R: RangeBounds<usize>>(&mut self, range: R) -> Drain {
        let (start, end) = resolve(range, self.len());
        let chars = self[start..end].chars().collect::<Vec<char>>();
        self.splice(start, end, "");
        Drain { chars: chars.into_iter() }
    }

    #[track_caller]
    pub fn replace_range<R: RangeBounds<usize>>(&mut self, range: R, replace_with: &str) {
        let (start, end) = resolve(range, self.len());
        self.splice(start, end, replace_with);
    }

    pub fn into_boxed_str(self) -> Box<str> {
        native!()
    }

    pub fn leak<'a>(self) -> &'a mut str {
        Box::leak(self.into_boxed_str())
    }
}

#[derive(Debug)]
pub struct Drain {
    chars: crate::vec::IntoIter<char>,
}

impl Iterator for Drain {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        self.chars.next()
    }
}

impl DoubleEndedIterator for Drain {
    fn next_back(&mut self) -> Option<char> {
        self.chars.next_back()
    }
}

#[derive(Debug, PartialEq, Eq, Clone)]
pub struct FromUtf8Error {
    bytes: Vec<u8>,
    error: Utf8Error,
}

impl FromUtf8Error {
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }

    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    pub fn utf8_error(&self) -> Utf8Error {
        self.error
    }
}

impl fmt::Display for FromUtf8Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.error, f)
    }
}

impl crate::error::Error for FromUtf8Error {}

#[derive(Debug)]
pub struct FromUtf16Error(());

impl fmt::Display for FromUtf16Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("invalid utf-16: lone surrogate found")
    }
}

impl crate::error::Error for FromUtf16Error {}

pub type ParseError = crate::convert::Infallible;

#[lang = "ToString"]
pub trait ToString {
    #[lang = "ToString::to_string"]
    fn to_string(&self) -> String;
}

impl<T: fmt::Display + ?Sized> ToString for T {
    fn to_string(&self) -> String {
        format!("{}", self)
    }
}
