//! Promises and callbacks, in a browser's worker.
#![cfg(target_family = "wasm")]
#![expect(clippy::unwrap_used, reason = "a test that panics has failed, which is what it is for")]

use js_sys::{Object, Promise};
use meanwhile_runtime::interop::{NeverCalled, Rejected, callback, promise, to_promise};
use meanwhile_runtime::record::{awaited, main_result};
use meanwhile_runtime::time::{Instant, sleep, timeout};
use meanwhile_runtime::{Run, RunConfig, println, record, task};
use meanwhile_trace::report::Status;
use meanwhile_trace::{Cause, ClockKind, EventKind, Trace, check, dump_tree};
use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_dedicated_worker);

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = setTimeout)]
    fn set_timeout(call: &JsValue, after_ms: u32);
}

fn ms(ms: u64) -> Duration {
    Duration::from_millis(ms)
}

async fn run(clock: ClockKind, main: impl AsyncFnOnce() + 'static) -> (Status, Trace) {
    let run = Run::start(RunConfig { clock, ..RunConfig::default() }, || {
        Box::pin(async move {
            main().await;
            main_result(())
        })
    });
    let status = run.finished().await;
    let mut trace = Trace::default();
    trace.apply(&run.recorder().drain()).unwrap();
    assert_eq!(check(&trace.events), []);
    (status, trace)
}

fn output(trace: &Trace) -> String {
    trace.output().iter().map(|it| trace.text(it.text)).collect()
}

/// A promise that resolves after so many milliseconds.
fn later(after_ms: u32, value: impl Into<JsValue>) -> Promise {
    let value = value.into();
    Promise::new(&mut |resolve, _| {
        let bound = resolve.bind1(&JsValue::UNDEFINED, &value);
        set_timeout(bound.as_ref(), after_ms);
    })
}

fn never() -> Promise {
    Promise::new(&mut |_, _| {})
}

#[wasm_bindgen_test]
async fn a_promise_that_resolves_is_a_leaf_that_input_wakes() {
    let (status, trace) = run(ClockKind::Real, async || {
        let start = Instant::now();
        let value = awaited(3, 5, promise("answer", later(20, 42))).await.unwrap();
        println!("{:?} {}", value.as_f64(), start.elapsed() >= ms(15));
        println!(
            "{:?}",
            promise("at once", Promise::resolve(&JsValue::from("hi"))).await.unwrap().as_string()
        );
    })
    .await;
    assert_eq!(status, Status::Completed);
    assert_eq!(output(&trace), "Some(42.0) true\nSome(\"hi\")\n");
    assert_eq!(
        dump_tree(&trace),
        "task main completed\n  promise answer @3 completed\n  promise at once completed\n"
    );
    let outside = trace.events.iter().filter_map(|it| match it.kind {
        EventKind::Wake { cause } if !matches!(cause, Cause::Span(_)) => Some(cause),
        _ => None,
    });
    assert_eq!(outside.collect::<Vec<_>>(), [Cause::Io, Cause::Io]);
}

#[wasm_bindgen_test]
async fn a_promise_that_is_rejected_is_an_error_whatever_with() {
    let (status, trace) = run(ClockKind::Real, async || {
        let values: [JsValue; 5] = [
            js_sys::Error::new("out of cheese").into(),
            "a text".into(),
            7.into(),
            JsValue::UNDEFINED,
            Object::new().into(),
        ];
        for value in values {
            let error: Rejected = promise("fails", Promise::reject(&value)).await.unwrap_err();
            println!("{error}");
            assert!(Object::is(error.value(), &value));
        }
    })
    .await;
    assert_eq!(status, Status::Completed);
    assert_eq!(
        output(&trace),
        "the promise was rejected: out of cheese\n\
         the promise was rejected: a text\n\
         the promise was rejected: 7\n\
         the promise was rejected: JsValue(undefined)\n\
         the promise was rejected: {}\n"
    );
    assert!(dump_tree(&trace).contains("promise fails failed"), "{}", dump_tree(&trace));
}

