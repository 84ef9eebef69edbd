//! Text between quotes. The standard library's way to write it knows of every character whether it can be printed, by
//! tables for which a download has no room.

/// Writes a text between double quotes, on one line: as `{:?}` does, but only control characters are written by number.
///
/// ```
/// use meanwhile_trace::quoted;
/// assert_eq!(quoted("say \"ü\"\n\u{7}"), r#""say \"ü\"\n\u{7}""#);
/// ```
pub fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for it in text.chars() {
        match it {
            '"' | '\\' => out.extend(['\\', it]),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\0' => out.push_str("\\0"),
            it if it.is_control() => out.push_str(&format!("\\u{{{:x}}}", u32::from(it))),
            it => out.push(it),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn what_programs_print_is_quoted_as_ever() {
        for text in ["", "plain", "tab\tand \\ and \"", "two\r\nlines", "\0\u{1b}[0m", "ü × 取得"] {
            assert_eq!(quoted(text), format!("{text:?}"));
        }
    }
}
