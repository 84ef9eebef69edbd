//! Programs of `tests/cases` in the interpreter: they print what they print when rustc has compiled them, and end as
//! they do then.
//!
//! A program is `FAMILY/NAME.rs`; what it prints and how it ends is in `FAMILY/NAME.out`, made by
//! `cargo test --package meanwhile-interp --test conformance -- --ignored bless`.

use meanwhile_interp::engine::Engine;
use meanwhile_interp::machine::{Limits, Outcome};
use meanwhile_runtime::{Finished, RunConfig, run_to_end};
use meanwhile_trace::{ClockKind, Stream};
use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::rc::Rc;
use std::{env, fs};

/// Programs that the interpreter does not run as rustc has them run yet. One that does is to be taken off.
const GAPS: &[&str] = &[
    // `swap_remove` and `drain` in the arguments of one `println!`.
    "collections/vectors",
    // A `move` closure captures the field of type `&str` that it uses, not the whole variable.
    "drops/order",
    // Constant parameters as values.
    "language/generics",
    // The type of a closure that only panics.
    "panics/catching",
    // A destructor that waits for threads.
    "threads/pool",
    // As in panics/catching.
    "threads/synchronization",
];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases")
}

/// The programs by their names, `family/name`.
fn programs() -> Vec<String> {
    let mut names = Vec::new();
    for family in fs::read_dir(folder()).expect("the folder of programs") {
        let family = family.expect("a family").path();
        for file in fs::read_dir(&family).expect("the programs of a family") {
            let file = file.expect("a program").path();
            if file.extension().is_some_and(|it| it == "rs") {
                let (family, name) = (family.file_name(), file.file_stem());
                let text =
                    |it: Option<&std::ffi::OsStr>| it.unwrap_or_default().to_string_lossy().into_owned();
                names.push(format!("{}/{}", text(family), text(name)));
            }
        }
    }
    names.sort();
    names
}

/// What a program prints, and the exit code that its process has or would have.
fn interpreted(text: &str) -> String {
    let failed = Rc::new(RefCell::new(None));
    let outcome = failed.clone();
    let config = RunConfig { clock: ClockKind::Virtual, ..RunConfig::default() };
    let text = text.to_owned();
    let finished = run_to_end(config, move || {
        Box::pin(async move {
            let ended = match Engine::new(&text) {
                Err(diagnostics) => {
                    let shown = diagnostics.iter().map(|it| {
                        format!("{}:{}: {} ({:?})", it.span.line, it.span.column, it.message, it.hint)
                    });
                    format!("rejected\n{}", shown.collect::<Vec<_>>().join("\n"))
                }
                Ok(engine) => match engine.start(Limits::default()) {
                    Ok(program) => ending(&program.await),
                    Err(trap) => format!("{trap:?}"),
                },
            };
            outcome.replace(Some(ended));
            Ok(())
        })
    });
    let ended = failed.take().unwrap_or_else(|| format!("stopped: {}", finished.status.name()));
    format!("{}-- {ended}\n", printed(&finished))
}

/// Calls within calls of the host take more stack in a build for tests than a test has.
fn on_large_stack<R: Send + 'static>(work: impl FnOnce() -> R + Send + 'static) -> R {
    let thread = std::thread::Builder::new().stack_size(256 << 20).spawn(work).expect("a thread");
    thread.join().expect("a program does not make the interpreter panic")
}

fn printed(finished: &Finished) -> String {
    let lines = finished.trace.output().iter().filter(|it| it.stream == Stream::Out);
    lines.map(|it| finished.trace.text(it.text)).collect()
}

fn ending(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Completed => "exit 0".to_owned(),
        Outcome::Failed(_) => "exit 1".to_owned(),
        Outcome::Panicked => "exit 101".to_owned(),
        Outcome::Exit(code) => format!("exit {code}"),
        Outcome::Limit(what, span) => format!("limit of {what} at {}:{}", span.line, span.column),
        Outcome::Unsupported(message, span) => {
            format!("unsupported at {}:{}: {message}", span.line, span.column)
        }
    }
}

#[test]
fn programs_print_what_they_print_when_compiled() {
    let only = env::var("PROGRAM").unwrap_or_default();
    let mut wrong = Vec::new();
    for name in programs().iter().filter(|it| it.contains(&only)) {
        let path = folder().join(name);
        let text = fs::read_to_string(path.with_extension("rs")).expect("a readable program");
        let expected = fs::read_to_string(path.with_extension("out")).unwrap_or_default();
        let found = on_large_stack(move || interpreted(&text));
        let known = GAPS.contains(&name.as_str());
        match (found == expected, known) {
            (false, false) => wrong.push(format!("{name}\n{}", difference(&expected, &found))),
            (true, true) => wrong.push(format!("{name} is a gap no more: take it off the list")),
            _ => {}
        }
    }
    assert!(wrong.is_empty(), "{} programs differ:\n\n{}", wrong.len(), wrong.join("\n\n"));
}

/// The first lines that differ, and how the program has ended.
fn difference(expected: &str, found: &str) -> String {
    let pairs = expected.lines().zip(found.lines()).enumerate().filter(|(_, (a, b))| a != b).take(3);
    let lines: Vec<_> = pairs.map(|(at, (a, b))| format!("  line {}: {a}\n  but is: {b}", at + 1)).collect();
    let end: Vec<_> = found.lines().skip_while(|it| !it.starts_with("-- ")).collect();
    let length = (expected.lines().count(), found.lines().count());
    format!("{}\n  {} (lines {length:?})", lines.join("\n"), end.join("\n    "))
}

/// Makes the `.out` files anew with rustc.
#[test]
#[ignore = "writes what the other test compares with"]
fn bless() {
    let binary = env::temp_dir().join(format!("meanwhile-conformance-{}", std::process::id()));
    let only = env::var("PROGRAM").unwrap_or_default();
    for name in programs().iter().filter(|it| it.contains(&only)) {
        let path = folder().join(name);
        let compiled = Command::new("rustc")
            .args([
                "--edition",
                "2024",
                "-A",
                "warnings",
                "--crate-type",
                "bin",
                "--crate-name",
                "program",
                "-o",
            ])
            .arg(&binary)
            .arg(path.with_extension("rs"))
            .status()
            .expect("rustc");
        assert!(compiled.success(), "{name} does not compile");
        let run = Command::new(&binary).stderr(Stdio::null()).output().expect("the program");
        let code = run.status.code().unwrap_or(134);
        let text = format!("{}-- exit {code}\n", String::from_utf8_lossy(&run.stdout));
        fs::write(path.with_extension("out"), text).expect("a writable folder");
    }
    // What is left over is of no use to anybody.
    let _ = fs::remove_file(binary);
}
