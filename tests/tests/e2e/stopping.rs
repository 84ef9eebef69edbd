//! Stop ends a run within 300 ms, whatever the program does, and the page goes on as if nothing had happened.

use anyhow::{Context as _, Result};
use meanwhile_tests::page::Page;
use meanwhile_tests::result::Status;
use meanwhile_tests::scene::play;
use meanwhile_tests::site::Conditions;
use serde_json::{Value, json};

/// Stops a run of the example at several moments, and checks that the next run is whole.
async fn check(page: &Page, slug: &str) -> Result<()> {
    let whole_ms = page.call_run(json!({ "example": slug })).await?.elapsed_ms;
    for part in [0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9] {
        page.click("run").await?;
        page.stop_in_time(part * whole_ms).await.with_context(|| format!("{slug}, at {part} of the run"))?;
    }
    let result = page.call_run(json!({})).await?;
    assert_eq!(result.status, Status::Completed);
    assert_eq!(result.printed(), meanwhile_tests::expected::output(slug)?);
    Ok(())
}

#[test]
fn a_run_that_waits_is_stopped_in_time() {
    play(Conditions::default(), async |page| {
        page.open_and_watch("three-downloads").await?;
        check(page, "three-downloads").await
    });
}

#[test]
fn a_run_in_a_loop_that_never_awaits_is_stopped_in_time() {
    play(Conditions::default(), async |page| {
        page.open_and_watch("dont-block").await?;
        check(page, "dont-block").await
    });
}

#[test]
fn what_was_going_on_when_the_run_was_stopped_is_cancelled() {
    play(Conditions::default(), async |page| {
        page.open_and_watch("three-downloads").await?;
        let script = "const result = meanwhile.run();
                      const running = () => one('headline').dataset.status === 'running' && all('output-line').length;
                      while (!running()) await new Promise(requestAnimationFrame);
                      await meanwhile.stop();
                      return await result";
        let result: meanwhile_tests::result::RunResult = page.browser.eval(script, Value::Null).await?;
        assert_eq!(result.status, Status::Stopped);
        let ends: Vec<_> = result.spans.iter().map(|it| it.end.as_deref()).collect();
        assert_eq!(ends[0], Some("cancelled"), "the main task");
        assert!(ends.iter().all(|it| matches!(it, Some("cancelled" | "completed"))), "{ends:?}");
        assert!(page.text("headline").await?.to_lowercase().contains("stopped"));
        Ok(())
    });
}

#[test]
fn stop_without_a_run_does_nothing() {
    play(Conditions::default(), async |page| {
        page.open_and_watch("three-downloads").await?;
        let before = page.output().await?;
        page.browser.eval::<Value>("return await meanwhile.stop() ?? null", Value::Null).await?;
        page.click("stop").await?;
        assert_eq!(page.output().await?, before);
        assert_eq!(page.told().await?, Vec::<String>::new());
        Ok(())
    });
}
