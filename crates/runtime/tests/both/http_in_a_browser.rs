//! What of requests only a browser has: aborted transfers, and its own account of a request's phases.

use crate::browser::js;
use crate::harness::{check, check_as, trace_of};
use crate::http::{config, site};
use futures_util::StreamExt as _;
use meanwhile_runtime::http::{self, Client};
use meanwhile_runtime::time::{Duration, sleep};
use meanwhile_runtime::{RunConfig, join, println, select};
use meanwhile_trace::{ClockKind, Span, Trace};
use wasm_bindgen_test::wasm_bindgen_test;

/// A file that the runner of these tests serves.
async fn file() -> String {
    js("return new URL('/Cargo.toml', location.origin === 'null' ? location.href.slice(5) : location.origin).href").await
}

#[wasm_bindgen_test]
async fn dropping_a_stream_aborts_its_transfer() {
    let before = js("return (globalThis.aborted ?? []).join(' ')").await.len();
    check(config(), "4\n", || {
        Box::pin(async {
            program!({
                let mut stream = http::get(site("/endless")).await?.bytes_stream();
                println!("{}", stream.next().await.transpose()?.map_or(0, |it| it.len()));
                select! {
                    biased;
                    _ = stream.next() => println!("it came after all"),
                    () = std::future::ready(()) => {}
                }
            })
        })
    })
    .await;
    let aborted = js("return globalThis.aborted.join(' ')").await;
    // On either clock once.
    assert_eq!(aborted[before..].trim(), "/endless /endless");
}

#[wasm_bindgen_test]
async fn a_transfer_that_takes_too_long_is_aborted() {
    let before = js("return (globalThis.aborted ?? []).join(' ')").await.len();
    // On the virtual clock no time passes while a piece is waited for.
    let expected = "4\ndecode timeout: error decoding response body\nno more\n";
    check_as(RunConfig { clock: ClockKind::Real, ..config() }, expected, || {
        Box::pin(async {
            program!({
                let slow = Client::new().get(site("/endless")).timeout(Duration::from_millis(100));
                let mut response = slow.send().await?;
                println!("{}", response.chunk().await?.map_or(0, |it| it.len()));
                let error = response.chunk().await.unwrap_err();
                println!("{}: {error}", crate::http::kinds(&error));
                assert!(response.chunk().await?.is_none());
                println!("no more");
                sleep(Duration::from_millis(1)).await;
            })
        })
    })
    .await;
    assert_eq!(js("return globalThis.aborted.join(' ')").await[before..].trim(), "/endless");
}

/// Returns the names of a span's phases, with the instants at which they begin, and the end of the span.
fn phases(trace: &Trace, span: &Span) -> Vec<(String, u64)> {
    let named = |it: &meanwhile_trace::Phase| (trace.text(it.name).to_owned(), it.start_ns);
    span.phases.iter().map(named).collect()
}

#[track_caller]
fn spans<'a>(trace: &'a Trace, prefix: &str) -> Vec<&'a Span> {
    let found: Vec<_> = trace.spans().iter().filter(|it| trace.name(it).starts_with(prefix)).collect();
    assert!(!found.is_empty(), "no span {prefix}");
    found
}

#[wasm_bindgen_test]
async fn the_browsers_account_of_a_request_becomes_phases_of_its_spans() {
    let file = file().await;
    let trace = trace_of(RunConfig::default(), || {
        Box::pin(async move {
            program!({
                let response = http::get(&file).await?;
                // Read late, so that all of it is there.
                sleep(Duration::from_millis(50)).await;
                assert!(!response.text().await?.is_empty());
                let mut stream = http::get(&file).await?.bytes_stream();
                while let Some(piece) = stream.next().await {
                    piece?;
                }
            })
        })
    })
    .await;
    for span in spans(&trace, "GET ") {
        let phases = phases(&trace, span);
        let names: Vec<&str> = phases.iter().map(|it| it.0.as_str()).collect();
        assert!(names.contains(&"waiting"), "{names:?}");
        let (end_ns, _) = span.end.unwrap();
        assert!(phases.iter().all(|it| it.1 >= span.created_ns && it.1 <= end_ns), "{phases:?} of {span:?}");
    }
    let late = spans(&trace, "body of ")[0];
    assert_eq!(phases(&trace, late), [("downloaded".to_owned(), late.created_ns)]);
}

#[wasm_bindgen_test]
async fn requests_for_one_address_at_one_time_are_told_apart() {
    let file = file().await;
    let trace = trace_of(RunConfig::default(), || {
        Box::pin(async move {
            program!({
                let text = async |_: u32| http::get(&file).await?.text().await;
                let (a, b, c) = join!(text(1), text(2), text(3));
                assert!(a? == b? && !c?.is_empty());
            })
        })
    })
    .await;
    let spans = spans(&trace, "GET ");
    assert_eq!(spans.len(), 3);
    for span in spans {
        let phases = phases(&trace, span);
        // Whoever cannot be told from another has none; nobody has those of two.
        let waits = phases.iter().filter(|it| it.0.starts_with("waiting")).count();
        assert!(waits <= 1, "{phases:?}");
        assert!(phases.iter().all(|it| it.1 <= span.end.unwrap().0), "{phases:?}");
    }
}

#[wasm_bindgen_test]
async fn what_the_browser_does_not_tell_is_no_phase() {
    let trace = trace_of(config(), || {
        Box::pin(async {
            program!({
                // Neither of a network, nor answered.
                http::get("data:text/plain,hello").await?.text().await?;
                http::get(site("/log")).await?.text().await?;
                http::get("http://127.0.0.1:9/x").await.unwrap_err();
            })
        })
    })
    .await;
    assert!(trace.spans().iter().all(|it| it.phases.is_empty()));
}

#[wasm_bindgen_test]
async fn on_the_virtual_clock_a_request_has_no_phases() {
    let file = file().await;
    let config = RunConfig { clock: ClockKind::Virtual, ..RunConfig::default() };
    let trace = trace_of(config, || {
        Box::pin(async move {
            program!({
                http::get(&file).await?.text().await?;
            })
        })
    })
    .await;
    assert_eq!(trace.now_ns(), 0);
    assert!(trace.spans().iter().all(|it| it.phases.is_empty()));
}
