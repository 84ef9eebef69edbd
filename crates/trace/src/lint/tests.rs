//! Each lint on a run that shows it, and on the runs that must not set it off.

mod waiting;

use super::*;
use crate::{
    Action, Cause, End, EventKind, ManualClock, NewSpan, Reading, Recorder, ResourceId, ResourceKind,
    SpanKind, Stream, check,
};
use std::sync::Arc;

/// A run written by hand. Times are milliseconds.
struct Script {
    clock: Arc<ManualClock>,
    recorder: Recorder,
    facts: Facts,
    main: SpanId,
}

impl Script {
    fn new() -> Self {
        let clock = Arc::new(ManualClock::default());
        let recorder = Recorder::new(clock.clone(), Recorder::DEFAULT_CAPACITY);
        let main = recorder.create(NewSpan::new(SpanKind::Task, "main"));
        Script { clock, recorder, facts: Facts::default(), main }
    }

    fn at(&self, ms: u64) -> &Recorder {
        self.clock.set_ns(ms * 1_000_000);
        &self.recorder
    }

    fn span(&self, kind: SpanKind, name: &str, parent: SpanId) -> SpanId {
        self.recorder.create(NewSpan { parent: Some(parent), ..NewSpan::new(kind, name) })
    }

    fn poll(&self, span: SpanId, start: u64, end: u64) {
        self.at(start).poll_start(span, Reading::Fresh);
        self.at(end).poll_end(span, false);
    }

    fn finish(&self, span: SpanId, start: u64, end: u64) {
        self.at(start).poll_start(span, Reading::Fresh);
        self.at(end).poll_end(span, true);
        self.recorder.end(span, End::Completed);
    }

    fn uses(&self, span: SpanId, resource: ResourceId, action: Action) {
        self.recorder.use_resource(span, resource, action);
    }

    fn findings(&self) -> Vec<String> {
        let mut trace = Trace::default();
        trace.apply(&self.recorder.drain()).unwrap();
        assert_eq!(check(&trace.events), []);
        let findings = lint(&trace, &self.facts);
        for message in findings.iter().map(|it| it.message.as_str()) {
            assert!(
                message.starts_with(char::is_uppercase) && message.ends_with('.'),
                "no sentence: {message}"
            );
        }
        findings.into_iter().map(|it| format!("{}: {}", it.lint, it.message)).collect()
    }

    #[track_caller]
    fn is_quiet(&self) {
        assert_eq!(self.findings(), Vec::<String>::new());
    }

    #[track_caller]
    fn finds(&self, expected: &str) {
        assert_eq!(self.findings(), [expected]);
    }
}

#[test]
fn a_poll_over_fifty_milliseconds_blocks_the_loop() {
    let script = Script::new();
    let crunch = script.span(SpanKind::Fn, "crunch", script.main);
    script.at(0).poll_start(script.main, Reading::Fresh);
    script.finish(crunch, 1, 81);
    script.at(82).poll_end(script.main, false);
    script.finish(script.main, 100, 149);
    script.finds(
        "blocked-loop: One poll of crunch kept the loop busy for 80 ms: nothing else could run meanwhile.",
    );
}

#[test]
fn a_poll_of_many_short_ones_is_the_work_of_the_one_that_contains_them() {
    let script = Script::new();
    script.at(0).poll_start(script.main, Reading::Fresh);
    for n in 0..10 {
        let part = script.span(SpanKind::Fn, "part", script.main);
        script.finish(part, n * 6, n * 6 + 6);
    }
    script.at(60).poll_end(script.main, true);
    script.recorder.end(script.main, End::Completed);
    script.finds(
        "blocked-loop: One poll of main kept the loop busy for 60 ms: nothing else could run meanwhile.",
    );
}

fn late_tick(blocked: bool) -> Script {
    let script = Script::new();
    let tick = script.span(SpanKind::Sleep, "tick 100 ms", script.main);
    script.recorder.due_at(tick, 100_000_000);
    script.poll(tick, 0, 0);
    let crunch = script.span(SpanKind::Fn, "crunch", script.main);
    if blocked {
        script.finish(crunch, 98, 140);
    }
    script.at(140).wake(tick, Cause::Timer);
    script.finish(tick, 140, 140);
    script
}

#[test]
fn a_timer_is_late_because_the_loop_was_blocked() {
    late_tick(true).finds(
        "late-timer: The timer tick 100 ms in main came 40 ms late, because crunch kept the loop busy.",
    );
}

#[test]
fn a_timer_that_is_late_by_itself_is_not_the_programs_fault() {
    late_tick(false).is_quiet();
}

