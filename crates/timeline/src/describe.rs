//! The picture in a sentence or two, for those who do not see it.

use crate::units::{duration, factor};
use crate::{Comparison, Side};
use meanwhile_trace::Trace;

/// Says what a timeline shows: the times of a comparison, or how many futures ran for how long.
pub fn describe(trace: &Trace, comparison: Option<&Comparison>) -> String {
    let Some(root) = trace.root() else { return "No future has run yet.".to_owned() };
    let first = match comparison {
        Some(it) => compared(trace, it),
        None => {
            let word = if root.end.is_some() { "The run took" } else { "The run has taken" };
            format!("{word} {}.", duration(root.end_ns(trace.now_ns()) - root.created_ns))
        }
    };
    let count = trace.spans().len();
    let noun = if count == 1 { "future was" } else { "futures were" };
    let mut text = format!("{first} {count} {noun} recorded.");
    let workers = crate::workers::workers(trace, None);
    if !workers.is_empty() {
        let jobs: usize = workers.iter().map(|it| it.jobs.len()).sum();
        text += &format!(" {} did {}.", counted(workers.len(), "worker"), counted(jobs, "job"));
    }
    if trace.dropped_events > 0 {
        text += &format!(" {} events were dropped.", trace.dropped_events);
    }
    text
}

fn counted(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}

fn compared(trace: &Trace, comparison: &Comparison) -> String {
    let time = |side: &Side| {
        let word = if side.end.is_some() { "took" } else { "has taken" };
        format!("{} {word} {}", side.heading(trace), duration(side.total_ns))
    };
    let times: Vec<String> = comparison.sides().map(time).collect();
    let times = times.join(", ");
    match (comparison.factor(), comparison.saved_ns()) {
        (Some(times_as_fast), Some(saved)) if saved > 0 => {
            format!(
                "{times}: {} times as fast, {} saved.",
                factor(times_as_fast),
                duration(saved.unsigned_abs())
            )
        }
        (Some(_), Some(saved)) if saved < 0 => format!("{times}: {} longer.", duration(saved.unsigned_abs())),
        (Some(_), Some(_)) => format!("{times}: no difference."),
        _ => format!("{times}."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::beside::jobs;
    use crate::testing::{Run, every_end, sequential, three_downloads};

    fn described(trace: &Trace) -> String {
        describe(trace, Comparison::find(trace).as_ref())
    }

    #[test]
    fn a_picture_is_summed_up_for_those_who_do_not_see_it() {
        assert_eq!(described(&Trace::default()), "No future has run yet.");
        assert_eq!(
            described(&three_downloads()),
            "Sequential took 900 ms, Gathered took 351 ms: 2.6 times as fast, 550 ms saved. 15 futures were recorded."
        );
        assert_eq!(described(&every_end()), "The run took 125 ms. 6 futures were recorded.");
        let with_jobs = "The run has taken 240 ms. 6 futures were recorded. 2 workers did 5 jobs.";
        assert_eq!(described(&jobs()), with_jobs);
        let run = Run::new();
        let main = run.task("main", None);
        run.begin(main);
        run.at(7);
        assert_eq!(described(&run.trace()), "The run has taken 7 ms. 1 future was recorded.");
        sequential(&run, main, 7, 0);
        run.at(20);
        assert_eq!(described(&run.trace()), "Sequential has taken 13 ms. 4 futures were recorded.");
    }

    #[test]
    fn dropped_events_are_counted_aloud() {
        let mut trace = three_downloads();
        trace.dropped_events = 12;
        assert!(described(&trace).ends_with(" 12 events were dropped."));
    }
}
