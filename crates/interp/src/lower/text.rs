//! Tokens as text: as `stringify!` shows them, and as `assert!` does.

use proc_macro2::{Delimiter, Group, LineColumn, TokenStream, TokenTree};

/// The text of tokens as it was written, with one space where there was any.
pub(super) fn stringify(tokens: TokenStream) -> String {
    let mut text = Written { text: String::new(), end: None };
    text.tokens(tokens);
    text.text
}

struct Written {
    text: String,
    /// Where the last token ended.
    end: Option<LineColumn>,
}

impl Written {
    fn tokens(&mut self, tokens: TokenStream) {
        for token in tokens {
            match token {
                TokenTree::Group(it) => self.group(&it),
                token => self.word(&token.to_string(), token.span().start(), token.span().end()),
            }
        }
    }

    fn group(&mut self, it: &Group) {
        let (open, close) = match it.delimiter() {
            Delimiter::Parenthesis => ("(", ")"),
            Delimiter::Bracket => ("[", "]"),
            Delimiter::Brace => ("{", "}"),
            Delimiter::None => return self.tokens(it.stream()),
        };
        self.word(open, it.span_open().start(), it.span_open().end());
        self.tokens(it.stream());
        self.word(close, it.span_close().start(), it.span_close().end());
    }

    fn word(&mut self, word: &str, start: LineColumn, end: LineColumn) {
        let touches = self.end.is_none_or(|it| it == start) || matches!(word, "," | ";" | ".");
        if !touches {
            self.text.push(' ');
        }
        self.text.push_str(word);
        self.end = Some(end);
    }
}

/// What stands before a token, for the space between.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    /// Nothing, or what takes no space behind it.
    Tight,
    /// The end of an operand.
    Operand,
    /// What takes a space behind it.
    Spaced,
}

/// Words behind which an operand starts.
const WORDS: &[&str] = &[
    "return", "break", "in", "if", "match", "while", "as", "mut", "ref", "move", "else", "let", "dyn",
    "async",
];

/// The text of an expression as the compiler would print it: in the usual style, whatever it was in.
pub(super) fn pretty(tokens: TokenStream) -> String {
    let mut text = String::new();
    print(&tokens.into_iter().collect::<Vec<_>>(), &mut text);
    text
}

fn print(tokens: &[TokenTree], text: &mut String) {
    let mut before = Before::Tight;
    let mut angles = 0usize;
    let mut bar_open = false;
    let mut index = 0;
    while index < tokens.len() {
        match &tokens[index] {
            TokenTree::Group(it) => {
                let brace = it.delimiter() == Delimiter::Brace;
                if before == Before::Spaced || brace && before != Before::Tight {
                    text.push(' ');
                }
                group(it, text);
                before = Before::Operand;
            }
            TokenTree::Ident(it) => {
                if before != Before::Tight {
                    text.push(' ');
                }
                let word = it.to_string();
                before = if WORDS.contains(&word.as_str()) { Before::Spaced } else { Before::Operand };
                text.push_str(&word);
            }
            TokenTree::Literal(it) => {
                if before != Before::Tight {
                    text.push(' ');
                }
                text.push_str(&it.to_string());
                before = Before::Operand;
            }
            TokenTree::Punct(_) => {
                let op = operator(&tokens[index..]);
                index += op.chars().count() - 1;
                before = punct(&op, before, &mut angles, &mut bar_open, text);
            }
        }
        index += 1;
    }
}

fn group(it: &Group, text: &mut String) {
    let inner: Vec<TokenTree> = it.stream().into_iter().collect();
    match it.delimiter() {
        Delimiter::None => print(&inner, text),
        Delimiter::Brace if inner.is_empty() => text.push_str("{}"),
        Delimiter::Brace => {
            text.push_str("{ ");
            print(&inner, text);
            text.push_str(" }");
        }
        delimiter => {
            let (open, close) = if delimiter == Delimiter::Bracket { ('[', ']') } else { ('(', ')') };
            text.push(open);
            print(&inner, text);
            text.push(close);
        }
    }
}

