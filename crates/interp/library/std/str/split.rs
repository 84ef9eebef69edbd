//! Texts in pieces.

use super::pattern::Pattern;

/// What is left to split, and where the search goes on in it: an empty match moves the search on by a character.
#[derive(Clone)]
pub struct Split<'a, P> {
    rest: Option<&'a str>,
    from: usize,
    pattern: P,
}

impl<'a, P> Split<'a, P> {
    pub(crate) fn new(text: &'a str, pattern: P) -> Self {
        Split { rest: Some(text), from: 0, pattern }
    }

    pub fn remainder(&self) -> Option<&'a str> {
        self.rest
    }
}

/// How far a search has to move on behind a match: past it, and by a character if it is empty.
fn behind(text: &str, start: usize, end: usize) -> usize {
    if end > start {
        return end;
    }
    match text[end..].chars().next() {
        Some(c) => end + c.len_utf8(),
        None => end + 1,
    }
}

impl<'a, P: Pattern> Split<'a, P> {
    /// The next match in what is left.
    fn next_match(&mut self, rest: &'a str) -> Option<(usize, usize)> {
        if self.from == 0 {
            return self.pattern.find_in(rest);
        }
        if self.from > rest.len() {
            return None;
        }
        let (start, end) = self.pattern.find_in(&rest[self.from..])?;
        Some((self.from + start, self.from + end))
    }
}

impl<'a, P: Pattern> Iterator for Split<'a, P> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let rest = self.rest?;
        match self.next_match(rest) {
            Some((start, end)) => {
                self.rest = Some(&rest[end..]);
                self.from = behind(rest, start, end) - end;
                Some(&rest[..start])
            }
            None => {
                self.rest = None;
                Some(rest)
            }
        }
    }
}

impl<'a, P: Pattern> DoubleEndedIterator for Split<'a, P> {
    fn next_back(&mut self) -> Option<&'a str> {
        let rest = self.rest?;
        match self.pattern.rfind_in(rest) {
            Some((start, end)) => {
                self.rest = Some(&rest[..start]);
                Some(&rest[end..])
            }
            None => {
                self.rest = None;
                Some(rest)
            }
        }
    }
}

#[derive(Clone)]
pub struct RSplit<'a, P> {
    inner: Split<'a, P>,
}

impl<'a, P> RSplit<'a, P> {
    pub(crate) fn new(text: &'a str, pattern: P) -> Self {
        RSplit { inner: Split::new(text, pattern) }
    }
}

impl<'a, P: Pattern> Iterator for RSplit<'a, P> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        self.inner.next_back()
    }
}

impl<'a, P: Pattern> DoubleEndedIterator for RSplit<'a, P> {
    fn next_back(&mut self) -> Option<&'a str> {
        self.inner.next()
    }
}

/// Pieces with what ends them; there is no empty one at the end.
#[derive(Clone)]
pub struct SplitInclusive<'a, P> {
    rest: &'a str,
    pattern: P,
}

impl<'a, P> SplitInclusive<'a, P> {
    pub(crate) fn new(text: &'a str, pattern: P) -> Self {
        SplitInclusive { rest: text, pattern }
    }
}

impl<'a, P: Pattern> Iterator for SplitInclusive<'a, P> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        if self.rest.is_empty() {
            return None;
        }
        let end = match self.pattern.find_in(self.rest) {
            Some((_, end)) => end,
            None => self.rest.len(),
        };
        let (piece, rest) = self.rest.split_at(end);
        self.rest = rest;
        Some(piece)
    }
}

impl<'a, P: Pattern> DoubleEndedIterator for SplitInclusive<'a, P> {
    fn next_back(&mut self) -> Option<&'a str> {
        if self.rest.is_empty() {
            return None;
        }
        // What ends the last piece is not what ends the one before it.
        let start = match self.pattern.rfind_in(self.rest) {
            Some((at, end)) if end == self.rest.len() => self.pattern.rfind_in(&self.rest[..at]),
            found => found,
        };
        let (rest, piece) = self.rest.split_at(start.map_or(0, |it| it.1));
        self.rest = rest;
        Some(piece)
    }
}

/// Pieces without an empty one at the end.
#[derive(Clone)]
pub struct SplitTerminator<'a, P> {
    inner: Split<'a, P>,
}

