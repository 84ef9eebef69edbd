//! Tests of the session that runs texts, natively and on the virtual clock.

use super::*;
use crate::messages::{AskId, RunId, ToWorker};
use crate::session::Session;
use futures::future::FutureExt as _;
use meanwhile_trace::report::Status;
use meanwhile_trace::{ClockKind, Trace, wire};
use std::cell::RefCell;

/// A session that runs texts, and what it has told.
struct Desk {
    session: Session,
    told: Rc<RefCell<Vec<FromWorker>>>,
}

/// What became of a run.
struct Run {
    status: Status,
    detail: Option<String>,
    findings: Vec<Finding>,
    is_last: bool,
    trace: Trace,
    batches: usize,
}

impl Desk {
    fn new() -> Self {
        let told = Rc::new(RefCell::new(Vec::new()));
        let sink = {
            let told = told.clone();
            move |message| told.borrow_mut().push(message)
        };
        Desk { session: Session::new(Interpreted, sink, || std::future::pending().boxed_local()), told }
    }

    fn say(&self, code: Code) -> Vec<FromWorker> {
        let request = RunRequest {
            run: RunId(1),
            program: "three-downloads".into(),
            code,
            clock: ClockKind::Virtual,
            seed: 0,
            capacity: 10_000,
            output_limit: 10_000,
            site: String::new(),
        };
        let serving = self.session.handle(ToWorker::Run(request));
        self.session.drive();
        assert!(serving.is_none_or(|it| it.now_or_never().is_some()));
        self.told.take()
    }

    fn run(&self, text: &str, limits: messages::Limits) -> Run {
        let told = self.say(Code::Text { text: text.into(), limits });
        let mut trace = Trace::default();
        let mut batches = 0;
        for message in &told {
            if let FromWorker::Batch { bytes, .. } = message {
                trace.apply(&wire::decode(bytes).unwrap()).unwrap();
                batches += 1;
            }
        }
        let last = told.into_iter().last().unwrap();
        let FromWorker::Finished { status, detail, findings, is_last, .. } = last else { panic!("{last:?}") };
        Run { status, detail, findings, is_last, trace, batches }
    }

    fn ask(&self, text: &str, question: Question) -> FromWorker {
        let request = TextRequest { ask: AskId(4), question, text: text.into() };
        assert!(self.session.handle(ToWorker::Ask(request)).is_none());
        self.told.take().pop().expect("an answer")
    }

    fn check(&self, text: &str) -> Vec<Finding> {
        match self.ask(text, Question::Check) {
            FromWorker::Checked { ask: AskId(4), findings } => findings,
            other => panic!("{other:?}"),
        }
    }
}

fn output(trace: &Trace) -> String {
    trace.output().iter().map(|it| trace.text(it.text)).collect()
}

fn at(line: u32, column: u32, end_line: u32, end_column: u32) -> Option<Range> {
    let position = |line, column| Position { line, column };
    Some(Range { start: position(line, column), end: position(end_line, end_column) })
}

#[test]
fn a_text_runs_and_its_spans_stand_at_its_lines() {
    let text = "use tokio::time::{Duration, sleep};\n\
                #[tokio::main]\n\
                async fn main() {\n    \
                    sleep(Duration::from_millis(20)).await;\n    \
                    println!(\"done\");\n\
                }\n";
    let run = Desk::new().run(text, messages::Limits::default());
    assert_eq!((run.status, run.is_last), (Status::Completed, false));
    assert_eq!(output(&run.trace), "done\n");
    let places: Vec<_> = run.trace.spans().iter().map(|it| run.trace.place(it).map(|it| it.line)).collect();
    assert_eq!(places.last(), Some(&Some(4)));
    assert_eq!(run.trace.now_ns(), 20_000_000);
}

#[test]
fn a_text_that_is_wrong_is_rejected_with_its_places() {
    let desk = Desk::new();
    let text = "fn main() {\n    let x = 1\n}\n";
    let told = desk.say(Code::Text { text: text.into(), limits: messages::Limits::default() });
    let [FromWorker::Rejected { run: RunId(1), findings, .. }] = &told[..] else { panic!("{told:?}") };
    assert_eq!(findings[0].severity, Severity::Error);
    assert_eq!(findings[0].range.map(|it| it.start), Some(Position { line: 3, column: 1 }));
    assert_eq!(findings, &desk.check(text), "a check says the same");
    assert_eq!(desk.check("fn main() {}\n"), []);
}

#[test]
fn a_finding_names_its_code_and_its_stretch_of_the_text() {
    let findings = Desk::new().check("fn main() {\n    let n: i32 = nowhere;\n}\n");
    let [finding] = &findings[..] else { panic!("{findings:?}") };
    assert_eq!(finding.code.as_deref(), Some("E0425"));
    assert_eq!(finding.range, at(2, 18, 2, 25));
}

