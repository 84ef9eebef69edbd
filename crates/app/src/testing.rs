//! Small traces for tests.

use meanwhile_trace::{
    Batch, Cause, Clock as _, End, ManualClock, NewSpan, Place, Reading, Recorder, SpanId, SpanKind, Stream,
    Trace,
};
use std::sync::Arc;

/// Tells what happens in a run, in milliseconds, and gives its trace. The first span is the main task.
pub(crate) struct Story {
    clock: Arc<ManualClock>,
    recorder: Recorder,
    main: SpanId,
    /// What has to happen, by time: the recorder takes events down in order.
    plot: Vec<(u64, Beat)>,
}

enum Beat {
    Start { line: u32, until_ms: Option<u64> },
    Print(Stream, &'static str),
    Nothing,
}

impl Default for Story {
    fn default() -> Self {
        let clock = Arc::new(ManualClock::default());
        let recorder = Recorder::new(clock.clone(), Recorder::DEFAULT_CAPACITY);
        let main = recorder.create(NewSpan::new(SpanKind::Task, "main"));
        Story { clock, recorder, main, plot: Vec::new() }
    }
}

impl Story {
    /// A sleep awaited at this line, from this time on, for so long.
    pub(crate) fn sleep(mut self, line: u32, from_ms: u64, for_ms: u64) -> Self {
        self.plot.push((from_ms, Beat::Start { line, until_ms: Some(from_ms + for_ms) }));
        self
    }

    /// A sleep that does not end.
    pub(crate) fn open_sleep(mut self, line: u32, from_ms: u64) -> Self {
        self.plot.push((from_ms, Beat::Start { line, until_ms: None }));
        self
    }

    /// The main task prints this.
    pub(crate) fn print(mut self, at_ms: u64, stream: Stream, text: &'static str) -> Self {
        self.plot.push((at_ms, Beat::Print(stream, text)));
        self
    }

    /// The run goes on at least until this time.
    pub(crate) fn at(mut self, ms: u64) -> Self {
        self.plot.push((ms, Beat::Nothing));
        self
    }

    /// Tells the story.
    pub(crate) fn batch(mut self) -> Batch {
        let mut ends: Vec<(u64, SpanId)> = Vec::new();
        let mut plot = std::mem::take(&mut self.plot);
        plot.sort_by_key(|it| it.0);
        for (at_ms, beat) in plot {
            self.end_until(&mut ends, at_ms);
            self.clock.set_ns(at_ms * 1_000_000);
            match beat {
                Beat::Start { line, until_ms } => {
                    let span = self.start(line);
                    ends.extend(until_ms.map(|it| (it, span)));
                }
                Beat::Print(stream, text) => self.recorder.print(self.main, stream, text),
                Beat::Nothing => {}
            }
        }
        self.end_until(&mut ends, u64::MAX);
        self.recorder.drain()
    }

    /// Tells the story to a trace.
    pub(crate) fn trace(self) -> Trace {
        let mut trace = Trace::default();
        trace.apply(&self.batch()).expect("a story makes sense");
        trace
    }

    fn start(&self, line: u32) -> SpanId {
        let span = self
            .recorder
            .create(NewSpan { parent: Some(self.main), ..NewSpan::new(SpanKind::Sleep, "sleep") });
        self.recorder.await_at(span, Place::new(line, 5));
        self.recorder.poll_start(span, Reading::Fresh);
        self.recorder.poll_end(span, false);
        span
    }

    fn end_until(&self, ends: &mut Vec<(u64, SpanId)>, ms: u64) {
        ends.sort_by_key(|it| it.0);
        while let Some(&(at_ms, span)) = ends.first().filter(|it| it.0 <= ms) {
            ends.remove(0);
            self.clock.set_ns(at_ms.saturating_mul(1_000_000).max(self.clock.now_ns()));
            self.recorder.wake(span, Cause::Timer);
            self.recorder.poll_start(span, Reading::Fresh);
            self.recorder.poll_end(span, true);
            self.recorder.end(span, End::Completed);
        }
    }
}

/// A run in which `sequential` and then `gathered` take so many milliseconds, the latter with so many sleeps at once.
pub(crate) fn compared(sequential_ms: u64, gathered_ms: u64, in_flight: usize) -> Batch {
    let clock = Arc::new(ManualClock::default());
    let recorder = Recorder::new(clock.clone(), Recorder::DEFAULT_CAPACITY);
    let child = |parent, kind, name| {
        let span = recorder.create(NewSpan { parent, ..NewSpan::new(kind, name) });
        recorder.poll_start(span, Reading::Fresh);
        recorder.poll_end(span, false);
        span
    };
    let finish = |span, at_ms: u64| {
        clock.set_ns(at_ms * 1_000_000);
        recorder.wake(span, Cause::Timer);
        recorder.poll_start(span, Reading::Fresh);
        recorder.poll_end(span, true);
        recorder.end(span, End::Completed);
    };
    let main = child(None, SpanKind::Task, "main");
    let sequential = child(Some(main), SpanKind::Fn, "sequential");
    finish(sequential, sequential_ms);
    let gathered = child(Some(main), SpanKind::Fn, "gathered");
    let sleeps: Vec<SpanId> =
        (0..in_flight).map(|_| child(Some(gathered), SpanKind::Sleep, "sleep")).collect();
    let end_ms = sequential_ms + gathered_ms;
    for span in sleeps.into_iter().chain([gathered, main]) {
        finish(span, end_ms);
    }
    recorder.drain()
}
