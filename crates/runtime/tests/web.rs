//! The runtime in a browser's worker.
#![cfg(target_family = "wasm")]
#![expect(clippy::unwrap_used, reason = "a test that panics has failed, which is what it is for")]

use meanwhile_runtime::http::{self, StatusCode};
use meanwhile_runtime::record::{awaited, branch, function, main_result};
use meanwhile_runtime::time::{Duration, Instant, interval, sleep, timeout};
use meanwhile_runtime::{Run, RunConfig, join, println, record, select, task};
use meanwhile_trace::report::Status;
use meanwhile_trace::{Cause, ClockKind, EventKind, Trace, check, dump_tree};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_dedicated_worker);

fn ms(ms: u64) -> Duration {
    Duration::from_millis(ms)
}

/// Runs the body of a `main` to its end; returns how it ended and its trace, which has been checked.
async fn run(clock: ClockKind, main: impl AsyncFnOnce() + 'static) -> (Status, Trace) {
    let run = Run::start(RunConfig { clock, ..RunConfig::default() }, || {
        Box::pin(function("main", 1, 1, async move {
            main().await;
            main_result(())
        }))
    });
    let status = run.finished().await;
    (status, trace_of(&run))
}

fn trace_of(run: &Run) -> Trace {
    let mut trace = Trace::default();
    trace.apply(&run.recorder().drain()).expect("the first batch of a run");
    assert_eq!(check(&trace.events), []);
    trace
}

fn output(trace: &Trace) -> String {
    trace.output().iter().map(|it| trace.text(it.text)).collect()
}

/// Real time, whatever the clock of a run.
fn now_ms() -> f64 {
    js_sys::Date::now()
}

#[wasm_bindgen_test]
async fn a_sleep_waits_and_is_never_early() {
    let (status, trace) = run(ClockKind::Real, async || {
        for after_ms in [0, 1, 3, 20] {
            let start = Instant::now();
            awaited(3, 5, sleep(ms(after_ms))).await;
            assert!(start.elapsed() >= ms(after_ms), "{after_ms} ms: {:?}", start.elapsed());
        }
    })
    .await;
    assert_eq!(status, Status::Completed);
    for sleep in trace.spans().iter().filter(|it| it.is_leaf()) {
        // One timer, one wake: the browser was asked for the right time.
        assert!(sleep.wakes.len() <= 1, "{:?}", sleep.wakes);
        assert!(sleep.wakes.iter().all(|it| it.cause == Cause::Timer));
    }
}

#[wasm_bindgen_test]
async fn sleeps_work_outside_of_a_run() {
    let start = Instant::now();
    sleep(ms(5)).await;
    assert!(start.elapsed() >= ms(5));
    assert!(timeout(ms(5), sleep(ms(500))).await.is_err());
    assert_eq!(task::spawn(async { 6 * 7 }).await.unwrap(), 42);
    assert!(start.elapsed() < ms(400), "a dropped timer held nobody up");
}

#[wasm_bindgen_test]
async fn a_sleep_of_many_weeks_does_not_wrap_round() {
    let (_, trace) = run(ClockKind::Real, async || {
        let weeks = sleep(Duration::from_secs(60 * 60 * 24 * 60));
        println!("{}", timeout(ms(20), weeks).await.is_err());
    })
    .await;
    assert_eq!(output(&trace), "true\n");
}

#[wasm_bindgen_test]
async fn tasks_run_beside_each_other_and_are_joined() {
    let (status, trace) = run(ClockKind::Real, async || {
        let slow = record::spawn("slow", 2, 5, async {
            awaited(3, 9, sleep(ms(20))).await;
            println!("slow");
            1
        });
        let fast = record::spawn("fast", 5, 5, async {
            awaited(6, 9, sleep(ms(5))).await;
            println!("fast");
            2
        });
        println!("{}", awaited(8, 9, slow).await.unwrap() + awaited(8, 20, fast).await.unwrap());
        let aborted = record::spawn("aborted", 9, 5, sleep(ms(1000)));
        aborted.abort();
        println!("{}", awaited(10, 5, aborted).await.unwrap_err());
    })
    .await;
    assert_eq!(status, Status::Completed);
    assert_eq!(output(&trace), "fast\nslow\n3\ntask 3 was cancelled\n");
}

