//! The recorder: an instance per run, with an injected clock and a bounded memory.

use crate::intern::Interner;
use crate::{
    Action, Batch, Cause, Clock, End, Event, EventKind, Place, ResourceId, ResourceKind, SpanId, SpanKind,
    Stream,
};
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Takes down what happens to the futures of one run.
///
/// Shared by reference: every method takes `&self`. The clock is read before the recorder's lock is taken, so a clock
/// that calls into JavaScript never does so inside a borrow.
///
/// Memory is bounded: after `capacity` events further ones are dropped and counted
/// ([`Batch::dropped_events`]). Spans may then seem to run for ever; prints are never dropped here, whoever prints
/// bounds them.
pub struct Recorder {
    clock: Arc<dyn Clock>,
    capacity: u64,
    inner: Mutex<Inner>,
}

#[derive(Default)]
struct Inner {
    interner: Interner,
    events: Vec<Event>,
    spans: usize,
    resources: usize,
    handed_over: u64,
    dropped: u64,
    last_ns: u64,
}

/// Whether an event needs the clock read anew.
///
/// Reading a browser's clock costs as much as recording an event, so a reading is shared where no time can have
/// passed: where nothing but our own code has run since the event before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// Read the clock.
    Fresh,
    /// Take the time of the event before.
    Shared,
    /// Take this reading of the run's clock, made earlier: for a future that turned out to need a span only after it
    /// had been polled. Never earlier than the event before.
    At(u64),
}

/// What a recorder needs to know of a future that was just made.
#[derive(Clone, Copy, Debug)]
pub struct NewSpan<'a> {
    /// The kind of future.
    pub kind: SpanKind,
    /// What it is called.
    pub name: &'a str,
    /// The span in whose poll it was made; `None` for the main task.
    pub parent: Option<SpanId>,
    /// Where it is defined, where that is known.
    pub defined: Option<Place>,
}

impl<'a> NewSpan<'a> {
    /// Describes a span without a parent and without a place.
    pub fn new(kind: SpanKind, name: &'a str) -> Self {
        NewSpan { kind, name, parent: None, defined: None }
    }
}

impl Recorder {
    /// Two million events: 48 MB, far beyond what a person can look at.
    pub const DEFAULT_CAPACITY: u64 = 2_000_000;

    /// Makes a recorder that keeps at most `capacity` events of a run, not counting prints.
    pub fn new(clock: Arc<dyn Clock>, capacity: u64) -> Self {
        Recorder { clock, capacity, inner: Mutex::default() }
    }

    /// Returns the time of the injected clock, in nanoseconds since the start of the run.
    pub fn now_ns(&self) -> u64 {
        self.clock.now_ns()
    }

    /// Records that a future was made, and returns its span.
    pub fn create(&self, new: NewSpan<'_>) -> SpanId {
        self.create_with(new, Reading::Fresh)
    }

    /// Records that a future was made, at the time that `reading` says, and returns its span.
    pub fn create_with(&self, new: NewSpan<'_>, reading: Reading) -> SpanId {
        let now = self.read(reading);
        let mut inner = self.lock();
        let now = now.unwrap_or(inner.last_ns);
        let span = SpanId::from_index(inner.spans);
        inner.spans += 1;
        let meta = inner.interner.meta(new.kind, new.name, new.defined);
        inner.record(self.capacity, now, span, EventKind::Create { parent: new.parent, meta });
        span
    }

    /// Records where a span is awaited.
    pub fn await_at(&self, span: SpanId, place: Place) {
        let mut inner = self.lock();
        let place = inner.interner.place(place);
        let now = inner.last_ns;
        inner.record(self.capacity, now, span, EventKind::Await { place });
    }

    /// Records that `poll` was called.
    pub fn poll_start(&self, span: SpanId, reading: Reading) {
        self.record(reading, span, EventKind::PollStart);
    }

    /// Records that `poll` returned.
    pub fn poll_end(&self, span: SpanId, ready: bool) {
        self.poll_end_with(span, ready, Reading::Fresh);
    }

    /// Records that `poll` returned, with the time of the event before where nothing but our own code has run since.
    pub fn poll_end_with(&self, span: SpanId, ready: bool, reading: Reading) {
        self.record(reading, span, EventKind::PollEnd { ready });
    }

    /// Records that a waker of the span was called.
    pub fn wake(&self, span: SpanId, cause: Cause) {
        self.record(Reading::Fresh, span, EventKind::Wake { cause });
    }

