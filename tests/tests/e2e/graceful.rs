//! A program that waits for Ctrl-C shuts itself down when Stop is pressed, and gives way when it is pressed again.

use meanwhile_runner::messages::{FromWorker, RunId, ToWorker, encode};
use meanwhile_tests::result::{RunResult, Status};
use meanwhile_tests::scene::play;
use meanwhile_tests::site::Conditions;
use meanwhile_trace::report::Status as End;
use serde_json::Value;

const LESSON: &str = "graceful-shutdown";

/// Runs the lesson and presses Stop when it has printed something.
const PRESS: &str = "
    const result = meanwhile.run();
    const printed = () => one('headline').dataset.status === 'running' && all('output-line').length;
    while (!printed()) await new Promise(requestAnimationFrame);
    one('stop').click();
    return await result";

#[test]
fn stop_lets_the_program_clean_up_and_its_output_is_shown() {
    play(Conditions::default(), async |page| {
        page.open_and_watch(LESSON).await?;
        let result: RunResult = page.browser.eval(PRESS, Value::Null).await?;
        page.wait_for_end().await?;
        assert_eq!(result.status, Status::Completed);
        let printed = result.printed();
        let asked = printed.find("stop: somebody asked for it").expect("Ctrl-C came");
        for line in ["mailer: closed after", "saver: closed after", "every job is finished"] {
            assert!(printed[asked..].contains(line), "{line}: {printed}");
        }
        let shown = page.output().await?.join("\n");
        assert_eq!(shown.trim_end(), printed.trim_end());
        let wait = result.named("ctrl_c").next().expect("the wait for Ctrl-C");
        assert_eq!(wait.end.as_deref(), Some("completed"));
        assert!(!page.text("headline").await?.to_lowercase().contains("stopped"));
        assert_eq!(page.text("stop").await?, "Stop");

        page.run().await?;
        assert_eq!(page.output().await?, page.expected_output(LESSON)?, "the next run is whole");
        page.expect_no_trouble().await
    });
}

/// JavaScript for a message about the run that the page has asked for last.
fn say(message: impl Fn(RunId) -> FromWorker) -> String {
    let bytes = |run| encode(&message(RunId(run))).expect("a message can be written");
    let (one, other) = (bytes(1), bytes(2));
    let places = one.iter().zip(&other).map(|(a, b)| if a == b { a.to_string() } else { "run".to_owned() });
    format!("postMessage(new Uint8Array([{}]));", places.collect::<Vec<_>>().join(", "))
}

/// Which byte of a message from the page says that it is this one.
fn tag(message: &ToWorker) -> u8 {
    encode(message).expect("a message can be written")[1]
}

/// A program whose clean-up has no end.
fn never_cleaned_up() -> Conditions {
    let run = RunId(1);
    Conditions::with_worker(format!(
        "onmessage = ({{ data: [version, what, run] }}) => {{
           if (what === 0) {{ {} }}
           if (what === {}) {{ {} }}
           if (what === {}) {{ {} }}
         }};
         {}",
        say(|run| FromWorker::Started { run }),
        tag(&ToWorker::Interrupt { run }),
        say(|run| FromWorker::Interrupted { run }),
        tag(&ToWorker::Stop { run }),
        say(|run| FromWorker::Finished {
            run,
            status: End::Stopped,
            detail: None,
            findings: Vec::new(),
            is_last: false
        }),
        say(|_| FromWorker::Loaded),
    ))
}

#[test]
fn stop_pressed_again_ends_the_program_in_the_middle_of_its_clean_up() {
    play(never_cleaned_up(), async |page| {
        page.open(LESSON).await?;
        let status = "one('headline').dataset.status === a";
        page.browser.wait_until("the run to start", status, "running".into()).await?;
        page.click("stop").await?;
        page.stop_now_in_time().await?;
        page.browser.wait_until("the end", status, "stopped".into()).await?;
        assert_eq!(page.text("stop").await?, "Stop");
        assert!(page.text("headline").await?.to_lowercase().contains("stopped"));
        page.expect_no_trouble().await
    });
}
