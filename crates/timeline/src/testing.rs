//! Hand-made runs for tests.

#[path = "testing/beside.rs"]
pub(crate) mod beside;

use meanwhile_trace::{
    Action, Cause, Clock, End, ManualClock, NewSpan, Place, Reading, Recorder, ResourceId, ResourceKind,
    SpanId, SpanKind, Stream, Trace,
};
use std::cell::RefCell;
use std::sync::Arc;

/// Milliseconds as nanoseconds.
pub(crate) const fn ms(ms: u64) -> u64 {
    ms * 1_000_000
}

/// A run that is written down by hand, on a clock that is set by hand.
pub(crate) struct Run {
    clock: Arc<ManualClock>,
    recorder: Recorder,
    trace: RefCell<Trace>,
}

impl Run {
    pub(crate) fn new() -> Run {
        let clock = Arc::new(ManualClock::default());
        let recorder = Recorder::new(clock.clone(), Recorder::DEFAULT_CAPACITY);
        Run { clock, recorder, trace: RefCell::default() }
    }

    /// Sets the clock, in milliseconds.
    pub(crate) fn at(&self, at_ms: u64) {
        self.clock.set_ns(ms(at_ms));
    }

    /// Sets the clock, in microseconds.
    pub(crate) fn at_us(&self, at_us: u64) {
        self.clock.set_ns(at_us * 1_000);
    }

    /// The trace so far.
    pub(crate) fn trace(&self) -> Trace {
        self.trace.borrow_mut().apply(&self.recorder.drain()).expect("the recorder's own batches");
        self.trace.borrow().clone()
    }

    pub(crate) fn make(&self, kind: SpanKind, name: &str, parent: Option<SpanId>, line: u32) -> SpanId {
        let span = self.recorder.create(NewSpan { kind, name, parent, defined: None });
        self.recorder.await_at(span, Place::new(line, 5));
        span
    }

    pub(crate) fn task(&self, name: &str, parent: Option<SpanId>) -> SpanId {
        self.make(SpanKind::Task, name, parent, 1)
    }

    pub(crate) fn call(&self, parent: SpanId, name: &str, line: u32) -> SpanId {
        self.make(SpanKind::Fn, name, Some(parent), line)
    }

    pub(crate) fn leaf(&self, parent: SpanId, name: &str) -> SpanId {
        self.make(SpanKind::Sleep, name, Some(parent), 6)
    }

    /// A sleep of so long from now on.
    pub(crate) fn sleep(&self, parent: SpanId, length_ms: u64) -> SpanId {
        let span = self.leaf(parent, &format!("sleep {length_ms} ms"));
        self.recorder.due_at(span, self.clock.now_ns() + ms(length_ms));
        span
    }

    pub(crate) fn resource(&self, by: SpanId, kind: ResourceKind, name: &str) -> ResourceId {
        self.recorder.resource(by, kind, name)
    }

    pub(crate) fn uses(&self, span: SpanId, resource: ResourceId, action: Action) {
        self.recorder.use_resource(span, resource, action);
    }

    /// A phase that begins now.
    pub(crate) fn phase(&self, span: SpanId, name: &str) {
        let made_ns = self.trace().span(span).map_or(0, |it| it.created_ns);
        self.recorder.phase(span, name, ((self.clock.now_ns() - made_ns) / 1_000) as u32);
    }

    pub(crate) fn wakers_gone(&self, span: SpanId) {
        self.recorder.wakers_gone(span);
    }

    pub(crate) fn begin(&self, span: SpanId) {
        self.recorder.poll_start(span, Reading::Fresh);
    }

    pub(crate) fn pending(&self, span: SpanId) {
        self.recorder.poll_end(span, false);
    }

    /// A poll that comes to nothing.
    pub(crate) fn poll(&self, span: SpanId) {
        self.begin(span);
        self.pending(span);
    }

    pub(crate) fn ready(&self, span: SpanId) {
        self.over(span, End::Completed);
    }

    /// The running poll returns, and the span ends so.
    pub(crate) fn over(&self, span: SpanId, end: End) {
        self.recorder.poll_end(span, true);
        self.recorder.end(span, end);
    }

    pub(crate) fn cancel(&self, span: SpanId) {
        self.recorder.end(span, End::Cancelled);
    }

    pub(crate) fn wake(&self, span: SpanId, cause: Cause) {
        self.recorder.wake(span, cause);
    }

    /// A timer wakes the first span, which wakes the second, and so on.
    pub(crate) fn timer(&self, chain: &[SpanId]) {
        let mut cause = Cause::Timer;
        for span in chain {
            self.recorder.wake(*span, cause);
            cause = Cause::Span(*span);
        }
    }

    pub(crate) fn print(&self, span: SpanId, text: &str) {
        self.recorder.print(span, Stream::Out, text);
    }
}

/// One download: a function that prints, sleeps, prints.
pub(crate) struct Download {
    file: &'static str,
    ms: u64,
    span: Option<(SpanId, SpanId)>,
}

pub(crate) const FILES: [(&str, u64); 3] = [("a.pdf", 300), ("b.pdf", 250), ("c.pdf", 350)];

