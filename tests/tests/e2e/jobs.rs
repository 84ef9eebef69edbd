//! Blocking calls go to other workers, which work side by side.

use anyhow::Result;
use meanwhile_tests::page::Page;
use meanwhile_tests::result::{RunResult, Status};
use meanwhile_tests::scene::play;
use meanwhile_tests::site::Conditions;
use serde_json::{Value, json};
use std::collections::BTreeMap;

const LESSON: &str = "concurrency-and-parallelism";

/// A job by its own worker's account, in milliseconds of the run.
#[derive(Clone, Debug, Default)]
struct Job {
    worker: u32,
    from_ms: f64,
    to_ms: f64,
}

/// Reads the jobs out of the list of events.
fn jobs(events: &str) -> Vec<Job> {
    let mut jobs: BTreeMap<String, (f64, Job)> = BTreeMap::new();
    for line in events.lines() {
        let mut words = line.split_whitespace();
        let (Some(at), Some(span)) = (words.next(), words.next()) else { continue };
        let rest: Vec<&str> = words.collect();
        let ms = |text: &str| text.parse::<f64>().expect("a time in milliseconds");
        match (rest.as_slice(), jobs.get_mut(span)) {
            (["created:", "job", ..], None) => {
                jobs.insert(span.to_owned(), (ms(at), Job::default()));
            }
            (["worker", number, "from", after, ..], Some((made_ms, job))) => {
                (job.worker, job.from_ms) = (number.parse().expect("a number"), *made_ms + ms(after));
            }
            (["returned", "from", after, ..], Some((made_ms, job))) => job.to_ms = *made_ms + ms(after),
            _ => {}
        }
    }
    jobs.into_values().map(|it| it.1).collect()
}

/// How long two jobs were at work at the same time.
fn together_ms(one: &Job, other: &Job) -> f64 {
    (one.to_ms.min(other.to_ms) - one.from_ms.max(other.from_ms)).max(0.0)
}

async fn run(page: &Page) -> Result<RunResult> {
    let result = page.call_run(json!({ "example": LESSON })).await?;
    assert_eq!(result.status, Status::Completed);
    Ok(result)
}

#[test]
fn jobs_work_side_by_side() {
    play(Conditions::default(), async |page| {
        page.open_and_watch(LESSON).await?;
        // The first run has made the workers; they are kept.
        run(page).await?;
        let result = run(page).await?;
        let ends: Vec<_> =
            result.spans.iter().filter(|it| it.kind == "job").map(|it| it.end.as_deref()).collect();
        assert_eq!(ends, [Some("completed"); 4]);
        let events = page.events().await?;
        let jobs = jobs(&events);
        assert_eq!(jobs.len(), 4, "{events}");
        for job in &jobs {
            let longest = jobs.iter().filter(|it| it.worker != job.worker).map(|it| together_ms(job, it));
            let longest_ms = longest.fold(0.0, f64::max);
            // How long each takes is the machine's business; that another worker is at it meanwhile is ours.
            assert!(longest_ms > (job.to_ms - job.from_ms) / 4.0, "{job:?} among {jobs:?}");
        }
        Ok(())
    });
}

#[test]
fn jobs_that_are_stopped_leave_room_for_the_next_run() {
    play(Conditions::default(), async |page| {
        page.open_and_watch(LESSON).await?;
        page.browser.eval::<()>("window.stopped = meanwhile.run(); return null", Value::Null).await?;
        page.wait_for_new_output_line().await?;
        page.call_stop_in_time().await?;
        let status: String = page.browser.eval("return (await stopped).status", Value::Null).await?;
        assert_eq!(status, "stopped");
        let result = run(page).await?;
        assert_eq!(result.printed(), meanwhile_tests::expected::output(LESSON)?);
        Ok(())
    });
}
