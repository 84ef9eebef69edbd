//! The tokens of Python, as far as their colours go.

use super::{Class, escaped_until, is_name, is_name_start, number};

const KEYWORDS: &[&str] = &[
    "False", "None", "True", "and", "as", "assert", "async", "break", "class", "continue", "def", "del",
    "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda",
    "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
];

/// Returns the class and the length in bytes of the token at the start of a text that is not empty.
pub(super) fn token(text: &str) -> (Class, usize) {
    let first = text.chars().next().unwrap_or(' ');
    if first == '#' {
        return (Class::Comment, text.find('\n').unwrap_or(text.len()));
    }
    if let Some(len) = string(text) {
        return (Class::Text, len);
    }
    if first.is_ascii_digit() {
        return (Class::Number, number(text));
    }
    if is_name_start(first) {
        let len = text.find(|it: char| !is_name(it)).unwrap_or(text.len());
        return (name_class(&text[..len], &text[len..]), len);
    }
    let starts_token = |it: char| is_name_start(it) || it.is_ascii_digit() || "\"'#".contains(it);
    let skip = first.len_utf8();
    (Class::Plain, text[skip..].find(starts_token).map_or(text.len(), |it| it + skip))
}

fn name_class(name: &str, after: &str) -> Class {
    match name {
        "await" => Class::Await,
        _ if KEYWORDS.contains(&name) => Class::Keyword,
        _ if name.starts_with(|it: char| it.is_ascii_uppercase()) => Class::Type,
        _ if after.starts_with('(') => Class::Function,
        _ => Class::Plain,
    }
}

/// The length of a string of any kind with its prefix, if one stands at the start. What is put into an f-string counts
/// as part of it.
fn string(text: &str) -> Option<usize> {
    let prefix = text.find(|it: char| !"rbfuRBFU".contains(it)).filter(|it| *it <= 2)?;
    let body = &text[prefix..];
    for close in ["\"\"\"", "'''"] {
        if let Some(inner) = body.strip_prefix(close) {
            return Some(inner.find(close).map_or(text.len(), |it| prefix + it + 2 * close.len()));
        }
    }
    let quote = body.chars().next().filter(|it| "\"'".contains(*it))?;
    let line = body[1..].lines().next().unwrap_or("");
    Some(prefix + 1 + escaped_until(line, quote).unwrap_or(line.len()))
}

#[cfg(test)]
mod tests {
    use crate::highlight::{Class, python};

    fn coloured(source: &str) -> Vec<(Class, String)> {
        let pieces = python(source).into_iter().flatten();
        pieces.filter(|it| it.0 != Class::Plain).map(|(class, it)| (class, it.to_owned())).collect()
    }

    #[test]
    fn a_coroutine_gets_its_colours() {
        let pieces = coloured(
            "async def f(x):  # wait\n    await asyncio.sleep(0.5)\n    print(f\"it's {x}\", b'a\\'b')\n",
        );
        let expected = [
            (Class::Keyword, "async"),
            (Class::Keyword, "def"),
            (Class::Function, "f"),
            (Class::Comment, "# wait"),
            (Class::Await, "await"),
            (Class::Function, "sleep"),
            (Class::Number, "0.5"),
            (Class::Function, "print"),
            (Class::Text, "f\"it's {x}\""),
            (Class::Text, "b'a\\'b'"),
        ];
        assert_eq!(pieces, expected.map(|(class, it)| (class, it.to_owned())));
    }

    #[test]
    fn nothing_is_lost_whatever_the_text() {
        for text in
            ["\"\"\"a\nb\"\"\" c", "'open\nnext", "'''open", "f", "rb", "#", "é = 'ü'", "x = 1.", "\"\\"]
        {
            let lines: Vec<String> =
                python(text).iter().map(|line| line.iter().map(|it| it.1).collect()).collect();
            assert_eq!(lines.join("\n"), text);
        }
    }
}