#[test]
fn a_panic_of_the_program_leaves_the_worker_alone() {
    let desk = Desk::new();
    let run = desk.run("fn main() {\n    panic!(\"oh\");\n}\n", messages::Limits::default());
    assert_eq!((run.status, run.is_last), (Status::Panicked, false));
    assert!(output(&run.trace).contains("oh"), "{}", output(&run.trace));
    assert_eq!(run.detail.as_deref(), Some("the program panicked: oh"));
    assert_eq!(run.findings[0].range.map(|it| it.start), Some(Position { line: 2, column: 5 }));
    let next = desk.run("fn main() { println!(\"next\"); }", messages::Limits::default());
    assert_eq!((next.status, output(&next.trace).as_str()), (Status::Completed, "next\n"));
}

#[test]
fn a_panic_says_by_which_calls_and_awaits_it_was_reached() {
    let text = "async fn inner() {\n    let none: Option<u8> = None;\n    none.unwrap();\n}\n\
                #[tokio::main]\nasync fn main() {\n    inner().await;\n}\n";
    let run = Desk::new().run(text, messages::Limits::default());
    let [finding, ..] = &run.findings[..] else { panic!("{:?}", run.findings) };
    assert_eq!(finding.range.map(|it| it.start.line), Some(3));
    let labels: Vec<_> = finding.labels.iter().map(|it| (it.range.start.line, it.message.as_str())).collect();
    assert_eq!(labels, [(7, "from here in `main`")]);
}

#[test]
fn the_panics_of_tasks_and_threads_say_how_they_were_reached_too() {
    let text = "async fn inner(n: u8) {\n    assert!(n > 3);\n}\n\
                async fn work() {\n    inner(1).await;\n}\n\
                #[tokio::main]\nasync fn main() {\n    let task = tokio::spawn(work());\n    let _ = task.await;\n    \
                let thread = std::thread::spawn(|| panic!(\"no\"));\n    let _ = thread.join();\n}\n";
    let run = Desk::new().run(text, messages::Limits::default());
    assert_eq!((run.status, run.detail), (Status::Completed, None));
    let found: Vec<_> = run.findings.iter().map(|it| (it.severity, it.message.as_str())).collect();
    let first = "the task `work` panicked: assertion failed: n > 3";
    assert_eq!(found, [(Severity::Warning, first), (Severity::Warning, "a thread panicked: no")]);
    let labels: Vec<_> =
        run.findings[0].labels.iter().map(|it| (it.range.start.line, it.message.as_str())).collect();
    assert_eq!(labels, [(5, "from here in `work`")]);
}

#[test]
fn an_exit_code_is_told() {
    let run = Desk::new().run("fn main() {\n    std::process::exit(3);\n}\n", messages::Limits::default());
    assert_eq!(run.status, Status::Failed);
    assert_eq!(run.detail.as_deref(), Some("the program ended itself with exit code 3"));
}

#[test]
fn questions_about_a_place_are_answered_with_types() {
    let desk = Desk::new();
    let text = "fn main() {\n    let numbers = vec![1u8];\n    numbers.pu\n}\n";
    let FromWorker::Completed { items, .. } =
        desk.ask(text, Question::Complete(Position { line: 3, column: 15 }))
    else {
        panic!("no items")
    };
    let push = items.iter().find(|it| it.name == "push").expect("vectors have it");
    assert_eq!(
        (push.kind, push.description.signature.as_str()),
        (ItemKind::Method, "fn push(&mut self, u8)")
    );
    let answer = desk.ask(text, Question::Describe(Position { line: 2, column: 9 }));
    let FromWorker::Described { description: Some(it), .. } = answer else { panic!("{answer:?}") };
    assert_eq!(it.signature, "let numbers: Vec<u8>");
}

#[test]
fn a_program_that_computes_for_ever_is_handed_over_and_ends_at_its_limit() {
    let limits = messages::Limits { turn: 5_000_000, ..messages::Limits::default() };
    let run = Desk::new().run("fn main() {\n    println!(\"begun\");\n    loop {}\n}\n", limits);
    assert_eq!((run.status, run.is_last), (Status::Limit, false));
    assert_eq!(run.findings[0].range.map(|it| it.start.line), Some(3));
    assert!(run.detail.is_some());
    assert!(run.batches > 3, "it is handed over while it computes: {}", run.batches);
}

#[test]
fn what_rustc_compiled_is_with_another_worker() {
    let told = Desk::new().say(Code::Compiled);
    assert!(matches!(&told[..], [FromWorker::Rejected { hint: Some(_), .. }]), "{told:?}");
}