#[wasm_bindgen_test]
async fn a_program_can_be_stopped() {
    let run = Run::start(RunConfig::default(), || {
        Box::pin(async {
            drop(record::spawn("worker", 2, 5, sleep(ms(60_000))));
            awaited(3, 5, sleep(ms(60_000))).await;
            Ok(())
        })
    });
    sleep(ms(5)).await;
    assert_eq!(run.status(), None);
    run.stop();
    assert_eq!(run.finished().await, Status::Stopped);
    let tree = dump_tree(&trace_of(&run));
    assert!(tree.lines().all(|it| it.ends_with("cancelled")), "{tree}");
}

#[wasm_bindgen_test]
async fn a_stack_that_overflows_is_recorded_before_the_machine_stops() {
    fn without_end(level: u64) -> u64 {
        let room = std::hint::black_box([level; 8]);
        if level == u64::MAX { 0 } else { without_end(level + 1) + room[1] }
    }
    let run = Rc::new(Run::start(RunConfig::default(), || {
        Box::pin(async {
            awaited(2, 5, sleep(ms(1))).await;
            println!("{}", awaited(3, 5, function("fails", 9, 1, async { without_end(0) })).await);
            Ok(())
        })
    }));
    let seen = Rc::new(RefCell::new(None));
    let (observed, told) = (run.clone(), seen.clone());
    run.on_crash(move || {
        told.replace(Some((observed.status(), trace_of(&observed))));
    });
    sleep(ms(100)).await;
    let (status, trace) = seen.take().unwrap();
    assert_eq!(status, Some(Status::Panicked));
    assert_eq!(
        output(&trace),
        "\nthread 'main' has overflowed its stack\nfatal runtime error: stack overflow, aborting\n"
    );
    assert_eq!(
        dump_tree(&trace),
        "task main panicked\n  sleep sleep 1 ms @2 completed\n  async fn fails @3 panicked\n"
    );
}

/// A program that uses all that waits but the network.
async fn program() {
    let start = Instant::now();
    join!(branch(2, 5, sleep(ms(3000))), branch(3, 5, sleep(ms(1000))), branch(4, 5, task::yield_now()));
    let mut ticks = interval(ms(500));
    for _ in 0..3 {
        awaited(7, 9, ticks.tick()).await;
    }
    let winner = select! {
        () = branch(10, 9, sleep(ms(40))) => "tortoise",
        () = branch(11, 9, sleep(ms(30))) => "hare",
    };
    println!("{winner} after {:?}", start.elapsed());
    let handle = record::spawn("worker", 14, 5, async { awaited(14, 20, sleep(ms(10_000))).await });
    println!("{}", awaited(15, 5, timeout(ms(5000), handle)).await.is_err());
}

#[wasm_bindgen_test]
async fn the_virtual_clock_gives_the_same_trace_as_natively_in_no_time() {
    let start = now_ms();
    let (status, trace) = run(ClockKind::Virtual, program).await;
    assert_eq!(status, Status::Completed);
    assert!(now_ms() - start < 1000.0);
    assert_eq!(output(&trace), "hare after 4.03s\ntrue\n");
    assert_eq!(trace.now_ns(), 9_030_000_000);
    assert_eq!(
        dump_tree(&trace),
        "task main completed
  async fn main @1 completed
    sleep sleep 3 s @2 completed
    sleep sleep 1 s @3 completed
    yield yield @4 completed
    sleep tick 500 ms @7 completed
    sleep tick 500 ms @7 completed
    sleep tick 500 ms @7 completed
    sleep sleep 40 ms @10 cancelled
    sleep sleep 30 ms @11 completed
    task worker @14 cancelled
      sleep sleep 10 s @14 cancelled
    sleep timeout 5 s @15 completed
    join handle join worker @15 cancelled
"
    );
}

#[wasm_bindgen_test]
async fn a_program_that_can_never_go_on_is_stuck_on_the_virtual_clock() {
    let (status, trace) = run(ClockKind::Virtual, async || {
        let never = record::spawn("never", 2, 5, std::future::pending::<()>());
        let _ = awaited(3, 5, never).await;
    })
    .await;
    assert_eq!(status, Status::Limit);
    assert!(output(&trace).contains("join handle join never"), "{}", output(&trace));
}

