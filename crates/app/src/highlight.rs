//! Syntax colours for Rust, and for its twins in Python: lexers that know tokens, not grammar, and lose nothing of the
//! text.

mod python;

/// What a piece of source is, as far as its colour goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    /// Names, punctuation and blanks.
    Plain,
    /// A keyword.
    Keyword,
    /// `.await`'s keyword: where a future is waited for.
    Await,
    /// A name in front of `(` or `!`: a call, a definition, a macro.
    Function,
    /// A name that starts with a capital, or a primitive type.
    Type,
    /// A string, a byte string or a character.
    Text,
    /// A number.
    Number,
    /// A comment.
    Comment,
}

impl Class {
    /// Returns the CSS class; empty for plain text.
    pub(crate) fn css(self) -> &'static str {
        match self {
            Class::Plain => "",
            Class::Keyword => "kw",
            Class::Await => "kw aw",
            Class::Function => "fn",
            Class::Type => "ty",
            Class::Text => "st",
            Class::Number => "nu",
            Class::Comment => "co",
        }
    }
}

/// A piece of a line.
pub(crate) type Piece<'a> = (Class, &'a str);

const KEYWORDS: &[&str] = &[
    "as", "async", "break", "const", "continue", "crate", "dyn", "else", "enum", "extern", "false", "fn",
    "for", "if", "impl", "in", "let", "loop", "match", "mod", "move", "mut", "pub", "ref", "return", "self",
    "Self", "static", "struct", "super", "trait", "true", "type", "unsafe", "use", "where", "while",
];

const PRIMITIVES: &[&str] = &[
    "bool", "char", "f32", "f64", "i128", "i16", "i32", "i64", "i8", "isize", "str", "u128", "u16", "u32",
    "u64", "u8", "usize",
];

/// Splits a text in Rust into its lines, and each line into pieces of one class. The line ends are left out; put together
/// with them, the pieces are the text.
pub(crate) fn highlight(source: &str) -> Vec<Vec<Piece<'_>>> {
    pieces(source, token)
}

/// Does for a text in Python what [`highlight`] does for one in Rust.
pub(crate) fn python(source: &str) -> Vec<Vec<Piece<'_>>> {
    pieces(source, python::token)
}

fn pieces(source: &str, token: fn(&str) -> (Class, usize)) -> Vec<Vec<Piece<'_>>> {
    let mut lines = vec![Vec::new()];
    let mut rest = source;
    while !rest.is_empty() {
        let (class, len) = token(rest);
        let (text, after) = rest.split_at(len);
        for (number, part) in text.split('\n').enumerate() {
            if number > 0 {
                lines.push(Vec::new());
            }
            if let Some(line) = lines.last_mut().filter(|_| !part.is_empty()) {
                push(line, class, part);
            }
        }
        rest = after;
    }
    if lines.len() > 1 && lines.last().is_some_and(Vec::is_empty) {
        lines.pop();
    }
    lines
}

fn push<'a>(line: &mut Vec<Piece<'a>>, class: Class, part: &'a str) {
    line.push((class, part));
}

/// Returns the class and the length in bytes of the token at the start of a text that is not empty.
fn token(text: &str) -> (Class, usize) {
    let first = text.chars().next().unwrap_or(' ');
    if text.starts_with("//") {
        return (Class::Comment, text.find('\n').unwrap_or(text.len()));
    }
    if text.starts_with("/*") {
        return (Class::Comment, block_comment(text));
    }
    if let Some(len) = string(text) {
        return (Class::Text, len);
    }
    if first == '\'' {
        return quote(text);
    }
    if first.is_ascii_digit() {
        return (Class::Number, number(text));
    }
    if is_name_start(first) {
        let len = text.find(|it: char| !is_name(it)).unwrap_or(text.len());
        return (name_class(&text[..len], &text[len..]), len);
    }
    let starts_token = |it: char| is_name_start(it) || it.is_ascii_digit() || "\"'/".contains(it);
    let skip = first.len_utf8();
    (Class::Plain, text[skip..].find(starts_token).map_or(text.len(), |it| it + skip))
}

/// Whatever is not ASCII counts as a letter: the tables that know better weigh more than the lexer.
fn is_name_start(it: char) -> bool {
    it == '_' || it.is_ascii_alphabetic() || !it.is_ascii()
}

fn is_name(it: char) -> bool {
    is_name_start(it) || it.is_ascii_digit()
}

fn name_class(name: &str, after: &str) -> Class {
    if name == "await" {
        return Class::Await;
    }
    if KEYWORDS.contains(&name) {
        return Class::Keyword;
    }
    if after.starts_with('(')
        || after.starts_with("::<")
        || (after.starts_with('!') && !after.starts_with("!="))
    {
        let constructs = name.starts_with(|it: char| it.is_ascii_uppercase());
        return if constructs { Class::Type } else { Class::Function };
    }
    let is_type = PRIMITIVES.contains(&name) || name.starts_with(|it: char| it.is_ascii_uppercase());
    if is_type { Class::Type } else { Class::Plain }
}