#[wasm_bindgen_test]
async fn a_promise_that_never_settles_can_be_dropped() {
    let (status, trace) = run(ClockKind::Real, async || {
        println!("{}", timeout(ms(5), promise("never", never())).await.is_err());
        drop(promise("not even polled", never()));
        // One that settles when nobody waits any more.
        println!("{}", timeout(ms(1), promise("late", later(10, 1))).await.is_err());
        sleep(ms(30)).await;
    })
    .await;
    assert_eq!(status, Status::Completed);
    assert_eq!(output(&trace), "true\ntrue\n");
    let cancelled =
        dump_tree(&trace).lines().filter(|it| it.contains("promise") && it.ends_with("cancelled")).count();
    assert_eq!(cancelled, 3, "{}", dump_tree(&trace));
}

#[wasm_bindgen_test]
async fn virtual_time_stands_still_while_a_promise_is_awaited_and_goes_on_when_it_is_dropped() {
    let (status, trace) = run(ClockKind::Virtual, async || {
        let start = Instant::now();
        let hour = record::spawn("hour", 2, 5, sleep(ms(3_600_000)));
        promise("soon", later(10, 1)).await.unwrap();
        println!("{:?}", start.elapsed());
        let waits = task::spawn(promise("never", never()));
        task::yield_now().await;
        waits.abort();
        hour.await.unwrap();
        println!("{:?}", start.elapsed());
    })
    .await;
    assert_eq!(status, Status::Completed);
    assert_eq!(output(&trace), "0ns\n3600s\n");
}

#[wasm_bindgen_test]
async fn a_future_becomes_a_promise() {
    let (status, trace) = run(ClockKind::Real, async || {
        let works = to_promise("works", async {
            sleep(ms(5)).await;
            Ok(5.into())
        });
        println!("{:?}", promise("works", works).await.unwrap().as_f64());
        let fails = to_promise("fails", async { Err("no luck".into()) });
        println!("{}", promise("fails", fails).await.unwrap_err());
        let panics = to_promise("panics", async { panic!("in the middle") });
        println!("{}", promise("panics", panics).await.unwrap_err());
    })
    .await;
    assert_eq!(status, Status::Completed);
    let output = output(&trace);
    assert!(
        output.starts_with("Some(5.0)\nthe promise was rejected: no luck\n\nthread 'main' panicked"),
        "{output}"
    );
    assert!(
        output.ends_with("the promise was rejected: task 3 panicked with message \"in the middle\"\n"),
        "{output}"
    );
    assert!(dump_tree(&trace).contains("task works completed"));
}

#[wasm_bindgen_test]
async fn a_future_that_its_run_drops_rejects_its_promise() {
    let kept: Rc<RefCell<Option<Promise>>> = Rc::default();
    let inside = kept.clone();
    run(ClockKind::Real, async move || {
        inside.replace(Some(to_promise("left over", std::future::pending())));
    })
    .await;
    let left_over = kept.take().unwrap();
    assert_eq!(
        promise("left over", left_over).await.unwrap_err().to_string(),
        "the promise was rejected: task 1 was cancelled"
    );
}

#[wasm_bindgen_test]
async fn a_callback_becomes_a_future() {
    let (status, trace) = run(ClockKind::Real, async || {
        let rung = callback::<Option<f64>>("alarm", |done| {
            let function = done.into_function(|value| value.as_f64());
            set_timeout(function.bind1(&JsValue::UNDEFINED, &7.into()).as_ref(), 5);
        });
        println!("{:?}", awaited(6, 5, rung).await);
        println!("{:?}", callback::<&str>("at once", |done| done.call("here")).await);
        assert_eq!(callback::<()>("never", drop).await, Err(NeverCalled));
    })
    .await;
    assert_eq!(status, Status::Completed);
    assert_eq!(output(&trace), "Ok(Some(7.0))\nOk(\"here\")\n");
    assert_eq!(
        dump_tree(&trace),
        "task main completed\n  promise alarm @6 completed\n  promise at once completed\n  promise never failed\n"
    );
}

#[wasm_bindgen_test]
async fn a_callback_that_comes_when_nobody_waits_does_no_harm() {
    let done = Rc::new(RefCell::new(None));
    let inside = done.clone();
    run(ClockKind::Real, async move || {
        let waits = callback::<u32>("late", |done| {
            inside.replace(Some(done));
        });
        println!("{}", timeout(ms(1), waits).await.is_err());
    })
    .await;
    done.take().unwrap().call(5);
}