    /// Records a wake that follows at once from the event before: a span that wakes the one above it.
    pub fn wake_shared(&self, span: SpanId, cause: Cause) {
        self.record(Reading::Shared, span, EventKind::Wake { cause });
    }

    /// Records that the span, a task, was asked to end.
    pub fn abort(&self, span: SpanId) {
        self.record(Reading::Fresh, span, EventKind::Abort);
    }

    /// Records that nobody has a waker of the span, which has just returned `Pending` and was not woken.
    pub fn wakers_gone(&self, span: SpanId) {
        self.record(Reading::Shared, span, EventKind::WakersGone);
    }

    /// Records when the span's timer will come due, in nanoseconds since the start of the run; at the time of the event
    /// before.
    pub fn due_at(&self, span: SpanId, due_ns: u64) {
        let mut inner = self.lock();
        let now = inner.last_ns;
        let in_us = micros(due_ns.saturating_sub(now));
        inner.record(self.capacity, now, span, EventKind::Due { in_us });
    }

    /// Records a phase of the span's work that began `after_us` microseconds after its creation; the span may be over.
    pub fn phase(&self, span: SpanId, name: &str, after_us: u32) {
        let now = self.now_ns();
        let mut inner = self.lock();
        let name = inner.interner.text(name);
        inner.record(self.capacity, now, span, EventKind::Phase { name, after_us });
    }

    /// Records that the span made something to wait for, and returns its id.
    pub fn resource(&self, by: SpanId, kind: ResourceKind, name: &str) -> ResourceId {
        let now = self.now_ns();
        let mut inner = self.lock();
        let resource = ResourceId::from_index(inner.resources);
        inner.resources += 1;
        let name = inner.interner.text(name);
        inner.record(self.capacity, now, by, EventKind::Resource { resource, name, kind });
        resource
    }

    /// Records that the span did something with a resource.
    pub fn use_resource(&self, span: SpanId, resource: ResourceId, action: Action) {
        self.record(Reading::Fresh, span, EventKind::Use { resource, action });
    }

    /// Records that the span is over: at the time of the event before for one that was ready, because that event is the
    /// end of its poll, and at the time of the clock for one that was cancelled or panicked.
    pub fn end(&self, span: SpanId, end: End) {
        let reading = match end {
            End::Completed | End::Failed => Reading::Shared,
            End::Panicked | End::Cancelled => Reading::Fresh,
        };
        self.record(reading, span, EventKind::End(end));
    }

    /// Records what the program printed while `span` was being polled.
    pub fn print(&self, span: SpanId, stream: Stream, text: &str) {
        let now = self.now_ns();
        let mut inner = self.lock();
        let text = inner.interner.text(text);
        inner.push(now, span, EventKind::Print { stream, text });
    }

    /// Hands over everything recorded since the last call.
    pub fn drain(&self) -> Batch {
        let now_ns = self.now_ns();
        let mut inner = self.lock();
        let events = std::mem::take(&mut inner.events);
        let first_event = inner.handed_over;
        inner.handed_over += events.len() as u64;
        let now_ns = now_ns.max(inner.last_ns);
        Batch { first_event, new: inner.interner.take_fresh(), events, dropped_events: inner.dropped, now_ns }
    }

    /// Returns whether anything has been recorded since the last [`drain`](Recorder::drain).
    pub fn is_empty(&self) -> bool {
        self.lock().events.is_empty()
    }

    /// Returns the time to record; `None` for that of the event before.
    fn read(&self, reading: Reading) -> Option<u64> {
        match reading {
            Reading::Fresh => Some(self.now_ns()),
            Reading::Shared => None,
            Reading::At(at_ns) => Some(at_ns),
        }
    }

    fn record(&self, reading: Reading, span: SpanId, kind: EventKind) {
        let now = self.read(reading);
        let mut inner = self.lock();
        let now = now.unwrap_or(inner.last_ns);
        inner.record(self.capacity, now, span, kind);
    }

    /// A panic inside the lock leaves at worst one event out: carry on.
    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn micros(ns: u64) -> u32 {
    u32::try_from(ns / 1_000).unwrap_or(u32::MAX)
}

impl Inner {
    fn record(&mut self, capacity: u64, at_ns: u64, span: SpanId, kind: EventKind) {
        if self.handed_over + self.events.len() as u64 >= capacity {
            self.dropped += 1;
        } else {
            self.push(at_ns, span, kind);
        }
    }

