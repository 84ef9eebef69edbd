//! A headless Chromium with an empty profile, driven over WebDriver.

use std::path::Path;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};
use fantoccini::actions::{
    Actions, InputSource as _, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction,
};
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

mod command;
mod console;
mod driver;

use command::Command;
pub use console::Entry;
use driver::Driver;

/// How long a state may take to come about. Generous, because a machine may be busy; only a failing test waits it out.
const PATIENCE: Duration = Duration::from_secs(40);

/// The same start for every test, where `cargo xtask` says nothing else.
const FLAGS: [&str; 7] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
];

/// Short names for what every script looks at.
const WORDS: &str = r#"
const all = (id) => [...document.querySelectorAll(`[data-testid="${id}"]`)];
const one = (id) => {
  const found = all(id);
  if (found.length !== 1) throw new Error(`${found.length} elements with data-testid="${id}"`);
  return found[0];
};
const text = (element) => element.innerText.trim();
"#;

/// A browser with one window.
#[derive(Debug)]
pub struct Browser {
    client: Client,
    console: Mutex<Vec<Entry>>,
    /// Dropped last: it ends the browser.
    _driver: Driver,
}

impl Browser {
    /// Starts a browser.
    ///
    /// # Errors
    ///
    /// Fails if Chromium or its driver cannot be started.
    pub async fn start() -> Result<Self> {
        let driver = Driver::start()?;
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(capabilities()?);
        let client = builder.connect(&driver.address()).await.context("cannot start Chromium")?;
        Ok(Self { client, console: Mutex::default(), _driver: driver })
    }

    /// Loads an address and waits for the page's `load` event.
    pub async fn go_to(&self, address: &str) -> Result<()> {
        self.client.goto(address).await.with_context(|| format!("cannot open {address}"))
    }

    /// Goes back in the window's history.
    pub async fn back(&self) -> Result<()> {
        Ok(self.client.back().await?)
    }

    /// Goes forward in the window's history.
    pub async fn forward(&self) -> Result<()> {
        Ok(self.client.forward().await?)
    }

    /// Runs the body of a function in the page, with these arguments as `a`, and returns what it returns, awaited.
    ///
    /// # Errors
    ///
    /// Fails if the script throws, or returns what is no `T`.
    pub async fn eval<T: DeserializeOwned>(&self, script: &str, a: Value) -> Result<T> {
        let script = format!("{WORDS}\nreturn (async (a) => {{ {script} }})(arguments[0]);");
        let value = self.client.execute(&script, vec![a]).await?;
        let shown = value.to_string();
        serde_json::from_value(value).with_context(|| format!("the page answered {shown}"))
    }

    /// Waits until an expression is true in the page, and returns what it then is. It may use its argument `a`.
    ///
    /// # Errors
    ///
    /// Fails if it does not become true, saying what was waited for.
    pub async fn wait_for<T: DeserializeOwned>(&self, what: &str, expression: &str, a: Value) -> Result<T> {
        let watch = format!(
            "const end = performance.now() + 1000;
             for (;;) {{
               const value = await ({expression});
               if (value || performance.now() > end) return value || null;
               await new Promise((next) => setTimeout(next, 5));
             }}"
        );
        let started = Instant::now();
        while started.elapsed() < PATIENCE {
            match self.eval::<Option<T>>(&watch, a.clone()).await {
                Ok(Some(value)) => return Ok(value),
                Ok(None) => {}
                Err(error) => return Err(error.context(format!("while waiting for {what}"))),
            }
        }
        bail!("gave up after {} s of waiting for {what}", PATIENCE.as_secs())
    }

    /// Waits until an expression is true in the page.
    ///
    /// # Errors
    ///
    /// Fails if it does not become true, saying what was waited for.
    pub async fn wait_until(&self, what: &str, expression: &str, a: Value) -> Result<()> {
        let expression = format!("!!({expression})");
        self.wait_for::<bool>(what, &expression, a).await.map(drop)
    }

    /// Presses keys one after another; `modifiers` are held meanwhile.
    pub async fn press(&self, modifiers: &[char], keys: &[char]) -> Result<()> {
        let down = |value: &char| KeyAction::Down { value: *value };
        let up = |value: &char| KeyAction::Up { value: *value };
        let strokes = keys.iter().flat_map(|key| [down(key), up(key)]);
        let sequence = modifiers.iter().map(down).chain(strokes).chain(modifiers.iter().rev().map(up));
        let keyboard = sequence.fold(KeyActions::new("keyboard".into()), KeyActions::then);
        Ok(self.client.perform_actions(Actions::from(keyboard)).await?)
    }

