//! The lessons interpreted: they print what they print when compiled, and make the same spans, at the same times, which
//! hold and wait for the same things.

use crate::virtual_clock::{config, out, run};
use crate::{expected_output, folder};
use meanwhile_interp::engine::Engine;
use meanwhile_interp::machine::Limits;
use meanwhile_runtime::{Finished, run_to_end};
use meanwhile_trace::{EventKind, Span, SpanId, Trace, check as violations};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Lessons of which the two runs differ, each with the reason. One that no longer does is to be taken off.
const GAPS: &[(&str, &str)] = &[];

/// Lessons that compute for longer than anybody waits in an interpreter that is not optimised: what they go through is made
/// short there, so that only spans are compared.
const SHORTENED: &[(&str, &str, &str)] = &[
    ("concurrency-and-parallelism", "(from..from + STEP)", "(from..from)"),
    ("dont-block", "(1..LIMIT)", "(1..9)"),
    // The sum itself is in names.
    (
        "reading-a-timeline",
        "(0..15_000_000).fold(seed, |x, _| x * 48_271 % 2_147_483_647)",
        "1197704391 + 0 * seed",
    ),
    ("three-cures", "(from..to)", "(from..from)"),
];

/// Calls within calls of the host take more stack in a build for tests than a test has.
const STACK_BYTES: usize = 256 << 20;

/// How wide the left one of two pictures is that stand side by side.
const WIDTH: usize = 96;

meanwhile_programs::each_lesson!(check);

#[track_caller]
fn check(slug: &'static str) {
    let found = std::thread::Builder::new().stack_size(STACK_BYTES).spawn(move || difference(slug)).unwrap();
    let found = found.join().unwrap_or_else(|_| Some("the interpreter has panicked".to_owned()));
    let known = GAPS.iter().find(|it| it.0 == slug);
    match (found, known) {
        (Some(difference), None) => panic!("compiled, and interpreted:\n{difference}"),
        (Some(_), Some((_, reason))) => println!("{slug} is a gap: {reason}"),
        (None, Some(_)) => panic!("{slug} is a gap no more: take it off the list"),
        (None, None) => {}
    }
}

/// What is different when a lesson is interpreted, if anything is.
fn difference(slug: &'static str) -> Option<String> {
    let interpreted = match interpreted(slug) {
        Ok(finished) => finished,
        Err(why) => return Some(why),
    };
    let (expected, found) = (expected_output(slug), out(&interpreted));
    if expected != found && shortened(slug).is_none() {
        let all = interpreted.output();
        return Some(format!("{}\neverything printed:\n{all}", side_by_side(&expected, &found)));
    }
    let compiled = run(slug);
    let (left, right) = (picture(&compiled.trace), picture(&interpreted.trace));
    if left != right {
        return Some(side_by_side(&left, &right));
    }
    let unsound = violations(&interpreted.trace.events);
    let wrong = compiled.status != interpreted.status || !unsound.is_empty();
    wrong.then(|| format!("{:?}, {unsound:?}", interpreted.status))
}

/// What is made short in a lesson, if anything is, and how.
fn shortened(slug: &str) -> Option<(&'static str, &'static str)> {
    let found = SHORTENED.iter().find(|it| it.0 == slug && cfg!(debug_assertions));
    found.map(|it| (it.1, it.2))
}

/// Runs a lesson in the interpreter; fails with what the interpreter says of its text.
fn interpreted(slug: &str) -> Result<Finished, String> {
    let mut text = std::fs::read_to_string(folder(slug).join("main.rs")).unwrap();
    if let Some((long, short)) = shortened(slug) {
        assert!(text.contains(long), "{long} in {slug}");
        text = text.replace(long, short);
    }
    let engine = Engine::new(&text).map_err(|it| {
        let lines = it.iter().map(|it| format!("{}:{}: {}", it.span.line, it.span.column, it.message));
        lines.collect::<Vec<_>>().join("\n")
    })?;
    let (main, ended) = engine.main(Limits::default(), || ());
    let finished = run_to_end(config(), move || main);
    let (_, findings) = ended.verdict(finished.status);
    match findings.first() {
        Some(it) => Err(format!("{}:{}: {}", it.span.line, it.span.column, it.message)),
        None => Ok(finished),
    }
}

