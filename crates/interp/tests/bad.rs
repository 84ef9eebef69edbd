//! Bad programs: each ends in the right state, with a message that names the line, and nothing else happens.
//!
//! The first line of a program of `tests/bad` says how it ends: the state of a run's result, the line that the message
//! names, and how the message begins (of a panic, the message on standard error).

use meanwhile_interp::engine::Engine;
use meanwhile_interp::machine::{Limits, Outcome};
use meanwhile_runtime::{RunConfig, run_to_end};
use meanwhile_trace::report::Status;
use meanwhile_trace::{ClockKind, Stream};
use std::cell::RefCell;
use std::path::Path;
use std::rc::Rc;
use std::{env, fs};

/// What a page might give a program, but less of it, so that tests are short.
const LIMITS: Limits = Limits {
    turn: 2_000_000,
    total: 4_000_000,
    depth: 5_000,
    memory: 6 << 20,
    output: 64 << 10,
    tasks: 2_000,
    threads: 100,
    stack: 640 << 10,
};

/// How a program has ended.
#[derive(Debug, PartialEq, Eq)]
struct End {
    state: &'static str,
    line: u32,
    message: String,
}

fn end(text: &str) -> End {
    let engine = match Engine::new(text) {
        Ok(engine) => engine,
        Err(found) => {
            let first = found.iter().find(|it| it.span.line > 0).unwrap_or(&found[0]);
            return End { state: "rejected", line: first.span.line.max(1), message: first.message.clone() };
        }
    };
    let slot = Rc::new(RefCell::new(None));
    let outcome = slot.clone();
    let config = RunConfig { clock: ClockKind::Virtual, ..RunConfig::default() };
    let finished = run_to_end(config, move || {
        Box::pin(async move {
            let program = engine.start(LIMITS).map_err(|it| format!("{it:?}"))?;
            let ended = program.await;
            slot.replace(Some(ended));
            Ok(())
        })
    });
    let errors = finished.trace.output().iter().filter(|it| it.stream == Stream::Err);
    let errors: String = errors.map(|it| finished.trace.text(it.text)).collect();
    let (line, message) = panicked(&errors).unwrap_or_default();
    match outcome.take() {
        Some(Outcome::Completed | Outcome::Exit(0)) => End { state: "completed", line, message },
        Some(Outcome::Failed(_) | Outcome::Exit(_)) => End { state: "failed", line, message },
        Some(Outcome::Panicked(_)) => End { state: "panicked", line, message },
        Some(Outcome::Limit(what, span)) => End { state: "limit", line: span.line, message: what.to_owned() },
        Some(Outcome::Unsupported(message, span)) => End { state: "rejected", line: span.line, message },
        None if finished.status == Status::Panicked => End { state: "panicked", line, message },
        None => End { state: "stopped", line, message },
    }
}

/// The place and the message of the last panic.
fn panicked(errors: &str) -> Option<(u32, String)> {
    let (_, last) = errors.rsplit_once("panicked at src/main.rs:")?;
    let (place, message) = last.split_once('\n')?;
    Some((place.split(':').next()?.parse().ok()?, message.lines().next()?.to_owned()))
}

/// With the stack that a test has by itself: nothing may need more, in any build.
#[test]
fn bad_programs_end_as_they_say() {
    let only = env::var("PROGRAM").unwrap_or_default();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad");
    let files = fs::read_dir(folder).expect("the bad programs").map(|it| it.expect("a program").path());
    let mut files: Vec<_> = files.filter(|it| it.to_string_lossy().contains(&only)).collect();
    files.sort();
    let mut wrong = Vec::new();
    for file in &files {
        let text = fs::read_to_string(file).expect("a readable program");
        let expected = text.lines().next().unwrap_or_default().trim_start_matches("// ").to_owned();
        let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let found = end(&text);
        if !is_as_said(&found, &expected) {
            wrong.push(format!(
                "{name}: {expected}\n  but: {} {}: {}",
                found.state, found.line, found.message
            ));
        }
    }
    assert!(!only.is_empty() || files.len() >= 60, "there are {} programs", files.len());
    assert!(wrong.is_empty(), "{} of {} programs:\n{}", wrong.len(), files.len(), wrong.join("\n"));
}

/// `state line: message`, of which all but the state may be left out.
fn is_as_said(found: &End, expected: &str) -> bool {
    let (head, message) = expected.split_once(':').unwrap_or((expected, ""));
    let (state, line) = head.split_once(' ').unwrap_or((head, ""));
    let line = line.trim();
    state == found.state
        && (line.is_empty() || line == found.line.to_string())
        && found.message.starts_with(message.trim())
        && (message.is_empty() || found.line > 0)
}
