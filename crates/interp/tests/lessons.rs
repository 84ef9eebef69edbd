//! Every lesson in the interpreter, on the virtual clock: it prints what it prints as rustc compiles it.
//!
//! What that is stands in each lesson's `expected.txt`, to which the tests of `meanwhile-programs` hold the compiled
//! lesson, through the pass and against the real crates.

use meanwhile_interp::engine::Engine;
use meanwhile_interp::machine::{Limits, Outcome};
use meanwhile_runtime::{Finished, Fixtures, RunConfig, run_to_end};
use meanwhile_trace::{ClockKind, Stream};
use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::{env, fs};

/// Lessons that do not print yet what they are to print. One that does is to be taken off.
const GAPS: &[&str] = &[];

/// Lessons that compute for longer than a test should last: `-- --ignored` runs them, best with `--release`.
const LONG: &[&str] = &["concurrency-and-parallelism", "dont-block", "reading-a-timeline", "three-cures"];

fn crates() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The names of all lessons.
fn lessons() -> Vec<String> {
    let folder = fs::read_dir(crates().join("programs/programs")).expect("the folder of lessons");
    let folders = folder.map(|it| it.expect("a lesson")).filter(|it| it.path().is_dir());
    let mut names: Vec<_> = folders.map(|it| it.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// What stands in a file of a lesson.
fn text(lesson: &str, file: &str) -> String {
    let path = crates().join("programs/programs").join(lesson).join(file);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The document of the site at a path.
fn document(path: &str) -> Option<(u16, Vec<u8>)> {
    let path = crates().join("../web").join(path.strip_prefix("/some/where/")?);
    Some((200, fs::read(path).ok()?))
}

/// What a lesson prints and how it ends.
fn run(text: String) -> (String, String) {
    let config = RunConfig {
        clock: ClockKind::Virtual,
        site: "http://site.test/some/where".to_owned(),
        http: Fixtures::new(document),
        ..RunConfig::default()
    };
    let ended = Rc::new(RefCell::new("stopped".to_owned()));
    let end = ended.clone();
    let finished = run_to_end(config, move || {
        Box::pin(async move {
            end.replace(match Engine::new(&text).map(|it| it.start(Limits::default())) {
                Err(diagnostics) => format!("rejected: {diagnostics:#?}"),
                Ok(Err(trap)) => format!("not started: {trap:?}"),
                Ok(Ok(program)) => match program.await {
                    Outcome::Completed => "completed".to_owned(),
                    other => format!("{other:?}"),
                },
            });
            Ok(())
        })
    });
    (printed(&finished), ended.take())
}

fn printed(finished: &Finished) -> String {
    let trace = &finished.trace;
    trace.output().iter().filter(|it| it.stream == Stream::Out).map(|it| trace.text(it.text)).collect()
}

/// Calls within calls of the host take more stack in a build for tests than a test has.
fn on_large_stack<R: Send + 'static>(work: impl FnOnce() -> R + Send + 'static) -> R {
    let thread = std::thread::Builder::new().stack_size(256 << 20).spawn(work).expect("a thread");
    thread.join().expect("a lesson does not make the interpreter panic")
}

#[test]
fn lessons_print_what_they_print_when_compiled() {
    let only = env::var("LESSON").unwrap_or_default();
    check(lessons().into_iter().filter(|it| it.contains(&only) && !LONG.contains(&it.as_str())));
}

#[test]
#[ignore = "takes minutes"]
fn lessons_that_compute_print_what_they_print_when_compiled() {
    check(LONG.iter().map(|it| (*it).to_owned()));
}

#[track_caller]
fn check(lessons: impl Iterator<Item = String>) {
    let mut wrong = Vec::new();
    for lesson in lessons {
        let source = text(&lesson, "main.rs");
        let expected = (text(&lesson, "expected.txt"), "completed".to_owned());
        let found = on_large_stack(move || run(source));
        match (found == expected, GAPS.contains(&lesson.as_str())) {
            (false, false) => wrong.push(format!("{lesson} prints\n{}and ends: {}", found.0, found.1)),
            (true, true) => wrong.push(format!("{lesson} is a gap no more: take it off the list")),
            _ => {}
        }
    }
    assert!(wrong.is_empty(), "{} lessons differ:\n\n{}", wrong.len(), wrong.join("\n\n"));
}
