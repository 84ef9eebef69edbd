//! Tests of the session, natively and on the virtual clock.

use super::*;
use crate::messages::{ByteBuf, Code, Limits, TextRequest};
use meanwhile_trace::{ClockKind, End, Trace};

/// A session whose messages are kept, and which gets so many frames and then none.
struct Desk {
    session: Session,
    told: Rc<RefCell<Vec<FromWorker>>>,
}

impl Desk {
    fn with_frames(frames: u32) -> Self {
        let told = Rc::new(RefCell::new(Vec::new()));
        let left = Cell::new(frames);
        let sink = {
            let told = told.clone();
            move |message| told.borrow_mut().push(message)
        };
        let frame = move || match left.get() {
            0 => std::future::pending().boxed_local(),
            n => {
                left.set(n - 1);
                std::future::ready(()).boxed_local()
            }
        };
        Desk { session: Session::new(Compiled, sink, frame), told }
    }

    fn run(&self, number: u32, program: &str) -> Option<Serving> {
        self.session.handle(ToWorker::Run(request(number, program)))
    }

    fn told(&self) -> Vec<FromWorker> {
        self.told.take()
    }
}

fn request(number: u32, program: &str) -> RunRequest {
    RunRequest {
        run: RunId(number),
        program: program.into(),
        code: Code::Compiled,
        clock: ClockKind::Virtual,
        seed: 0,
        capacity: 10_000,
        output_limit: 10_000,
        site: String::new(),
    }
}

/// What was told, batches by their number of events, and the trace that they make.
fn read(told: &[FromWorker]) -> (Vec<String>, Trace) {
    let mut trace = Trace::default();
    let lines = told.iter().map(|it| match it {
        FromWorker::Batch { run, bytes } => {
            let batch = wire::decode(bytes).unwrap();
            trace.apply(&batch).unwrap();
            format!("batch of run {}", run.0)
        }
        FromWorker::Started { run } => format!("run {} started", run.0),
        FromWorker::Interrupted { run } => format!("run {} interrupted", run.0),
        FromWorker::Finished { run, status, .. } => format!("run {} {}", run.0, status.name()),
        FromWorker::Rejected { run, message, .. } => format!("run {} rejected: {message}", run.0),
        other => format!("{other:?}"),
    });
    (lines.collect(), trace)
}

fn output(trace: &Trace) -> String {
    trace.output().iter().map(|it| trace.text(it.text)).collect()
}

#[test]
fn a_program_is_started_handed_over_and_finished() {
    let desk = Desk::with_frames(2);
    let mut serving = desk.run(1, "three-downloads").unwrap();
    assert!((&mut serving).now_or_never().is_none());
    desk.session.drive();
    assert!(serving.now_or_never().is_some());
    let (lines, trace) = read(&desk.told());
    assert_eq!(
        lines,
        ["run 1 started", "batch of run 1", "batch of run 1", "batch of run 1", "run 1 completed"]
    );
    assert!(!output(&trace).is_empty());
    assert!(trace.spans().iter().all(|it| it.end.is_some()), "all of it has been handed over");
}

#[test]
fn a_stopped_run_ends_with_its_spans_cancelled() {
    let desk = Desk::with_frames(0);
    let serving = desk.run(1, "three-downloads").unwrap();
    assert!(desk.session.handle(ToWorker::Stop { run: RunId(1) }).is_none());
    assert!(serving.now_or_never().is_some());
    let (lines, trace) = read(&desk.told());
    assert_eq!(lines, ["run 1 started", "batch of run 1", "run 1 stopped"]);
    assert_eq!(trace.root().and_then(|it| it.end).map(|it| it.1), Some(End::Cancelled));
}

/// What the session says of these batches of a run of this program.
fn judged(program: &str, batches: Vec<ByteBuf>) -> FromWorker {
    let desk = Desk::with_frames(0);
    let request = JudgeRequest { run: RunId(5), program: program.into(), text: None, batches };
    assert!(desk.session.handle(ToWorker::Judge(request)).is_none());
    desk.told().remove(0)
}

#[test]
fn a_run_is_judged_by_a_session_that_knows_it_from_its_batches_alone() {
    let desk = Desk::with_frames(2);
    let serving = desk.run(1, "three-downloads").unwrap();
    desk.session.drive();
    assert!(serving.now_or_never().is_some());
    let batches = desk.told().into_iter().filter_map(|it| match it {
        FromWorker::Batch { bytes, .. } => Some(ByteBuf::from(bytes)),
        _ => None,
    });
    let batches: Vec<ByteBuf> = batches.collect();
    let FromWorker::Judged { run, judgement } = judged("three-downloads", batches.clone()) else {
        panic!("not judged")
    };
    assert_eq!(run, RunId(5));
    let lints: Vec<_> = judgement.groups.iter().map(|it| it.lint.as_str()).collect();
    assert_eq!(lints, ["sequential-awaits"]);
    assert_eq!(judgement.waits[0].lines.len(), 3, "the three downloads could be gathered");
    let FromWorker::Judged { judgement, .. } = judged("another", batches) else { panic!("not judged") };
    assert_eq!(judgement, Judgement::default(), "of an unknown program the lints know no facts");
}

#[test]
fn batches_that_cannot_be_read_are_said_to_be_so() {
    let said = judged("three-downloads", vec![ByteBuf::from(*b"rubbish")]);
    assert!(matches!(said, FromWorker::Undecodable { .. }), "{said:?}");
}

