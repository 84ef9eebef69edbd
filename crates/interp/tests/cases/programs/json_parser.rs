// A JSON parser and printer without any crate.

use std::collections::BTreeMap;
use std::fmt::{self, Write as _};
use std::iter::Peekable;
use std::str::{CharIndices, FromStr};

#[derive(Debug, Clone, PartialEq)]
enum Json {
    Null,
    Bool(bool),
    Number(f64),
    Str(String),
    Array(Vec<Json>),
    Object(BTreeMap<String, Json>),
}

#[derive(Debug, PartialEq, Eq)]
enum ErrorKind {
    Eof,
    Unexpected(char),
    BadEscape,
    BadNumber(String),
    Trailing,
}

#[derive(Debug, PartialEq, Eq)]
struct ParseError {
    kind: ErrorKind,
    offset: usize,
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            ErrorKind::Eof => f.write_str("unexpected end")?,
            ErrorKind::Unexpected(c) => write!(f, "unexpected {c:?}")?,
            ErrorKind::BadEscape => write!(f, "bad escape")?,
            ErrorKind::BadNumber(n) => write!(f, "bad number `{n}`")?,
            ErrorKind::Trailing => write!(f, "trailing characters")?,
        }
        write!(f, " at {}", self.offset)
    }
}

impl std::error::Error for ParseError {}

type Result<T> = std::result::Result<T, ParseError>;

struct Parser<'a> {
    src: &'a str,
    chars: Peekable<CharIndices<'a>>,
}

impl<'a> Parser<'a> {
    fn new(src: &'a str) -> Self {
        Self { src, chars: src.char_indices().peekable() }
    }

    fn offset(&mut self) -> usize {
        self.chars.peek().map_or(self.src.len(), |&(i, _)| i)
    }

    fn fail<T>(&mut self, kind: ErrorKind) -> Result<T> {
        let offset = self.offset();
        Err(ParseError { kind, offset })
    }

    fn ws(&mut self) {
        while self.chars.next_if(|(_, c)| c.is_ascii_whitespace()).is_some() {}
    }

    fn expect(&mut self, wanted: char) -> Result<()> {
        match self.chars.peek().copied() {
            Some((_, c)) if c == wanted => {
                self.chars.next();
                Ok(())
            }
            Some((_, c)) => self.fail(ErrorKind::Unexpected(c)),
            None => self.fail(ErrorKind::Eof),
        }
    }

    fn word(&mut self, word: &str, value: Json) -> Result<Json> {
        word.chars().try_for_each(|c| self.expect(c))?;
        Ok(value)
    }

    fn value(&mut self) -> Result<Json> {
        self.ws();
        let value = match self.chars.peek() {
            None => return self.fail(ErrorKind::Eof),
            Some(&(start, c)) => match c {
                'n' => self.word("null", Json::Null)?,
                't' => self.word("true", Json::Bool(true))?,
                'f' => self.word("false", Json::Bool(false))?,
                '"' => Json::Str(self.string()?),
                '[' => Json::Array(self.sequence('[', ']', Self::value)?),
                '{' => {
                    let members = self.sequence('{', '}', |p| {
                        p.ws();
                        let key = p.string()?;
                        p.ws();
                        p.expect(':')?;
                        Ok((key, p.value()?))
                    })?;
                    Json::Object(members.into_iter().collect())
                }
                '-' | '0'..='9' => self.number(start)?,
                other => return self.fail(ErrorKind::Unexpected(other)),
            },
        };
        self.ws();
        Ok(value)
    }

    fn sequence<T>(&mut self, open: char, close: char, mut item: impl FnMut(&mut Self) -> Result<T>) -> Result<Vec<T>> {
        self.expect(open)?;
        let mut items = vec![];
        self.ws();
        if self.expect(close).is_ok() {
            return Ok(items);
        }
        loop {
            items.push(item(self)?);
            self.ws();
            if self.expect(',').is_err() {
                break;
            }
        }
        self.expect(close).map(|()| items)
    }

