//! What is surely wrong, in rustc's words.

use super::Infer;
use super::types::Type;
use crate::diagnostic::Diagnostic;
use crate::names::Symbol;
use crate::source::{FileId, Span};
use crate::tree::BinaryOp;

/// Something that is wrong. The types in it are shown when all is known.
#[derive(Clone, Debug)]
pub(super) enum Report {
    Mismatch { at: Span, wanted: Type, found: Type },
    Arguments { at: Span, what: &'static str, wanted: usize, given: usize },
    NoMethod { at: Span, name: Symbol, on: Type, function: bool },
    NoField { at: Span, name: Symbol, on: Type },
    Operator { at: Span, op: BinaryOp, left: Type, right: Type },
    Negation { at: Span, sign: &'static str, on: Type },
    NotCallable { at: Span, on: Type },
    Compare { at: Span, left: Type, right: Type },
}

const SUPPORT: &str = "the playground does not know it; perhaps the original does";

impl Infer<'_> {
    pub(super) fn report(&mut self, report: Report) {
        if self.reports.len() < 50 {
            self.reports.push(report);
        }
    }

    /// The messages; none of those about types of which too little is known.
    pub(super) fn diagnostics(&mut self) -> Vec<Diagnostic> {
        if self.program.function(self.root).span.file != FileId::PROGRAM {
            return Vec::new();
        }
        let reports = std::mem::take(&mut self.reports);
        let mut all: Vec<Diagnostic> = reports.into_iter().filter_map(|it| self.diagnostic(it)).collect();
        all.retain(|it| it.span.file == FileId::PROGRAM && it.span != Span::NONE);
        all
    }

    fn diagnostic(&mut self, report: Report) -> Option<Diagnostic> {
        match report {
            Report::Mismatch { at, wanted, found } => {
                let (wanted, found) = (self.shown(&wanted)?, self.shown(&found)?);
                if wanted == found {
                    return None;
                }
                let message = format!("mismatched types: expected {wanted}, found {found}");
                Some(Diagnostic::error(at, message).code("E0308"))
            }
            Report::Arguments { at, what, wanted, given } => {
                let counted = |n: usize| if n == 1 { "1 argument".into() } else { format!("{n} arguments") };
                let were = if given == 1 { "was" } else { "were" };
                let (what, code) = if what == "closure" { ("function", "E0057") } else { (what, "E0061") };
                let message =
                    format!("this {what} takes {} but {} {were} supplied", counted(wanted), counted(given));
                Some(Diagnostic::error(at, message).code(code))
            }
            Report::NoMethod { at, name, on, function } => self.no_method(at, name, &on, function),
            Report::NoField { at, name, on } => {
                let name_text = self.program.names.text(name).clone();
                let on_text = self.shown(&on)?;
                let message = format!("no field `{name_text}` on type {on_text}");
                let diagnostic = Diagnostic::error(at, message).code("E0609");
                Some(self.with_hint(diagnostic, self.like_field(&on, &name_text)))
            }
            Report::Operator { at, op, left, right } => {
                let (left, right) = (self.shown(&left)?, self.shown(&right)?);
                let (verb, link, swapped) = words(op);
                let message = if swapped {
                    format!("cannot {verb} {right} {link} {left}")
                } else {
                    format!("cannot {verb} {left} {link} {right}")
                };
                Some(Diagnostic::error(at, message).code("E0277"))
            }
            Report::Compare { at, left, right } => {
                let (left, right) = (self.shown(&left)?, self.shown(&right)?);
                Some(Diagnostic::error(at, format!("can't compare {left} with {right}")).code("E0277"))
            }
            Report::Negation { at, sign, on } => {
                let on = self.shown(&on)?;
                Some(
                    Diagnostic::error(at, format!("cannot apply unary operator `{sign}` to type {on}"))
                        .code("E0600"),
                )
            }
            Report::NotCallable { at, on } => {
                let on = self.shown(&on)?;
                Some(Diagnostic::error(at, format!("expected function, found {on}")).code("E0618"))
            }
        }
    }

    fn no_method(&mut self, at: Span, name: Symbol, on: &Type, function: bool) -> Option<Diagnostic> {
        let text = self.program.names.text(name).clone();
        let shown = self.shown(on)?;
        let on = self.shallow(on);
        let kind = match self.receiver_kind(&on) {
            Some(kind) => format!("{kind} {shown}"),
            None => shown,
        };
        let message = if function {
            format!("no function or associated item named `{text}` found for {kind} in the current scope")
        } else {
            format!("no method named `{text}` found for {kind} in the current scope")
        };
        let diagnostic = Diagnostic::error(at, message).code("E0599");
        if let Some(hint) = self.import_hint(&on, name) {
            return Some(diagnostic.hint(hint));
        }
        let hint = self.like_method(&on, &text);
        if hint.is_none() && self.is_of_library(&on) {
            return Some(diagnostic.hint(SUPPORT));
        }
        Some(self.with_hint(diagnostic, hint))
    }

    fn with_hint(&self, diagnostic: Diagnostic, like: Option<String>) -> Diagnostic {
        match like {
            Some(like) => diagnostic.hint(format!("did you mean `{like}`?")),
            None => diagnostic,
        }
    }
}

/// How rustc speaks of an operator: the verb, the word between, and whether the right operand comes first.
fn words(op: BinaryOp) -> (&'static str, &'static str, bool) {
    match op {
        BinaryOp::Add => ("add", "to", true),
        BinaryOp::Sub => ("subtract", "from", true),
        BinaryOp::Mul => ("multiply", "by", false),
        BinaryOp::Div => ("divide", "by", false),
        BinaryOp::Rem => ("calculate and assign the remainder of", "divided by", false),
        _ => ("apply the operator to", "and", false),
    }
}