#[test]
fn a_lost_waker_is_reported_at_the_innermost_span() {
    let script = Script::new();
    let wait = script.span(SpanKind::Branch, "poll_fn", script.main);
    let hope = script.span(SpanKind::Sleep, "sleep 1 s", script.main);
    script.poll(hope, 0, 0);
    script.poll(wait, 0, 0);
    script.recorder.wakers_gone(wait);
    script.poll(script.main, 1, 2);
    script.recorder.wakers_gone(script.main);
    script.finds(
        "lost-waker: The future poll_fn returned Pending, but nobody kept its waker: it will never be woken again.",
    );
}

#[test]
fn a_waker_is_not_lost_before_the_first_poll_nor_after_a_wake_nor_after_the_end() {
    let script = Script::new();
    script.poll(script.main, 0, 0);
    let hope = script.span(SpanKind::Sleep, "sleep 1 s", script.main);
    script.poll(hope, 0, 0);
    let unpolled = script.span(SpanKind::Task, "unpolled", script.main);
    script.recorder.wakers_gone(unpolled);
    let woken = script.span(SpanKind::Task, "woken by value", script.main);
    script.poll(woken, 1, 2);
    script.recorder.wakers_gone(woken);
    script.recorder.wake(woken, Cause::Timer);
    let done = script.span(SpanKind::Task, "detached and completed", script.main);
    script.poll(done, 3, 4);
    script.recorder.wakers_gone(done);
    script.recorder.end(done, End::Cancelled);
    script.is_quiet();
}

/// A task that is polled five times, woken inside each poll by `leaf`.
fn self_waking(leaf: SpanKind) -> Script {
    let script = Script::new();
    for n in 0..5 {
        script.at(n).poll_start(script.main, Reading::Fresh);
        let turn = script.span(leaf, "turn", script.main);
        script.recorder.poll_start(turn, Reading::Shared);
        script.recorder.wake(turn, Cause::Span(turn));
        script.recorder.wake_shared(script.main, Cause::Span(turn));
        script.recorder.poll_end(turn, true);
        script.recorder.end(turn, End::Completed);
        script.recorder.poll_end(script.main, n == 4);
    }
    script.recorder.end(script.main, End::Completed);
    script
}

#[test]
fn a_task_that_wakes_itself_is_named_with_its_share() {
    self_waking(SpanKind::Branch)
        .finds("self-wakes: Task main has woken itself for 100% of its wakes (5 of 5).");
}

#[test]
fn giving_up_turns_on_purpose_is_no_self_wake() {
    self_waking(SpanKind::Yield).is_quiet();
}

#[test]
fn a_task_that_runs_for_a_second_in_one_poll_has_never_yielded() {
    let script = Script::new();
    script.finish(script.main, 0, 1_200);
    assert_eq!(script.findings()[1], "never-yielded: Task main has never yielded (1.20 s).");
    let script = Script::new();
    script.poll(script.main, 0, 1_200);
    assert_eq!(script.findings().len(), 1, "a poll that returned Pending has yielded");
}

#[test]
fn a_future_that_was_never_polled_is_named() {
    let script = Script::new();
    let greet = script.span(SpanKind::Fn, "greet(\"you\")", script.main);
    script.recorder.end(greet, End::Cancelled);
    script.finds(
        "never-polled: The future greet(\"you\") was dropped without ever being polled: a future does nothing until it is awaited.",
    );
}

#[test]
fn what_a_select_or_an_abort_drops_unpolled_is_no_mistake() {
    let script = Script::new();
    let branch = script.span(SpanKind::Fn, "slower", script.main);
    script.recorder.await_at(branch, Place::new(4, 1));
    script.recorder.end(branch, End::Cancelled);
    let next_tick = script.span(SpanKind::Sleep, "tick 200 ms", script.main);
    script.recorder.end(next_tick, End::Cancelled);
    let task = script.span(SpanKind::Task, "aborted at once", script.main);
    let inside = script.span(SpanKind::Fn, "argument", task);
    script.recorder.end(task, End::Cancelled);
    script.recorder.end(inside, End::Cancelled);
    script.is_quiet();
}

#[test]
fn a_task_that_main_leaves_behind_is_named() {
    let script = Script::new();
    let aborted = script.span(SpanKind::Task, "aborted before", script.main);
    script.recorder.end(aborted, End::Cancelled);
    let task = script.span(SpanKind::Task, "logger", script.main);
    let late = script.span(SpanKind::Task, "aborted just before", script.main);
    script.recorder.abort(late);
    script.finish(script.main, 0, 1);
    script.recorder.end(task, End::Cancelled);
    script.recorder.end(late, End::Cancelled);
    script.finds(
        "still-running: Task logger was still running when main returned, and was dropped: await its handle to let it \
         finish.",
    );
}

#[test]
fn what_stop_cancels_was_not_left_behind() {
    let script = Script::new();
    let task = script.span(SpanKind::Task, "logger", script.main);
    script.recorder.end(script.main, End::Cancelled);
    script.recorder.end(task, End::Cancelled);
    script.is_quiet();
}

