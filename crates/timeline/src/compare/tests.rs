//! Which spans are compared, and what is said of them.

use super::*;
use crate::testing::{Run, blocked_loop, every_end, gathered, ms, sequential, three_downloads};
use meanwhile_trace::Cause;

fn names(trace: &Trace, path: &[Stretch]) -> Vec<String> {
    path.iter()
        .map(|it| {
            let name = trace.span(it.span).map_or("", |span| trace.name(span));
            format!("{name} {}..{}", it.start_ns / 1_000, it.end_ns / 1_000)
        })
        .collect()
}

#[test]
fn three_downloads_are_compared_exactly() {
    let trace = three_downloads();
    let found = Comparison::find(&trace).unwrap();
    let right = found.right.as_ref().unwrap();
    assert_eq!(found.left.total_ns, 900_400_000);
    assert_eq!(right.total_ns, 350_600_000);
    assert_eq!(found.factor(), Some(900_400_000.0 / 350_600_000.0));
    assert_eq!(found.saved_ns(), Some(549_800_000));
    assert_eq!((found.left.peak_in_flight, right.peak_in_flight), (1, 3));
    assert_eq!((found.left.heading(&trace), right.heading(&trace)), ("Sequential".into(), "Gathered".into()));
    let report = found.report().unwrap();
    assert_eq!((report.left, report.right), (found.left.span.number(), right.span.number()));
    assert_eq!(report.saved_ms, 549.8);
}

#[test]
fn the_critical_path_is_the_chain_of_sleeps_and_of_gathered_ones_the_longest() {
    let trace = three_downloads();
    let found = Comparison::find(&trace).unwrap();
    let left = names(&trace, &found.left.critical_path);
    assert_eq!(
        left,
        ["sleep 300 ms 0..300400", "sleep 250 ms 300400..550400", "sleep 350 ms 550400..900400"]
    );
    let right = found.right.unwrap();
    assert_eq!(names(&trace, &right.critical_path), ["sleep 350 ms 901000..1251600"]);
    for side in [found.left, Side { critical_path: right.critical_path.clone(), ..right }] {
        let whole: u64 = side.critical_path.iter().map(|it| it.end_ns - it.start_ns).sum();
        assert_eq!(whole, side.total_ns);
    }
}

#[test]
fn a_live_run_gives_what_is_known() {
    let run = Run::new();
    let main = run.task("main", None);
    assert_eq!(Comparison::find(&run.trace()), None);
    sequential(&run, main, 0, 1);
    run.at(400);
    let found = Comparison::find(&run.trace()).unwrap();
    assert_eq!((found.left.total_ns, found.left.end), (ms(400), None));
    assert_eq!(found.right, None);
    assert_eq!((found.factor(), found.saved_ns(), found.report()), (None, None, None));
}

#[test]
fn while_the_second_runs_there_is_a_time_but_no_factor() {
    let run = Run::new();
    let main = run.task("main", None);
    let now = sequential(&run, main, 0, usize::MAX).unwrap();
    run.at(now + 1);
    run.begin(main);
    let all = run.call(main, "gathered()", 26);
    run.poll(all);
    run.at(now + 101);
    let found = Comparison::find(&run.trace()).unwrap();
    assert_eq!(found.right.as_ref().map(|it| it.total_ns), Some(ms(100)));
    assert_eq!(found.factor(), None);
    assert_eq!(found.longest_ns(), 900_400_000);
}

#[test]
fn a_second_that_was_stopped_is_not_measured_against_the_first() {
    let run = Run::new();
    let main = run.task("main", None);
    let now = sequential(&run, main, 0, usize::MAX).unwrap();
    run.at(now + 1);
    run.begin(main);
    let all = run.call(main, "gathered()", 26);
    run.poll(all);
    run.pending(main);
    run.at(now + 11);
    run.cancel(all);
    run.cancel(main);
    let found = Comparison::find(&run.trace()).unwrap();
    assert!(!found.is_whole());
    assert_eq!((found.factor(), found.saved_ns()), (None, None));
}

#[test]
fn only_gathered_or_the_two_in_the_other_order_is_no_comparison() {
    let run = Run::new();
    let main = run.task("main", None);
    gathered(&run, main, 0);
    assert_eq!(Comparison::find(&run.trace()), None);
    run.pending(main);
    sequential(&run, main, 400, usize::MAX);
    assert_eq!(Comparison::find(&run.trace()), None);
}

/// A main whose calls take so many milliseconds, one after another.
fn calls(calls: &[(&str, u64)], ended: bool) -> Trace {
    let run = Run::new();
    let main = run.task("main", None);
    let mut now = 0;
    run.begin(main);
    for (name, length) in calls {
        let call = run.call(main, name, 1);
        run.poll(call);
        run.pending(main);
        now += length;
        run.at(now);
        run.wake(main, Cause::Timer);
        run.begin(main);
        run.begin(call);
        run.ready(call);
    }
    if ended {
        run.ready(main);
    }
    run.trace()
}

