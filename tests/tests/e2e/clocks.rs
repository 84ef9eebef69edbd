//! The same program makes the same spans natively, in the browser, and on either of its clocks.

use anyhow::Result;
use meanwhile_tests::expected::{self, EXAMPLES};
use meanwhile_tests::page::Page;
use meanwhile_tests::result::{Clock, Status};
use meanwhile_tests::scene::play;
use meanwhile_tests::site::Conditions;
use serde_json::{Value, json};

/// Runs every example on this clock and compares what it printed and its tree of spans with those of a native run on
/// the virtual clock.
async fn check(page: &Page, name: &str, clock: Clock) -> Result<()> {
    page.open_and_watch("fetch").await?;
    for slug in EXAMPLES {
        let result = page.call_run(json!({ "example": slug, "clock": name })).await?;
        assert_eq!(result.status, Status::Completed, "{slug}");
        assert_eq!(result.clock, clock, "{slug}");
        assert_eq!(result.printed(), expected::output(slug)?, "{slug}");
        assert_eq!(result.tree(), expected::tree(slug)?, "{slug}");
        assert_eq!(result.dropped_events, 0, "{slug}");
    }
    Ok(())
}

#[test]
fn on_the_real_clock_the_tree_is_the_native_one() {
    play(Conditions::default(), async |page| check(page, "real", Clock::Real).await);
}

#[test]
fn on_the_virtual_clock_the_tree_is_the_native_one() {
    play(Conditions::default(), async |page| check(page, "virtual", Clock::Virtual).await);
}

#[test]
fn times_on_the_virtual_clock_are_exact_and_cost_no_time() {
    play(Conditions::default(), async |page| {
        page.open_and_watch("three-downloads").await?;
        let result = page.call_run(json!({ "clock": "virtual" })).await?;
        let total = |name| result.named(name).next().expect("it is one of the spans").total_ms();
        assert_eq!(total("sequential"), 900.0);
        assert_eq!(total("gathered"), 350.0);
        assert_eq!(result.elapsed_ms, 1250.0);
        let comparison = result.comparison.expect("there is something to compare");
        assert_eq!((comparison.factor, comparison.saved_ms), (900.0 / 350.0, 550.0));

        let timed = "const start = performance.now();
                     await meanwhile.run({ clock: 'virtual' });
                     return performance.now() - start";
        let took_ms: f64 = page.browser.eval(timed, json!(null)).await?;
        // A thirtieth of it on an idle machine: how long exactly is for the benchmarks to say.
        assert!(took_ms < result.elapsed_ms, "1250 virtual milliseconds took {took_ms} real ones");
        Ok(())
    });
}

#[test]
fn virtual_times_are_never_shown_without_the_word() {
    play(Conditions::default(), async |page| {
        page.open_and_watch("three-downloads").await?;
        page.click("clock-virtual").await?;
        page.browser
            .wait_until(
                "a run on the virtual clock",
                "Number(one('figure-sequential').dataset.value) === 900",
                Value::Null,
            )
            .await?;
        page.wait_for_end().await?;
        let beside = "one('headline').parentElement.innerText.includes('virtual')";
        assert!(page.browser.eval::<bool>(&format!("return {beside}"), Value::Null).await?);

        page.click("clock-real").await?;
        page.browser.wait_until("the word to go", &format!("!{beside}"), Value::Null).await?;
        page.wait_for_end().await?;
        assert!(page.figure("sequential").await? > 900.0);
        Ok(())
    });
}
