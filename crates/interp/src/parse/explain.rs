//! What is wrong with a text that cannot be parsed, said so that a reader finds it.

use crate::diagnostic::Diagnostic;
use crate::source::{FileId, Span};

/// What can be wrong with single characters and brackets.
enum Fault {
    /// A bracket that is not closed; where another kind was found, if one was.
    Open(char, Place, Option<(char, Place)>),
    /// A bracket that was never opened.
    Unexpected(char, Place),
    /// A string without an end.
    Text(Place),
    /// A comment without an end.
    Comment(Place),
}

#[derive(Clone, Copy)]
struct Place {
    line: u32,
    column: u32,
}

/// Says why a text does not even fall into tokens.
pub(super) fn lexical(text: &str, file: FileId, span: proc_macro2::Span) -> Diagnostic {
    let at = |place: Place, width: u32| Span {
        file,
        line: place.line,
        column: place.column,
        end_line: place.line,
        end_column: place.column + width,
    };
    match Scan::new(text).run() {
        Some(Fault::Open(open, place, None)) => {
            Diagnostic::error(at(place, 1), "this file contains an unclosed delimiter")
                .hint(format!("the `{open}` that is opened here has no `{}`", closing(open)))
        }
        Some(Fault::Open(open, place, Some((found, end)))) => {
            Diagnostic::error(at(end, 1), format!("mismatched closing delimiter: `{found}`")).hint(format!(
                "the `{open}` of line {} is still open: close it with `{}`",
                place.line,
                closing(open)
            ))
        }
        Some(Fault::Unexpected(found, place)) => {
            Diagnostic::error(at(place, 1), format!("unexpected closing delimiter: `{found}`"))
                .hint("remove it, or open it before")
        }
        Some(Fault::Text(place)) => {
            Diagnostic::error(at(place, 1), "unterminated double quote string").hint("add a `\"` at its end")
        }
        Some(Fault::Comment(place)) => {
            Diagnostic::error(at(place, 2), "unterminated block comment").hint("add `*/` at its end")
        }
        None => Diagnostic::error(Span::of(file, span), "this is not a token of Rust")
            .hint("look for a stray character, a quote or a number with letters in it"),
    }
}

/// Hints for messages of the parser, by how they begin.
const HINTS: &[(&str, &str)] = &[
    ("expected `;`", "end the statement before with a `;`"),
    ("expected `,`", "put a `,` between the parts"),
    ("unexpected end of input", "something is missing at the end here"),
    ("expected pattern", "here stands what a value is compared with or bound to, not an expression"),
    ("unexpected token, expected", "look for a missing bracket or comma before this place"),
    ("comparison operators cannot be chained", "write `a < b && b < c`"),
];

/// Says what the parser says.
pub(super) fn syntactic(span: Span, message: &str) -> Diagnostic {
    let error = Diagnostic::error(span, message);
    if let Some(word) = message.strip_prefix("expected identifier, found keyword `") {
        let word = word.trim_end_matches('`');
        let raw = format!("a keyword cannot be a name: choose another, or write `r#{word}`");
        let is_path = ["self", "Self", "super", "crate"].contains(&word);
        return error.hint(if is_path {
            "a keyword cannot be a name: choose another".to_owned()
        } else {
            raw
        });
    }
    match HINTS.iter().find(|it| message.starts_with(it.0)) {
        Some((_, hint)) => error.hint(*hint),
        None => error,
    }
}

fn closing(open: char) -> char {
    match open {
        '(' => ')',
        '[' => ']',
        _ => '}',
    }
}

/// Reads a text character by character, as far as brackets, strings and comments go.
struct Scan<'a> {
    rest: std::iter::Peekable<std::str::Chars<'a>>,
    here: Place,
    open: Vec<(char, Place)>,
}

impl<'a> Scan<'a> {
    fn new(text: &'a str) -> Self {
        Scan { rest: text.chars().peekable(), here: Place { line: 1, column: 1 }, open: Vec::new() }
    }

    fn next(&mut self) -> Option<char> {
        let it = self.rest.next()?;
        if it == '\n' {
            self.here = Place { line: self.here.line + 1, column: 1 };
        } else {
            self.here.column += 1;
        }
        Some(it)
    }

    fn run(mut self) -> Option<Fault> {
        let mut last = ' ';
        loop {
            let place = self.here;
            let Some(it) = self.next() else { break };
            let fault = match it {
                '/' if self.rest.peek() == Some(&'/') => self.line_comment(),
                '/' if self.rest.peek() == Some(&'*') => self.block_comment(place),
                '"' => self.text(place),
                'r' if !last.is_alphanumeric() && last != '_' => self.raw(place),
                '\'' => self.character(),
                '(' | '[' | '{' => {
                    self.open.push((it, place));
                    None
                }
                ')' | ']' | '}' => self.close(it, place),
                _ => None,
            };
            if fault.is_some() {
                return fault;
            }
            last = it;
        }
        self.open.last().map(|&(open, place)| Fault::Open(open, place, None))
    }

    fn close(&mut self, found: char, place: Place) -> Option<Fault> {
        match self.open.pop() {
            None => Some(Fault::Unexpected(found, place)),
            Some((open, _)) if closing(open) == found => None,
            Some((open, at)) => Some(Fault::Open(open, at, Some((found, place)))),
        }
    }

    fn line_comment(&mut self) -> Option<Fault> {
        while self.rest.peek().is_some_and(|&it| it != '\n') {
            self.next();
        }
        None
    }

    fn block_comment(&mut self, place: Place) -> Option<Fault> {
        let mut depth = 0;
        let mut last = '/';
        while let Some(it) = self.next() {
            match (last, it) {
                ('/', '*') => depth += 1,
                ('*', '/') => depth -= 1,
                _ => {
                    last = it;
                    continue;
                }
            }
            last = ' ';
            if depth == 0 {
                return None;
            }
        }
        Some(Fault::Comment(place))
    }

    fn text(&mut self, place: Place) -> Option<Fault> {
        while let Some(it) = self.next() {
            match it {
                '\\' => {
                    self.next();
                }
                '"' => return None,
                _ => {}
            }
        }
        Some(Fault::Text(place))
    }

    /// `r"..."` and `r#"..."#`, or a name that begins so.
    fn raw(&mut self, place: Place) -> Option<Fault> {
        let mut hashes = 0;
        while self.rest.peek() == Some(&'#') {
            self.next();
            hashes += 1;
        }
        if self.rest.peek() != Some(&'"') {
            return None;
        }
        self.next();
        let mut seen = None;
        while let Some(it) = self.next() {
            seen = match (it, seen) {
                ('"', _) => Some(0),
                ('#', Some(count)) => Some(count + 1),
                _ => None,
            };
            if seen == Some(hashes) {
                return None;
            }
        }
        Some(Fault::Text(place))
    }

    /// `'a'`, `'\n'`, or a lifetime.
    fn character(&mut self) -> Option<Fault> {
        let mut ahead = self.rest.clone();
        let count = match (ahead.next(), ahead.next()) {
            (Some('\\'), _) => {
                // `\u{..}` has brackets in it.
                let length = self.rest.clone().skip(2).take(10).position(|it| it == '\'');
                length.map_or(0, |it| it + 3)
            }
            (Some(_), Some('\'')) => 2,
            _ => 0,
        };
        for _ in 0..count {
            self.next();
        }
        None
    }
}