/// The tree of spans with places and times, and what happened to each resource.
fn picture(trace: &Trace) -> String {
    let mut text = String::new();
    for root in trace.spans().iter().filter(|it| it.parent.is_none()) {
        draw(&mut text, trace, root);
    }
    text + &resources(trace)
}

fn draw(text: &mut String, trace: &Trace, span: &Span) {
    let indent = "  ".repeat(span.depth as usize);
    let place = trace.place(span).map(|it| format!(" @{}:{}", it.line, it.column)).unwrap_or_default();
    let (end, how) = match span.end {
        Some((at_ns, end)) => (ms(at_ns), end.name()),
        None => ("...".to_owned(), "alive"),
    };
    let (kind, name, start) = (span.kind.name(), trace.name(span), ms(span.created_ns));
    let _ = writeln!(text, "{indent}{kind} {name}{place} {start}..{end} {how}");
    for child in span.children.iter().filter_map(|it| trace.span(*it)) {
        draw(text, trace, child);
    }
}

fn resources(trace: &Trace) -> String {
    let mut lines = BTreeMap::<u32, String>::new();
    let name = |span: SpanId| trace.span(span).map_or("?", |it| trace.name(it));
    for event in &trace.events {
        let (at, by) = (ms(event.at_ns), name(event.span));
        match event.kind {
            EventKind::Resource { resource, name, .. } => {
                let line = lines.entry(resource.index() as u32).or_default();
                let _ = writeln!(line, "{}, made by {by} at {at}", trace.text(name));
            }
            EventKind::Use { resource, action } => {
                let line = lines.entry(resource.index() as u32).or_default();
                let _ = writeln!(line, "  {at} {by} {}", action.name());
            }
            _ => {}
        }
    }
    lines.into_values().collect()
}

fn ms(at_ns: u64) -> String {
    format!("{}.{:03}", at_ns / 1_000_000, at_ns / 1_000 % 1_000)
}

/// Two texts line by line; `|` stands between lines that are not the same.
fn side_by_side(left: &str, right: &str) -> String {
    let (left, right): (Vec<_>, Vec<_>) = (left.lines().collect(), right.lines().collect());
    let (mut i, mut j) = (0, 0);
    let mut text = String::new();
    for (a, b) in common(&left, &right).into_iter().chain([(left.len(), right.len())]) {
        while i < a || j < b {
            let (one, other) = (left.get(i).filter(|_| i < a), right.get(j).filter(|_| j < b));
            let _ = writeln!(text, "{:WIDTH$} | {}", one.unwrap_or(&""), other.unwrap_or(&""));
            (i, j) = (a.min(i + 1), b.min(j + 1));
        }
        if let Some(line) = left.get(a) {
            let _ = writeln!(text, "{line}");
        }
        (i, j) = (a + 1, b + 1);
    }
    text
}

/// The lines of a longest common subsequence, as pairs of numbers.
fn common(left: &[&str], right: &[&str]) -> Vec<(usize, usize)> {
    let mut length = vec![vec![0; right.len() + 1]; left.len() + 1];
    for i in (0..left.len()).rev() {
        for j in (0..right.len()).rev() {
            let longer = length[i + 1][j].max(length[i][j + 1]);
            length[i][j] = if left[i] == right[j] { length[i + 1][j + 1] + 1 } else { longer };
        }
    }
    let (mut i, mut j, mut pairs) = (0, 0, Vec::new());
    while i < left.len() && j < right.len() {
        if left[i] == right[j] {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if length[i + 1][j] >= length[i][j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}