    fn push(&mut self, at_ns: u64, span: SpanId, kind: EventKind) {
        self.last_ns = self.last_ns.max(at_ns);
        self.events.push(Event { at_ns: self.last_ns, span, kind });
    }
}

impl fmt::Debug for Recorder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let inner = self.lock();
        f.debug_struct("Recorder")
            .field("spans", &inner.spans)
            .field("pending_events", &inner.events.len())
            .field("dropped_events", &inner.dropped)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{ManualClock, Trace, check, dump, dump_tree};
    use expect_test::expect;

    fn recorder(capacity: u64) -> (Arc<ManualClock>, Recorder) {
        let clock = Arc::new(ManualClock::default());
        (clock.clone(), Recorder::new(clock, capacity))
    }

    #[test]
    fn a_run_reads_as_it_happened() {
        let (clock, recorder) = recorder(100);
        let main = recorder.create(NewSpan::new(SpanKind::Task, "main"));
        recorder.poll_start(main, Reading::Shared);
        let sleep = NewSpan { parent: Some(main), ..NewSpan::new(SpanKind::Sleep, "sleep 1 ms") };
        let sleep = recorder.create(sleep);
        recorder.await_at(sleep, Place::new(3, 20));
        recorder.poll_start(sleep, Reading::Shared);
        recorder.poll_end_with(sleep, false, Reading::Shared);
        recorder.poll_end(main, false);
        clock.set_ns(1_250_000);
        recorder.wake(sleep, Cause::Timer);
        recorder.wake_shared(main, Cause::Span(sleep));
        recorder.poll_start(main, Reading::Fresh);
        recorder.poll_start(sleep, Reading::Shared);
        recorder.poll_end_with(sleep, true, Reading::Shared);
        recorder.end(sleep, End::Completed);
        recorder.print(main, Stream::Out, "done\n");
        recorder.poll_end(main, true);
        recorder.end(main, End::Completed);

        let mut trace = Trace::default();
        trace.apply(&recorder.drain()).unwrap();
        assert_eq!(check(&trace.events), []);
        expect![[r#"
            0.000     #1  created: task main
            0.000     #1  poll
            0.000     #2  created: sleep sleep 1 ms in #1
            0.000     #2  awaited at 3:20
            0.000     #2  poll
            0.000     #2  pending
            0.000     #1  pending
            1.250     #2  woken by a timer
            1.250     #1  woken by #2
            1.250     #1  poll
            1.250     #2  poll
            1.250     #2  ready
            1.250     #2  completed
            1.250     #1  prints to out: "done\n"
            1.250     #1  ready
            1.250     #1  completed
        "#]]
        .assert_eq(&dump(&trace));
        expect![[r#"
            task main completed
              sleep sleep 1 ms @3 completed
        "#]]
        .assert_eq(&dump_tree(&trace));
    }

    #[test]
    fn beyond_its_capacity_it_counts_what_it_drops_but_keeps_prints() {
        let (_, recorder) = recorder(3);
        let main = recorder.create(NewSpan::new(SpanKind::Task, "main"));
        recorder.poll_start(main, Reading::Fresh);
        let first = recorder.drain();
        recorder.poll_end(main, false);
        recorder.wake(main, Cause::Io);
        let lost = recorder.create(NewSpan::new(SpanKind::Yield, "yield_now"));
        recorder.print(lost, Stream::Out, "still heard\n");

        let mut trace = Trace::default();
        trace.apply(&first).unwrap();
        trace.apply(&recorder.drain()).unwrap();
        assert_eq!(trace.dropped_events, 2);
        assert_eq!(trace.spans().len(), 1);
        assert_eq!(trace.text(trace.output()[0].text), "still heard\n");
        assert_eq!(check(&trace.events), []);
    }

    #[test]
    fn batches_bring_every_table_entry_once() {
        let (_, recorder) = recorder(100);
        recorder.create(NewSpan::new(SpanKind::Task, "main"));
        assert_eq!(recorder.drain().new.lens(), (1, 0, 1));
        recorder.create(NewSpan::new(SpanKind::Task, "main"));
        let span = recorder.create(NewSpan::new(SpanKind::Fn, "main"));
        recorder.await_at(span, Place::new(1, 1));
        assert_eq!(recorder.drain().new.lens(), (0, 1, 1));
        assert!(recorder.is_empty());
    }
}