#[test]
fn a_stop_of_another_run_is_not_ours() {
    let desk = Desk::with_frames(0);
    let serving = desk.run(2, "three-downloads").unwrap();
    assert!(desk.session.handle(ToWorker::Stop { run: RunId(1) }).is_none());
    desk.session.drive();
    assert!(serving.now_or_never().is_some());
    assert_eq!(read(&desk.told()).0.last().unwrap(), "run 2 completed");
}

#[test]
fn a_program_that_does_not_wait_for_ctrl_c_is_stopped_by_it() {
    let desk = Desk::with_frames(0);
    let serving = desk.run(1, "three-downloads").unwrap();
    assert!(desk.session.handle(ToWorker::Interrupt { run: RunId(2) }).is_none());
    assert_eq!(read(&desk.told()).0, ["run 1 started"], "that was another run");
    assert!(desk.session.handle(ToWorker::Interrupt { run: RunId(1) }).is_none());
    assert!(serving.now_or_never().is_some());
    assert_eq!(read(&desk.told()).0, ["batch of run 1", "run 1 stopped"]);
    // Pressed once too often.
    assert!(desk.session.handle(ToWorker::Interrupt { run: RunId(1) }).is_none());
    assert_eq!(read(&desk.told()).0, Vec::<String>::new());
}

/// One program, whatever it is called.
struct OneProgram(Box<dyn Fn() -> Running>);

impl Programs for OneProgram {
    fn begin(&self, _: &RunRequest, _: Rc<dyn Fn()>) -> Result<Begun, Rejection> {
        Ok(Begun { main: (self.0)(), verdict: Box::new(Verdict::new) })
    }

    fn facts(&self, _: &JudgeRequest) -> Facts {
        Facts::default()
    }

    fn answer(&self, _: &TextRequest) -> FromWorker {
        FromWorker::Loaded
    }

    fn outlives_panics(&self) -> bool {
        true
    }
}

/// A session with one program, which is interrupted after 5 ms and then takes so many milliseconds to shut down.
fn interrupted_desk(closing_ms: u64, presses: &'static [ToWorker]) -> Rc<Desk> {
    use meanwhile_runtime::{println, signal, task, time};
    Rc::new_cyclic(|weak: &std::rc::Weak<Desk>| {
        let mut desk = Desk::with_frames(0);
        let weak = weak.clone();
        desk.session.programs = Box::new(OneProgram(Box::new(move || {
            let weak = weak.clone();
            Box::pin(async move {
                drop(task::spawn(async move {
                    for press in presses {
                        time::sleep(time::Duration::from_millis(5)).await;
                        let desk = weak.upgrade().unwrap();
                        assert!(desk.session.handle(press.clone()).is_none());
                    }
                }));
                signal::ctrl_c().await.map_err(|it| it.to_string())?;
                println!("closing");
                time::sleep(time::Duration::from_millis(closing_ms)).await;
                println!("closed");
                Ok(())
            })
        })));
        desk
    })
}

#[test]
fn a_program_that_waits_for_ctrl_c_shuts_down_by_itself() {
    let desk = interrupted_desk(100, &[ToWorker::Interrupt { run: RunId(1) }]);
    let serving = desk.run(1, "shop").unwrap();
    desk.session.drive();
    assert!(serving.now_or_never().is_some());
    let (lines, trace) = read(&desk.told());
    assert_eq!(lines, ["run 1 started", "run 1 interrupted", "batch of run 1", "run 1 completed"]);
    assert_eq!(output(&trace), "closing\nclosed\n");
}

#[test]
fn stopped_while_it_shuts_down_a_program_is_over() {
    for second in [ToWorker::Interrupt { run: RunId(1) }, ToWorker::Stop { run: RunId(1) }] {
        let presses = [ToWorker::Interrupt { run: RunId(1) }, second];
        let desk = interrupted_desk(100, Vec::from(presses).leak());
        let serving = desk.run(1, "shop").unwrap();
        desk.session.drive();
        assert!(serving.now_or_never().is_some());
        let (lines, trace) = read(&desk.told());
        assert_eq!(lines, ["run 1 started", "run 1 interrupted", "batch of run 1", "run 1 stopped"]);
        assert_eq!(output(&trace), "closing\n");
    }
}

#[test]
fn a_second_run_stops_the_first() {
    let desk = Desk::with_frames(0);
    let first = desk.run(1, "three-downloads").unwrap();
    let second = desk.run(2, "two-tasks").unwrap();
    assert!(first.now_or_never().is_some());
    let (lines, _) = read(&desk.told());
    assert_eq!(lines, ["run 1 started", "run 2 started", "batch of run 1", "run 1 stopped"]);
    desk.session.drive();
    assert!(second.now_or_never().is_some());
    assert_eq!(read(&desk.told()).0, ["batch of run 2", "run 2 completed"]);
}

#[test]
fn what_the_worker_does_not_hold_is_rejected_with_a_hint() {
    let desk = Desk::with_frames(0);
    assert!(desk.run(1, "no-such-program").is_none());
    let code = Code::Text { text: String::new(), limits: Limits::default() };
    let interpreted = RunRequest { code, ..request(2, "three-downloads") };
    assert!(desk.session.handle(ToWorker::Run(interpreted)).is_none());
    let told = desk.told();
    assert!(told.iter().all(|it| matches!(it, FromWorker::Rejected { hint: Some(_), .. })));
    assert_eq!(
        read(&told).0,
        [
            "run 1 rejected: The worker holds no program \"no-such-program\"",
            "run 2 rejected: This worker interprets nothing"
        ]
    );
}