#[test]
fn two_different_functions_are_compared_once_the_run_is_over() {
    let two = [("slow()", 30), ("quick(1)", 10)];
    assert_eq!(Comparison::find(&calls(&two, false)), None);
    assert_eq!(Comparison::find(&calls(&two, true)).unwrap().factor(), Some(3.0));
    assert_eq!(Comparison::find(&calls(&[("get(1)", 30), ("get(2)", 10)], true)), None);
    assert_eq!(Comparison::find(&calls(&[("a()", 30), ("b()", 10), ("c()", 10)], true)), None);
    assert_eq!(Comparison::find(&calls(&[("sequential()", 30)], true)), None);
}

#[test]
fn no_time_at_all_is_no_reason_to_divide_by_it() {
    let of = |left, right| {
        Comparison::find(&calls(&[("sequential()", left), ("gathered()", right)], true)).unwrap()
    };
    assert_eq!(of(0, 0).factor(), Some(1.0));
    assert_eq!(of(5, 0).factor(), None);
    assert_eq!(of(5, 0).report(), None);
    assert_eq!(of(0, 5).factor(), Some(0.0));
    assert_eq!(of(0, 5).saved_ns(), Some(-5_000_000));
}

#[test]
fn functions_that_run_at_the_same_time_are_not_compared() {
    let run = Run::new();
    let main = run.task("main", None);
    run.begin(main);
    let (one, two) = (run.call(main, "task1()", 1), run.call(main, "task2()", 2));
    run.poll(one);
    run.poll(two);
    run.at(10);
    for it in [one, two] {
        run.begin(it);
        run.ready(it);
    }
    run.ready(main);
    assert_eq!(Comparison::find(&run.trace()), None);
}

#[test]
fn an_async_main_or_block_in_between_does_not_count() {
    let run = Run::new();
    let task = run.task("main", None);
    run.begin(task);
    let main = run.call(task, "main()", 1);
    run.pending(task);
    let now = sequential(&run, main, 0, usize::MAX).unwrap();
    gathered(&run, main, now + 1);
    assert!(Comparison::find(&run.trace()).unwrap().is_whole());
}

#[test]
fn yields_at_one_reading_of_the_clock_are_in_flight_one_at_a_time() {
    let run = Run::new();
    let main = run.task("main", None);
    run.begin(main);
    for _ in 0..5 {
        let turn = run.leaf(main, "yield");
        run.poll(turn);
        run.begin(turn);
        run.ready(turn);
    }
    assert_eq!(peak_in_flight(&run.trace(), main), 1);
}

#[test]
fn a_wait_for_a_task_leads_to_what_the_task_waited_for() {
    let run = Run::new();
    let main = run.task("main", None);
    run.begin(main);
    let task = run.task("work()", Some(main));
    let join = run.make(SpanKind::Join, "join work()", Some(main), 3);
    run.poll(join);
    run.pending(main);
    run.begin(task);
    let sleep = run.leaf(task, "sleep 40 ms");
    run.poll(sleep);
    run.pending(task);
    run.at(40);
    run.timer(&[sleep, task]);
    run.begin(task);
    run.begin(sleep);
    run.ready(sleep);
    run.ready(task);
    run.timer(&[]);
    run.wake(join, Cause::Span(task));
    run.wake(main, Cause::Span(join));
    run.at(42);
    run.begin(main);
    run.begin(join);
    run.ready(join);
    run.ready(main);
    let trace = run.trace();
    assert_eq!(
        names(&trace, &critical_path(&trace, main)),
        ["sleep 40 ms 0..40000", "join work() 40000..42000"]
    );
    assert_eq!(peak_in_flight(&trace, main), 1);
}

#[test]
fn what_was_dropped_bounded_nothing_and_a_detached_task_neither() {
    let trace = every_end();
    let path = names(&trace, &critical_path(&trace, trace.root().unwrap().id));
    assert_eq!(path, ["GET todos/9 0..123000", "main 123000..125000"]);
    let trace = blocked_loop();
    let path = names(&trace, &critical_path(&trace, trace.root().unwrap().id));
    assert_eq!(path, ["main 0..60000", "crunch(1000000) 60000..260000", "main 260000..311000"]);
}

#[test]
fn spans_that_wake_each_other_in_a_ring_do_not_keep_the_walk_going() {
    let run = Run::new();
    let main = run.task("main", None);
    let (one, two) = (run.leaf(main, "one"), run.leaf(main, "two"));
    for at in 1..200 {
        run.at(at);
        run.wake(one, Cause::Span(two));
        run.wake(two, Cause::Span(one));
    }
    let path = critical_path(&run.trace(), one);
    assert_eq!(path.iter().map(|it| it.end_ns - it.start_ns).sum::<u64>(), ms(199));
}
