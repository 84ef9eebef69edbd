//! Immutable texts that share their storage with what they are cut from.

use std::fmt;
use std::ops::{Deref, Range};
use std::rc::Rc;

/// A `&str`: a stretch of a text.
#[derive(Clone)]
pub struct Text {
    whole: Rc<str>,
    start: u32,
    end: u32,
}

impl Text {
    /// Returns a stretch of this text, by bytes.
    ///
    /// # Panics
    ///
    /// Panics if the range is out of bounds or cuts a character; the caller has looked.
    pub fn slice(&self, range: Range<usize>) -> Self {
        let _: &str = &self[range.clone()];
        let start = self.start + range.start as u32;
        Text { whole: self.whole.clone(), start, end: self.start + range.end as u32 }
    }
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        &self.whole[self.start as usize..self.end as usize]
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Text { whole: text.into(), start: 0, end: text.len() as u32 }
    }
}

impl From<Rc<str>> for Text {
    fn from(whole: Rc<str>) -> Self {
        Text { start: 0, end: whole.len() as u32, whole }
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}
