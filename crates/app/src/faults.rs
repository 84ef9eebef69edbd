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

/// Says what is wrong and what to do.
pub(crate) fn advice(finding: &Finding) -> String {
    match &finding.hint {
        Some(hint) => format!("{}. {hint}", message(finding)),
        None => message(finding),
    }
}
