//! What comes after a run's end: the worker runs the lints over it, and whoever waits for the result gets it together
//! with what they found. The lints are no part of the page, so that it weighs less.

use super::Page;
use crate::browser::Settled;
use crate::contract::to_js;
use crate::faults;
use crate::state::{Action, Ended, State};
use meanwhile_runner::messages::{ByteBuf, Finding, JudgeRequest, Position, Range, RunId, ToWorker};
use meanwhile_timeline::Comparison;
use meanwhile_trace::lint::Judgement;
use meanwhile_trace::report::{Diagnostic, Engine, RunResult, Status};
use std::cell::RefCell;
use std::rc::Rc;

/// The run that is over, and who waits for its result.
#[derive(Debug, Default)]
pub(super) struct Judging {
    /// Everything that the worker has told of the run, as it came.
    told: RefCell<Vec<ByteBuf>>,
    /// The run that is over and not judged yet.
    ended: RefCell<Option<Ended>>,
    /// What to settle with the result of which run.
    waiting: RefCell<Vec<(RunId, Settled)>>,
}

impl Judging {
    /// Gets ready for a run, and for whoever waits for its result.
    pub(super) fn begin(&self, run: RunId, result: Option<Settled>) {
        self.told.take();
        self.waiting.borrow_mut().extend(result.map(|it| (run, it)));
    }

    /// Keeps what the worker has told.
    pub(super) fn keep(&self, bytes: Vec<u8>) {
        self.told.borrow_mut().push(ByteBuf::from(bytes));
    }
}

impl Page {
    /// Has a run judged that has just ended. The worker need not be the one that ran it.
    pub(super) fn judge(&self, ended: &Ended) {
        let (run, batches) = (ended.run, self.judging.told.take());
        self.judging.ended.replace(Some(ended.clone()));
        let state = self.store.state();
        let program = state.example().map_or("", |it| it.slug).to_owned();
        let text = state.ran.as_deref().filter(|_| state.ran_by == Engine::Interpreted).map(str::to_owned);
        if batches.is_empty() {
            self.on_judged(run, Judgement::default());
        } else if !self.say(&ToWorker::Judge(JudgeRequest { run, program, text, batches })) {
            self.settle();
        }
    }

    /// Takes what the lints found.
    pub(super) fn on_judged(&self, run: RunId, judgement: Judgement) {
        self.store.dispatch(Action::RunJudged(run, Rc::new(judgement)));
        let is_awaited = self.judging.ended.borrow().as_ref().is_some_and(|it| it.run == run);
        if is_awaited {
            self.settle();
        }
    }

    /// Ends a run for good that nobody will judge.
    pub(super) fn settle_unjudged(&self, ended: Ended) {
        self.judging.ended.replace(Some(ended));
        self.settle();
    }

    /// Tells the result of the run that is over to whoever waits for it, judged or not.
    pub(super) fn settle(&self) {
        let Some(ended) = self.judging.ended.take() else { return };
        for (run, waiting) in self.judging.waiting.take() {
            if run == ended.run {
                waiting.settle(&to_js(&result(&self.store.state(), &ended)));
            } else {
                self.judging.waiting.borrow_mut().push((run, waiting));
            }
        }
    }
}

/// Draws up the result of the run that has just ended.
fn result(state: &State, ended: &Ended) -> RunResult {
    let trace = &*state.trace;
    let mut diagnostics: Vec<Diagnostic> = state.findings.iter().map(diagnostic).collect();
    if ended.status == Status::Rejected {
        if diagnostics.is_empty() {
            diagnostics.push(of_the_whole(ended));
        }
        return RunResult::rejected(state.ran_by, trace.clock, diagnostics);
    }
    let comparison = Comparison::find(trace).and_then(|it| it.report());
    let result = RunResult::new(trace, ended.status, state.ran_by, comparison);
    RunResult {
        elapsed_ms: ended.seen_ms.map_or(result.elapsed_ms, |it| it as f64),
        lints: state.judgement.as_ref().map(|it| it.findings()).unwrap_or_default(),
        diagnostics,
        ..result
    }
}

fn diagnostic(finding: &Finding) -> Diagnostic {
    let start = Position { line: 1, column: 1 };
    let range = finding.range.unwrap_or(Range { start, end: start });
    Diagnostic {
        severity: faults::severity(finding).to_owned(),
        message: faults::message(finding),
        line: range.start.line,
        column: range.start.column,
        end_line: range.end.line,
        end_column: range.end.column,
        hint: finding.hint.clone(),
    }
}

/// What is wrong with a program of which no text was looked at points at its start.
fn of_the_whole(ended: &Ended) -> Diagnostic {
    Diagnostic {
        severity: "error".to_owned(),
        message: ended.detail.clone().unwrap_or_default(),
        line: 1,
        column: 1,
        end_line: 1,
        end_column: 1,
        hint: ended.hint.clone(),
    }
}
