//! The tests' own tools: what they would not notice, no test would.

use meanwhile_tests::browser::{Browser, Entry};
use serde_json::{Value, json};

fn in_browser(test: impl AsyncFnOnce(Browser) -> anyhow::Result<()>) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async { test(Browser::start().await?).await }).expect("the test");
}

#[test]
fn the_console_tells_of_trouble_in_the_page_and_in_its_workers() {
    in_browser(async |browser| {
        let page = "data:text/html,<script>console.error('from the page'); \
            const worker = new Worker(\"data:text/javascript,setTimeout(() => { throw new Error('from the worker') })\"); \
            worker.onerror = () => { window.heard = true; }; setTimeout(() => { throw new Error('uncaught') })</script>";
        browser.go_to(page).await?;
        browser.wait_until("the worker's error", "window.heard", Value::Null).await?;
        let told: Vec<_> = browser.console().await?.into_iter().filter(Entry::is_trouble).collect();
        for part in ["from the page", "from the worker", "uncaught"] {
            assert!(told.iter().any(|it| it.message.contains(part)), "{part}: {told:#?}");
        }
        assert_eq!(browser.console().await?.len(), told.len(), "what was told once is kept");
        Ok(())
    });
}

#[test]
fn scripts_are_awaited_and_what_they_throw_is_an_error() {
    in_browser(async |browser| {
        let double = "return await new Promise((done) => setTimeout(() => done(2 * a)))";
        assert_eq!(browser.eval::<u32>(double, json!(21)).await?, 42);
        let error = browser.eval::<Value>("throw new Error('on purpose')", Value::Null).await.unwrap_err();
        assert!(format!("{error:?}").contains("on purpose"), "{error:?}");
        let error = browser.eval::<u32>("return 'no number'", Value::Null).await.unwrap_err();
        assert!(format!("{error:?}").contains("no number"), "{error:?}");
        Ok(())
    });
}

#[test]
fn the_system_can_be_made_to_look_like_another() {
    in_browser(async |browser| {
        browser.run_before_load("window.before = typeof document.body").await?;
        browser.set_size(360, 740).await?;
        browser.set_preference("prefers-color-scheme", "dark").await?;
        browser.go_to("data:text/html,<meta name=viewport content='width=device-width'>").await?;
        let seen = "return [innerWidth, matchMedia('(prefers-color-scheme: dark)').matches, window.before]";
        assert_eq!(browser.eval::<Value>(seen, Value::Null).await?, json!([360, true, "object"]));
        Ok(())
    });
}
