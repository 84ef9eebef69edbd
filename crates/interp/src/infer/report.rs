//! What is surely wrong, in rustc's words.

use super::Infer;
use super::types::Type;
use crate::diagnostic::Diagnostic;
use crate::names::Symbol;
use crate::source::{FileId, Span};

/// Something that is wrong. The types in it are shown when all is known.
#[derive(Clone, Debug)]
pub(super) enum Report {
    /// A value of another type than the one that is wanted.
    Mismatch { at: Span, what: &'static str, wanted: Type, found: Type },
    /// There is no such method, or (`function`) no such item of a type.
    NoMethod { at: Span, name: Symbol, on: Type, function: bool },
    /// There is no such field.
    NoField { at: Span, name: Symbol, on: Type },
    /// A sentence with `{}` for each of the types.
    Says { at: Span, code: &'static str, text: String, types: Vec<Type>, hint: Option<String> },
}

/// The title of most mismatches.
pub(super) const MISMATCHED: &str = "mismatched types";

const SUPPORT: &str = "not supported by the playground yet";

/// More than these nobody reads.
const MAX_REPORTS: usize = 50;

impl Infer<'_> {
    pub(super) fn report(&mut self, report: Report) {
        if self.reports.len() < MAX_REPORTS && !self.vars.is_trying() {
            self.reports.push(report);
        }
    }

    /// Reports a sentence with types in it.
    pub(super) fn say(&mut self, at: Span, code: &'static str, text: impl Into<String>, types: &[&Type]) {
        self.say_with(at, code, text, types, None);
    }

    pub(super) fn say_with(
        &mut self,
        at: Span,
        code: &'static str,
        text: impl Into<String>,
        types: &[&Type],
        hint: Option<String>,
    ) {
        let types = types.iter().map(|it| (*it).clone()).collect();
        self.report(Report::Says { at, code, text: text.into(), types, hint });
    }

    /// Reports a wrong number of arguments of what rustc calls `what`.
    pub(super) fn count(&mut self, at: Span, what: &str, wanted: usize, given: usize) {
        let (what, code) = if what == "closure" { ("function", "E0057") } else { (what, "E0061") };
        let counted = |n: usize| if n == 1 { "1 argument".into() } else { format!("{n} arguments") };
        let were = if given == 1 { "was" } else { "were" };
        let text = format!("this {what} takes {} but {} {were} supplied", counted(wanted), counted(given));
        self.say(at, code, text, &[]);
    }

    /// The messages; none of those about types of which too little is known.
    pub(super) fn diagnostics(&mut self) -> Vec<Diagnostic> {
        let reports = std::mem::take(&mut self.reports);
        if self.program.function(self.root).span.file != FileId::PROGRAM {
            return Vec::new();
        }
        let all = reports.into_iter().filter_map(|it| self.diagnostic(it));
        all.filter(|it| it.span != Span::NONE).collect()
    }

    fn diagnostic(&mut self, report: Report) -> Option<Diagnostic> {
        match report {
            Report::Mismatch { at, what, wanted, found } => {
                let (wanted, found) = (self.expected(&wanted)?, self.expected(&found)?);
                let message = format!("{what}: expected {wanted}, found {found}");
                (wanted != found).then(|| Diagnostic::error(at, message).code("E0308"))
            }
            Report::NoMethod { at, name, on, function } => self.no_method(at, name, &on, function),
            Report::NoField { at, name, on } => self.no_field(at, name, &on),
            Report::Says { at, code, text, types, hint } => {
                let mut parts = text.split("{}");
                let mut message = parts.next()?.to_owned();
                for (part, ty) in parts.zip(&types) {
                    message.push_str(&self.named(ty)?);
                    message.push_str(part);
                }
                let diagnostic = Diagnostic::error(at, message).code(code);
                Some(match hint {
                    Some(hint) => diagnostic.hint(hint),
                    None => diagnostic,
                })
            }
        }
    }

    fn no_field(&mut self, at: Span, name: Symbol, on: &Type) -> Option<Diagnostic> {
        let text = self.program.names.text(name).to_string();
        let shown = self.named(on)?;
        let on = self.shallow(on);
        if matches!(on, Type::Int(_) | Type::Float(_) | Type::Bool | Type::Char) {
            let message = format!("{shown} is a primitive type and therefore doesn't have fields");
            return Some(Diagnostic::error(at, message).code("E0610"));
        }
        if self.has_method(&on, name) {
            let message = format!("attempted to take value of method `{text}` on type {shown}");
            let hint = format!("use parentheses to call the method: `{text}()`");
            return Some(Diagnostic::error(at, message).code("E0615").hint(hint));
        }
        let diagnostic = Diagnostic::error(at, format!("no field `{text}` on type {shown}")).code("E0609");
        Some(match self.like_field(&on, &text) {
            Some(like) => diagnostic.hint(format!("a field with a similar name exists: `{like}`")),
            None => diagnostic,
        })
    }

    fn no_method(&mut self, at: Span, name: Symbol, on: &Type, function: bool) -> Option<Diagnostic> {
        let text = self.program.names.text(name).to_string();
        let shown = self.named(on)?;
        let on = self.shallow(on);
        let kind = self.receiver_kind(&on).map_or_else(|| shown.clone(), |kind| format!("{kind} {shown}"));
        let what = if function { "function or associated item" } else { "method" };
        let message = format!("no {what} named `{text}` found for {kind} in the current scope");
        let diagnostic = Diagnostic::error(at, message).code("E0599");
        if let Some(of) = self.importable(&on, name).filter(|_| !function) {
            let hint = format!("the trait `{of}` has such a method, but it is not in scope: `use` it");
            return Some(diagnostic.hint(hint));
        }
        Some(match self.like_method(&on, &text, function) {
            Some(like) => diagnostic.hint(format!("there is a {what} `{like}` with a similar name")),
            None if self.is_of_library(&on) => diagnostic.hint(SUPPORT),
            None => diagnostic,
        })
    }
}
