//! Tests of the codec: what goes over comes over, and nothing else gets in.

use super::*;
use meanwhile_trace::lint::{Group, Wait};
use meanwhile_trace::report::LintReport;

fn to_worker() -> Vec<ToWorker> {
    let request = RunRequest {
        run: RunId(7),
        program: "three-downloads".into(),
        code: Code::Compiled,
        clock: ClockKind::Virtual,
        seed: u64::MAX,
        capacity: 2_000_000,
        output_limit: 1 << 20,
        site: "https://example.org/some/where/".into(),
    };
    let judge = JudgeRequest {
        run: RunId(7),
        program: "fetch".into(),
        text: Some("fn main() {}".into()),
        batches: vec![ByteBuf::from([1, 2, 3]), ByteBuf::new()],
    };
    let text = String::from("fn main() {}\n");
    let limits = Limits { turn: 1, total: u64::MAX, depth: 0, ..Limits::default() };
    let interpreted = RunRequest { code: Code::Text { text: text.clone(), limits }, ..request.clone() };
    let ask = |question| ToWorker::Ask(TextRequest { ask: AskId(3), question, text: text.clone() });
    vec![
        ToWorker::Run(request),
        ToWorker::Run(interpreted),
        ask(Question::Check),
        ask(Question::Complete(at(1, 2))),
        ask(Question::Describe(at(u32::MAX, 0))),
        ToWorker::Judge(judge),
        ToWorker::Stop { run: RunId(7) },
        ToWorker::Interrupt { run: RunId(8) },
    ]
}

fn at(line: u32, column: u32) -> Position {
    Position { line, column }
}

/// A finding in which nothing is left out.
fn finding() -> Finding {
    let range = Range { start: at(2, 5), end: at(2, 9) };
    let label = Label { range, message: "value moved here".into() };
    Finding {
        severity: Severity::Error,
        code: Some("E0382".into()),
        message: "borrow of moved value: `text`".into(),
        range: Some(range),
        labels: vec![label],
        hint: Some("clone the value".into()),
    }
}

fn description() -> Description {
    Description {
        owner: "tokio".into(),
        signature: "pub fn spawn<F>(future: F) -> JoinHandle<F::Output>".into(),
    }
}

fn judgement() -> Judgement {
    let finding = LintReport {
        name: "lost-waker".into(),
        span: Some(3),
        message: "it will never be woken".into(),
        line: None,
    };
    let summary = "1 span will never be woken".into();
    let group = Group { lint: "lost-waker".into(), summary, findings: vec![finding] };
    Judgement {
        groups: vec![group],
        waits: vec![Wait { lines: vec![8, 9], sequential_ns: 500, gathered_ns: 300 }],
    }
}

fn from_worker() -> Vec<FromWorker> {
    let run = RunId(u32::MAX);
    let finished = |status, detail| FromWorker::Finished {
        run,
        status,
        detail,
        findings: vec![finding()],
        is_last: status == Status::Panicked,
    };
    let ask = AskId(9);
    let edit = Edit { range: Range { start: at(2, 5), end: at(2, 9) }, text: "tokio::join!".into() };
    let item = Item { name: "spawn".into(), kind: ItemKind::Function, description: description() };
    vec![
        FromWorker::Loaded,
        FromWorker::Started { run },
        FromWorker::Interrupted { run },
        FromWorker::Batch { run, bytes: (0..=255).collect() },
        finished(Status::Completed, None),
        finished(Status::Panicked, Some("index out of bounds: α ≠ ω".into())),
        FromWorker::Rejected {
            run,
            message: "no such program".into(),
            hint: Some("choose another".into()),
            findings: vec![finding()],
        },
        FromWorker::Checked { ask, findings: vec![Finding { range: None, ..finding() }] },
        FromWorker::Completed { ask, items: vec![item] },
        FromWorker::Gathered { ask, fix: Some(Fix { title: "Gather these".into(), edits: vec![edit] }) },
        FromWorker::Described { ask, description: Some(description()) },
        FromWorker::Judged { run, judgement: judgement() },
        FromWorker::Undecodable { message: "the message is empty".into() },
    ]
}

/// A small generator of bytes, so that every run of the test tries the same ones.
fn arbitrary_bytes(seed: u64) -> Vec<u8> {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state
    };
    let len = next() % 40;
    (0..len).map(|_| next() as u8).collect()
}

#[test]
fn every_message_comes_over_as_it_was_sent() {
    for message in to_worker() {
        assert_eq!(decode(&encode(&message).unwrap()), Ok(message));
    }
    for message in from_worker() {
        assert_eq!(decode(&encode(&message).unwrap()), Ok(message));
    }
}

#[test]
fn a_message_of_another_version_is_named_as_such_whatever_follows() {
    for bytes in [vec![PROTOCOL + 1], vec![0, 1, 2, 3], vec![255; 60]] {
        assert_eq!(decode::<FromWorker>(&bytes), Err(CodecError::Version { found: bytes[0] }));
    }
    assert_eq!(decode::<ToWorker>(&[]), Err(CodecError::Empty));
}

#[test]
fn a_message_cut_short_or_with_something_behind_it_is_broken() {
    for message in from_worker() {
        let bytes = encode(&message).unwrap();
        for end in 1..bytes.len() {
            let cut = decode::<FromWorker>(&bytes[..end]);
            assert!(matches!(cut, Err(CodecError::Broken(_))), "{message:?} cut at {end}: {cut:?}");
        }
        let longer = [&bytes[..], &[0]].concat();
        assert_eq!(decode::<FromWorker>(&longer), Err(CodecError::Broken("1 bytes too many".into())));
    }
}

#[test]
fn no_bytes_whatever_make_the_codec_panic() {
    for seed in 0..20_000 {
        let mut bytes = arbitrary_bytes(seed);
        let _ = decode::<ToWorker>(&bytes);
        let _ = decode::<FromWorker>(&bytes);
        bytes.insert(0, PROTOCOL);
        let _ = decode::<ToWorker>(&bytes);
        let _ = decode::<FromWorker>(&bytes);
    }
}

#[test]
fn a_length_beyond_the_end_asks_for_no_memory() {
    // A batch that claims to be four gigabytes long.
    let bytes = [PROTOCOL, 2, 1, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F, 1, 2, 3];
    assert!(matches!(decode::<FromWorker>(&bytes), Err(CodecError::Broken(_))));
}
