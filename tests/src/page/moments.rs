//! When things happen on the page: measured inside it, because a round trip over WebDriver takes longer than they do.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use super::Page;

/// Takes down when the first line of output has been painted, in milliseconds since the navigation began.
const FIRST_OUTPUT: &str = r#"
new MutationObserver((_, observer) => {
  if (!document.querySelector('[data-testid="output-line"]')) return;
  observer.disconnect();
  requestAnimationFrame(() => setTimeout(() => { window.firstOutputMs = performance.now(); }));
}).observe(document, { childList: true, subtree: true });"#;

/// How long a run may go on after Stop, in milliseconds: the design's budget.
const STOP_MS: u32 = 300;

/// Does something that ends the run, and says whether it has ended before a timer that is set at the same moment.
///
/// Both are events of the page, which come in the order in which they are due: a machine that is busy makes both late.
const IN_TIME: &str = "
    const inTime = async (limit, end) => {
      const stop = one('stop');
      const ended = new Promise((done) => {
        new MutationObserver((_, observer) => {
          if (!stop.disabled) return;
          observer.disconnect();
          done();
        }).observe(stop, { attributes: true });
      });
      let late = false;
      const start = performance.now();
      const timer = setTimeout(() => { late = true; }, limit);
      await end(stop);
      if (!stop.disabled) await ended;
      clearTimeout(timer);
      return [late, performance.now() - start];
    };";

/// Waits for the run to start and to have gone on for some milliseconds, and presses Stop.
const STOP: &str = "
    while (one('stop').disabled) await new Promise(requestAnimationFrame);
    const pressed = performance.now() + a.after;
    while (performance.now() < pressed && !one('stop').disabled) await new Promise((next) => setTimeout(next));
    if (one('stop').disabled) return [false, 0];
    return await inTime(a.limit, (stop) => stop.click())";

/// Presses Stop again and again until the run has ended.
const STOP_AGAIN: &str = "
    return await inTime(a.limit, (stop) => {
      stop.click();
      const again = setInterval(() => stop.disabled ? clearInterval(again) : stop.click(), 20);
    })";

/// Waits until the program shuts down by itself, and presses Stop once more.
const STOP_NOW: &str = "
    while (text(one('stop')) !== 'Stop now') await new Promise(requestAnimationFrame);
    return await inTime(a.limit, (stop) => stop.click())";

/// Has the run stopped by a script.
const CALL_STOP: &str = "return await inTime(a.limit, () => meanwhile.stop())";

/// Starts a run and has it stopped as soon as it prints: a line may be there for less time than it takes to ask for it. A
/// run may also be over before the page has drawn it once.
const RUN_AND_STOP: &str = "
    const printed = () => one('headline').dataset.status === 'running' && all('output-line').length > 0;
    const drawn = new Promise((done) => {
      new MutationObserver((_, observer) => {
        if (!printed()) return;
        observer.disconnect();
        done();
      }).observe(document.body, { attributes: true, childList: true, subtree: true });
    });
    window.stopped = meanwhile.run();
    await Promise.race([drawn, window.stopped]);
    return await inTime(a.limit, () => meanwhile.stop())";

impl Page {
    /// Makes the next page that is loaded take down when its first line of output is to be seen.
    pub async fn watch_for_first_output(&self) -> Result<()> {
        self.browser.run_before_load(FIRST_OUTPUT).await
    }

    /// Waits for the first line of output and returns when it was to be seen, in milliseconds since the navigation.
    pub async fn first_output_ms(&self) -> Result<f64> {
        self.browser.wait_for("the first line of output", "window.firstOutputMs", Value::Null).await
    }

    /// Presses Stop when the run has gone on for this long, unless it is over by then, and checks that the page shows in
    /// time that it has ended.
    pub async fn stop_in_time(&self, after_ms: f64) -> Result<()> {
        self.end_in_time(STOP, after_ms).await
    }

    /// Presses Stop every 20 ms, and checks that the page shows in time that the run has ended.
    pub async fn stop_again_and_again_in_time(&self) -> Result<()> {
        self.end_in_time(STOP_AGAIN, 0.0).await
    }

    /// Waits until the program shuts down by itself, presses Stop once more, and checks that the page shows in time that the
    /// run has ended.
    pub async fn stop_now_in_time(&self) -> Result<()> {
        self.end_in_time(STOP_NOW, 0.0).await
    }

    /// Calls the contract's `stop`, and checks that the run has ended in time.
    pub async fn call_stop_in_time(&self) -> Result<()> {
        self.end_in_time(CALL_STOP, 0.0).await
    }

    async fn end_in_time(&self, script: &str, after_ms: f64) -> Result<()> {
        let script = format!("{IN_TIME}{script}");
        let (is_late, took_ms): (bool, f64) =
            self.browser.eval(&script, json!({ "after": after_ms, "limit": STOP_MS })).await?;
        ensure!(!is_late, "the run ended {took_ms} ms after Stop, and later than a timer of {STOP_MS} ms");
        Ok(())
    }

    /// Starts a run, calls the contract's `stop` the moment that its first line of output is to be seen, checks that it has
    /// ended in time, and returns how it ended.
    pub async fn stop_at_first_output_in_time(&self) -> Result<String> {
        self.end_in_time(RUN_AND_STOP, 0.0).await?;
        self.browser.eval("return (await stopped).status", Value::Null).await
    }

    /// Waits until something was printed.
    pub async fn wait_for_output_line(&self) -> Result<()> {
        self.browser.wait_until("a line of output", "all('output-line').length > 0", Value::Null).await
    }
}
