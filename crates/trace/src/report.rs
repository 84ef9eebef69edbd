//! The result of a run as authors, tests and tools get it: `RunResult` of the contract, version 1.

use crate::{ClockKind, Trace};
use serde::Serialize;

/// The version of [`RunResult`]'s shape.
pub const RESULT_VERSION: u32 = 1;

/// What a run came to. Serialises to the JSON of the contract; times are milliseconds since the start of the run.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RunResult {
    /// [`RESULT_VERSION`].
    pub version: u32,
    /// How the run ended.
    pub status: Status,
    /// Which clock it went by.
    pub clock: ClockKind,
    /// What ran it.
    pub engine: Engine,
    /// How long it took, by its clock: no output is later.
    pub elapsed_ms: f64,
    /// What it printed.
    pub output: Vec<OutputReport>,
    /// What is wrong with the program's text.
    pub diagnostics: Vec<Diagnostic>,
    /// Every span, in the order in which they were made.
    pub spans: Vec<SpanReport>,
    /// What the lints found.
    pub lints: Vec<LintReport>,
    /// The two spans worth comparing, where there are such.
    pub comparison: Option<ComparisonReport>,
    /// How many events the recorder dropped.
    pub dropped_events: u64,
}

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// The program's `main` returned.
    Completed,
    /// The program's `main` returned an `Err`.
    Failed,
    /// The program panicked.
    Panicked,
    /// Stop was pressed.
    Stopped,
    /// A limit ended it.
    Limit,
    /// It was not run.
    Rejected,
}

impl Status {
    /// Returns the word for it in JSON and on the page.
    pub fn name(self) -> &'static str {
        match self {
            Status::Completed => "completed",
            Status::Failed => "failed",
            Status::Panicked => "panicked",
            Status::Stopped => "stopped",
            Status::Limit => "limit",
            Status::Rejected => "rejected",
        }
    }
}

/// What runs a program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Engine {
    /// The program as rustc compiled it into the wasm.
    Compiled,
    /// The text in the editor, run by the interpreter.
    Interpreted,
}

impl Engine {
    /// Returns the word for it in JSON and on the page.
    pub fn name(self) -> &'static str {
        match self {
            Engine::Compiled => "compiled",
            Engine::Interpreted => "interpreted",
        }
    }
}

/// One call of `print!` or one of its kin.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct OutputReport {
    /// `out` or `err`.
    pub stream: &'static str,
    /// The text, line ends included.
    pub text: String,
    /// When.
    pub at_ms: f64,
}

/// Something wrong with a program's text. Lines and columns count from 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, serde::Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Diagnostic {
    /// `error` or `warning`.
    pub severity: String,
    /// What is wrong.
    pub message: String,
    /// Where it starts.
    pub line: u32,
    /// Where it starts.
    pub column: u32,
    /// Where it ends.
    pub end_line: u32,
    /// Where it ends.
    pub end_column: u32,
    /// What to do.
    pub hint: Option<String>,
}

/// One span.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SpanReport {
    /// Its number, from 1.
    pub id: u32,
    /// The number of the span in whose poll it was made.
    pub parent: Option<u32>,
    /// Its kind.
    pub kind: &'static str,
    /// Its name.
    pub name: String,
    /// The line it is awaited at, or else defined at.
    pub line: Option<u32>,
    /// When it was made.
    pub start_ms: f64,
    /// When it ended; `null` if it was alive when the run ended.
    pub end_ms: Option<f64>,
    /// How it ended; `null` if it was alive when the run ended.
    pub end: Option<&'static str>,
    /// How often it was polled.
    pub polls: u32,
    /// How often it was woken.
    pub wakes: u32,
    /// Milliseconds in `poll`.
    pub busy_ms: f64,
    /// Milliseconds woken and not yet polled.
    pub scheduled_ms: f64,
    /// Milliseconds waiting to be woken.
    pub idle_ms: f64,
}

/// What a lint found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, serde::Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct LintReport {
    /// The lint.
    pub name: String,
    /// The number of the span it found it in.
    pub span: Option<u32>,
    /// What it found, in a sentence.
    pub message: String,
    /// The line of the program that it concerns.
    pub line: Option<u32>,
}

/// Two spans side by side.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ComparisonReport {
    /// The number of the span shown above.
    pub left: u32,
    /// The number of the span shown below.
    pub right: u32,
    /// The time of the left divided by that of the right.
    pub factor: f64,
    /// The time of the left less that of the right.
    pub saved_ms: f64,
}

/// Nanoseconds as milliseconds.
pub fn ms(ns: u64) -> f64 {
    ns as f64 / 1e6
}

impl RunResult {
    /// Draws up the result of a run from its trace.
    pub fn new(trace: &Trace, status: Status, engine: Engine, comparison: Option<ComparisonReport>) -> Self {
        RunResult {
            version: RESULT_VERSION,
            status,
            clock: trace.clock,
            engine,
            elapsed_ms: ms(elapsed_ns(trace)),
            output: trace
                .output()
                .iter()
                .map(|it| OutputReport {
                    stream: it.stream.name(),
                    text: trace.text(it.text).to_owned(),
                    at_ms: ms(it.at_ns),
                })
                .collect(),
            diagnostics: Vec::new(),
            spans: trace.spans().iter().map(|it| span_report(trace, it)).collect(),
            lints: Vec::new(),
            comparison,
            dropped_events: trace.dropped_events,
        }
    }