#[test]
fn independent_awaits_name_what_gathering_would_save() {
    let mut script = Script::new();
    let places = [Place::new(11, 5), Place::new(12, 5), Place::new(13, 5)];
    for (place, (start, end)) in places.iter().zip([(0, 300), (300, 550), (550, 900)]) {
        script.at(start);
        let download = script.span(SpanKind::Fn, "download", script.main);
        script.recorder.await_at(download, *place);
        script.poll(download, start, start);
        script.finish(download, end, end);
    }
    script.facts.independent.push(places.to_vec());
    script.finds(
        "sequential-awaits: Lines 11, 12 and 13 wait for one another, but need not: gathered they would have taken \
         350 ms instead of 900 ms.",
    );
}

#[test]
fn independent_awaits_that_cost_nothing_are_left_in_peace() {
    let mut script = Script::new();
    let places = [Place::new(1, 1), Place::new(2, 1)];
    for place in places {
        let quick = script.span(SpanKind::Fn, "quick", script.main);
        script.recorder.await_at(quick, place);
        script.finish(quick, 0, 0);
    }
    script.facts.independent.push(places.to_vec());
    script.is_quiet();
}

/// Two awaits of 100 ms each that could be gathered, as far as the source tells.
fn two_awaits() -> (Script, [SpanId; 2]) {
    let mut script = Script::new();
    let places = [Place::new(1, 1), Place::new(2, 1)];
    let spans = [0, 100].map(|start| {
        script.at(start);
        let span = script.span(SpanKind::Fn, "step", script.main);
        script.recorder.await_at(span, places[start as usize / 100]);
        script.poll(span, start, start);
        script.finish(span, start + 100, start + 100);
        span
    });
    script.facts.independent.push(places.to_vec());
    (script, spans)
}

#[test]
fn awaits_that_use_the_same_thing_may_need_their_order() {
    let (script, spans) = two_awaits();
    let shared = script.recorder.resource(script.main, ResourceKind::Channel, "channel log");
    script.uses(spans[0], shared, Action::Put);
    let own = script.recorder.resource(script.main, ResourceKind::Mutex, "mutex own");
    script.uses(spans[1], own, Action::Acquire);
    script.finds(
        "sequential-awaits: Lines 1 and 2 wait for one another, but need not: gathered they would have taken 100 ms \
         instead of 200 ms.",
    );
    let (script, spans) = two_awaits();
    let shared = script.recorder.resource(script.main, ResourceKind::Channel, "channel log");
    script.uses(spans[0], shared, Action::Put);
    script.uses(spans[1], shared, Action::Take);
    script.is_quiet();
}

#[test]
fn awaits_that_print_would_mix_their_output() {
    let (script, spans) = two_awaits();
    for span in spans {
        script.recorder.print(span, Stream::Out, "done\n");
    }
    script.finds(
        "sequential-awaits: Lines 1 and 2 wait for one another, but need not: gathered they would have taken 100 ms \
         instead of 200 ms, with their output mixed.",
    );
}

/// A channel into which 200 messages go, and out of which `taken` come.
fn channel(kind: ResourceKind, taken: u32) -> Script {
    let script = Script::new();
    let channel = script.recorder.resource(script.main, kind, "channel log");
    for _ in 0..200 {
        script.uses(script.main, channel, Action::Put);
    }
    for _ in 0..taken {
        script.uses(script.main, channel, Action::Take);
    }
    script
}

#[test]
fn an_unbounded_channel_that_only_grows_is_named() {
    channel(ResourceKind::UnboundedChannel, 7).finds(
        "growing-channel: The channel log only grew: 200 messages were sent, 7 received; a bounded channel would make the \
         senders wait.",
    );
}

#[test]
fn a_burst_that_is_drained_is_no_leak_and_a_bounded_channel_cannot_leak() {
    channel(ResourceKind::UnboundedChannel, 190).is_quiet();
    channel(ResourceKind::Channel, 0).is_quiet();
}

#[test]
fn a_trace_from_which_events_were_dropped_and_an_empty_one_are_quiet() {
    assert_eq!(lint(&Trace::default(), &Facts::default()), []);
    let recorder = Recorder::new(Arc::new(ManualClock::default()), 1);
    let main = recorder.create(NewSpan::new(SpanKind::Task, "main"));
    recorder.poll_start(main, Reading::Fresh);
    recorder.print(main, Stream::Out, "late\n");
    let mut trace = Trace::default();
    trace.apply(&recorder.drain()).unwrap();
    assert!(!trace.events.iter().any(|it| it.kind == EventKind::PollStart));
    assert_eq!(lint(&trace, &Facts::default()), []);
}

#[test]
fn every_lint_has_a_name_of_its_own_and_a_summary() {
    let mut names: Vec<&str> = LINTS.iter().map(|it| it.name()).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), LINTS.len());
    for it in LINTS {
        assert!(it.summary(1).starts_with('1') && it.summary(3).starts_with('3'), "{}", it.name());
    }
}
