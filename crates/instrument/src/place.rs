//! Places in the source, and the texts that stand there.

use proc_macro2::Span;

/// The longest text of an awaited operand, in characters.
const TEXT_LIMIT: usize = 40;

/// A line and a column, in characters. Both count from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) line: u32,
    pub(crate) column: u32,
}

impl Place {
    /// Where a span starts.
    pub(crate) fn of(span: Span) -> Place {
        let start = span.start();
        Place { line: start.line as u32, column: start.column as u32 + 1 }
    }

    /// Behind the last character.
    pub(crate) fn end_of(source: &str) -> Place {
        let line = source.split('\n').count();
        let last = source.rsplit('\n').next().unwrap_or_default();
        Place { line: line as u32, column: last.chars().count() as u32 + 1 }
    }
}

/// Returns the text of a span for use as a name: on one line, and cut.
pub fn text(span: Span) -> String {
    let text = span.source_text().unwrap_or_default();
    let one_line = text.split_whitespace().collect::<Vec<_>>().join(" ").replace(" .", ".");
    match one_line.char_indices().nth(TEXT_LIMIT) {
        Some((end, _)) => format!("{}…", &one_line[..end]),
        None => one_line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};
    use syn::spanned::Spanned as _;

    #[track_caller]
    fn check(source: &str, expected: &Expect) {
        let expr: syn::Expr = syn::parse_str(source).unwrap();
        expected.assert_eq(&text(expr.span()));
    }

    #[test]
    fn a_text_is_on_one_line() {
        check("client\n    .get(url)\n    .send()", &expect!["client.get(url).send()"]);
        check("download( \"a.pdf\",\n  300 )", &expect![[r#"download( "a.pdf", 300 )"#]]);
    }

    #[test]
    fn a_text_is_cut_after_forty_characters() {
        check(
            "aaaaaaaaaa(bbbbbbbbbb, cccccccccc, dddddd)",
            &expect!["aaaaaaaaaa(bbbbbbbbbb, cccccccccc, ddddd…"],
        );
        check(
            "größe(\"ääääääääääääääääääääääääääääää\")",
            &expect![[r#"größe("ääääääääääääääääääääääääääääää")"#]],
        );
    }

    #[test]
    fn the_end_of_a_source_is_behind_its_last_character() {
        assert_eq!(Place::end_of("fn main"), Place { line: 1, column: 8 });
        assert_eq!(Place::end_of("a\nbc\n"), Place { line: 3, column: 1 });
    }
}
