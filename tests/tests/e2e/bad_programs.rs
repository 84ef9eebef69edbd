//! Bad programs in the interpreter's worker: each ends as it says, and none takes the worker with it.

use anyhow::Result;
use meanwhile_runner::messages::Limits;
use meanwhile_tests::interpreter::Run;
use meanwhile_trace::ClockKind;
use meanwhile_trace::report::Status;
use std::fs;
use std::path::Path;

use crate::interpreter::with_interpreter;

/// The programs; the first line of each says how it ends: state, line, and the beginning of the message.
const BAD: &str = "../crates/interp/tests/bad";

/// As natively in the interpreter's own tests.
const LIMITS: Limits = Limits {
    turn: 2_000_000,
    total: 4_000_000,
    depth: 5_000,
    memory: 6 << 20,
    output: 64 << 10,
    tasks: 2_000,
    threads: 100,
};

fn programs() -> Result<Vec<(String, String)>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(BAD);
    let mut programs = Vec::new();
    for file in fs::read_dir(folder)? {
        let file = file?.path();
        let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        programs.push((name, fs::read_to_string(file)?));
    }
    programs.sort();
    Ok(programs)
}

/// The state and the line that a program says it ends with.
fn expected(text: &str) -> (&str, Option<u32>) {
    let first = text.lines().next().unwrap_or_default().trim_start_matches("// ");
    let head = first.split(':').next().unwrap_or_default();
    let (state, line) = head.split_once(' ').unwrap_or((head, ""));
    (state, line.trim().parse().ok())
}

/// Whether the worker says of a run what is to be said.
fn is_as_said(run: &Run, (state, line): (&str, Option<u32>)) -> bool {
    let found = run.findings.iter().find_map(|it| it.range).map(|it| it.start.line);
    let named = |line| found == Some(line) || run.errors().contains(&format!("src/main.rs:{line}:"));
    // Natively the test sees that `main` has not ended; a run in which nothing can happen any more ends at its limit.
    let state = if state == "stopped" { "limit" } else { state };
    run.status.name() == state && line.is_none_or(named)
}

#[test]
fn bad_programs_end_as_they_say_and_the_next_run_works() {
    with_interpreter(async |interpreter| {
        let programs = programs()?;
        let good = "fn main() { println!(\"here\"); }";
        let texts: Vec<&str> = programs.iter().flat_map(|it| [it.1.as_str(), good]).collect();
        let runs = interpreter.run(&texts, ClockKind::Virtual, LIMITS).await?;
        let mut wrong = Vec::new();
        for ((name, text), both) in programs.iter().zip(runs.chunks(2)) {
            if !is_as_said(&both[0], expected(text)) {
                wrong.push(format!(
                    "{name}: {:?} but {} {:?}",
                    expected(text),
                    both[0].status.name(),
                    both[0].findings
                ));
            }
            if (both[1].status, both[1].output().as_str()) != (Status::Completed, "here\n") {
                wrong.push(format!("{name}: what came behind it ended as {:?}", both[1].status));
            }
        }
        assert!(programs.len() >= 60, "there are {} programs", programs.len());
        assert!(wrong.is_empty(), "{} of {} differ:\n{}", wrong.len(), programs.len(), wrong.join("\n"));
        Ok(())
    });
}
