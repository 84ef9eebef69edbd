//! What the reader is told when the worker that runs programs does not come, says the wrong thing, or dies.

use anyhow::Result;
use meanwhile_runner::messages::{FromWorker, PROTOCOL, RunId, ToWorker, encode};
use meanwhile_tests::expected;
use meanwhile_tests::page::Page;
use meanwhile_tests::scene::play;
use meanwhile_tests::site::{Conditions, WorkerScript};
use serde_json::{Value, json};

/// Lets the tests lay hands on every worker that the page makes.
const KEEP_WORKERS: &str = "
    window.workers = [];
    const Original = Worker;
    window.Worker = class extends Original {
      constructor(...all) { super(...all); window.workers.push(this); }
    };";

/// JavaScript that sends these bytes to the page.
fn send(bytes: &[u8]) -> String {
    format!("postMessage(new Uint8Array({bytes:?}));")
}

/// JavaScript that sends this message to the page.
fn say(message: &FromWorker) -> String {
    send(&encode(message).expect("a message can be written"))
}

/// Opens the page with this worker and checks what it says; the page must be as usable as it can be.
fn check(worker: WorkerScript, told: &str) {
    let conditions = Conditions { worker, ..Conditions::default() };
    play(conditions, async |page| {
        page.open("three-downloads").await?;
        page.wait_to_be_told(told).await?;
        check_readable(page).await
    });
}

/// The source can be read, other examples can be opened, Run can be pressed and ends; nothing is uncaught.
async fn check_readable(page: &Page) -> Result<()> {
    assert_eq!(page.source().await?.trim_end(), expected::source("three-downloads")?.trim_end());
    page.follow("two-tasks").await?;
    assert_eq!(page.source().await?.trim_end(), expected::source("two-tasks")?.trim_end());
    let uncaught = page.browser.console().await?;
    let uncaught: Vec<_> = uncaught.iter().filter(|it| it.source == "javascript").collect();
    assert!(uncaught.is_empty(), "{uncaught:?}");
    Ok(())
}

#[test]
fn a_worker_that_says_nothing_is_reported() {
    check(WorkerScript::Replaced("/* says nothing */".into()), "The worker did not start");
}

#[test]
fn a_worker_of_another_version_is_reported() {
    let script = send(&[PROTOCOL + 1, 0]);
    check(WorkerScript::Replaced(script), "older version");
}

#[test]
fn a_worker_that_sends_broken_bytes_is_reported() {
    check(WorkerScript::Replaced(send(&[PROTOCOL, 250, 1, 2])), "do not understand each other");
}

#[test]
fn a_worker_that_sends_no_bytes_is_reported() {
    check(WorkerScript::Replaced("postMessage('hello');".into()), "do not understand each other");
}

#[test]
fn a_worker_that_cannot_start_is_reported_with_its_reason() {
    check(WorkerScript::Replaced("throw new Error('out of luck');".into()), "out of luck");
}

#[test]
fn a_worker_whose_script_is_gone_is_reported() {
    check(WorkerScript::Missing, "The worker could not be loaded");
}

#[test]
fn a_worker_that_breaks_off_in_a_run_is_reported() {
    let run = RunId(1);
    let half = FromWorker::Batch { run, bytes: vec![1, 2, 3] };
    let script = format!(
        "onmessage = () => {{ {} {} }}; {}",
        say(&FromWorker::Started { run }),
        say(&half),
        say(&FromWorker::Loaded),
    );
    check(WorkerScript::Replaced(script), "do not understand each other");
}

#[test]
fn a_tab_in_which_workers_are_forbidden_says_so() {
    let conditions = Conditions { policy: Some("worker-src 'none'"), ..Conditions::default() };
    play(conditions, async |page| {
        page.open("three-downloads").await?;
        page.wait_to_be_told("worker").await?;
        check_readable(page).await
    });
}

#[test]
fn a_browser_that_makes_no_workers_says_so() {
    play(Conditions::default(), async |page| {
        let refuse = "window.Worker = class { constructor() { throw new DOMException('not here', 'SecurityError'); } };";
        page.browser.run_before_load(refuse).await?;
        page.open("three-downloads").await?;
        page.wait_to_be_told("not let the page start a worker").await?;
        page.wait_to_be_told("not here").await?;
        check_readable(page).await
    });
}

