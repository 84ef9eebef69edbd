//! The page, in its own words: what a reader does and sees there.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::browser::Browser;
use crate::expected;
use crate::result::RunResult;
use crate::site::Site;

mod editor;
mod events;
mod moments;
mod picture;
mod spans;

pub use events::Phased;
pub use spans::Row;

/// The page in its browser, and the host it comes from.
#[derive(Debug)]
pub struct Page {
    /// The host.
    pub site: Site,
    /// The browser.
    pub browser: Browser,
}

/// The run that was asked for has ended, in whatever way.
const ENDED: &str = "!['none', 'starting', 'running'].includes(one('headline').dataset.status)";

impl Page {
    /// Puts the two together; nothing is loaded yet.
    pub fn new(site: Site, browser: Browser) -> Self {
        Self { site, browser }
    }

    /// Loads the site as a link without a hash does.
    pub async fn open_home(&self) -> Result<()> {
        self.open_hash("").await
    }

    /// Loads the site at an example.
    pub async fn open(&self, slug: &str) -> Result<()> {
        self.open_hash(&format!("#/examples/{slug}")).await
    }

    /// Loads the site with this hash, and waits for the application, not for its worker.
    pub async fn open_hash(&self, hash: &str) -> Result<()> {
        self.browser.go_to(&format!("{}{hash}", self.site.address())).await?;
        self.browser.wait_until("the application", "all('theme').length === 1", Value::Null).await
    }

    /// Loads the site at an example and waits for the end of the run that starts by itself.
    pub async fn open_and_watch(&self, slug: &str) -> Result<()> {
        self.open(slug).await?;
        self.wait_for_end().await
    }

    /// Waits until no run is going on any more.
    pub async fn wait_for_end(&self) -> Result<()> {
        self.browser.wait_until("the end of the run", ENDED, Value::Null).await
    }

    /// Clicks the link of an example, in the menu where there is no room for a list, and waits until it is shown.
    pub async fn follow(&self, slug: &str) -> Result<()> {
        let shown = "const link = one(`example-${a}`);
            if (!link.checkVisibility()) one('lesson-menu').click();
            while (!link.checkVisibility()) await new Promise(requestAnimationFrame);
            return null";
        self.browser.eval::<()>(shown, json!(slug)).await?;
        self.click(&format!("example-{slug}")).await?;
        let open = "one(`example-${a}`).getAttribute('aria-current') === 'page'";
        self.browser.wait_until(&format!("{slug} to be open"), open, json!(slug)).await?;
        self.wait_for_source(slug).await
    }

    /// Clicks what has this name: `run`, `stop`, `clock-virtual`, ...
    pub async fn click(&self, name: &str) -> Result<()> {
        let script = "if (!one(a).checkVisibility()) throw new Error(`${a} is not to be seen`);
            one(a).click();
            return null";
        self.browser.eval::<()>(script, json!(name)).await
    }

    /// Presses Run and waits for the end.
    pub async fn run(&self) -> Result<()> {
        self.click("run").await?;
        self.wait_for_end().await
    }

    /// Runs what is shown through the contract's `run`, with these options.
    pub async fn call_run(&self, options: Value) -> Result<RunResult> {
        self.browser.eval("return await meanwhile.run(a)", options).await
    }

    /// Returns what is shown in the place of this name, without the white space around it.
    pub async fn text(&self, name: &str) -> Result<String> {
        self.browser.eval("return text(one(a))", json!(name)).await
    }

    /// Returns a figure of the comparison, exactly: `sequential`, `gathered`, `factor` or `saved`.
    pub async fn figure(&self, name: &str) -> Result<f64> {
        self.browser.eval("return Number(one(`figure-${a}`).dataset.value)", json!(name)).await
    }

    /// Returns the lines that were printed.
    pub async fn output(&self) -> Result<Vec<String>> {
        self.browser
            .eval("return all('output-line').map((it) => it.querySelector('.text').textContent)", Value::Null)
            .await
    }

    /// Returns the notices and the errors that are shown, each as one text.
    pub async fn told(&self) -> Result<Vec<String>> {
        self.browser.eval("return [...all('notice'), ...all('error')].map(text)", Value::Null).await
    }

    /// Waits until something is told that contains this text.
    pub async fn wait_to_be_told(&self, part: &str) -> Result<()> {
        let told = "[...all('notice'), ...all('error')].some((it) => text(it).includes(a))";
        self.browser.wait_until(&format!("the page to say \"{part}\""), told, json!(part)).await
    }

    /// Makes [`wait_for_new_run`](Self::wait_for_new_run) wait for a run that starts from now on.
    pub async fn mark_run(&self) -> Result<()> {
        let script = "window.newRun = false;
            const stop = one('stop');
            new MutationObserver(() => { window.newRun ||= !stop.disabled; }).observe(stop, { attributes: true });
            return null";
        self.browser.eval(script, Value::Null).await
    }

    /// Waits until a run has started since [`mark_run`](Self::mark_run).
    pub async fn wait_for_new_run(&self) -> Result<()> {
        self.browser.wait_until("a run to start", "window.newRun", Value::Null).await
    }

    /// Returns the lines that the example prints.
    pub fn expected_output(&self, slug: &str) -> Result<Vec<String>> {
        Ok(expected::output(slug)?.lines().map(str::to_owned).collect())
    }

    /// Checks that nothing went wrong that would show in the console.
    ///
    /// # Errors
    ///
    /// Fails if there is an entry that speaks of trouble.
    pub async fn expect_no_trouble(&self) -> Result<()> {
        let entries = self.browser.console().await?;
        let trouble: Vec<_> = entries.iter().filter(|it| it.is_trouble()).collect();
        ensure!(trouble.is_empty(), "the console got {trouble:#?}");
        Ok(())
    }
}
