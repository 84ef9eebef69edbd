//! Ten thousand tasks: the page takes them in, draws them, and can be used meanwhile and afterwards.

use meanwhile_runner::messages::{FromWorker, RunId, encode};
use meanwhile_runtime::{RunConfig, println, run_to_end, spawn, time};
use meanwhile_tests::scene::play;
use meanwhile_tests::site::Conditions;
use meanwhile_trace::report::Status;
use meanwhile_trace::{Batch, ClockKind, Trace, wire};
use serde_json::Value;

const TASKS: usize = 10_000;

/// How many events travel at once: about as many as a worker sends in one go.
const EVENTS_AT_ONCE: usize = 2000;

/// Runs ten thousand tasks that sleep beside each other.
fn ten_thousand_tasks() -> Trace {
    let config = RunConfig { clock: ClockKind::Virtual, ..RunConfig::default() };
    let finished = run_to_end(config, || {
        Box::pin(async {
            let nap = async |n: usize| {
                time::sleep(time::Duration::from_millis((n % 50) as u64)).await;
                n
            };
            let tasks: Vec<_> = (0..TASKS).map(|n| spawn(nap(n))).collect();
            let mut count = 0;
            for task in tasks {
                count += usize::from(task.await.is_ok());
            }
            println!("{count} tasks");
            Ok(())
        })
    });
    assert_eq!(finished.output(), "10000 tasks\n");
    finished.trace
}

/// A worker that tells of this run, in batches, whenever it is asked to run something.
fn telling(trace: &Trace) -> Conditions {
    let run = RunId(1);
    let bytes = |message: &FromWorker| encode(message).expect("a message can be written");
    let mut messages = vec![bytes(&FromWorker::Started { run })];
    for (index, events) in trace.events.chunks(EVENTS_AT_ONCE).enumerate() {
        let new = if index == 0 { trace.tables.clone() } else { Default::default() };
        let now_ns = events.last().map_or(0, |it| it.at_ns);
        let first_event = (index * EVENTS_AT_ONCE) as u64;
        let batch = Batch { first_event, new, events: events.to_vec(), now_ns, ..Batch::default() };
        messages.push(bytes(&FromWorker::Batch { run, bytes: wire::encode(&batch) }));
    }
    messages.push(bytes(&FromWorker::Finished {
        run,
        status: Status::Completed,
        detail: None,
        findings: Vec::new(),
        is_last: false,
    }));
    let loaded = bytes(&FromWorker::Loaded);
    Conditions::with_worker(format!(
        "const messages = {messages:?}.map((it) => new Uint8Array(it));
         onmessage = ({{ data: [, what] }}) => {{
           if (what !== 0) return;
           const next = () => {{ if (messages.length) {{ postMessage(messages.shift()); setTimeout(next); }} }};
           next();
         }};
         postMessage(new Uint8Array({loaded:?}));"
    ))
}

#[test]
fn the_page_draws_ten_thousand_tasks_and_can_be_used() {
    let trace = ten_thousand_tasks();
    let spans = trace.spans().len();
    play(telling(&trace), async |page| {
        page.open("three-downloads").await?;
        // While they come in, the page reacts.
        page.click("code-python").await?;
        page.browser.wait_until("Python", "all('python-source').length === 1", Value::Null).await?;
        page.wait_for_end().await?;
        assert_eq!(page.output().await?, ["10000 tasks"]);
        let counted: String = page
            .browser
            .eval("return text(document.querySelector('#spans-title small'))", Value::Null)
            .await?;
        assert_eq!(counted.replace(|it: char| !it.is_ascii_digit(), ""), spans.to_string(), "none is lost");

        // A picture is there, and what is picked in the table shows in it.
        let before = page.settled_picture().await?;
        let rows = page.rows().await?;
        assert!(!rows.is_empty() && rows.len() < spans, "the table shows the first {}", rows.len());
        let last = rows[rows.len() - 1].span;
        page.click_row(last).await?;
        page.wait_for_lit_rows(&[last]).await?;
        page.wait_for_another_picture(&before).await?;
        page.expect_no_trouble().await
    });
}
