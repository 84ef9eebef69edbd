//! Every lesson in the browser: what it prints on the real clock and on the virtual one, and the spans that it makes.

use anyhow::{Result, ensure};
use meanwhile_programs::Program;
use meanwhile_tests::expected;
use meanwhile_tests::page::Page;
use meanwhile_tests::result::{Engine, RunResult, Status};
use meanwhile_tests::scene::play;
use meanwhile_tests::site::Conditions;
use serde_json::json;

/// How far apart those events of a lesson are whose order shows in its output, in milliseconds.
const APART_MS: f64 = 20.0;

/// Runs every lesson and names all that fail.
async fn check(
    page: &Page,
    engine: &str,
    clock: &str,
    judge: impl Fn(&Program, &RunResult) -> Result<()>,
) -> Result<()> {
    page.open_and_watch("three-downloads").await?;
    let mut failures = Vec::new();
    for program in Program::ALL {
        let run = page.call_run(json!({ "example": program.slug, "clock": clock, "engine": engine })).await;
        if let Err(error) = run.and_then(|it| judge(program, &it)) {
            failures.push(format!("{}: {error:?}", program.slug));
        }
    }
    ensure!(failures.is_empty(), "{} lessons:\n{}", failures.len(), failures.join("\n"));
    page.expect_no_trouble().await
}

/// What a run printed on standard output before a moment, in milliseconds.
fn printed_before(result: &RunResult, before_ms: f64) -> String {
    let out = result.output.iter().filter(|it| it.stream == "out" && it.at_ms < before_ms);
    out.map(|it| it.text.as_str()).collect()
}

/// Checks that a run went to its end, and prints what rustc and tokio print up to a moment.
fn prints_what_is_expected_until(program: &Program, result: &RunResult, until_ms: f64) -> Result<()> {
    ensure!(result.status == Status::Completed, "{:?}: {}", result.status, result.printed());
    ensure!(result.dropped_events == 0, "{} events were dropped", result.dropped_events);
    let (expected, out) = (expected::output(program.slug)?, printed_before(result, until_ms));
    let is_as_expected = out == expected || until_ms.is_finite() && expected.starts_with(&out);
    ensure!(is_as_expected, "printed before {until_ms} ms:\n{out}\ninstead of:\n{expected}");
    Ok(())
}

/// On the real clock a machine that is late decides what comes first: from then on the output says nothing about the
/// lesson, unless it is the expected one.
fn prints_what_is_expected(program: &Program, result: &RunResult) -> Result<()> {
    let whole = prints_what_is_expected_until(program, result, f64::INFINITY);
    let kept_up_until_ms = result.kept_up_until_ms(APART_MS);
    if whole.is_ok() || kept_up_until_ms.is_infinite() {
        return whole;
    }
    eprintln!("{}: the machine is late, the output is judged up to {kept_up_until_ms} ms", program.slug);
    prints_what_is_expected_until(program, result, kept_up_until_ms)
}

#[test]
fn every_lesson_prints_on_the_real_clock_what_rustc_prints() {
    play(Conditions::default(), async |page| check(page, "compiled", "real", prints_what_is_expected).await);
}

/// Checks a run on the virtual clock against a native one.
fn is_as_natively(program: &Program, result: &RunResult) -> Result<()> {
    prints_what_is_expected_until(program, result, f64::INFINITY)?;
    let (tree, native) = (result.tree(), expected::tree(program.slug)?);
    ensure!(tree == native, "the spans are:\n{tree}\ninstead of:\n{native}");
    Ok(())
}

#[test]
fn every_lesson_makes_on_the_virtual_clock_the_spans_of_a_native_run() {
    play(Conditions::default(), async |page| check(page, "compiled", "virtual", is_as_natively).await);
}

#[test]
fn every_lesson_interpreted_makes_the_same_output_and_the_same_spans() {
    let judge = |program: &Program, result: &RunResult| {
        ensure!(result.engine == Engine::Interpreted, "it is {:?}", result.engine);
        is_as_natively(program, result)
    };
    play(Conditions::default(), async |page| check(page, "interpreted", "virtual", judge).await);
}
