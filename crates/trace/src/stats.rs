//! Figures of a span, by tokio-console's definitions.

use crate::Span;

/// What a span did with its time: `total = busy + scheduled + idle`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stats {
    /// Nanoseconds from creation to end (to now, for a span that lives).
    pub total_ns: u64,
    /// Nanoseconds in `poll`.
    pub busy_ns: u64,
    /// Nanoseconds between a wake (or the end of the poll in which it came) and the poll that followed.
    pub scheduled_ns: u64,
    /// The other nanoseconds: waiting to be woken, or to be polled for the first time.
    pub idle_ns: u64,
    /// How often it was polled.
    pub polls: u32,
    /// How often it was woken.
    pub wakes: u32,
    /// How often it was woken while it was being polled itself.
    pub self_wakes: u32,
}

impl Span {
    /// Returns the span's figures; for one that lives, as of `now_ns`.
    pub fn stats(&self, now_ns: u64) -> Stats {
        let end_ns = self.end_ns(now_ns);
        let total_ns = end_ns.saturating_sub(self.created_ns);
        let open_poll = self.polls.last().filter(|it| it.end_ns.is_none());
        let busy_ns = self.busy_ns + open_poll.map_or(0, |it| end_ns.saturating_sub(it.start_ns));
        let waiting_ns = self.scheduled_since_ns().map_or(0, |since| end_ns.saturating_sub(since));
        let scheduled_ns = self.scheduled_ns + waiting_ns;
        Stats {
            total_ns,
            busy_ns,
            scheduled_ns,
            idle_ns: total_ns.saturating_sub(busy_ns + scheduled_ns),
            polls: self.polls.len() as u32,
            wakes: self.wakes.len() as u32,
            self_wakes: self.self_wakes,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Cause, End, ManualClock, NewSpan, Reading, Recorder, Segment, SpanId, SpanKind, State, Trace,
    };
    use std::sync::Arc;

    /// A recorder whose clock the test sets, and the trace so far.
    struct Script {
        clock: Arc<ManualClock>,
        recorder: Recorder,
        trace: Trace,
        span: SpanId,
    }

    impl Script {
        fn new() -> Self {
            let clock = Arc::new(ManualClock::default());
            let recorder = Recorder::new(clock.clone(), Recorder::DEFAULT_CAPACITY);
            let span = recorder.create(NewSpan::new(SpanKind::Task, "main"));
            Script { clock, recorder, trace: Trace::default(), span }
        }

        fn at(&self, ns: u64) -> &Recorder {
            self.clock.set_ns(ns);
            &self.recorder
        }

        fn poll(&self, start_ns: u64, end_ns: u64, ready: bool) {
            self.at(start_ns).poll_start(self.span, Reading::Fresh);
            self.at(end_ns).poll_end(self.span, ready);
        }

        fn wake(&self, at_ns: u64) {
            self.at(at_ns).wake(self.span, Cause::Timer);
        }

        fn stats(&mut self, now_ns: u64) -> Stats {
            self.clock.set_ns(now_ns);
            self.trace.apply(&self.recorder.drain()).unwrap();
            let span = self.trace.span(self.span).unwrap();
            let stats = span.stats(now_ns);
            assert_eq!(stats.total_ns, stats.busy_ns + stats.scheduled_ns + stats.idle_ns);
            let sum = |state| {
                let lengths = span.segments(now_ns).filter(|it| it.state == state);
                lengths.map(|it| it.end_ns - it.start_ns).sum::<u64>()
            };
            assert_eq!(
                [stats.busy_ns, stats.scheduled_ns, stats.idle_ns],
                [sum(State::Busy), sum(State::Scheduled), sum(State::Idle)],
                "the picture and the table disagree"
            );
            stats
        }
    }

    #[test]
    fn time_splits_into_busy_scheduled_and_idle() {
        let mut script = Script::new();
        script.poll(10, 30, false);
        script.wake(100);
        script.poll(105, 125, true);
        script.recorder.end(script.span, End::Completed);
        let stats = script.stats(500);
        assert_eq!((stats.total_ns, stats.busy_ns, stats.scheduled_ns, stats.idle_ns), (125, 40, 5, 80));
        assert_eq!((stats.polls, stats.wakes, stats.self_wakes), (2, 1, 0));
    }

    #[test]
    fn a_self_wake_counts_as_scheduled_from_the_end_of_its_poll() {
        let mut script = Script::new();
        script.at(0).poll_start(script.span, Reading::Fresh);
        script.wake(10);
        script.at(30).poll_end(script.span, false);
        script.poll(50, 60, false);
        let stats = script.stats(100);
        assert_eq!((stats.busy_ns, stats.scheduled_ns, stats.idle_ns, stats.self_wakes), (40, 20, 40, 1));
    }

    #[test]
    fn scheduled_counts_from_the_last_wake() {
        let mut script = Script::new();
        script.poll(0, 0, false);
        script.wake(10);
        script.wake(40);
        script.poll(50, 50, false);
        assert_eq!(script.stats(50).scheduled_ns, 10);
    }

    #[test]
    fn a_span_that_lives_is_measured_up_to_now() {
        let mut script = Script::new();
        script.at(5).poll_start(script.span, Reading::Fresh);
        assert_eq!((script.stats(25).busy_ns, script.stats(45).busy_ns), (20, 40));
        script.at(50).poll_end(script.span, false);
        assert_eq!(script.stats(70).idle_ns, 5 + 20);
        script.wake(80);
        assert_eq!(script.stats(90).scheduled_ns, 10);
    }

    #[test]
    fn what_is_cancelled_while_scheduled_was_scheduled_to_its_end() {
        let mut script = Script::new();
        script.poll(0, 10, false);
        script.wake(20);
        script.at(35).end(script.span, End::Cancelled);
        let stats = script.stats(100);
        assert_eq!((stats.total_ns, stats.scheduled_ns, stats.idle_ns), (35, 15, 10));
    }

    #[test]
    fn a_poll_without_length_is_still_a_segment() {
        let mut script = Script::new();
        script.poll(0, 0, false);
        script.stats(9);
        let span = script.trace.span(script.span).unwrap();
        assert_eq!(
            span.segments(9).collect::<Vec<_>>(),
            [
                Segment { start_ns: 0, end_ns: 0, state: State::Busy },
                Segment { start_ns: 0, end_ns: 9, state: State::Idle }
            ]
        );
    }
}
