//! What all lints say of a run, as it is told to those who have neither the lints nor the facts.

use super::{Examined, Facts, Finding, LINTS, sequential_awaits};
use crate::Trace;
use crate::report::LintReport;
use serde::{Deserialize, Serialize};

/// What the lints found in a run.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judgement {
    /// Lint by lint, those that found something.
    pub groups: Vec<Group>,
    /// The awaits that waited for one another without need.
    pub waits: Vec<Wait>,
}

/// Awaits that waited for one another without need, where that cost most.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wait {
    /// Their lines, in order.
    pub lines: Vec<u32>,
    /// How long they took one after another, in nanoseconds.
    pub sequential_ns: u64,
    /// How long they would have taken together, in nanoseconds.
    pub gathered_ns: u64,
}

impl Wait {
    /// Returns the time that gathering would have saved, in nanoseconds.
    pub fn saved_ns(&self) -> u64 {
        self.sequential_ns.saturating_sub(self.gathered_ns)
    }
}

/// What one lint found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// The lint's name.
    pub lint: String,
    /// All findings in one sentence, without a full stop.
    pub summary: String,
    /// The findings, at least one.
    pub findings: Vec<LintReport>,
}

impl Judgement {
    /// Runs every lint over a trace.
    pub fn of(trace: &Trace, facts: &Facts) -> Self {
        let run = Examined::new(trace, facts);
        let mut judgement = Judgement { waits: sequential_awaits::waits(&run), ..Judgement::default() };
        for lint in LINTS {
            let findings = lint.check(&run);
            if findings.is_empty() {
                continue;
            }
            judgement.groups.push(Group {
                lint: lint.name().to_owned(),
                summary: lint.summary(findings.len()),
                findings: findings.iter().map(Finding::report).collect(),
            });
        }
        judgement
    }

    /// Returns the findings of all lints, as they stand in `RunResult`.
    pub fn findings(&self) -> Vec<LintReport> {
        self.groups.iter().flat_map(|it| it.findings.iter().cloned()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{End, ManualClock, NewSpan, Place, Reading, Recorder, SpanKind};
    use std::sync::Arc;

    /// A run in which two awaits of 100 ms follow each other.
    fn trace() -> Trace {
        let clock = Arc::new(ManualClock::default());
        let recorder = Recorder::new(clock.clone(), 100);
        let main = recorder.create(NewSpan::new(SpanKind::Task, "main"));
        recorder.poll_start(main, Reading::Fresh);
        for (line, start_ms) in [(3, 0), (4, 100)] {
            clock.set_ns(start_ms * 1_000_000);
            let sleep = NewSpan { parent: Some(main), ..NewSpan::new(SpanKind::Sleep, "sleep 100 ms") };
            let sleep = recorder.create(sleep);
            recorder.await_at(sleep, Place::new(line, 5));
            recorder.poll_start(sleep, Reading::Fresh);
            recorder.poll_end(sleep, false);
            recorder.poll_end(main, false);
            clock.set_ns((start_ms + 100) * 1_000_000);
            recorder.poll_start(main, Reading::Fresh);
            recorder.poll_start(sleep, Reading::Shared);
            recorder.poll_end(sleep, true);
            recorder.end(sleep, End::Completed);
        }
        recorder.poll_end(main, true);
        recorder.end(main, End::Completed);
        let mut trace = Trace::default();
        trace.apply(&recorder.drain()).unwrap();
        trace
    }

    #[test]
    fn lines_that_could_be_gathered_are_named_where_they_waited() {
        let facts = Facts { independent: vec![vec![Place::new(3, 5), Place::new(4, 5)]] };
        let judgement = Judgement::of(&trace(), &facts);
        let (sequential_ns, gathered_ns) = (200_000_000, 100_000_000);
        assert_eq!(judgement.waits, [Wait { lines: vec![3, 4], sequential_ns, gathered_ns }]);
        assert_eq!(judgement.waits[0].saved_ns(), 100_000_000);
        assert_eq!(judgement.groups.len(), 1);
        assert_eq!(judgement.groups[0].lint, "sequential-awaits");
        assert_eq!(judgement.findings()[0].line, Some(3));
        let elsewhere = Facts { independent: vec![vec![Place::new(8, 5), Place::new(9, 5)]] };
        assert_eq!(Judgement::of(&trace(), &elsewhere), Judgement::default());
    }
}
