//! Blocking calls go to other workers, which work side by side.

use anyhow::Result;
use meanwhile_tests::page::Page;
use meanwhile_tests::result::{RunResult, Status};
use meanwhile_tests::scene::play;
use meanwhile_tests::site::Conditions;
use serde_json::json;
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
        // How long each takes, and which begins when, is the machine's business; that two were at work together is ours.
        let pairs = jobs.iter().flat_map(|it| jobs.iter().map(move |other| (it, other)));
        let together = pairs.filter(|(it, other)| it.worker != other.worker).any(|(it, other)| {
            together_ms(it, other) > (it.to_ms - it.from_ms).min(other.to_ms - other.from_ms) / 4.0
        });
        assert!(together, "{jobs:?}");
        Ok(())
    });
}

#[test]
fn jobs_that_are_stopped_leave_room_for_the_next_run() {
    play(Conditions::default(), async |page| {
        page.open_and_watch(LESSON).await?;
        // The jobs are given away right behind the first line. A machine that has done them all before it hears of Stop has
        // a run that is complete; whichever it is, the workers must be free again.
        let status = page.stop_at_first_output_in_time().await?;
        assert!(["stopped", "completed"].contains(&status.as_str()), "{status}");
        let result = run(page).await?;
        assert_eq!(result.printed(), meanwhile_tests::expected::output(LESSON)?);
        Ok(())
    });
}
