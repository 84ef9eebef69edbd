//! What is wrong with a program, shown in its text with carets, as rustc does.

use crate::show::word;
use meanwhile_interp::diagnostic::Diagnostic;
use meanwhile_interp::source::{FileId, Span};
use std::fmt::Write as _;

/// A stretch of the text with a line below it.
struct Mark<'a> {
    span: Span,
    text: &'a str,
    sign: &'static str,
}

/// Returns a diagnostic with the lines of the text that it is about.
pub(crate) fn shown(finding: &Diagnostic, file: &str, text: &str) -> String {
    let code = finding.code.map(|it| format!("[{it}]")).unwrap_or_default();
    let mut out = format!("{}{code}: {}\n", word(finding.severity), finding.message);
    let marks = marks(finding);
    let width = marks.iter().map(|it| it.span.line).max().unwrap_or_default().to_string().len();
    let margin = " ".repeat(width);
    if !marks.is_empty() {
        let _ = write!(out, "{margin}--> {file}:{}:{}\n{margin} |\n", finding.span.line, finding.span.column);
    }
    let mut before = 0;
    for mark in &marks {
        let number = mark.span.line;
        let Some(line) = text.lines().nth(number as usize - 1) else { continue };
        if before != 0 && number > before + 1 {
            out.push_str("...\n");
        }
        if number != before {
            let _ = writeln!(out, "{number:>width$} | {line}");
        }
        let _ = writeln!(out, "{margin} | {}", below(mark, line));
        before = number;
    }
    if let Some(hint) = &finding.hint {
        let _ = writeln!(out, "{margin} = help: {hint}");
    }
    out + "\n"
}

/// The stretches to be marked, in the order of the text; none of the library's.
fn marks(finding: &Diagnostic) -> Vec<Mark<'_>> {
    let labels = finding.labels.iter().map(|it| Mark {
        span: it.span,
        text: &it.text,
        sign: if it.span == finding.span { "^" } else { "-" },
    });
    let mut all: Vec<Mark<'_>> = labels.collect();
    if !all.iter().any(|it| it.span == finding.span) {
        all.push(Mark { span: finding.span, text: "", sign: "^" });
    }
    all.retain(|it| it.span.line > 0 && it.span.file == FileId::PROGRAM);
    all.sort_by_key(|it| (it.span.line, it.span.column));
    all
}

fn below(mark: &Mark<'_>, line: &str) -> String {
    let span = mark.span;
    let end = if span.end_line == span.line { span.end_column } else { line.chars().count() as u32 + 1 };
    let before = " ".repeat(span.column.saturating_sub(1) as usize);
    let carets = mark.sign.repeat(end.saturating_sub(span.column).max(1) as usize);
    format!("{before}{carets} {}", mark.text).trim_end().to_owned()
}
