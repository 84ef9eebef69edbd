//! What is wrong with a text, in words.

use meanwhile_runner::messages::{Finding, Severity};

/// Returns the word for how bad it is.
pub(crate) fn severity(finding: &Finding) -> &'static str {
    match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

/// Says what is wrong, with rustc's code where it has one.
pub(crate) fn message(finding: &Finding) -> String {
    match &finding.code {
        Some(code) => format!("{} ({code})", finding.message),
        None => finding.message.clone(),
    }
}

/// Says what is wrong, what is to be seen in other lines, and what to do.
pub(crate) fn advice(finding: &Finding) -> String {
    let mut text = message(finding);
    let line = finding.range.map(|it| it.start.line);
    for label in finding.labels.iter().filter(|it| Some(it.range.start.line) != line) {
        text.push_str(&format!(". Line {}: {}", label.range.start.line, label.message));
    }
    if let Some(hint) = &finding.hint {
        text.push_str(". ");
        text.push_str(hint);
    }
    text
}