/// Block comments nest.
fn block_comment(text: &str) -> usize {
    let (mut depth, mut at) = (0, 0);
    while at < text.len() {
        let rest = &text[at..];
        if rest.starts_with("/*") {
            depth += 1;
            at += 2;
        } else if rest.starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    text.len()
}

/// The length of a string literal of any kind, if one stands at the start.
fn string(text: &str) -> Option<usize> {
    let quoted = text.strip_prefix('b').or_else(|| text.strip_prefix('c')).unwrap_or(text);
    let prefix = text.len() - quoted.len();
    if let Some(raw) = quoted.strip_prefix('r') {
        let hashes = raw.len() - raw.trim_start_matches('#').len();
        let body = raw[hashes..].strip_prefix('"')?;
        let close = format!("\"{}", &raw[..hashes]);
        let start = prefix + 1 + hashes + 1;
        return Some(body.find(&close).map_or(text.len(), |it| start + it + close.len()));
    }
    let body = quoted.strip_prefix('"')?;
    Some(prefix + 1 + escaped_until(body, '"').unwrap_or(body.len()))
}

/// The length up to and with the closing mark, past whatever is escaped.
fn escaped_until(body: &str, close: char) -> Option<usize> {
    let mut escaped = false;
    for (at, it) in body.char_indices() {
        match it {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if it == close => return Some(at + it.len_utf8()),
            _ => {}
        }
    }
    None
}

/// A character, or a lifetime or label, which looks like a character that never closes.
fn quote(text: &str) -> (Class, usize) {
    let body = &text[1..];
    let mut chars = body.chars();
    let (first, second) = (chars.next(), chars.next());
    if first == Some('\\') || (second == Some('\'') && first != Some('\'')) {
        return (Class::Text, 1 + escaped_until(body, '\'').unwrap_or(body.len()));
    }
    (Class::Type, 1 + body.find(|it: char| !is_name(it)).unwrap_or(body.len()))
}

/// A number with its suffix. A dot belongs to it only before a digit: `1..4` and `1.max(2)` are not floats.
fn number(text: &str) -> usize {
    let part = |it: &str| it.find(|it: char| !is_name(it)).unwrap_or(it.len());
    let whole = part(text);
    match text[whole..].strip_prefix('.') {
        Some(fraction) if fraction.starts_with(|it: char| it.is_ascii_digit()) => whole + 1 + part(fraction),
        _ => whole,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};

    fn check(source: &str, expected: &Expect) {
        let mut out = String::new();
        for line in highlight(source) {
            for (class, text) in line {
                match class {
                    Class::Plain => out.push_str(text),
                    class => out.push_str(&format!("<{}|{text}>", class.css())),
                }
            }
            out.push('\n');
        }
        expected.assert_eq(&out);
    }

    #[test]
    fn an_async_function_gets_its_colours() {
        check(
            "async fn download(file: &str, ms: u64) {\n    sleep(Duration::from_millis(ms)).await; // wait\n}\n",
            &expect![[r#"
                <kw|async> <kw|fn> <fn|download>(file: &<ty|str>, ms: <ty|u64>) {
                    <fn|sleep>(<ty|Duration>::<fn|from_millis>(ms)).<kw aw|await>; <co|// wait>
                }
            "#]],
        );
    }

    #[test]
    fn macros_strings_and_numbers_do() {
        check(
            r###"println!("say \"{x}\""); let r = r#"a "b" c"#; x != 0x_ff_u8 + 1.5e3; for i in 1..4 {}"###,
            &expect![[r##"
                <fn|println>!(<st|"say \"{x}\"">); <kw|let> r = <st|r#"a "b" c"#>; x != <nu|0x_ff_u8> + <nu|1.5e3>; <kw|for> i <kw|in> <nu|1>..<nu|4> {}
            "##]],
        );
    }

    #[test]
    fn a_lifetime_is_no_character() {
        check(
            r"fn f<'a>(x: &'a str) { 'outer: loop { let c = 'x'; let q = '\''; break 'outer } }",
            &expect![[r#"
                <kw|fn> f<<ty|'a>>(x: &<ty|'a> <ty|str>) { <ty|'outer>: <kw|loop> { <kw|let> c = <st|'x'>; <kw|let> q = <st|'\''>; <kw|break> <ty|'outer> } }
            "#]],
        );
    }

    #[test]
    fn what_spans_lines_keeps_its_colour_on_each() {
        check(
            "/* one /* two */\nthree */ x\n\"a\nb\" y",
            &expect![[r#"
                <co|/* one /* two */>
                <co|three */> x
                <st|"a>
                <st|b"> y
            "#]],
        );
    }

    #[test]
    fn nothing_is_lost_whatever_the_text() {
        let pieces =
            ["'", "\"", "r#\"", "/*", "*/", "//", "\n", "\\", "é", "1.", "await", "b'", " ", "#", "{}"];
        let mut state = 1_usize;
        for _ in 0..2000 {
            let mut text = String::new();
            for _ in 0..12 {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                text.push_str(pieces[(state >> 33) % pieces.len()]);
            }
            text.push('.');
            let lines = highlight(&text);
            let joined: Vec<String> =
                lines.iter().map(|line| line.iter().map(|(_, it)| *it).collect()).collect();
            assert_eq!(joined.join("\n"), text);
        }
    }

    #[test]
    fn an_empty_text_is_one_empty_line() {
        assert_eq!(highlight(""), [vec![]]);
        assert_eq!(highlight("a\n").len(), 1);
        assert_eq!(highlight("a\n\n").len(), 2);
    }
}
