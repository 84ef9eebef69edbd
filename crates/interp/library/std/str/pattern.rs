//! What can be looked for in a text.

/// Something that matches parts of a text. Places are in bytes.
#[lang = "Pattern"]
pub trait Pattern: Sized {
    /// The start and the end of the first match.
    fn find_in(&mut self, haystack: &str) -> Option<(usize, usize)>;

    /// The start and the end of the last match.
    fn rfind_in(&mut self, haystack: &str) -> Option<(usize, usize)>;

    /// How long a match at the start is.
    fn prefix_of(&mut self, haystack: &str) -> Option<usize>;

    /// How long a match at the end is.
    fn suffix_of(&mut self, haystack: &str) -> Option<usize>;
}

/// Where a text is in another; `usize::MAX` if it is not.
fn find_text(haystack: &str, needle: &str) -> usize {
    native!()
}

/// Where a text is last in another; `usize::MAX` if it is not.
fn rfind_text(haystack: &str, needle: &str) -> usize {
    native!()
}

/// Whether a text starts another.
fn starts(haystack: &str, needle: &str) -> bool {
    native!()
}

/// Whether a text ends another.
fn ends(haystack: &str, needle: &str) -> bool {
    native!()
}

/// Where a character is in a text; `usize::MAX` if it is not.
fn find_char(haystack: &str, needle: char) -> usize {
    native!()
}

/// Where a character is last in a text; `usize::MAX` if it is not.
fn rfind_char(haystack: &str, needle: char) -> usize {
    native!()
}

impl Pattern for &str {
    fn find_in(&mut self, haystack: &str) -> Option<(usize, usize)> {
        let at = find_text(haystack, *self);
        if at == usize::MAX { None } else { Some((at, at + self.len())) }
    }

    fn rfind_in(&mut self, haystack: &str) -> Option<(usize, usize)> {
        let at = rfind_text(haystack, *self);
        if at == usize::MAX { None } else { Some((at, at + self.len())) }
    }

    fn prefix_of(&mut self, haystack: &str) -> Option<usize> {
        if starts(haystack, *self) { Some(self.len()) } else { None }
    }

    fn suffix_of(&mut self, haystack: &str) -> Option<usize> {
        if ends(haystack, *self) { Some(self.len()) } else { None }
    }
}

macro_rules! as_text {
    ($($ty:ty)*) => {$(
        impl Pattern for $ty {
            fn find_in(&mut self, haystack: &str) -> Option<(usize, usize)> {
                let mut text: &str = self.as_str();
                text.find_in(haystack)
            }

            fn rfind_in(&mut self, haystack: &str) -> Option<(usize, usize)> {
                let mut text: &str = self.as_str();
                text.rfind_in(haystack)
            }

            fn prefix_of(&mut self, haystack: &str) -> Option<usize> {
                let mut text: &str = self.as_str();
                text.prefix_of(haystack)
            }

            fn suffix_of(&mut self, haystack: &str) -> Option<usize> {
                let mut text: &str = self.as_str();
                text.suffix_of(haystack)
            }
        }
    )*};
}

as_text! { &String &&str }

impl Pattern for char {
    fn find_in(&mut self, haystack: &str) -> Option<(usize, usize)> {
        let at = find_char(haystack, *self);
        if at == usize::MAX { None } else { Some((at, at + self.len_utf8())) }
    }

    fn rfind_in(&mut self, haystack: &str) -> Option<(usize, usize)> {
        let at = rfind_char(haystack, *self);
        if at == usize::MAX { None } else { Some((at, at + self.len_utf8())) }
    }

    fn prefix_of(&mut self, haystack: &str) -> Option<usize> {
        let first = haystack.chars().next()?;
        if first == *self { Some(first.len_utf8()) } else { None }
    }

    fn suffix_of(&mut self, haystack: &str) -> Option<usize> {
        let last = haystack.chars().next_back()?;
        if last == *self { Some(last.len_utf8()) } else { None }
    }
}

macro_rules! by_character {
    ($([$($params:tt)*] $ty:ty: |$pattern:ident, $c:ident| $matches:expr;)*) => {$(
        impl<$($params)*> Pattern for $ty {
            fn find_in(&mut self, haystack: &str) -> Option<(usize, usize)> {
                let $pattern = self;
                for (at, $c) in haystack.char_indices() {
                    if $matches {
                        return Some((at, at + $c.len_utf8()));
                    }
                }
                None
            }

            fn rfind_in(&mut self, haystack: &str) -> Option<(usize, usize)> {
                let $pattern = self;
                let mut end = haystack.len();
                for $c in haystack.chars().rev() {
                    let start = end - $c.len_utf8();
                    if $matches {
                        return Some((start, end));
                    }
                    end = start;
                }
                None
            }

            fn prefix_of(&mut self, haystack: &str) -> Option<usize> {
                let $pattern = self;
                let $c = haystack.chars().next()?;
                if $matches { Some($c.len_utf8()) } else { None }
            }

            fn suffix_of(&mut self, haystack: &str) -> Option<usize> {
                let $pattern = self;
                let $c = haystack.chars().next_back()?;
                if $matches { Some($c.len_utf8()) } else { None }
            }
        }
    )*};
}

by_character! {
    [F: FnMut(char) -> bool] F: |pattern, c| (*pattern)(c);
    [const N: usize] [char; N]: |pattern, c| pattern.contains(&c);
    [const N: usize] &[char; N]: |pattern, c| pattern.contains(&c);
    [] &[char]: |pattern, c| pattern.contains(&c);
}