    /// Clicks at a point of the window, in CSS pixels.
    pub async fn click_at(&self, x: f64, y: f64) -> Result<()> {
        let mouse = MouseActions::new("mouse".into())
            .then(PointerAction::MoveTo { duration: None, x, y })
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
            .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        Ok(self.client.perform_actions(Actions::from(mouse)).await?)
    }

    /// Drags the mouse from one point of the window to another.
    pub async fn drag(&self, (x, y): (f64, f64), (to_x, to_y): (f64, f64)) -> Result<()> {
        let mouse = MouseActions::new("mouse".into())
            .then(PointerAction::MoveTo { duration: None, x, y })
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
            .then(PointerAction::MoveTo { duration: None, x: (x + to_x) / 2.0, y: (y + to_y) / 2.0 })
            .then(PointerAction::MoveTo { duration: None, x: to_x, y: to_y })
            .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        Ok(self.client.perform_actions(Actions::from(mouse)).await?)
    }

    /// Turns the wheel at a point of the window, by this many pixels downwards.
    pub async fn turn_wheel(&self, (x, y): (f64, f64), down: f64, with_control: bool) -> Result<()> {
        let modifiers = if with_control { 2 } else { 0 };
        let turn = json!({ "type": "mouseWheel", "x": x, "y": y, "deltaX": 0, "deltaY": down, "modifiers": modifiers });
        self.devtools("Input.dispatchMouseEvent", &turn).await.map(drop)
    }

    /// Runs a script in every page that is loaded from now on, before any script of the page.
    pub async fn run_before_load(&self, script: &str) -> Result<()> {
        self.devtools("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": script })).await.map(drop)
    }

    /// Gives the window this size in CSS pixels, narrower than a window can be if need be.
    pub async fn set_size(&self, width: u32, height: u32) -> Result<()> {
        self.set_pixels(width, height, 1.0).await
    }

    /// Gives the window this size in CSS pixels, on a screen with this many pixels for each of them.
    pub async fn set_pixels(&self, width: u32, height: u32, pixels: f64) -> Result<()> {
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": pixels, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", &size).await.map(drop)
    }

    /// Makes the system prefer something: `("prefers-color-scheme", "dark")`.
    pub async fn set_preference(&self, name: &str, value: &str) -> Result<()> {
        let features = json!({ "features": [{ "name": name, "value": value }] });
        self.devtools("Emulation.setEmulatedMedia", &features).await.map(drop)
    }

    /// Sends a command of the Chrome DevTools Protocol.
    pub async fn devtools(&self, method: &str, parameters: &Value) -> Result<Value> {
        let answer = self.client.issue_cmd(Command::devtools(method, parameters)).await;
        answer.with_context(|| format!("the browser refused {method}"))
    }

    /// Returns all that the console got so far.
    pub async fn console(&self) -> Result<Vec<Entry>> {
        let news: Vec<Entry> = serde_json::from_value(self.client.issue_cmd(Command::console()).await?)?;
        let mut entries = self.console.lock().unwrap_or_else(PoisonError::into_inner);
        entries.extend(news);
        Ok(entries.clone())
    }

    /// Saves a picture of the window as PNG.
    pub async fn save_picture(&self, path: &Path) -> Result<()> {
        let bytes = self.client.screenshot().await?;
        std::fs::write(path, bytes).with_context(|| format!("cannot write {}", path.display()))
    }
}

/// How long a script may take.
const SCRIPT_MS: u32 = 300_000;

fn capabilities() -> Result<Map<String, Value>> {
    let mut capabilities: Map<String, Value> = match std::env::var_os("WASM_BINDGEN_TEST_WEBDRIVER_JSON") {
        None => Map::from_iter([("goog:chromeOptions".to_owned(), json!({ "args": FLAGS }))]),
        Some(file) => {
            let text = std::fs::read_to_string(&file).with_context(|| format!("cannot read {file:?}"))?;
            serde_json::from_str(&text).with_context(|| format!("{file:?} is not what a driver reads"))?
        }
    };
    capabilities.insert("goog:loggingPrefs".to_owned(), json!({ "browser": "ALL" }));
    // What is measured may take longer than the half minute that a driver gives a script.
    capabilities.insert("timeouts".to_owned(), json!({ "script": SCRIPT_MS }));
    Ok(capabilities)
}