/// Operators of more than one character, the longest first.
const OPERATORS: &[&str] = &[
    "..=", "...", "<<=", ">>=", "::", "->", "=>", "==", "!=", "<=", ">=", "&&", "||", "+=", "-=", "*=", "/=",
    "%=", "^=", "&=", "|=", "<<", ">>", "..",
];

fn operator(tokens: &[TokenTree]) -> String {
    let run: String = tokens
        .iter()
        .map_while(|it| match it {
            TokenTree::Punct(it) => Some(it.as_char()),
            _ => None,
        })
        .take(3)
        .collect();
    let known = OPERATORS.iter().find(|it| run.starts_with(**it));
    known.map_or_else(|| run.chars().take(1).collect(), |it| (*it).to_owned())
}

fn punct(op: &str, before: Before, angles: &mut usize, bar_open: &mut bool, text: &mut String) -> Before {
    let prefix = before != Before::Operand;
    let space = |text: &mut String| {
        if before == Before::Spaced {
            text.push(' ');
        }
    };
    match op {
        "," | ";" => {
            text.push_str(op);
            Before::Spaced
        }
        ":" => {
            text.push(':');
            Before::Spaced
        }
        "." | "::" | ".." | "..=" => {
            if prefix {
                space(text);
            }
            text.push_str(op);
            Before::Tight
        }
        "?" => {
            text.push('?');
            Before::Operand
        }
        "<" if text.ends_with("::") || *angles > 0 => {
            *angles += 1;
            text.push('<');
            Before::Tight
        }
        ">" | ">>" if *angles >= op.len() => {
            *angles -= op.len();
            text.push_str(op);
            Before::Operand
        }
        "!" if !prefix => {
            text.push('!');
            Before::Tight
        }
        "|" if prefix || *bar_open => {
            if !*bar_open {
                space(text);
            }
            *bar_open = !*bar_open;
            text.push('|');
            if *bar_open { Before::Tight } else { Before::Spaced }
        }
        "||" if prefix => {
            space(text);
            text.push_str("||");
            Before::Spaced
        }
        "&" | "*" | "-" | "!" | "&&" | "'" if prefix => {
            space(text);
            text.push_str(op);
            Before::Tight
        }
        _ => {
            text.push(' ');
            text.push_str(op);
            Before::Spaced
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{pretty, stringify};
    use std::str::FromStr as _;

    fn tokens(text: &str) -> proc_macro2::TokenStream {
        proc_macro2::TokenStream::from_str(text).expect("tokens")
    }

    #[test]
    fn what_was_written_is_kept() {
        for (text, shown) in [
            ("0.1+0.2", "0.1+0.2"),
            ("a  +\n b", "a + b"),
            ("P{x:1.0,name:\"n\".into()}", "P{x:1.0,name:\"n\".into()}"),
            ("f( a , b )", "f( a, b )"),
        ] {
            assert_eq!(stringify(tokens(text)), shown);
        }
    }

    #[test]
    fn expressions_are_printed_in_the_usual_style() {
        for (text, shown) in [
            ("1>2", "1 > 2"),
            ("a.len()==3&&!b", "a.len() == 3 && !b"),
            ("matches!(x,Some(_))", "matches!(x, Some(_))"),
            ("v.iter().all(|x|*x>-1)", "v.iter().all(|x| *x > -1)"),
            ("Vec::<u8>::new().is_empty()", "Vec::<u8>::new().is_empty()"),
            ("a [ 0 ] <= b", "a[0] <= b"),
            ("p==P{x:1}", "p == P { x: 1 }"),
            ("x as u8==1", "x as u8 == 1"),
            ("f(&mut a,&b)?.c", "f(&mut a, &b)?.c"),
            ("(a||b)", "(a || b)"),
        ] {
            assert_eq!(pretty(tokens(text)), shown);
        }
    }
}
