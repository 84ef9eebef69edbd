//! How wide text will be, near enough, and how to cut it: layout knows no fonts.

/// The advance of a monospaced character, in ems.
const MONO_EM: f64 = 0.602;

/// Returns the width of a text in the monospaced font.
pub(crate) fn mono_width(text: &str, font_size: f64) -> f64 {
    columns(text) as f64 * MONO_EM * font_size
}

/// How many characters of the monospaced font a text takes up; those of East Asian scripts take two.
pub(crate) fn columns(text: &str) -> usize {
    text.chars().map(char_columns).sum()
}

fn char_columns(it: char) -> usize {
    match it {
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' => 0,
        '\u{1100}'..='\u{115f}'
        | '\u{2e80}'..='\u{a4cf}'
        | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}' => 2,
        '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ff60}' | '\u{1f300}'..='\u{1faff}' => 2,
        _ => 1,
    }
}

/// Shortens a span's name to a width in the monospaced font.
///
/// What tells spans of one function apart are its arguments, the first above all: later ones go first, then the end of
/// the function's name, and only then the end of everything. `download("a.pdf", 300)`, `download("a.pdf", …)`,
/// `dow…("a.pdf")`, `downlo…`.
pub(crate) fn fitted_name(name: &str, width: f64, font_size: f64) -> String {
    let room = (width / (MONO_EM * font_size)).floor().max(0.0) as usize;
    let line = name.lines().next().unwrap_or_default();
    if columns(line) <= room {
        return line.to_owned();
    }
    shortened_call(line, room).unwrap_or_else(|| cut(line, room))
}

fn shortened_call(name: &str, room: usize) -> Option<String> {
    let (function, rest) = name.split_once('(')?;
    let arguments = rest.strip_suffix(')')?;
    let first = first_argument(arguments);
    let tail = if first.len() < arguments.len() { ", …)" } else { ")" };
    let dropped = format!("{function}({first}{tail}");
    if columns(&dropped) <= room {
        return Some(dropped);
    }
    let argument = format!("({first})");
    let left = room.checked_sub(columns(&argument)).filter(|it| *it >= 4)?;
    Some(cut(function, left) + &argument)
}

/// The text up to the first comma that stands neither in quotes nor in brackets.
fn first_argument(arguments: &str) -> &str {
    let (mut depth, mut quoted, mut escaped) = (0_i32, false, false);
    for (at, it) in arguments.char_indices() {
        match it {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            _ if quoted => {}
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            ',' if depth == 0 => return &arguments[..at],
            _ => {}
        }
    }
    arguments
}

/// Cuts the end off a text and puts `…` there.
fn cut(text: &str, room: usize) -> String {
    if columns(text) <= room {
        return text.to_owned();
    }
    let mut used = 1;
    let kept: String = text
        .chars()
        .take_while(|it| {
            used += char_columns(*it);
            used <= room
        })
        .collect();
    if room == 0 { String::new() } else { kept.trim_end().to_owned() + "…" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn fitted(name: &str, room: usize) -> String {
        let text = fitted_name(name, room as f64 * MONO_EM * 12.0 + 0.01, 12.0);
        assert!(columns(&text) <= room, "{text:?} is wider than {room}");
        text
    }

    #[test]
    fn a_name_loses_its_later_arguments_then_its_function_then_its_end() {
        let name = "download(\"a.pdf\", 300)";
        assert_eq!(fitted(name, 22), name);
        assert_eq!(fitted(name, 21), "download(\"a.pdf\", …)");
        assert_eq!(fitted(name, 19), "download(\"a.pdf\")");
        assert_eq!(fitted(name, 16), "downlo…(\"a.pdf\")");
        assert_eq!(fitted(name, 13), "dow…(\"a.pdf\")");
        assert_eq!(fitted(name, 12), "download(\"a…");
        assert_eq!(fitted(name, 1), "…");
        assert_eq!(fitted(name, 0), "");
    }

    #[test]
    fn commas_in_quotes_and_brackets_do_not_part_arguments() {
        assert_eq!(first_argument("\"a, \\\"b\", 2"), "\"a, \\\"b\"");
        assert_eq!(first_argument("[1, 2], 3"), "[1, 2]");
        assert_eq!(first_argument("7"), "7");
    }

    #[test]
    fn wide_characters_take_two_columns_and_only_the_first_line_is_shown() {
        assert_eq!(fitted("取得する", 5), "取得…");
        assert_eq!(fitted("one\ntwo", 20), "one");
    }
}
