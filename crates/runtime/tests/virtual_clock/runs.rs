//! Several runs on one thread, and a clock that is real.

use crate::programs::nap;
use crate::{config, ms, sound};
use expect_test::expect;
use meanwhile_runtime::record::awaited;
use meanwhile_runtime::time::{Instant, sleep};
use meanwhile_runtime::{Finished, Run, RunConfig, println, run_to_end};
use meanwhile_trace::report::Status;
use meanwhile_trace::{ClockKind, Trace, dump};

fn finish(run: &Run) -> Finished {
    let status = run.drive();
    let mut trace = Trace::default();
    trace.apply(&run.recorder().drain()).expect("the first batch of a run");
    sound(Finished { status, trace })
}

#[test]
fn two_runs_on_one_thread_do_not_mix() {
    let start = |after_ms: u64| {
        Run::start(config(), move || {
            Box::pin(async move {
                for _ in 0..2 {
                    awaited(3, 9, sleep(ms(after_ms))).await;
                    println!("{after_ms}");
                }
                Ok(())
            })
        })
    };
    let (fast, slow) = (start(1), start(1000));
    let (slow, fast) = (finish(&slow), finish(&fast));
    assert_eq!((fast.output().as_str(), slow.output().as_str()), ("1\n1\n", "1000\n1000\n"));
    assert_eq!((fast.trace.now_ns(), slow.trace.now_ns()), (2_000_000, 2_000_000_000));
    expect![[r#"
        0.000     #1  created: task main
        0.000     #1  poll
        0.000     #2  created: sleep sleep 1 ms in #1
        0.000     #2  awaited at 3:9
        0.000     #2  poll
        0.000     #2  due in 1.000 ms
        0.000     #2  pending
        0.000     #1  pending
        1.000     #2  woken by a timer
        1.000     #1  woken by #2
        1.000     #1  poll
        1.000     #2  poll
        1.000     #2  ready
        1.000     #2  completed
        1.000     #1  prints to out: "1\n"
        1.000     #3  created: sleep sleep 1 ms in #1
        1.000     #3  awaited at 3:9
        1.000     #3  poll
        1.000     #3  due in 1.000 ms
        1.000     #3  pending
        1.000     #1  pending
        2.000     #3  woken by a timer
        2.000     #1  woken by #3
        2.000     #1  poll
        2.000     #3  poll
        2.000     #3  ready
        2.000     #3  completed
        2.000     #1  prints to out: "1\n"
        2.000     #1  ready
        2.000     #1  completed
    "#]]
    .assert_eq(&dump(&fast.trace));
}

#[test]
fn a_run_inside_of_a_run_records_for_itself() {
    let outer = sound(run_to_end(config(), || {
        Box::pin(async {
            awaited(2, 5, sleep(ms(5))).await;
            let inner = sound(run_to_end(config(), || {
                Box::pin(async {
                    nap(3).await;
                    Ok(())
                })
            }));
            assert_eq!((inner.status, inner.trace.now_ns()), (Status::Completed, 3_000_000));
            assert_eq!(inner.trace.spans().len(), 3);
            println!("inside: {}", inner.output().trim());
            Ok(())
        })
    }));
    assert_eq!((outer.status, outer.trace.now_ns()), (Status::Completed, 5_000_000));
    assert_eq!(outer.output(), "inside: napped 3\n");
    assert_eq!(outer.trace.spans().len(), 2);
}

#[test]
fn a_future_of_one_run_is_recorded_there_wherever_it_is_dropped() {
    let (send, receive) = std::sync::mpsc::channel();
    let run = Run::start(config(), move || {
        Box::pin(async move {
            send.send(nap(50)).map_err(|it| it.to_string())?;
            Ok(())
        })
    });
    run.drive();
    drop(receive.recv());
    let finished = finish(&run);
    assert_eq!(
        meanwhile_trace::dump_tree(&finished.trace),
        "task main completed\n  async fn nap(50) @90 cancelled\n"
    );
}

#[test]
fn the_same_program_has_the_same_trace_every_time() {
    let once = || {
        let finished = run_to_end(config(), || {
            Box::pin(async {
                meanwhile_runtime::join!(nap(3), nap(2), nap(1));
                Ok(())
            })
        });
        dump(&finished.trace)
    };
    assert_eq!(once(), once());
}

#[test]
fn on_the_real_clock_a_sleep_is_never_short() {
    let config = RunConfig { clock: ClockKind::Real, ..config() };
    let finished = sound(run_to_end(config, || {
        Box::pin(async {
            let start = Instant::now();
            awaited(3, 5, sleep(ms(3))).await;
            assert!(start.elapsed() >= ms(3), "{:?}", start.elapsed());
            Ok(())
        })
    }));
    assert_eq!(finished.status, Status::Completed, "{}", finished.output());
}

#[test]
#[should_panic(expected = "there is no run on this thread")]
fn outside_of_a_run_there_are_no_timers() {
    let mut nap = Box::pin(sleep(ms(1)));
    let _ = nap.as_mut().poll(&mut std::task::Context::from_waker(std::task::Waker::noop()));
}
