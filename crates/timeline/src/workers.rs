//! Which worker did which jobs when.

use crate::Stretch;
use crate::phases::phases;
use meanwhile_trace::{SpanId, SpanKind, Trace};

/// A worker that did jobs: a lane of its own beside the loop's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worker {
    /// Its number, from 1.
    pub number: u32,
    /// When it was at which job, in order.
    pub jobs: Vec<Stretch>,
}

/// Returns the workers that did the jobs below a span, or all jobs of a run, by their numbers.
pub(crate) fn workers(trace: &Trace, below: Option<SpanId>) -> Vec<Worker> {
    let mut workers: Vec<Worker> = Vec::new();
    let here = |job: SpanId| below.is_none_or(|it| trace.is_within(job, it));
    for job in trace.spans().iter().filter(|it| it.kind == SpanKind::Job && here(it.id)) {
        for phase in phases(trace, job, trace.now_ns()) {
            let Some(number) = phase.worker() else { continue };
            let at = workers.partition_point(|it| it.number < number);
            if workers.get(at).is_none_or(|it| it.number != number) {
                workers.insert(at, Worker { number, jobs: Vec::new() });
            }
            let (start_ns, end_ns) = (phase.start_ns, phase.end_ns);
            let jobs = &mut workers[at].jobs;
            let place = jobs.partition_point(|it| it.start_ns <= start_ns);
            jobs.insert(place, Stretch { span: job.id, start_ns, end_ns });
        }
    }
    workers
}

impl Worker {
    /// Returns what its lane is called.
    pub(crate) fn name(&self) -> String {
        format!("worker {}", self.number)
    }

    /// Returns the job after (or before) this one; the same at the ends.
    #[cfg(feature = "yew")]
    pub(crate) fn next(&self, job: SpanId, forward: bool) -> Option<SpanId> {
        let at = self.jobs.iter().position(|it| it.span == job)?;
        let next = if forward { at + 1 } else { at.wrapping_sub(1) };
        self.jobs.get(next).map_or(Some(job), |it| Some(it.span))
    }

    /// Returns the job that is nearest to a time.
    pub(crate) fn nearest(&self, time_ns: u64) -> Option<&Stretch> {
        let away = |it: &&Stretch| it.start_ns.saturating_sub(time_ns).max(time_ns.saturating_sub(it.end_ns));
        self.jobs.iter().min_by_key(away)
    }
}
