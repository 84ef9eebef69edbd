//! The five examples, clicked through as a visitor does: what they print, how long they take, what the page makes of it.

use anyhow::{Context as _, Result};
use meanwhile_tests::expected::{self, EXAMPLES};
use meanwhile_tests::page::Page;
use meanwhile_tests::result::{RunResult, Status};
use meanwhile_tests::scene::play;
use meanwhile_tests::site::Conditions;
use serde_json::json;

#[test]
fn every_example_runs_from_its_link_and_again_and_prints_what_rustc_prints() {
    play(Conditions::default(), async |page| {
        page.open_home().await?;
        for slug in EXAMPLES {
            page.follow(slug).await?;
            page.wait_for_end().await?;
            let expected = page.expected_output(slug)?;
            assert_eq!(page.output().await?, expected, "{slug}, as it ran by itself");
            page.run().await?;
            assert_eq!(page.output().await?, expected, "{slug}, as it ran when asked to");
            assert_eq!(page.source().await?.trim_end(), expected::source(slug)?.trim_end());
            assert_eq!(page.told().await?, Vec::<String>::new(), "{slug}");
        }
        page.expect_no_trouble().await
    });
}

/// Checks the figures on the page, and against these delays, in milliseconds.
async fn check_figures(page: &Page, delays_ms: &[f64]) -> Result<()> {
    let (sequential, gathered) = (page.figure("sequential").await?, page.figure("gathered").await?);
    let sum: f64 = delays_ms.iter().sum();
    let longest = delays_ms.iter().copied().fold(0.0, f64::max);
    assert!(
        sequential >= sum,
        "one after another in {sequential} ms, which is less than the delays, {sum} ms"
    );
    assert!(
        gathered >= longest,
        "together in {gathered} ms, which is less than the longest delay, {longest} ms"
    );
    // How much more is the machine's business; that all waited beside each other is ours.
    assert!(gathered < sequential, "together in {gathered} ms, one after another in {sequential} ms");
    assert_eq!(page.figure("in-flight").await?, delays_ms.len() as f64, "all were in flight at once");

    let (factor, saved) = (page.figure("factor").await?, page.figure("saved").await?);
    assert_close(factor, sequential / gathered);
    assert_close(saved, sequential - gathered);
    let headline = page.text("headline").await?;
    let shown: f64 =
        headline.split('×').next().unwrap_or_default().parse().with_context(|| headline.clone())?;
    assert!((shown - factor).abs() <= 0.05 && headline.ends_with("faster"), "{headline:?} for {factor}");
    Ok(())
}

/// The same but for the last bits of a floating-point number.
#[track_caller]
fn assert_close(left: f64, right: f64) {
    assert!((left - right).abs() <= right.abs() * 1e-9, "{left} is not {right}");
}

/// The examples that compare, with the delays of what they do one after another and then together.
const DELAYS_MS: [(&str, &[f64]); 4] = [
    ("three-downloads", &[300.0, 250.0, 350.0]),
    ("two-tasks", &[400.0, 200.0]),
    ("fetch", &[300.0, 200.0, 400.0]),
    ("spawn-and-await", &[300.0, 100.0, 200.0]),
];

#[test]
fn one_after_another_takes_the_sum_and_together_only_the_longest() {
    play(Conditions::default(), async |page| {
        page.open_and_watch("three-downloads").await?;
        for (slug, delays_ms) in DELAYS_MS {
            page.follow(slug).await?;
            page.wait_for_end().await?;
            check_figures(page, delays_ms).await.with_context(|| slug)?;
            page.run().await?;
            check_figures(page, delays_ms).await.with_context(|| slug)?;
        }
        Ok(())
    });
}

#[test]
fn the_second_task_to_start_finishes_first() {
    play(Conditions::default(), async |page| {
        page.open("two-tasks").await?;
        let result = page.call_run(json!({})).await?;
        let gathered = result.named("gathered").next().expect("gathered");
        let below = result.below(gathered.id);
        let task = |name| below.iter().find(|it| it.name == name).expect("it is one of the spans");
        let (first, second) = (task("task1"), task("task2"));
        assert!(first.id < second.id && first.start_ms <= second.start_ms, "{first:?} {second:?}");
        assert!(second.end_ms < first.end_ms, "{first:?} {second:?}");
        Ok(())
    });
}

#[test]
fn a_spawned_task_outlives_the_first_await_of_main() {
    play(Conditions::default(), async |page| {
        page.open("spawn-and-await").await?;
        let result = page.call_run(json!({})).await?;
        let main = &result.spans[0];
        let first_await =
            result.spans.iter().find(|it| it.parent == Some(main.id) && it.kind != "task").expect("an await");
        let tasks = result.spans.iter().filter(|it| it.kind == "task" && it.id != main.id);
        let outliving =
            tasks.filter(|it| it.start_ms <= first_await.start_ms && it.end_ms > first_await.end_ms);
        assert!(outliving.count() >= 1, "{:#?}", result.spans);
        Ok(())
    });
}

#[test]
fn a_loop_that_never_awaits_is_one_long_busy_poll_and_makes_ticks_late() {
    play(Conditions::default(), async |page| {
        page.open("dont-block").await?;
        let result = page.call_run(json!({})).await?;
        assert_eq!(result.status, Status::Completed);
        let (busy_ms, late_ms) = longest_stall(&result);
        assert!(busy_ms >= 150.0, "the longest loop is busy for {busy_ms} ms");
        // Ticks are 200 ms apart, so the first that is due during the loop is due at most that long after its start.
        assert!(
            late_ms >= busy_ms - 200.0 && late_ms > 0.0,
            "busy for {busy_ms} ms, but no tick came later than {late_ms} ms"
        );
        Ok(())
    });
}

/// The most that a leafless span was busy, and the most that a tick waited to be polled after its timer was due.
fn longest_stall(result: &RunResult) -> (f64, f64) {
    let leaves = result.spans.iter().filter(|it| result.below(it.id).is_empty());
    let busy_ms = leaves.map(|it| it.busy_ms).fold(0.0, f64::max);
    let ticks = result.spans.iter().filter(|it| it.kind == "sleep");
    let waits = ticks.clone().map(|it| it.scheduled_ms);
    let shortest = ticks.clone().map(meanwhile_tests::result::Span::total_ms).fold(f64::INFINITY, f64::min);
    let overdue = ticks.map(|it| it.total_ms() - shortest);
    (busy_ms, waits.chain(overdue).fold(0.0, f64::max))
}

#[test]
fn fetches_go_over_the_network_from_the_worker() {
    play(Conditions::default(), async |page| {
        page.open_and_watch("fetch").await?;
        let before = page.site.requests().len();
        let result = page.call_run(json!({})).await?;
        let requests = page.site.requests().split_off(before);
        let data: Vec<_> = requests.iter().filter(|it| it.path.starts_with("data/")).collect();
        assert!(data.iter().all(|it| it.is_from_program()), "{data:#?}");
        for number in 1..=3 {
            let path = format!("data/todos/{number}.json");
            assert_eq!(
                data.iter().filter(|it| it.path == path && it.status == 200).count(),
                2,
                "{path}: {data:#?}"
            );
        }
        assert!(
            data.iter().any(|it| it.status == 404),
            "the document that does not exist was asked for: {data:#?}"
        );
        assert_eq!(result.status, Status::Completed);
        Ok(())
    });
}