#[test]
fn a_worker_that_dies_in_a_run_is_replaced() {
    play(Conditions::default(), async |page| {
        page.browser.run_before_load(KEEP_WORKERS).await?;
        page.open_and_watch("three-downloads").await?;
        page.click("run").await?;
        page.wait_for_output_line().await?;
        let before: usize = page.browser.eval("return workers.length", Value::Null).await?;
        let die = "const dying = workers.at(-1);
                   dying.terminate();
                   dying.dispatchEvent(new ErrorEvent('error', { message: 'out of memory', cancelable: true }));
                   return null";
        page.browser.eval::<()>(die, Value::Null).await?;
        page.wait_to_be_told("The worker died in this run").await?;
        page.wait_to_be_told("out of memory").await?;
        page.wait_for_end().await?;
        let after: usize = page.browser.eval("return workers.length", Value::Null).await?;
        assert_eq!(after, before + 1, "a new worker has taken its place");

        page.run().await?;
        assert_eq!(page.output().await?, page.expected_output("three-downloads")?);
        assert_eq!(page.told().await?, Vec::<String>::new(), "the next run works, so the message is gone");
        Ok(())
    });
}

#[test]
fn a_worker_that_vanished_without_a_word_is_replaced_by_stop() {
    play(Conditions::default(), async |page| {
        page.browser.run_before_load(KEEP_WORKERS).await?;
        page.open_and_watch("three-downloads").await?;
        page.click("run").await?;
        page.wait_for_output_line().await?;
        page.browser.eval::<()>("workers.at(-1).terminate(); return null", Value::Null).await?;
        page.stop_in_time(0.0).await?;

        let result = page.call_run(json!({})).await?;
        assert_eq!(result.printed(), expected::output("three-downloads")?);
        Ok(())
    });
}

/// A loop without an end, as far as the page can tell: the worker starts each run and never says another word.
fn stuck() -> Conditions {
    // The second byte of a message from the page says what is asked, the third which run.
    Conditions::with_worker(format!(
        "onmessage = ({{ data: [version, what, run] }}) => {{
           if (what !== 0) return;
           postMessage(new Uint8Array([version, 1, run]));
           for (;;) {{}}
         }};
         {}",
        say(&FromWorker::Loaded),
    ))
}

/// Waits until the run that was last asked for is under way.
async fn wait_for_running(page: &Page) -> Result<()> {
    page.browser
        .wait_until("the run to start", "one('headline').dataset.status === 'running'", Value::Null)
        .await
}

#[test]
fn the_fake_worker_speaks_as_a_real_one() {
    let run = RunId(9);
    assert_eq!(encode(&FromWorker::Started { run }).expect("it can be written"), [PROTOCOL, 1, 9]);
    assert_eq!(encode(&ToWorker::Stop { run }).expect("it can be written"), [PROTOCOL, 1, 9]);
}

#[test]
fn a_program_that_is_stuck_gives_way_to_stop_and_the_reader_is_told() {
    play(stuck(), async |page| {
        page.open("three-downloads").await?;
        wait_for_running(page).await?;
        page.stop_in_time(0.0).await?;
        page.wait_to_be_told("did not give way to Stop").await
    });
}

#[test]
fn pressing_stop_again_and_again_does_not_put_off_the_end() {
    play(stuck(), async |page| {
        page.open("three-downloads").await?;
        wait_for_running(page).await?;
        page.stop_again_and_again_in_time().await
    });
}

#[test]
fn a_program_that_is_stuck_gives_way_to_the_next_run() {
    play(stuck(), async |page| {
        page.browser.run_before_load(KEEP_WORKERS).await?;
        page.open("three-downloads").await?;
        for _ in 0..2 {
            wait_for_running(page).await?;
            let before: usize = page.browser.eval("return workers.length", Value::Null).await?;
            page.click("run").await?;
            page.browser.wait_until("a worker that can answer", "workers.length > a", json!(before)).await?;
        }
        wait_for_running(page).await
    });
}
