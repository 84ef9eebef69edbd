//! The lessons put through the pass, on the virtual clock: exact output, exact trees, exact times.

use crate::{expected_output, folder, site};
use expect_test::expect_file;
use meanwhile_programs::start;
use meanwhile_runtime::{Finished, Fixtures, RunConfig, run_to_end};
use meanwhile_trace::report::Status;
use meanwhile_trace::{ClockKind, EventKind, Span, Stream, check as violations, dump, dump_tree};

const MS: u64 = 1_000_000;

/// Runs a lesson; its output, its tree of spans and the soundness of its trace are checked at once.
#[track_caller]
fn check(slug: &'static str) {
    let finished = run(slug);
    assert_eq!(finished.status, Status::Completed, "{}", finished.output());
    assert_eq!(finished.trace.dropped_events, 0);
    assert_eq!(violations(&finished.trace.events), []);
    assert_eq!(out(&finished), expected_output(slug));
    expect_file![folder(slug).join("expected.tree")].assert_eq(&dump_tree(&finished.trace));
    assert_eq!(dump(&finished.trace), dump(&run(slug).trace), "a second run is another");
}

/// Runs a lesson on the virtual clock.
pub(crate) fn run(slug: &'static str) -> Finished {
    run_to_end(config(), move || start(slug).unwrap())
}

/// The virtual clock, and a site that has what the site itself has.
pub(crate) fn config() -> RunConfig {
    RunConfig {
        clock: ClockKind::Virtual,
        site: "http://site.test/some/where".to_owned(),
        http: Fixtures::new(|path| Some((200, site::document(path.strip_prefix("/some/where")?)?))),
        ..RunConfig::default()
    }
}

/// Returns what was printed, less what went to the other stream.
pub(crate) fn out(finished: &Finished) -> String {
    let trace = &finished.trace;
    trace.output().iter().filter(|it| it.stream == Stream::Out).map(|it| trace.text(it.text)).collect()
}

meanwhile_programs::each_lesson!(check);

/// Returns the only span of this name.
#[track_caller]
fn span<'a>(finished: &'a Finished, name: &str) -> &'a Span {
    let named = |it: &&Span| finished.trace.name(it) == name;
    let found: Vec<_> = finished.trace.spans().iter().filter(named).collect();
    assert_eq!(found.len(), 1, "spans named {name}");
    found[0]
}

/// Returns when a span started and how long it took, in milliseconds.
#[track_caller]
fn times_ms(finished: &Finished, name: &str) -> (u64, u64) {
    let span = span(finished, name);
    let (end_ns, _) = span.end.unwrap();
    (span.created_ns / MS, (end_ns - span.created_ns) / MS)
}

/// Returns when a line was printed, in milliseconds.
#[track_caller]
fn printed_ms(finished: &Finished, line: &str) -> u64 {
    let trace = &finished.trace;
    let printed = trace.output().iter().find(|it| trace.text(it.text).trim_end() == line);
    printed.unwrap_or_else(|| panic!("{line:?} was not printed")).at_ns / MS
}

#[test]
fn three_downloads_take_their_sum_or_their_longest() {
    let finished = run("three-downloads");
    assert_eq!(times_ms(&finished, "sequential"), (0, 300 + 250 + 350));
    assert_eq!(times_ms(&finished, "gathered"), (900, 350));
    assert_eq!(finished.trace.now_ns(), 1250 * MS);
}

#[test]
fn the_second_task_to_start_is_the_first_to_finish() {
    let finished = run("two-tasks");
    assert_eq!(times_ms(&finished, "sequential"), (0, 400 + 200));
    assert_eq!(times_ms(&finished, "gathered"), (600, 400));
    let gathered = span(&finished, "gathered");
    let children: Vec<_> = gathered.children.iter().map(|it| finished.trace.span(*it).unwrap()).collect();
    assert_eq!(children.iter().map(|it| finished.trace.name(it)).collect::<Vec<_>>(), ["task1", "task2"]);
    assert!(children[0].id < children[1].id);
    assert!(children[1].end.unwrap().0 < children[0].end.unwrap().0);
}

#[test]
fn fetches_take_the_delays_they_ask_for() {
    let finished = run("fetch");
    assert_eq!(times_ms(&finished, "sequential"), (0, 300 + 200 + 400));
    assert_eq!(times_ms(&finished, "gathered"), (900, 400));
    assert_eq!(times_ms(&finished, "handled"), (1300, 0));
}

#[test]
fn a_spawned_task_outlives_other_awaits() {
    let finished = run("spawn-and-await");
    assert_eq!(times_ms(&finished, "sequential"), (0, 300 + 100 + 200));
    assert_eq!(times_ms(&finished, "gathered"), (600, 300));
    assert_eq!(printed_ms(&finished, "watch: still here (2)"), 1000);
    assert_eq!(finished.trace.now_ns(), 1000 * MS);
}

#[test]
fn no_tick_comes_while_the_loop_runs() {
    let finished = run("dont-block");
    let count = span(&finished, "count_primes");
    assert_eq!(count.polls.len(), 1);
    // From the poll's start to its end nothing at all happens to anybody else.
    let events = &finished.trace.events;
    let start = events.iter().position(|it| it.span == count.id && it.kind == EventKind::PollStart).unwrap();
    assert_eq!(events[start + 1].span, count.id);
    assert_eq!(events[start + 1].kind, EventKind::PollEnd { ready: true });
    assert_eq!(printed_ms(&finished, "tick 3"), 600);
}