impl<'a, P: Pattern> SplitTerminator<'a, P> {
    pub(crate) fn new(text: &'a str, pattern: P) -> Self {
        let mut pattern = pattern;
        let ending = pattern.suffix_of(text).unwrap_or(0);
        let mut inner = Split::new(&text[..text.len() - ending], pattern);
        if text.is_empty() {
            inner.rest = None;
        }
        SplitTerminator { inner }
    }
}

impl<'a, P: Pattern> Iterator for SplitTerminator<'a, P> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        self.inner.next()
    }
}

impl<'a, P: Pattern> DoubleEndedIterator for SplitTerminator<'a, P> {
    fn next_back(&mut self) -> Option<&'a str> {
        self.inner.next_back()
    }
}

/// At most as many pieces; the last is what is left.
#[derive(Clone)]
pub struct SplitN<'a, P> {
    inner: Split<'a, P>,
    count: usize,
}

impl<'a, P> SplitN<'a, P> {
    pub(crate) fn new(text: &'a str, count: usize, pattern: P) -> Self {
        SplitN { inner: Split::new(text, pattern), count }
    }
}

impl<'a, P: Pattern> Iterator for SplitN<'a, P> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        if self.count == 0 {
            return None;
        }
        self.count -= 1;
        if self.count == 0 { self.inner.rest.take() } else { self.inner.next() }
    }
}

#[derive(Clone)]
pub struct RSplitN<'a, P> {
    inner: Split<'a, P>,
    count: usize,
}

impl<'a, P> RSplitN<'a, P> {
    pub(crate) fn new(text: &'a str, count: usize, pattern: P) -> Self {
        RSplitN { inner: Split::new(text, pattern), count }
    }
}

impl<'a, P: Pattern> Iterator for RSplitN<'a, P> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        if self.count == 0 {
            return None;
        }
        self.count -= 1;
        if self.count == 0 { self.inner.rest.take() } else { self.inner.next_back() }
    }
}

#[derive(Clone)]
pub struct MatchIndices<'a, P> {
    text: &'a str,
    at: usize,
    pattern: P,
}

impl<'a, P> MatchIndices<'a, P> {
    pub(crate) fn new(text: &'a str, pattern: P) -> Self {
        MatchIndices { text, at: 0, pattern }
    }
}

impl<'a, P: Pattern> Iterator for MatchIndices<'a, P> {
    type Item = (usize, &'a str);

    fn next(&mut self) -> Option<(usize, &'a str)> {
        if self.at > self.text.len() {
            return None;
        }
        let (start, end) = self.pattern.find_in(&self.text[self.at..])?;
        let (start, end) = (self.at + start, self.at + end);
        self.at = behind(self.text, start, end);
        Some((start, &self.text[start..end]))
    }
}

#[derive(Clone)]
pub struct RMatchIndices<'a, P> {
    text: &'a str,
    pattern: P,
}

impl<'a, P> RMatchIndices<'a, P> {
    pub(crate) fn new(text: &'a str, pattern: P) -> Self {
        RMatchIndices { text, pattern }
    }
}

impl<'a, P: Pattern> Iterator for RMatchIndices<'a, P> {
    type Item = (usize, &'a str);

    fn next(&mut self) -> Option<(usize, &'a str)> {
        let (start, end) = self.pattern.rfind_in(self.text)?;
        let found = &self.text[start..end];
        self.text = &self.text[..start];
        Some((start, found))
    }
}

#[derive(Clone)]
pub struct RMatches<'a, P> {
    inner: RMatchIndices<'a, P>,
}

impl<'a, P> RMatches<'a, P> {
    pub(crate) fn new(text: &'a str, pattern: P) -> Self {
        RMatches { inner: RMatchIndices::new(text, pattern) }
    }
}

impl<'a, P: Pattern> Iterator for RMatches<'a, P> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let (_, found) = self.inner.next()?;
        Some(found)
    }
}

#[derive(Clone)]
pub struct Matches<'a, P> {
    inner: MatchIndices<'a, P>,
}

impl<'a, P> Matches<'a, P> {
    pub(crate) fn new(text: &'a str, pattern: P) -> Self {
        Matches { inner: MatchIndices::new(text, pattern) }
    }
}

impl<'a, P: Pattern> Iterator for Matches<'a, P> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let (_, found) = self.inner.next()?;
        Some(found)
    }
}
