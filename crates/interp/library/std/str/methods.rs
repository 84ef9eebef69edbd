//! What a text can do.

use super::pattern::Pattern;
use super::*;
use crate::slice::SliceIndex;

impl str {
    pub const fn len(&self) -> usize {
        native!()
    }

    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub fn is_char_boundary(&self, index: usize) -> bool {
        native!()
    }

    pub fn floor_char_boundary(&self, index: usize) -> usize {
        let mut at = index.min(self.len());
        while !self.is_char_boundary(at) {
            at -= 1;
        }
        at
    }

    pub fn ceil_char_boundary(&self, index: usize) -> usize {
        let mut at = index.min(self.len());
        while !self.is_char_boundary(at) {
            at += 1;
        }
        at
    }

    pub fn as_bytes(&self) -> &[u8] {
        native!()
    }

    pub const fn as_ptr(&self) -> *const u8 {
        self.as_bytes().as_ptr()
    }

    pub fn as_str(&self) -> &str {
        self
    }

    /// A part by its bytes; nothing if the range is out of bounds or cuts a character.
    fn part(&self, start: usize, end: usize) -> Option<&str> {
        native!()
    }

    pub fn get<I: SliceIndex<str>>(&self, i: I) -> Option<&I::Output> {
        i.get(self)
    }

    pub fn get_mut<I: SliceIndex<str>>(&mut self, i: I) -> Option<&mut I::Output> {
        i.get_mut(self)
    }

    #[track_caller]
    pub unsafe fn get_unchecked<I: SliceIndex<str>>(&self, i: I) -> &I::Output {
        i.index(self)
    }

    #[track_caller]
    pub fn split_at(&self, mid: usize) -> (&str, &str) {
        (&self[..mid], &self[mid..])
    }

    pub fn split_at_checked(&self, mid: usize) -> Option<(&str, &str)> {
        if self.is_char_boundary(mid) { Some((&self[..mid], &self[mid..])) } else { None }
    }

