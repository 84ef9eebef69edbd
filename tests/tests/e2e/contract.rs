//! What other people's pages and tools rely on: `window.meanwhile` and `RunResult`.

use meanwhile_tests::expected;
use meanwhile_tests::result::{Clock, Engine, RunResult, Status};
use meanwhile_tests::scene::play;
use meanwhile_tests::site::Conditions;
use serde_json::{Value, json};

#[test]
fn a_run_resolves_to_a_result_of_version_1_with_every_key() {
    play(Conditions::default(), async |page| {
        page.open_home().await?;
        page.browser.eval::<Value>("return await meanwhile.ready ?? null", Value::Null).await?;
        let result = page.call_run(Value::Null).await?;
        assert_eq!(result.version, 1);
        assert_eq!(result.status, Status::Completed);
        assert_eq!((result.clock, result.engine), (Clock::Real, Engine::Compiled));
        assert_eq!(result.printed(), expected::output("three-downloads")?);
        let times: Vec<_> = result.output.iter().map(|it| it.at_ms).collect();
        assert!(
            times.is_sorted() && times.iter().all(|it| (0.0..=result.elapsed_ms).contains(it)),
            "{times:?}"
        );
        assert!(result.output.iter().all(|it| it.stream == "out"));
        for span in &result.spans {
            let parts = span.busy_ms + span.scheduled_ms + span.idle_ms;
            assert!(
                (parts - span.total_ms()).abs() < 1e-3,
                "total is not busy + scheduled + idle: {span:#?}"
            );
        }
        let comparison = result.comparison.expect("the example compares");
        let (left, right) = (result.span(comparison.left), result.span(comparison.right));
        assert_eq!((left.name.as_str(), right.name.as_str()), ("sequential", "gathered"));
        assert!((comparison.factor - left.total_ms() / right.total_ms()).abs() < 1e-9);
        assert!((comparison.saved_ms - (left.total_ms() - right.total_ms())).abs() < 1e-9);
        Ok(())
    });
}

#[test]
fn the_result_survives_json() {
    play(Conditions::default(), async |page| {
        page.open_home().await?;
        let script = "return JSON.parse(JSON.stringify(await meanwhile.run({ clock: 'virtual' })))";
        let result: RunResult = page.browser.eval(script, Value::Null).await?;
        assert_eq!(result.clock, Clock::Virtual);
        assert_eq!(result.printed(), expected::output("three-downloads")?);
        Ok(())
    });
}

#[test]
fn what_is_called_before_the_page_is_ready_is_done_when_it_is() {
    play(Conditions::default(), async |page| {
        let early = "document.addEventListener('DOMContentLoaded', () => { window.early = meanwhile.run({ clock: 'virtual' }); });";
        page.browser.run_before_load(early).await?;
        page.open_home().await?;
        let result: RunResult = page.browser.eval("return await early", Value::Null).await?;
        assert_eq!((result.status, result.clock), (Status::Completed, Clock::Virtual));
        Ok(())
    });
}

#[test]
fn code_is_the_shown_source_and_chooses_what_runs() {
    play(Conditions::default(), async |page| {
        page.open_and_watch("two-tasks").await?;
        let code: String = page.browser.eval("return meanwhile.code", Value::Null).await?;
        assert_eq!(code, expected::source("two-tasks")?);
        let other = expected::source("three-downloads")?;
        let script = "meanwhile.code = a; return await meanwhile.run({ clock: 'virtual' })";
        let result: RunResult = page.browser.eval(script, json!(other)).await?;
        assert_eq!(result.printed(), expected::output("three-downloads")?);
        assert_eq!(page.source().await?.trim_end(), other.trim_end());
        Ok(())
    });
}

#[test]
fn a_text_that_is_no_example_runs_and_is_named_by_the_address() {
    play(Conditions::default(), async |page| {
        page.open_and_watch("two-tasks").await?;
        let script = "meanwhile.code = 'fn main() { println!(\"hi\"); }'; return await meanwhile.run()";
        let result: RunResult = page.browser.eval(script, Value::Null).await?;
        assert_eq!((result.status, result.engine), (Status::Completed, Engine::Interpreted));
        assert_eq!(result.printed(), "hi\n");
        page.browser.wait_until("the address", "location.hash.startsWith('#/code/')", Value::Null).await
    });
}

#[test]
fn a_text_that_is_no_program_is_rejected_with_the_reason() {
    play(Conditions::default(), async |page| {
        page.open_and_watch("two-tasks").await?;
        let script = "meanwhile.code = 'fn main() {'; return await meanwhile.run()";
        let result: RunResult = page.browser.eval(script, Value::Null).await?;
        assert_eq!(result.status, Status::Rejected);
        assert!(!result.diagnostics.is_empty());
        assert_eq!(result.diagnostics[0].severity, "error");
        let message = &result.diagnostics[0].message;
        let shown: String = page.browser.eval("return document.body.innerText", Value::Null).await?;
        assert!(shown.contains(message.as_str()), "the page says it too: {message}");
        Ok(())
    });
}

#[test]
fn stop_gives_the_status_stopped() {
    play(Conditions::default(), async |page| {
        page.open_and_watch("three-downloads").await?;
        let script = "const result = meanwhile.run(); await meanwhile.stop(); return await result";
        let result: RunResult = page.browser.eval(script, Value::Null).await?;
        assert_eq!(result.status, Status::Stopped);
        Ok(())
    });
}

#[test]
fn a_run_that_takes_the_place_of_another_ends_it() {
    play(Conditions::default(), async |page| {
        page.open_and_watch("three-downloads").await?;
        let script = "return await Promise.all([meanwhile.run(), meanwhile.run()])";
        let [first, second]: [RunResult; 2] = page.browser.eval(script, Value::Null).await?;
        assert_eq!((first.status, second.status), (Status::Stopped, Status::Completed));
        assert_eq!(second.printed(), expected::output("three-downloads")?);
        Ok(())
    });
}
