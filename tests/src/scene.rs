//! The frame of a test: site, browser and page, and a telling report when it fails.

use std::fmt::Write as _;
use std::panic::{AssertUnwindSafe, resume_unwind};
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use anyhow::{Context as _, Result};
use futures::FutureExt as _;
use serde_json::Value;

use crate::browser::Browser;
use crate::page::Page;
use crate::site::{Conditions, Site};

/// One test at a time: times are measured, and a second browser would be measured with them.
static TURN: Mutex<()> = Mutex::new(());

/// Plays a test: starts the site under these conditions and a browser with an empty profile and a window as on a desk,
/// and passes the page, which is still empty.
///
/// # Panics
///
/// Panics if the test fails, after saving a picture of the window, the page's text and the console below
/// `target/e2e/`, under the test's name.
pub fn play(conditions: Conditions, test: impl AsyncFnOnce(&mut Page) -> Result<()>) {
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.expect("no runtime for the test").block_on(async {
        let browser = Browser::start().await.unwrap_or_else(|error| panic!("{error:?}"));
        let site = Site::start(conditions).unwrap_or_else(|error| panic!("{error:?}"));
        browser.set_size(1440, 900).await.unwrap_or_else(|error| panic!("{error:?}"));
        let mut page = Page::new(site, browser);
        let outcome = AssertUnwindSafe(test(&mut page)).catch_unwind().await;
        if matches!(outcome, Ok(Ok(()))) {
            return;
        }
        let report = report(&page.browser).await.unwrap_or_else(|error| format!("no report: {error:?}"));
        match outcome {
            Err(panic) => {
                eprintln!("{report}");
                resume_unwind(panic)
            }
            Ok(result) => panic!("{:?}\n{report}", result.expect_err("it failed")),
        }
    });
}

/// Saves what there is to see; returns it as text too.
async fn report(browser: &Browser) -> Result<String> {
    let folder = crate::root().join("target/e2e");
    std::fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
    let base = folder.join(name_of_test());
    let picture = base.with_extension("png");
    let mut report = String::new();
    match browser.save_picture(&picture).await {
        Ok(()) => writeln!(report, "picture: {}", picture.display())?,
        Err(error) => writeln!(report, "no picture: {error:?}")?,
    }
    let shown = browser.eval::<String>("return document.body?.innerText ?? ''", Value::Null).await;
    writeln!(report, "--- the page\n{}", shown.unwrap_or_else(|error| format!("{error:?}")))?;
    writeln!(report, "--- the console")?;
    for entry in browser.console().await? {
        writeln!(report, "{} {}: {}", entry.level, entry.source, entry.message)?;
    }
    let text: PathBuf = base.with_extension("txt");
    std::fs::write(&text, &report).with_context(|| format!("cannot write {}", text.display()))?;
    Ok(report)
}

/// Tests run in threads of their names.
fn name_of_test() -> String {
    let thread = std::thread::current();
    thread.name().unwrap_or("unnamed").replace("::", "-")
}
