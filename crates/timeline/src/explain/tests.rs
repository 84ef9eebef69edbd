//! What is said, word for word.

use super::*;
use crate::testing::beside::{jobs, locks, requests};
use crate::testing::{Run, blocked_loop, every_end, three_downloads};
use expect_test::{Expect, expect};
use meanwhile_trace::{Action, ResourceKind};

/// Everything that is said of the spans of a run; what stands out is between asterisks.
#[track_caller]
fn check(trace: &Trace, expected: &Expect) {
    let index = Index::new(trace);
    let said: Vec<String> = trace
        .spans()
        .iter()
        .map(|span| {
            let pieces = explain(trace, &index, span.id);
            pieces
                .iter()
                .map(|it| if it.strong { format!("*{}*", it.text) } else { it.text.clone() })
                .collect()
        })
        .collect();
    expected.assert_eq(&(said.join("\n") + "\n"));
}

#[test]
fn downloads() {
    check(
        &three_downloads(),
        &expect![[r#"
        *main*, line 1: *1.25 s* in 8 polls: busy 0 ms, scheduled 3 ms, idle 1.25 s.
        *sequential()*, line 25: *900 ms* in 4 polls: busy 0 ms, scheduled 1.2 ms, idle 899 ms.
        *download("a.pdf", 300)* in *sequential()*, line 11: *300 ms* in 2 polls: busy 0 ms, scheduled 0.4 ms, idle 300 ms.
        *sleep 300 ms* in *download("a.pdf", 300)*, line 6: idle 300 ms, woken by its timer, polled 0.4 ms later.
        *download("b.pdf", 250)* in *sequential()*, line 12: *250 ms* in 2 polls: busy 0 ms, scheduled 0.4 ms, idle 250 ms.
        *sleep 250 ms* in *download("b.pdf", 250)*, line 6: idle 250 ms, woken by its timer, polled 0.4 ms later.
        *download("c.pdf", 350)* in *sequential()*, line 13: *350 ms* in 2 polls: busy 0 ms, scheduled 0.4 ms, idle 350 ms.
        *sleep 350 ms* in *download("c.pdf", 350)*, line 6: idle 350 ms, woken by its timer, polled 0.4 ms later.
        *gathered()*, line 26: *351 ms* in 4 polls: busy 0 ms, scheduled 1.8 ms, idle 349 ms.
        *download("a.pdf", 300)* in *gathered()*, line 18: *301 ms* in 2 polls: busy 0 ms, scheduled 0.6 ms, idle 300 ms.
        *sleep 300 ms* in *download("a.pdf", 300)*, line 6: idle 300 ms, woken by its timer, polled 0.6 ms later.
        *download("b.pdf", 250)* in *gathered()*, line 19: *251 ms* in 2 polls: busy 0 ms, scheduled 0.6 ms, idle 250 ms.
        *sleep 250 ms* in *download("b.pdf", 250)*, line 6: idle 250 ms, woken by its timer, polled 0.6 ms later.
        *download("c.pdf", 350)* in *gathered()*, line 20: *351 ms* in 2 polls: busy 0 ms, scheduled 0.6 ms, idle 350 ms.
        *sleep 350 ms* in *download("c.pdf", 350)*, line 6: idle 350 ms, woken by its timer, polled 0.6 ms later.
    "#]],
    );
}

#[test]
fn a_blocked_loop_names_what_blocked_it() {
    check(
        &blocked_loop(),
        &expect![[r#"
            *main*, line 1: *311 ms* in 3 polls: busy 200 ms, scheduled 0 ms, idle 111 ms. One poll kept the loop busy for 200 ms, most of it in *crunch(1000000)*; nothing else could run meanwhile.
            *ticker()*, line 1: *311 ms* in 4 polls: busy 0 ms, scheduled 0 ms, idle 311 ms.
            *crunch(1000000)*, line 14: *260 ms* in 1 poll: busy 200 ms, scheduled 0 ms, idle 60 ms. One poll kept the loop busy for 200 ms; nothing else could run meanwhile.
            *sleep 50 ms* in *ticker()*, line 6: idle 50 ms, woken by its timer, polled at once.
            *sleep 50 ms* in *ticker()*, line 6: idle 211 ms, woken by its timer 161 ms late, because the loop was busy with *crunch(1000000)*, polled at once.
            *sleep 50 ms* in *ticker()*, line 6: idle 50 ms, woken by its timer, polled at once.
        "#]],
    );
}

#[test]
fn every_way_to_end() {
    check(
        &every_end(),
        &expect![[r#"
        *main*, line 1: *125 ms* in 2 polls: busy 2 ms, scheduled 3 ms, idle 120 ms.
        *fetch("todos/9")*, line 9: *123 ms* in 2 polls: busy 0 ms, scheduled 3 ms, idle 120 ms; failed with an error at 123 ms.
        *GET todos/9* in *fetch("todos/9")*, line 4: idle 120 ms, woken by its response, polled 3 ms later; failed with an error at 123 ms.
        *sleep 500 ms*, line 6: idle 123 ms, dropped before it was ready, at 123 ms.
        *broken()*, line 1: *35 ms* in 1 poll: busy 15 ms, scheduled 0 ms, idle 20 ms; panicked at 35 ms.
        *never_awaited()*, line 12: dropped before it was ever polled, so nothing of it ran.
    "#]],
    );
}

#[test]
fn a_live_run() {
    let run = Run::new();
    let main = run.task("main", None);
    run.begin(main);
    let sleep = run.leaf(main, "sleep 50 ms");
    run.poll(sleep);
    let soon = run.leaf(main, "yield");
    run.poll(soon);
    run.wake(soon, Cause::Span(soon));
    run.leaf(main, "sleep 9 ms");
    run.pending(main);
    run.at(7);
    check(
        &run.trace(),
        &expect![[r#"
        *main*, line 1: *7 ms* so far in 1 poll: busy 0 ms, scheduled 0 ms, idle 7 ms.
        *sleep 50 ms*, line 6: idle 7 ms so far, not woken yet.
        *yield*, line 6: idle 0 ms, woken by itself, not polled yet.
        *sleep 9 ms*, line 6: made, but not polled yet; nothing of it runs before.
    "#]],
    );
}

#[test]
fn a_poll_that_came_late_because_another_was_busy() {
    let run = Run::new();
    let main = run.task("main", None);
    run.begin(main);
    let (one, two) = (run.call(main, "one()", 3), run.call(main, "two()", 4));
    let sleep = run.leaf(two, "sleep 5 ms");
    run.poll(sleep);
    run.pending(main);
    run.at(5);
    run.timer(&[sleep, two, main]);
    run.begin(main);
    run.begin(one);
    run.at(45);
    run.ready(one);
    run.begin(two);
    run.begin(sleep);
    run.ready(sleep);
    run.ready(two);
    run.ready(main);
    check(
        &run.trace(),
        &expect![[r#"
        *main*, line 1: *45 ms* in 2 polls: busy 40 ms, scheduled 0 ms, idle 5 ms.
        *one()*, line 3: *45 ms* in 1 poll: busy 40 ms, scheduled 0 ms, idle 5 ms.
        *two()*, line 4: *45 ms* in 1 poll: busy 0 ms, scheduled 40 ms, idle 5 ms.
        *sleep 5 ms* in *two()*, line 6: idle 5 ms, woken by its timer, polled 40 ms late, because the loop was busy with *one()*.
    "#]],
    );
}

#[test]
fn a_wait_for_a_lock_names_the_lock_and_a_lost_waker_is_told() {
    let run = Run::new();
    let main = run.task("main", None);
    run.begin(main);
    let mutex = run.resource(main, ResourceKind::Mutex, "counter");
    let lock = run.make(SpanKind::Lock, "lock", Some(main), 8);
    run.begin(lock);
    run.uses(lock, mutex, Action::Wait);
    run.pending(lock);
    let lost = run.make(SpanKind::Signal, "notified", Some(main), 9);
    run.poll(lost);
    run.wakers_gone(lost);
    run.pending(main);
    run.at(30);
    run.wake(lock, Cause::Span(main));
    run.begin(main);
    run.begin(lock);
    run.ready(lock);
    run.pending(main);
    check(
        &run.trace(),
        &expect![[r#"
        *main*, line 1: *30 ms* so far in 2 polls: busy 0 ms, scheduled 0 ms, idle 30 ms.
        *lock*, line 8: idle 30 ms for *counter*, woken by *main*, polled at once.
        *notified*, line 9: idle 30 ms so far, not woken yet; nothing can wake it any more.
    "#]],
    );
}

#[test]
fn phases_are_told_by_name_and_length() {
    check(
        &requests(),
        &expect![[r#"
            *main*, line 1: *400 ms* so far in 2 polls: busy 0 ms, scheduled 0 ms, idle 400 ms.
            *GET /data/todos/1.json*, line 4: idle 380 ms, woken by its response, polled at once. Phases: *queued* for 40 ms, *connecting* for 30 ms, *waiting for the first byte* for 190 ms, *downloading* for 120 ms.
            *GET /data/todos/2.json*, line 5: idle 400 ms so far, not woken yet. Phases: *queued* for 140 ms.
        "#]],
    );
}

#[test]
fn a_job_tells_its_worker_and_whether_that_died() {
    check(
        &jobs(),
        &expect![[r#"
            *main*, line 1: *240 ms* so far in 4 polls: busy 1 ms, scheduled 0 ms, idle 239 ms.
            *count_primes(0)*, line 20: idle 92 ms, woken by its worker, polled at once. Phases: *queued* for 5 ms, *on worker 1* for 85 ms, *its result waiting* for 2 ms.
            *count_primes(1)*, line 21: idle 60 ms, woken by its worker, polled at once; panicked at 60 ms. Phases: *queued* for 8 ms, *on worker 2* for 52 ms. Its worker was lost, and the job with it.
            *count_primes(2)*, line 22: idle 150 ms, dropped before it was ready, at 150 ms. Phases: *queued* for 90 ms, *on worker 1* for 60 ms.
            *count_primes(3)*, line 23: idle 190 ms, woken by its worker, polled at once. Phases: *queued* for 100 ms, *on worker 2* for 90 ms.
            *count_primes(4)*, line 24: idle 240 ms so far, not woken yet. Phases: *queued* for 190 ms, *on worker 2* for 50 ms.
        "#]],
    );
}

#[test]
fn a_wait_tells_who_held_the_lock_or_gave_the_message() {
    check(
        &locks(),
        &expect![[r#"
            *main*, line 1: *240 ms* so far in 3 polls: busy 0 ms, scheduled 0 ms, idle 240 ms.
            *ann*, line 12: *100 ms* in 2 polls: busy 0 ms, scheduled 0 ms, idle 100 ms.
            *bob*, line 12: *180 ms* in 2 polls: busy 0 ms, scheduled 0 ms, idle 180 ms.
            *cid*, line 12: *240 ms* so far in 1 poll: busy 0 ms, scheduled 0 ms, idle 240 ms.
            *lock* in *ann*, line 13: idle 0 ms, ready at its first poll.
            *lock* in *bob*, line 13: idle 100 ms for *mutex till*, woken by *ann*, polled at once. Held meanwhile by *ann* for 100 ms.
            *lock* in *cid*, line 13: idle 180 ms for *mutex till*, woken by *bob*, polled at once. Held meanwhile by *ann* for 100 ms, by *bob* for 80 ms.
            *recv*, line 30: idle 100 ms for *channel sums*, woken by *ann*, polled at once. It came from *ann*.
        "#]],
    );
}

#[test]
fn a_holder_that_never_released_is_told_apart_from_one_that_has_not_yet() {
    let run = Run::new();
    let main = run.task("main", None);
    run.begin(main);
    let till = run.resource(main, ResourceKind::Mutex, "mutex till");
    let lock = |name, action| {
        let lock = run.make(SpanKind::Lock, "lock", Some(run.call(main, name, 8)), 8);
        run.begin(lock);
        run.uses(lock, till, action);
        if action == Action::Acquire {
            run.ready(lock);
        } else {
            run.pending(lock);
        }
        lock
    };
    lock("keeps_it", Action::Acquire);
    let waiting = lock("wants_it", Action::Wait);
    run.at(10);
    let said = || {
        let trace = run.trace();
        plain(&explain(&trace, &Index::new(&trace), waiting))
    };
    assert!(said().ends_with(" Held meanwhile by keeps_it, which still holds it."), "{}", said());
    run.cancel(waiting);
    run.ready(main);
    assert!(said().ends_with(" Held meanwhile by keeps_it, which never released it."), "{}", said());
}

#[test]
fn names_lead_to_their_spans_but_for_that_of_the_span_itself() {
    let trace = locks();
    let last = trace.spans().iter().rfind(|it| trace.name(it) == "lock").unwrap().id;
    let pieces = explain(&trace, &Index::new(&trace), last);
    let links: Vec<&str> = pieces.iter().filter(|it| it.span.is_some()).map(|it| it.text.as_str()).collect();
    assert_eq!(links, ["cid", "bob", "ann", "bob"]);
    let held = holders(&trace, last);
    let names: Vec<&str> = held.iter().map(|it| trace.name(trace.span(it.span).unwrap())).collect();
    assert_eq!(names, ["ann", "bob"], "whoever asked for the lock, not the lock's own span");
}

#[test]
fn of_a_span_of_another_run_nothing_is_said() {
    let trace = Trace::default();
    assert_eq!(explain(&trace, &Index::default(), SpanId::from_index(3)), []);
}