    pub fn chars(&self) -> Chars<'_> {
        Chars::new(self)
    }

    pub fn char_indices(&self) -> CharIndices<'_> {
        CharIndices::new(self)
    }

    pub fn bytes(&self) -> Bytes<'_> {
        Bytes::new(self)
    }

    pub fn split_whitespace(&self) -> SplitWhitespace<'_> {
        SplitWhitespace::new(self)
    }

    pub fn split_ascii_whitespace(&self) -> SplitAsciiWhitespace<'_> {
        SplitWhitespace::new(self)
    }

    pub fn lines(&self) -> Lines<'_> {
        Lines::new(self)
    }

    pub fn encode_utf16(&self) -> crate::vec::IntoIter<u16> {
        let mut units = Vec::new();
        for c in self.chars() {
            let code = c as u32;
            if code < 0x10000 {
                units.push(code as u16);
            } else {
                units.push((0xd800 + ((code - 0x10000) >> 10)) as u16);
                units.push((0xdc00 + ((code - 0x10000) & 0x3ff)) as u16);
            }
        }
        units.into_iter()
    }

    pub fn contains<P: Pattern>(&self, pat: P) -> bool {
        let mut pat = pat;
        pat.find_in(self).is_some()
    }

    pub fn starts_with<P: Pattern>(&self, pat: P) -> bool {
        let mut pat = pat;
        pat.prefix_of(self).is_some()
    }

    pub fn ends_with<P: Pattern>(&self, pat: P) -> bool {
        let mut pat = pat;
        pat.suffix_of(self).is_some()
    }

    pub fn find<P: Pattern>(&self, pat: P) -> Option<usize> {
        let mut pat = pat;
        Some(pat.find_in(self)?.0)
    }

    pub fn rfind<P: Pattern>(&self, pat: P) -> Option<usize> {
        let mut pat = pat;
        Some(pat.rfind_in(self)?.0)
    }

    pub fn split<P: Pattern>(&self, pat: P) -> Split<'_, P> {
        Split::new(self, pat)
    }

    pub fn split_inclusive<P: Pattern>(&self, pat: P) -> SplitInclusive<'_, P> {
        SplitInclusive::new(self, pat)
    }

    pub fn rsplit<P: Pattern>(&self, pat: P) -> RSplit<'_, P> {
        RSplit::new(self, pat)
    }

    pub fn rsplit_terminator<P: Pattern>(&self, pat: P) -> crate::iter::Rev<SplitTerminator<'_, P>> {
        SplitTerminator::new(self, pat).rev()
    }

    pub fn split_terminator<P: Pattern>(&self, pat: P) -> SplitTerminator<'_, P> {
        SplitTerminator::new(self, pat)
    }

    pub fn splitn<P: Pattern>(&self, n: usize, pat: P) -> SplitN<'_, P> {
        SplitN::new(self, n, pat)
    }

    pub fn rsplitn<P: Pattern>(&self, n: usize, pat: P) -> RSplitN<'_, P> {
        RSplitN::new(self, n, pat)
    }

    pub fn split_once<P: Pattern>(&self, delimiter: P) -> Option<(&str, &str)> {
        let mut delimiter = delimiter;
        let (start, end) = delimiter.find_in(self)?;
        Some((&self[..start], &self[end..]))
    }

    pub fn rsplit_once<P: Pattern>(&self, delimiter: P) -> Option<(&str, &str)> {
        let mut delimiter = delimiter;
        let (start, end) = delimiter.rfind_in(self)?;
        Some((&self[..start], &self[end..]))
    }

    pub fn matches<P: Pattern>(&self, pat: P) -> Matches<'_, P> {
        Matches::new(self, pat)
    }

    pub fn rmatches<P: Pattern>(&self, pat: P) -> RMatches<'_, P> {
        RMatches::new(self, pat)
    }

    pub fn match_indices<P: Pattern>(&self, pat: P) -> MatchIndices<'_, P> {
        MatchIndices::new(self, pat)
    }

    pub fn rmatch_indices<P: Pattern>(&self, pat: P) -> RMatchIndices<'_, P> {
        RMatchIndices::new(self, pat)
    }

    pub fn trim(&self) -> &str {
        native!()
    }

    pub fn trim_start(&self) -> &str {
        native!()
    }

    pub fn trim_end(&self) -> &str {
        native!()
    }

    pub fn trim_ascii(&self) -> &str {
        self.trim_matches(|c: char| c.is_ascii_whitespace())
    }

    pub fn trim_ascii_start(&self) -> &str {
        self.trim_start_matches(|c: char| c.is_ascii_whitespace())
    }

    pub fn trim_ascii_end(&self) -> &str {
        self.trim_end_matches(|c: char| c.is_ascii_whitespace())
    }

    pub fn trim_left_matches<P: Pattern>(&self, pat: P) -> &str {
        self.trim_start_matches(pat)
    }

    pub fn trim_right_matches<P: Pattern>(&self, pat: P) -> &str {
        self.trim_end_matches(pat)
    }

    pub fn trim_left(&self) -> &str {
        self.trim_start()
    }

    pub fn trim_right(&self) -> &str {
        self.trim_end()
    }

    pub fn trim_matches<P: Pattern>(&self, pat: P) -> &str {
        let mut pat = pat;
        let mut rest = self;
        while let Some(len) = pat.prefix_of(rest) {
            if len == 0 {
                break;
            }
            rest = &rest[len..];
        }
        while let Some(len) = pat.suffix_of(rest) {
            if len == 0 {
                break;
            }
            rest = &rest[..rest.len() - len];
        }
        rest
    }

    pub fn trim_start_matches<P: Pattern>(&self, pat: P) -> &str {
        let mut pat = pat;
        let mut rest = self;
        while let Some(len) = pat.prefix_of(rest) {
            if len == 0 {
                break;
            }
            rest = &rest[len..];
        }
        rest
    }

    pub fn trim_end_matches<P: Pattern>(&self, pat: P) -> &str {
        let mut pat = pat;
        let mut rest = self;
        while let Some(len) = pat.suffix_of(rest) {
            if len == 0 {
                break;
            }
            rest = &rest[..rest.len() - len];
        }
        rest
    }

    pub fn strip_prefix<P: Pattern>(&self, prefix: P) -> Option<&str> {
        let mut prefix = prefix;
        let len = prefix.prefix_of(self)?;
        Some(&self[len..])
    }

    pub fn strip_suffix<P: Pattern>(&self, suffix: P) -> Option<&str> {
        let mut suffix = suffix;
        let len = suffix.suffix_of(self)?;
        Some(&self[..self.len() - len])
    }

    pub fn parse<F: FromStr>(&self) -> Result<F, F::Err> {
        F::from_str(self)
    }

    pub fn is_ascii(&self) -> bool {
        native!()
    }

    pub fn eq_ignore_ascii_case(&self, other: &str) -> bool {
        native!()
    }

    pub fn make_ascii_uppercase(&mut self) {
        native!()
    }

    pub fn make_ascii_lowercase(&mut self) {
        native!()
    }

    pub fn to_lowercase(&self) -> String {
        native!()
    }

    pub fn to_uppercase(&self) -> String {
        native!()
    }

    pub fn to_ascii_uppercase(&self) -> String {
        native!()
    }

    pub fn to_ascii_lowercase(&self) -> String {
        native!()
    }

    #[track_caller]
    pub fn repeat(&self, n: usize) -> String {
        native!()
    }

    pub fn replace<P: Pattern>(&self, from: P, to: &str) -> String {
        let mut result = String::new();
        let mut last = 0;
        for (start, part) in self.match_indices(from) {
            result.push_str(&self[last..start]);
            result.push_str(to);
            last = start + part.len();
        }
        result.push_str(&self[last..]);
        result
    }

    pub fn replacen<P: Pattern>(&self, pat: P, to: &str, count: usize) -> String {
        let mut result = String::new();
        let mut last = 0;
        for (start, part) in self.match_indices(pat).take(count) {
            result.push_str(&self[last..start]);
            result.push_str(to);
            last = start + part.len();
        }
        result.push_str(&self[last..]);
        result
    }

    pub fn into_string(self: Box<str>) -> String {
        String::from(&*self)
    }

    pub fn into_boxed_bytes(self: Box<str>) -> Box<[u8]> {
        self.as_bytes().to_vec().into_boxed_slice()
    }

    pub fn escape_debug(&self) -> Escaped {
        Escaped::new(self.chars().flat_map(|c| c.escape_debug()).collect::<String>())
    }

    pub fn escape_default(&self) -> Escaped {
        Escaped::new(self.chars().flat_map(|c| c.escape_default()).collect::<String>())
    }

    pub fn escape_unicode(&self) -> Escaped {
        Escaped::new(self.chars().flat_map(|c| c.escape_unicode()).collect::<String>())
    }
}