    /// Draws up the result of a program that was not run.
    pub fn rejected(engine: Engine, clock: ClockKind, diagnostics: Vec<Diagnostic>) -> Self {
        let trace = Trace::new(clock);
        RunResult { diagnostics, ..RunResult::new(&trace, Status::Rejected, engine, None) }
    }
}

/// How long the run took, on the clock that its output and spans are on: from its start, which is a little before its
/// first task is made, to that task's end or, if the clean-up after it has printed, to its last output.
fn elapsed_ns(trace: &Trace) -> u64 {
    let end_ns = trace.root().map_or(0, |it| it.end_ns(trace.now_ns()));
    let printed_ns = trace.output().last().map_or(0, |it| it.at_ns);
    end_ns.max(printed_ns)
}

fn span_report(trace: &Trace, span: &crate::Span) -> SpanReport {
    let stats = span.stats(trace.now_ns());
    SpanReport {
        id: span.id.number(),
        parent: span.parent.map(crate::SpanId::number),
        kind: span.kind.name(),
        name: trace.name(span).to_owned(),
        line: trace.place(span).map(|it| it.line),
        start_ms: ms(span.created_ns),
        end_ms: span.end.map(|(at, _)| ms(at)),
        end: span.end.map(|(_, end)| end.name()),
        polls: stats.polls,
        wakes: stats.wakes,
        busy_ms: ms(stats.busy_ns),
        scheduled_ms: ms(stats.scheduled_ns),
        idle_ms: ms(stats.idle_ns),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Cause, End, ManualClock, NewSpan, Place, Reading, Recorder, SpanKind, Stream};
    use expect_test::expect;
    use std::sync::Arc;

    #[test]
    fn the_json_is_that_of_the_contract() {
        let clock = Arc::new(ManualClock::default());
        let recorder = Recorder::new(clock.clone(), 100);
        let main = recorder.create(NewSpan::new(SpanKind::Task, "main"));
        recorder.await_at(main, Place::new(7, 1));
        recorder.poll_start(main, Reading::Fresh);
        recorder.poll_end(main, false);
        clock.set_ns(1_500_000);
        recorder.wake(main, Cause::Timer);
        clock.set_ns(2_000_000);
        recorder.poll_start(main, Reading::Fresh);
        recorder.print(main, Stream::Err, "oh\n");
        recorder.poll_end(main, true);
        recorder.end(main, End::Failed);
        let mut trace = Trace::default();
        trace.apply(&recorder.drain()).unwrap();

        let comparison = ComparisonReport { left: 1, right: 1, factor: 1.0, saved_ms: 0.0 };
        let result = RunResult::new(&trace, Status::Failed, Engine::Compiled, Some(comparison));
        expect![[r#"
            {
              "version": 1,
              "status": "failed",
              "clock": "real",
              "engine": "compiled",
              "elapsedMs": 2.0,
              "output": [
                {
                  "stream": "err",
                  "text": "oh\n",
                  "atMs": 2.0
                }
              ],
              "diagnostics": [],
              "spans": [
                {
                  "id": 1,
                  "parent": null,
                  "kind": "task",
                  "name": "main",
                  "line": 7,
                  "startMs": 0.0,
                  "endMs": 2.0,
                  "end": "failed",
                  "polls": 2,
                  "wakes": 1,
                  "busyMs": 0.0,
                  "scheduledMs": 0.5,
                  "idleMs": 1.5
                }
              ],
              "lints": [],
              "comparison": {
                "left": 1,
                "right": 1,
                "factor": 1.0,
                "savedMs": 0.0
              },
              "droppedEvents": 0
            }"#]]
        .assert_eq(&serde_json::to_string_pretty(&result).unwrap());
    }

    #[test]
    fn a_rejected_program_says_why() {
        let diagnostic = Diagnostic {
            severity: "error".to_owned(),
            message: "expected `;`".to_owned(),
            line: 3,
            column: 5,
            end_line: 3,
            end_column: 6,
            hint: None,
        };
        let result = RunResult::rejected(Engine::Interpreted, ClockKind::Virtual, vec![diagnostic]);
        let json = serde_json::to_value(&result).unwrap();
        assert_eq!(json["status"], "rejected");
        assert_eq!(json["clock"], "virtual");
        assert_eq!(json["diagnostics"][0]["endColumn"], 6);
        assert_eq!(json["elapsedMs"], 0.0);
    }

    #[test]
    fn no_output_is_later_than_the_end() {
        let clock = Arc::new(ManualClock::default());
        let recorder = Recorder::new(clock.clone(), 100);
        let mut trace = Trace::new(ClockKind::Virtual);
        let mut elapsed_ms = || {
            trace.apply(&recorder.drain()).unwrap();
            RunResult::new(&trace, Status::Completed, Engine::Compiled, None).elapsed_ms
        };
        clock.set_ns(300_000);
        let main = recorder.create(NewSpan::new(SpanKind::Task, "main"));
        clock.set_ns(2_000_000);
        recorder.print(main, Stream::Out, "done\n");
        recorder.end(main, End::Completed);
        assert_eq!(elapsed_ms(), 2.0);
        clock.set_ns(2_500_000);
        recorder.print(main, Stream::Out, "cleaned up\n");
        assert_eq!(elapsed_ms(), 2.5);
    }
}
