//! When things happen on the page: measured inside it, because a round trip over WebDriver takes longer than they do.

use anyhow::Result;
use serde_json::{Value, json};

use super::Page;

/// Takes down when the first line of output has been painted, in milliseconds since the navigation began.
const FIRST_OUTPUT: &str = r#"
new MutationObserver((_, observer) => {
  if (!document.querySelector('[data-testid="output-line"]')) return;
  observer.disconnect();
  requestAnimationFrame(() => setTimeout(() => { window.firstOutputMs = performance.now(); }));
}).observe(document, { childList: true, subtree: true });"#;

/// Waits for the run to start and to have gone on for `a` milliseconds, presses Stop, and measures until the page says
/// that the run has ended.
const STOP: &str = "
    while (one('stop').disabled) await new Promise(requestAnimationFrame);
    const pressed = performance.now() + a;
    while (performance.now() < pressed && !one('stop').disabled) await new Promise((next) => setTimeout(next));
    const start = performance.now();
    one('stop').click();
    while (!one('stop').disabled) await new Promise((next) => setTimeout(next));
    return performance.now() - start";

impl Page {
    /// Makes the next page that is loaded take down when its first line of output is to be seen.
    pub async fn watch_for_first_output(&self) -> Result<()> {
        self.browser.run_before_load(FIRST_OUTPUT).await
    }

    /// Waits for the first line of output and returns when it was to be seen, in milliseconds since the navigation.
    pub async fn first_output_ms(&self) -> Result<f64> {
        self.browser.wait_for("the first line of output", "window.firstOutputMs", Value::Null).await
    }

    /// Presses Stop when the run has gone on for this long, or at once if it is over by then, and returns how long it
    /// took until the page showed that the run has ended, in milliseconds.
    pub async fn stop_and_measure(&self, after_ms: f64) -> Result<f64> {
        self.browser.eval(STOP, json!(after_ms)).await
    }

    /// Waits until something was printed.
    pub async fn wait_for_output_line(&self) -> Result<()> {
        self.browser.wait_until("a line of output", "all('output-line').length > 0", Value::Null).await
    }
}
