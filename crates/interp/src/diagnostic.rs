//! What is wrong with a program's text, as rustc would say it.

use crate::source::Span;

/// How bad it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Severity {
    /// The program is not run.
    Error,
    /// It is run all the same.
    Warning,
}

/// One thing that is wrong.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// rustc's code for it, such as `E0382`, where it has one.
    pub code: Option<&'static str>,
    /// What is wrong, in a sentence.
    pub message: String,
    /// Where.
    pub span: Span,
    /// What stands below the text, there and elsewhere.
    pub labels: Vec<Label>,
    /// What to do.
    pub hint: Option<String>,
}

/// A remark on a stretch of the text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Label {
    /// Where.
    pub span: Span,
    /// What there is to say of it.
    pub text: String,
}

impl Diagnostic {
    /// An error at a place.
    pub fn error(span: Span, message: impl Into<String>) -> Self {
        Diagnostic {
            severity: Severity::Error,
            code: None,
            message: message.into(),
            span,
            labels: Vec::new(),
            hint: None,
        }
    }

    /// A warning at a place.
    pub fn warning(span: Span, message: impl Into<String>) -> Self {
        Diagnostic { severity: Severity::Warning, ..Diagnostic::error(span, message) }
    }

    /// Adds rustc's code.
    pub fn code(self, code: &'static str) -> Self {
        Diagnostic { code: Some(code), ..self }
    }

    /// Adds a remark on a stretch of the text; none where there is nothing to point at.
    pub fn label(mut self, span: Span, text: impl Into<String>) -> Self {
        if span != Span::NONE {
            self.labels.push(Label { span, text: text.into() });
        }
        self
    }

    /// What there is to say beside the message, on one line: what stands elsewhere in the text, with its lines, and what to
    /// do.
    pub fn remarks(&self) -> Option<String> {
        let elsewhere = self.labels.iter().filter(|it| it.span != self.span);
        let mut all: Vec<String> =
            elsewhere.map(|it| format!("line {}: {}", it.span.line, it.text)).collect();
        all.extend(self.hint.clone());
        (!all.is_empty()).then(|| all.join("; "))
    }

    /// Adds what to do.
    pub fn hint(self, hint: impl Into<String>) -> Self {
        Diagnostic { hint: Some(hint.into()), ..self }
    }
}