    fn number(&mut self, start: usize) -> Result<Json> {
        while let Some((_, '0'..='9' | '.' | '-' | '+' | 'e' | 'E')) = self.chars.peek() {
            self.chars.next();
        }
        let end = self.offset();
        let text = &self.src[start..end];
        text.parse().map(Json::Number).map_err(|_| ParseError { kind: ErrorKind::BadNumber(text.to_owned()), offset: start })
    }

    fn string(&mut self) -> Result<String> {
        self.expect('"')?;
        let mut out = String::new();
        loop {
            let Some((at, c)) = self.chars.next() else {
                break self.fail(ErrorKind::Eof);
            };
            match c {
                '"' => break Ok(out),
                '\\' => match self.chars.next() {
                    Some((_, 'n')) => out.push('\n'),
                    Some((_, 't')) => out.push('\t'),
                    Some((_, c @ ('"' | '\\' | '/'))) => out.push(c),
                    Some((i, 'u')) => {
                        let code = self.src.get(i + 1..i + 5).and_then(|h| u32::from_str_radix(h, 16).ok());
                        match code.and_then(char::from_u32) {
                            Some(c) => out.push(c),
                            None => break Err(ParseError { kind: ErrorKind::BadEscape, offset: at }),
                        }
                        self.chars.nth(3);
                    }
                    _ => break Err(ParseError { kind: ErrorKind::BadEscape, offset: at }),
                },
                c => out.push(c),
            }
        }
    }
}

impl FromStr for Json {
    type Err = ParseError;
    fn from_str(s: &str) -> Result<Json> {
        let mut parser = Parser::new(s);
        let value = parser.value()?;
        match parser.chars.next() {
            None => Ok(value),
            Some((offset, _)) => Err(ParseError { kind: ErrorKind::Trailing, offset }),
        }
    }
}

impl fmt::Display for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Json::Null => f.write_str("null"),
            Json::Bool(b) => b.fmt(f),
            Json::Number(n) => n.fmt(f),
            Json::Str(s) => write!(f, "{s:?}"),
            Json::Array(items) => {
                f.write_char('[')?;
                for (i, item) in items.iter().enumerate() {
                    if i != 0 {
                        f.write_char(',')?;
                    }
                    fmt::Display::fmt(item, f)?;
                }
                f.write_char(']')
            }
            Json::Object(members) => {
                let mut first = true;
                f.write_char('{')?;
                for (k, v) in members {
                    if !std::mem::take(&mut first) {
                        f.write_char(',')?;
                    }
                    write!(f, "{k:?}:{v}")?;
                }
                f.write_char('}')
            }
        }
    }
}

impl Json {
    fn depth(&self) -> usize {
        match self {
            Json::Array(a) => 1 + a.iter().map(Json::depth).max().unwrap_or(0),
            Json::Object(o) => 1 + o.values().map(Json::depth).max().unwrap_or_default(),
            _ => 0,
        }
    }

    fn pointer(&self, path: &str) -> Option<&Json> {
        path.split('/').skip(1).try_fold(self, |at, key| match at {
            Json::Object(o) => o.get(key),
            Json::Array(a) => key.parse::<usize>().ok().and_then(|i| a.get(i)),
            _ => None,
        })
    }
}

fn main() {
    let text = r#" { "name": "caf\u00e9", "tags": ["a", "b\n", []], "nested": {"pi": 3.14, "n": -2e3, "ok": true}, "none": null } "#;
    let json: Json = text.parse().unwrap();
    println!("{json}");
    println!("depth {}", json.depth());
    for path in ["/name", "/tags/1", "/nested/n", "/tags/7", ""] {
        match json.pointer(path) {
            Some(found) => println!("{path:>10} = {found}"),
            None => println!("{path:>10} is nowhere"),
        }
    }
    assert_eq!(json.to_string().parse::<Json>().as_ref(), Ok(&json));
    for bad in ["", "[1, 2", "{\"a\" 1}", "tru", "[1-2]", "\"\\x\"", "1 2", "[,]", "\"\\ud800\""] {
        match Json::from_str(bad) {
            Ok(v) => println!("{bad} => {v:?}"),
            Err(e) => println!("{bad:<10} => {e}"),
        }
    }
}
