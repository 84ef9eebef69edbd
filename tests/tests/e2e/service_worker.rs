//! The delays that programs ask for come from the page's service worker; without one everything else still works.

use anyhow::Result;
use meanwhile_tests::page::Page;
use meanwhile_tests::scene::play;
use meanwhile_tests::site::Conditions;
use serde_json::{Value, json};

/// A word of the line that says that delays are missing.
const MISSING: &str = "delay";

/// How long the slowest request took for the page of the program: as its spans have it.
async fn slowest_request_ms(page: &Page) -> Result<f64> {
    let result = page.call_run(json!({})).await?;
    let requests = result.spans.iter().filter(|it| it.kind == "http");
    Ok(requests.map(meanwhile_tests::result::Span::total_ms).fold(0.0, f64::max))
}

#[test]
fn with_it_requests_are_delayed_and_nothing_needs_saying() {
    play(Conditions::default(), async |page| {
        page.open_and_watch("fetch").await?;
        assert_eq!(page.told().await?, Vec::<String>::new());
        assert!(slowest_request_ms(page).await? >= 300.0);
        Ok(())
    });
}

#[test]
fn without_it_the_fetches_work_undelayed_and_the_page_says_so_in_one_line() {
    let conditions = Conditions { no_service_worker: true, ..Conditions::default() };
    play(conditions, async |page| {
        page.open_and_watch("fetch").await?;
        assert_eq!(page.output().await?, page.expected_output("fetch")?);
        page.wait_to_be_told(MISSING).await?;
        let told = page.told().await?;
        assert_eq!(told.len(), 1, "{told:?}");
        assert_eq!(told[0].lines().count(), 1, "{told:?}");
        assert!(slowest_request_ms(page).await? < 300.0);
        assert!(page.site.requests().iter().any(|it| it.path == "sw.js" && it.status == 404));
        Ok(())
    });
}

#[test]
fn a_browser_without_service_workers_is_told_the_same() {
    play(Conditions::default(), async |page| {
        let none = "Object.defineProperty(Navigator.prototype, 'serviceWorker', { get: () => undefined });";
        page.browser.run_before_load(none).await?;
        page.open_and_watch("fetch").await?;
        assert_eq!(page.output().await?, page.expected_output("fetch")?);
        page.wait_to_be_told(MISSING).await
    });
}

#[test]
fn an_example_that_fetches_nothing_does_not_speak_of_delays() {
    let conditions = Conditions { no_service_worker: true, ..Conditions::default() };
    play(conditions, async |page| {
        page.open_and_watch("three-downloads").await?;
        let settled = "navigator.serviceWorker.getRegistrations().then((all) => all.length === 0)";
        page.browser.wait_until("no service worker", settled, Value::Null).await?;
        let told = page.told().await?;
        assert!(told.iter().all(|it| !it.contains(MISSING)), "{told:?}");
        Ok(())
    });
}
