//! The spans of an instrumented program, as they land in a trace.
#![expect(clippy::unwrap_used, reason = "a test may fail")]

use expect_test::{Expect, expect};
use meanwhile_trace::{ManualClock, Recorder, Subscriber, Trace, check, dump};
use std::sync::Arc;
use tracing::{Level, debug_span, info, info_span};

#[track_caller]
fn check_run(program: impl FnOnce(&ManualClock), expected: &Expect) {
    let clock = Arc::new(ManualClock::default());
    let recorder = Arc::new(Recorder::new(clock.clone(), 1_000));
    let subscriber = Subscriber::new(recorder.clone(), Level::INFO);
    tracing::subscriber::with_default(subscriber, || program(&clock));
    let mut trace = Trace::default();
    trace.apply(&recorder.drain()).unwrap();
    assert_eq!(check(&trace.events), []);
    expected.assert_eq(&dump(&trace));
}

#[test]
fn enters_and_exits_are_polls_and_closing_is_the_end() {
    check_run(
        |clock| {
            let outer = info_span!("outer");
            outer.in_scope(|| {
                let inner = info_span!("inner", id = 7, who = "me");
                clock.set_ns(1_000_000);
                inner.in_scope(|| info!(left = 2, "working"));
            });
            clock.set_ns(2_000_000);
            outer.in_scope(|| {});
        },
        &expect![[r#"
            0.000     #1  created: span outer
            0.000     #1  poll
            0.000     #2  created: span inner id=7 who="me" in #1
            1.000     #2  poll
            1.000     #2  prints to err: "INFO working left=2\n"
            1.000     #2  pending
            1.000     #2  completed
            1.000     #1  pending
            2.000     #1  woken by something outside
            2.000     #1  poll
            2.000     #1  pending
            2.000     #1  completed
        "#]],
    );
}

#[test]
fn a_span_entered_inside_itself_is_polled_once_and_clones_keep_it_alive() {
    check_run(
        |_| {
            let span = info_span!("again");
            let clone = span.clone();
            span.in_scope(|| span.in_scope(|| {}));
            drop(span);
            info!("not over");
            drop(clone);
        },
        &expect![[r#"
            0.000     #1  created: span again
            0.000     #1  poll
            0.000     #1  pending
            0.000     #1  prints to err: "INFO not over\n"
            0.000     #1  completed
        "#]],
    );
}

#[test]
fn what_is_below_the_level_is_left_out() {
    check_run(
        |_| debug_span!("hidden").in_scope(|| info_span!(parent: None, "shown").in_scope(|| {})),
        &expect![[r#"
            0.000     #1  created: span shown
            0.000     #1  poll
            0.000     #1  pending
            0.000     #1  completed
        "#]],
    );
}
