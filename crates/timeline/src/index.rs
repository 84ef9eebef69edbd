//! What the picture needs of a trace, put where it is found quickly.

use meanwhile_trace::{Event, EventKind, SpanId, Trace};

/// A trace's loop polls and prints, put where they are found quickly. Grows with the trace.
#[derive(Clone, Debug, Default)]
pub struct Index {
    loop_polls: Vec<LoopPoll>,
    depth: usize,
    /// By the index of the span.
    prints: Vec<Vec<u32>>,
    events_seen: usize,
    prints_seen: usize,
    last_seen: Option<Event>,
    known_ns: u64,
}

/// A stretch for which the event loop was busy: a poll that was called by no other poll.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LoopPoll {
    /// The span that was polled: a task.
    pub span: SpanId,
    /// When `poll` was called.
    pub start_ns: u64,
    /// When it returned; the largest number there is while it runs.
    pub end_ns: u64,
}

impl Index {
    /// Makes the index of a trace.
    pub fn new(trace: &Trace) -> Index {
        let mut index = Index::default();
        index.update(trace);
        index
    }

    /// Takes in what the trace has gained since the last call; starts anew, and returns true, if it is another trace.
    pub fn update(&mut self, trace: &Trace) -> bool {
        let same = match self.events_seen.checked_sub(1) {
            Some(last) => trace.events.get(last) == self.last_seen.as_ref(),
            None => true,
        };
        let anew = !same || self.prints_seen > trace.output().len();
        if anew {
            *self = Index::default();
        }
        for event in &trace.events[self.events_seen..] {
            self.take(event);
        }
        for (number, line) in trace.output().iter().enumerate().skip(self.prints_seen) {
            let span = line.span.index();
            if self.prints.len() <= span {
                self.prints.resize_with(span + 1, Vec::new);
            }
            self.prints[span].push(number as u32);
        }
        self.events_seen = trace.events.len();
        self.prints_seen = trace.output().len();
        self.last_seen = trace.events.last().copied();
        // After dropped events nothing is known of what came later.
        let last_event_ns = trace.events.last().map_or(0, |it| it.at_ns);
        self.known_ns = if trace.dropped_events > 0 { last_event_ns } else { trace.now_ns() };
        anew
    }

    /// Returns the polls of the event loop itself, in order. They never overlap.
    pub fn loop_polls(&self) -> &[LoopPoll] {
        &self.loop_polls
    }

    /// Returns the numbers of the lines a span printed, in order, as they stand in [`Trace::output`].
    pub fn prints(&self, span: SpanId) -> &[u32] {
        self.prints.get(span.index()).map_or(&[], Vec::as_slice)
    }

    /// Returns the time up to which the run is known, in nanoseconds since its start.
    pub fn known_ns(&self) -> u64 {
        self.known_ns
    }

    /// Returns the loop poll that took the most of the stretch, other than by less than a nanosecond.
    pub fn busiest_within(&self, start_ns: u64, end_ns: u64) -> Option<LoopPoll> {
        let first = self.loop_polls.partition_point(|it| it.end_ns <= start_ns);
        let overlap = |it: &LoopPoll| it.end_ns.min(end_ns).saturating_sub(it.start_ns.max(start_ns));
        let within = self.loop_polls[first..].iter().take_while(|it| it.start_ns < end_ns);
        within.copied().max_by_key(overlap).filter(|it| overlap(it) > 0)
    }

    fn take(&mut self, event: &Event) {
        match event.kind {
            EventKind::PollStart => {
                if self.depth == 0 {
                    let poll = LoopPoll { span: event.span, start_ns: event.at_ns, end_ns: u64::MAX };
                    self.loop_polls.push(poll);
                }
                self.depth += 1;
            }
            EventKind::PollEnd { .. } => {
                self.depth = self.depth.saturating_sub(1);
                if let Some(open) = self.loop_polls.last_mut().filter(|_| self.depth == 0) {
                    open.end_ns = event.at_ns;
                }
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{Run, ms};

    #[test]
    fn only_the_outermost_polls_are_the_loops_own() {
        let run = Run::new();
        let main = run.task("main", None);
        run.begin(main);
        let inner = run.leaf(main, "sleep 5 ms");
        run.begin(inner);
        run.at(2);
        run.pending(inner);
        run.pending(main);
        run.at(9);
        let other = run.task("other", Some(main));
        run.begin(other);
        let trace = run.trace();
        let found: Vec<_> = Index::new(&trace).loop_polls().to_vec();
        let expected = [
            LoopPoll { span: main, start_ns: 0, end_ns: ms(2) },
            LoopPoll { span: other, start_ns: ms(9), end_ns: u64::MAX },
        ];
        assert_eq!(found, expected);
        assert_eq!(Index::new(&trace).busiest_within(ms(1), ms(8)).map(|it| it.span), Some(main));
        assert_eq!(Index::new(&trace).busiest_within(ms(3), ms(8)), None);
    }

    #[test]
    fn growing_by_batches_comes_to_the_same_as_all_at_once_and_another_run_starts_anew() {
        let run = Run::new();
        let mut index = Index::default();
        let main = run.task("main", None);
        run.begin(main);
        index.update(&run.trace());
        run.at(3);
        run.print(main, "hello\n");
        run.ready(main);
        let trace = run.trace();
        index.update(&trace);
        assert_eq!(index.loop_polls(), Index::new(&trace).loop_polls());
        assert_eq!(index.prints(main), [0]);

        let other = Run::new();
        other.at(1);
        let main = other.task("main", None);
        other.begin(main);
        index.update(&other.trace());
        assert_eq!(index.loop_polls(), [LoopPoll { span: main, start_ns: ms(1), end_ns: u64::MAX }]);
        assert_eq!(index.prints(main), [0_u32; 0]);
    }
}