impl Download {
    fn new((file, ms): (&'static str, u64)) -> Download {
        Download { file, ms, span: None }
    }

    /// The first poll.
    fn start(&mut self, run: &Run, parent: SpanId, line: u32) {
        let span = run.call(parent, &format!("download({:?}, {})", self.file, self.ms), line);
        run.begin(span);
        run.print(span, &format!("start  {}\n", self.file));
        let sleep = run.sleep(span, self.ms);
        run.poll(sleep);
        run.pending(span);
        self.span = Some((span, sleep));
    }

    /// The timer comes due and wakes everything above.
    fn wake(&self, run: &Run, above: &[SpanId]) {
        let (span, sleep) = self.span.expect("started");
        let chain: Vec<_> = [sleep, span].into_iter().chain(above.iter().copied()).collect();
        run.timer(&chain);
    }

    /// The last poll.
    fn finish(&self, run: &Run) {
        let (span, sleep) = self.span.expect("started");
        run.begin(span);
        run.begin(sleep);
        run.ready(sleep);
        run.print(span, &format!("finish {}\n", self.file));
        run.ready(span);
    }
}

/// Three downloads one after another in `sequential`; `stop_after` of them finish.
pub(crate) fn sequential(run: &Run, main: SpanId, begun_ms: u64, stop_after: usize) -> Option<u64> {
    run.begin(main);
    let all = run.call(main, "sequential()", 25);
    run.begin(all);
    let mut now = begun_ms;
    for (number, file) in FILES.into_iter().enumerate() {
        let mut download = Download::new(file);
        download.start(run, all, 11 + number as u32);
        run.pending(all);
        run.pending(main);
        if number == stop_after {
            return None;
        }
        now += file.1;
        run.at(now);
        download.wake(run, &[all, main]);
        run.at_us(now * 1_000 + 400);
        run.begin(main);
        run.begin(all);
        download.finish(run);
    }
    run.ready(all);
    run.pending(main);
    Some(now)
}

/// Three downloads together in `gathered`, from `begun_ms` on. Ends inside main's poll, which is left open.
pub(crate) fn gathered(run: &Run, main: SpanId, begun_ms: u64) {
    run.at(begun_ms);
    run.begin(main);
    let all = run.call(main, "gathered()", 26);
    run.begin(all);
    let mut downloads = FILES.map(Download::new);
    for (number, download) in downloads.iter_mut().enumerate() {
        download.start(run, all, 18 + number as u32);
    }
    downloads.sort_by_key(|it| it.ms);
    for download in &downloads {
        run.pending(all);
        run.pending(main);
        run.at(begun_ms + download.ms);
        download.wake(run, &[all, main]);
        run.at_us((begun_ms + download.ms) * 1_000 + 600);
        run.begin(main);
        run.begin(all);
        download.finish(run);
    }
    run.ready(all);
}

/// The main example: three downloads, one after another and then together.
pub(crate) fn three_downloads() -> Trace {
    let run = Run::new();
    let main = run.task("main", None);
    let now = sequential(&run, main, 0, usize::MAX).expect("all finish");
    gathered(&run, main, now + 1);
    run.ready(main);
    run.trace()
}

/// A loop that computes for 200 ms while a ticking task should tick every 50 ms.
pub(crate) fn blocked_loop() -> Trace {
    let run = Run::new();
    let main = run.task("main", None);
    run.begin(main);
    let ticker = run.task("ticker()", Some(main));
    let crunch = run.call(main, "crunch(1000000)", 14);
    run.pending(main);
    let mut tick = tick(&run, ticker, None, 50);
    run.at(50);
    run.timer(&[tick, ticker]);
    tick = self::tick(&run, ticker, Some(tick), 50);
    run.at(60);
    run.wake(main, Cause::External);
    run.begin(main);
    run.begin(crunch);
    run.print(crunch, "crunching\n");
    run.at(260);
    run.ready(crunch);
    run.pending(main);
    run.at(261);
    run.timer(&[tick, ticker]);
    tick = self::tick(&run, ticker, Some(tick), 50);
    run.at(311);
    run.timer(&[tick, ticker]);
    run.begin(ticker);
    run.begin(tick);
    run.ready(tick);
    run.ready(ticker);
    run.wake(main, Cause::Span(ticker));
    run.begin(main);
    run.ready(main);
    run.trace()
}

/// The ticker's poll: the last sleep is over, the next begins.
fn tick(run: &Run, ticker: SpanId, last: Option<SpanId>, period_ms: u64) -> SpanId {
    run.begin(ticker);
    if let Some(last) = last {
        run.begin(last);
        run.ready(last);
        run.print(ticker, "tick\n");
    }
    let next = run.sleep(ticker, period_ms);
    run.poll(next);
    run.pending(ticker);
    next
}

/// Every way to end: a request that fails, a sleep that is cancelled, a task that panics.
pub(crate) fn every_end() -> Trace {
    let run = Run::new();
    let main = run.task("main", None);
    run.begin(main);
    let fetch = run.call(main, "fetch(\"todos/9\")", 9);
    run.begin(fetch);
    let get = run.make(SpanKind::Http, "GET todos/9", Some(fetch), 4);
    run.poll(get);
    run.pending(fetch);
    let sleep = run.leaf(main, "sleep 500 ms");
    run.poll(sleep);
    let broken = run.task("broken()", Some(main));
    let never = run.call(main, "never_awaited()", 12);
    run.pending(main);
    run.at(20);
    run.begin(broken);
    run.at(35);
    run.over(broken, End::Panicked);
    run.at(120);
    run.wake(get, Cause::Io);
    run.wake(fetch, Cause::Span(get));
    run.wake(main, Cause::Span(fetch));
    run.at(123);
    run.begin(main);
    run.begin(fetch);
    run.begin(get);
    run.over(get, End::Failed);
    run.over(fetch, End::Failed);
    run.cancel(sleep);
    run.cancel(never);
    run.at(125);
    run.ready(main);
    run.trace()
}
