//! Programs given as text, by the interpreter.

mod gathering;

use super::programs::{Begun, Programs, Rejection, Verdict};
use crate::messages::{
    self, Code, Description, Finding, FromWorker, Item, ItemKind, JudgeRequest, Label, Position, Question,
    Range, RunRequest, Severity, TextRequest,
};
use meanwhile_interp::diagnostic::{self, Diagnostic};
use meanwhile_interp::engine::{self, Engine, Meaning};
use meanwhile_interp::machine::Limits;
use meanwhile_interp::source::{FileId, Span};
use meanwhile_trace::lint::Facts;
use std::rc::Rc;

/// Whatever text comes.
#[derive(Clone, Copy, Debug, Default)]
pub struct Interpreted;

impl Interpreted {
    /// Reads the library, so that the first program need not wait for that.
    pub fn prepare() {
        engine::prepare();
    }
}

impl Programs for Interpreted {
    fn begin(&self, request: &RunRequest, tick: Rc<dyn Fn()>) -> Result<Begun, Rejection> {
        let Code::Text { text, limits } = &request.code else { return Err(compiled(request)) };
        let engine = Engine::new(text).map_err(|it| rejected(&it))?;
        let warnings = findings(&engine.warnings);
        let (main, ended) = engine.main(of_messages(*limits), move || tick());
        let verdict = move |status| {
            let (status, last) = ended.verdict(status);
            let detail = last.first().map(|it| it.message.clone());
            let found = [findings(&last), findings(&ended.lost()), warnings.clone()];
            Verdict { status, detail, findings: found.concat() }
        };
        Ok(Begun { main, verdict: Box::new(verdict) })
    }

    fn facts(&self, request: &JudgeRequest) -> Facts {
        match &request.text {
            Some(text) => gathering::facts(text),
            None => meanwhile_programs::facts(&request.program),
        }
    }

    fn answer(&self, request: &TextRequest) -> FromWorker {
        let ask = request.ask;
        match request.question {
            Question::Check => FromWorker::Checked { ask, findings: check(&request.text) },
            Question::Complete(at) => {
                let items = engine::complete(&request.text, at.line, at.column);
                FromWorker::Completed { ask, items: items.into_iter().map(item).collect() }
            }
            Question::Gather { line } => {
                FromWorker::Gathered { ask, fix: gathering::fix(&request.text, line) }
            }
            Question::Describe(at) => {
                let found = engine::describe(&request.text, at.line, at.column);
                FromWorker::Described { ask, description: found.map(|it| item(it).description) }
            }
        }
    }

    /// A panic of the program is none of the worker's.
    fn outlives_panics(&self) -> bool {
        true
    }
}

fn check(text: &str) -> Vec<Finding> {
    match Engine::new(text) {
        Ok(engine) => findings(&engine.warnings),
        Err(errors) => findings(&errors),
    }
}

fn rejected(errors: &[Diagnostic]) -> Rejection {
    let findings = findings(errors);
    let first = findings.iter().find(|it| it.severity == Severity::Error);
    let message = first.map_or_else(|| "The program cannot be run".to_owned(), |it| it.message.clone());
    Rejection { message, hint: first.and_then(|it| it.hint.clone()), findings }
}

fn compiled(request: &RunRequest) -> Rejection {
    Rejection {
        message: format!("This worker does not hold \"{}\" as rustc compiled it", request.program),
        hint: Some("It runs texts: give it the program's.".to_owned()),
        findings: Vec::new(),
    }
}

fn of_messages(limits: messages::Limits) -> Limits {
    let size = |it: u64| usize::try_from(it).unwrap_or(usize::MAX);
    Limits {
        turn: limits.turn,
        total: limits.total,
        depth: size(limits.depth),
        memory: size(limits.memory),
        output: size(limits.output),
        tasks: size(limits.tasks),
        threads: size(limits.threads),
        ..Limits::default()
    }
}

fn item(of: Meaning) -> Item {
    let kind = match of.kind {
        engine::Kind::Function => ItemKind::Function,
        engine::Kind::Method => ItemKind::Method,
        engine::Kind::Field => ItemKind::Field,
        engine::Kind::Variable => ItemKind::Variable,
        engine::Kind::Keyword => ItemKind::Keyword,
    };
    let description = Description { owner: of.owner, signature: of.signature };
    Item { name: of.name, kind, description }
}

fn findings(diagnostics: &[Diagnostic]) -> Vec<Finding> {
    diagnostics.iter().map(finding).collect()
}

fn finding(diagnostic: &Diagnostic) -> Finding {
    Finding {
        severity: match diagnostic.severity {
            diagnostic::Severity::Error => Severity::Error,
            diagnostic::Severity::Warning => Severity::Warning,
        },
        code: diagnostic.code.map(str::to_owned),
        message: diagnostic.message.clone(),
        range: range(diagnostic.span),
        labels: diagnostic.labels.iter().filter_map(label).collect(),
        hint: diagnostic.hint.clone(),
    }
}

fn label(of: &diagnostic::Label) -> Option<Label> {
    Some(Label { range: range(of.span)?, message: of.text.clone() })
}

/// Where in the program it is; nothing for what is in the library.
fn range(span: Span) -> Option<Range> {
    let at = |line, column| Position { line, column };
    (span.file == FileId::PROGRAM && span.line > 0)
        .then(|| Range { start: at(span.line, span.column), end: at(span.end_line, span.end_column) })
}

#[cfg(test)]
mod tests;
