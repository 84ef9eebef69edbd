//! Every lesson in the browser: what it prints on the real clock and on the virtual one, and the spans that it makes.

use anyhow::{Result, bail, ensure};
use meanwhile_programs::Program;
use meanwhile_tests::expected;
use meanwhile_tests::page::Page;
use meanwhile_tests::result::{RunResult, Span, Status};
use meanwhile_tests::scene::play;
use meanwhile_tests::site::Conditions;
use serde_json::json;

/// What a lesson cannot do in a browser, with the reason.
const EXCEPTIONS: &[(&str, &str)] = &[];

/// How far apart those events of a lesson are whose order shows in its output, in milliseconds. A run in which a sleep
/// is later than that says nothing about the lesson.
const APART_MS: f64 = 20.0;

/// How often a run that says nothing is made anew.
const MEASUREMENTS: usize = 5;

/// Runs every lesson and names all that fail.
async fn check(page: &Page, clock: &str, judge: impl Fn(&Program, &RunResult) -> Result<()>) -> Result<()> {
    page.open_and_watch("three-downloads").await?;
    let mut failures = Vec::new();
    for program in Program::ALL {
        if let Some((_, reason)) = EXCEPTIONS.iter().find(|it| it.0 == program.slug) {
            eprintln!("{} is left out: {reason}", program.slug);
            continue;
        }
        if let Err(error) = measure(page, program, clock, &judge).await {
            failures.push(format!("{}: {error:?}", program.slug));
        }
    }
    ensure!(failures.is_empty(), "{} lessons:\n{}", failures.len(), failures.join("\n"));
    page.expect_no_trouble().await
}

/// Runs a lesson once; anew only where the machine, and not the program, has decided the order of events.
async fn measure(
    page: &Page,
    program: &Program,
    clock: &str,
    judge: impl Fn(&Program, &RunResult) -> Result<()>,
) -> Result<()> {
    for _ in 0..MEASUREMENTS {
        let result = page.call_run(json!({ "example": program.slug, "clock": clock })).await?;
        let judged = judge(program, &result);
        if judged.is_ok() || latest_ms(&result) < APART_MS {
            return judged;
        }
    }
    bail!("the machine is too busy: sleeps ended more than {APART_MS} ms late in {MEASUREMENTS} runs")
}

/// By how much the latest of a run's sleeps ended after it was due, in milliseconds.
fn latest_ms(result: &RunResult) -> f64 {
    let late_ms = |span: &Span| {
        let asked_ms: f64 = span.name.strip_prefix("sleep ")?.strip_suffix(" ms")?.parse().ok()?;
        (span.end.as_deref() == Some("completed")).then(|| span.total_ms() - asked_ms)
    };
    result.spans.iter().filter_map(late_ms).fold(0.0, f64::max)
}

/// Checks that a run prints what rustc and tokio print.
fn prints_what_is_expected(program: &Program, result: &RunResult) -> Result<()> {
    ensure!(result.status == Status::Completed, "{:?}: {}", result.status, result.printed());
    ensure!(result.dropped_events == 0, "{} events were dropped", result.dropped_events);
    let out: String =
        result.output.iter().filter(|it| it.stream == "out").map(|it| it.text.as_str()).collect();
    let expected = expected::output(program.slug)?;
    ensure!(out == expected, "printed:\n{out}\ninstead of:\n{expected}");
    Ok(())
}

#[test]
fn every_lesson_prints_on_the_real_clock_what_rustc_prints() {
    play(Conditions::default(), async |page| check(page, "real", prints_what_is_expected).await);
}

#[test]
fn every_lesson_makes_on_the_virtual_clock_the_spans_of_a_native_run() {
    let judge = |program: &Program, result: &RunResult| {
        prints_what_is_expected(program, result)?;
        let (tree, native) = (result.tree(), expected::tree(program.slug)?);
        ensure!(tree == native, "the spans are:\n{tree}\ninstead of:\n{native}");
        Ok(())
    };
    play(Conditions::default(), async |page| check(page, "virtual", judge).await);
}