#[wasm_bindgen_test]
async fn a_request_brings_a_document() {
    let (status, trace) = run(ClockKind::Real, async || {
        let response = awaited(2, 5, http::get("data:application/json,[1,2,3]")).await.unwrap();
        println!("{} {:?}", response.status(), response.headers().get("content-type").unwrap());
        println!("{:?}", awaited(4, 5, response.json::<Vec<u32>>()).await.unwrap());
        let broken = http::get("data:application/json,[1,").await.unwrap();
        let error = broken.json::<Vec<u32>>().await.unwrap_err();
        println!("{error} {}", error.is_decode());
    })
    .await;
    assert_eq!(status, Status::Completed);
    assert_eq!(
        output(&trace),
        "200 OK \"application/json\"\n[1, 2, 3]\n\
         error decoding response body for url (data:application/json,[1,) true\n"
    );
    let causes: Vec<_> = trace
        .events
        .iter()
        .filter_map(|it| match it.kind {
            EventKind::Wake { cause } => Some(cause),
            _ => None,
        })
        .filter(|it| !matches!(it, Cause::Span(_)))
        .collect();
    assert!(!causes.is_empty() && causes.iter().all(|it| *it == Cause::Io), "{causes:?}");
}

#[wasm_bindgen_test]
async fn a_dead_port_is_an_error_and_not_the_end() {
    let (status, trace) = run(ClockKind::Real, async || {
        let error = awaited(2, 5, http::get("http://127.0.0.1:9/x")).await.unwrap_err();
        println!("{error}");
        assert!(error.is_request() && !error.is_timeout());
        assert_eq!(error.status(), None::<StatusCode>);
    })
    .await;
    assert_eq!(status, Status::Completed);
    assert_eq!(output(&trace), "error sending request for url (http://127.0.0.1:9/x)\n");
    assert_eq!(
        dump_tree(&trace),
        "task main completed\n  async fn main @1 completed\n    http GET http://127.0.0.1:9/x @2 failed\n"
    );
}

#[wasm_bindgen_test]
async fn dropping_a_request_aborts_it() {
    let (status, trace) = run(ClockKind::Real, async || {
        // Polled once, so that it is under way; the other branch is ready at the second poll at the latest.
        select! {
            biased;
            it = branch(3, 9, http::get("data:text/plain,slow")) => println!("{it:?}"),
            () = branch(4, 9, std::future::ready(())) => println!("gave up"),
        }
        drop(http::get("data:text/plain,never sent"));
        // The abort makes `fetch` reject: nobody may be left to hear of it.
        sleep(ms(20)).await;
    })
    .await;
    assert_eq!(status, Status::Completed);
    assert_eq!(output(&trace), "gave up\n");
    let ends: Vec<_> = trace.spans().iter().filter_map(|it| it.end.map(|(_, end)| end.name())).collect();
    assert_eq!(ends, ["completed", "completed", "cancelled", "completed", "cancelled", "completed"]);
}

#[wasm_bindgen_test]
async fn virtual_time_stands_still_while_a_request_is_under_way() {
    let (status, trace) = run(ClockKind::Virtual, async || {
        select! {
            biased;
            () = branch(3, 9, sleep(ms(60_000))) => println!("time flew"),
            it = branch(4, 9, http::get("data:text/plain,hello")) => println!("{}", it.unwrap().text().await.unwrap()),
        }
    })
    .await;
    assert_eq!(status, Status::Completed);
    assert_eq!(output(&trace), "hello\n");
    assert_eq!(trace.now_ns(), 0);
}

#[path = "../examples/record_cost/measure.rs"]
mod measure;

/// Not a check, but a figure: it is printed.
#[wasm_bindgen_test]
async fn the_cost_of_recording() {
    async fn once(recorded: bool) -> (f64, usize) {
        let start = Instant::now();
        let run = Run::start(RunConfig { capacity: u64::MAX, ..RunConfig::default() }, move || {
            Box::pin(async move {
                measure::gather(recorded).await;
                Ok(())
            })
        });
        assert_eq!(run.finished().await, Status::Completed);
        (start.elapsed().as_secs_f64() * 1e3, run.recorder().drain().events.len())
    }
    let (unrecorded_ms, _) = once(false).await;
    let (recorded_ms, events) = once(true).await;
    wasm_bindgen_test::console_log!("{}", measure::Cost { recorded_ms, unrecorded_ms, events }.to_json());
}
