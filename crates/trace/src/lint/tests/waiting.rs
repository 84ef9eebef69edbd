//! Spans that wait for what others hold, and for what never comes.

use super::*;

/// One task holds a lock from 0 to 50 ms, another waits for it.
fn contended(awaits: bool) -> Script {
    let script = Script::new();
    let lock = script.recorder.resource(script.main, ResourceKind::Mutex, "mutex till");
    let slow = script.span(SpanKind::Task, "slow", script.main);
    let first = script.span(SpanKind::Lock, "lock", slow);
    script.uses(first, lock, Action::Acquire);
    if awaits {
        script.poll(slow, 0, 1);
    }
    let quick = script.span(SpanKind::Task, "quick", script.main);
    let second = script.span(SpanKind::Lock, "lock", quick);
    script.at(10);
    script.uses(second, lock, Action::Wait);
    script.at(50);
    script.uses(first, lock, Action::Release);
    script.uses(second, lock, Action::Acquire);
    script.uses(second, lock, Action::Release);
    script
}

#[test]
fn a_lock_held_across_an_await_blocks_others() {
    contended(true)
        .finds("lock-across-await: While slow held mutex till across an await, others waited 40 ms for it.");
}

#[test]
fn a_lock_held_without_an_await_is_none_of_this() {
    contended(false).is_quiet();
}

/// Two philosophers, each with one fork; `both` waits for the other's as well.
fn philosophers(both: bool) -> Script {
    let script = Script::new();
    let forks = ["fork 1", "fork 2"].map(|it| script.recorder.resource(script.main, ResourceKind::Mutex, it));
    for n in 0..2 {
        let eat = script.span(SpanKind::Fn, &format!("eat({})", n + 1), script.main);
        let held = script.span(SpanKind::Lock, "lock", eat);
        script.uses(held, forks[n], Action::Acquire);
        script.recorder.end(held, End::Completed);
        if both || n == 0 {
            let wanted = script.span(SpanKind::Lock, "lock", eat);
            script.poll(wanted, 1, 1);
            script.uses(wanted, forks[1 - n], Action::Wait);
        } else {
            let sleep = script.span(SpanKind::Sleep, "sleep 1 s", eat);
            script.poll(sleep, 1, 1);
        }
        script.poll(eat, 1, 1);
    }
    script.poll(script.main, 1, 1);
    script
}

#[test]
fn spans_that_wait_for_each_other_are_a_deadlock() {
    philosophers(true).finds(
        "deadlock: Each waits for ever for what another one holds: eat(2) waits for fork 1; eat(1) waits for fork 2.",
    );
}

#[test]
fn a_deadlock_is_seen_after_everything_was_dropped() {
    let script = philosophers(true);
    let spans = 7;
    for span in (1..spans).rev().map(SpanId::from_index) {
        if ![2, 5].contains(&span.index()) {
            script.recorder.end(span, End::Cancelled);
        }
    }
    script.recorder.end(script.main, End::Cancelled);
    script.finds(
        "deadlock: Each waits for ever for what another one holds: eat(2) waits for fork 1; eat(1) waits for fork 2.",
    );
}

#[test]
fn a_deadlock_that_a_timeout_broke_is_named_all_the_same() {
    let script = philosophers(true);
    for waiting in [3, 6].map(SpanId::from_index) {
        script.at(500);
        script.recorder.end(waiting, End::Cancelled);
    }
    script.finish(script.main, 501, 501);
    assert_eq!(
        script.findings()[0],
        "deadlock: Each waits for ever for what another one holds: eat(2) waits for fork 1; eat(1) waits for fork 2."
    );
}

/// Three jobs hold both permits of a semaphore between them; two of them want a lock that the third will give back.
#[test]
fn one_holder_of_permits_that_can_go_on_is_enough() {
    let script = Script::new();
    let permits = script.recorder.resource(script.main, ResourceKind::Semaphore, "semaphore seats");
    let lock = script.recorder.resource(script.main, ResourceKind::Mutex, "mutex door");
    let jobs = ["a", "b"].map(|name| script.span(SpanKind::Task, name, script.main));
    for job in jobs {
        let seat = script.span(SpanKind::Permit, "acquire", job);
        script.uses(seat, permits, Action::Acquire);
        script.recorder.end(seat, End::Completed);
    }
    let held = script.span(SpanKind::Lock, "lock", jobs[0]);
    script.uses(held, lock, Action::Acquire);
    let more = script.span(SpanKind::Permit, "acquire", jobs[0]);
    script.poll(more, 0, 0);
    script.uses(more, permits, Action::Wait);
    let sleep = script.span(SpanKind::Sleep, "sleep 1 s", jobs[1]);
    script.poll(sleep, 0, 0);
    script.is_quiet();
}

#[test]
fn a_holder_that_sleeps_will_let_go() {
    philosophers(false).is_quiet();
}

#[test]
fn a_span_that_locks_twice_waits_for_itself() {
    let script = Script::new();
    let lock = script.recorder.resource(script.main, ResourceKind::Mutex, "counter");
    let first = script.span(SpanKind::Lock, "lock", script.main);
    script.uses(first, lock, Action::Acquire);
    script.recorder.end(first, End::Completed);
    let again = script.span(SpanKind::Lock, "lock", script.main);
    script.poll(again, 0, 0);
    script.uses(again, lock, Action::Wait);
    script.poll(script.main, 0, 0);
    script.finds(
        "deadlock: A lock is awaited by its own holder: main waits for counter, which it holds itself.",
    );
}

#[test]
fn a_lock_that_a_panic_took_with_it_is_named_even_if_a_timer_is_left() {
    let script = Script::new();
    let lock = script.recorder.resource(script.main, ResourceKind::Mutex, "mutex till");
    let holder = script.span(SpanKind::Fn, "hold", script.main);
    let held = script.span(SpanKind::Lock, "lock", holder);
    script.uses(held, lock, Action::Acquire);
    script.recorder.end(held, End::Completed);
    script.recorder.end(holder, End::Panicked);
    let again = script.span(SpanKind::Lock, "lock", script.main);
    script.poll(again, 0, 0);
    script.uses(again, lock, Action::Wait);
    let sleep = script.span(SpanKind::Sleep, "sleep 1 s", script.main);
    script.poll(sleep, 0, 0);
    script.poll(script.main, 0, 0);
    script.finds("deadlock: A lock will never be released: main waits for mutex till, which hold took with it when it panicked.");
}

#[test]
fn a_run_in_which_nothing_can_wake_anything_is_stuck() {
    let script = Script::new();
    let channel = script.recorder.resource(script.main, ResourceKind::Channel, "channel jobs");
    let recv = script.span(SpanKind::Recv, "recv", script.main);
    script.poll(recv, 0, 0);
    script.uses(recv, channel, Action::Wait);
    script.poll(script.main, 0, 0);
    script.finds("deadlock: Nothing is left that could wake anything: main waits for channel jobs.");
    let script = Script::new();
    let request = script.span(SpanKind::Http, "GET /", script.main);
    script.poll(request, 0, 0);
    script.poll(script.main, 0, 0);
    script.is_quiet();
}
