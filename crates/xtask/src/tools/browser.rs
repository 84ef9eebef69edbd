//! Chromium and its driver, and how the tests start them.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::{process, workspace};

/// Names of a Chromium on `PATH`, the plain one first.
const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// The same start for every test. The driver adds an empty profile of its own for each session.
const FLAGS: [&str; 7] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
];

const MISSING: &str = "the tests need Chromium and chromedriver on PATH; install them \
                       (Debian: `apt-get install chromium chromium-driver`) and try again";

/// Installs Chromium and its driver if they are missing and this may be done; says what to do if not.
pub(crate) fn install() -> Result<()> {
    if driver().is_none() || browser().is_none() {
        if process::find("apt-get").is_none() || !is_root() {
            bail!(MISSING);
        }
        process::say("installing Debian's chromium and chromium-driver, for the tests; a minute or two");
        // Another apt may be at work, as on a machine that has just started.
        let wait = "DPkg::Lock::Timeout=600";
        process::run(apt().args(["update", "--quiet", "-o", wait])).context(MISSING)?;
        process::run(apt().args(["install", "--yes", "--quiet", "--no-install-recommends"]).args([
            "-o",
            wait,
            "chromium",
            "chromium-driver",
        ]))
        .context(MISSING)?;
    }
    workspace::write(&capabilities_file(), capabilities(browser()))
}

/// Adds to a test command where the browser's driver is and how it starts the browser.
///
/// wasm-bindgen's test runner reads these variables; the end-to-end tests read the same two.
pub(crate) fn test_environment(command: &mut Command) -> Result<&mut Command> {
    command.env("CHROMEDRIVER", driver().context(MISSING)?);
    Ok(command.env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", capabilities_file()))
}

fn capabilities_file() -> PathBuf {
    workspace::tools_dir().join("webdriver.json")
}

/// WebDriver capabilities as JSON.
fn capabilities(browser: Option<PathBuf>) -> String {
    let flags = FLAGS.map(|flag| format!("{flag:?}")).join(", ");
    let binary = browser.map(|path| format!("\"binary\": {path:?}, ")).unwrap_or_default();
    format!("{{ \"goog:chromeOptions\": {{ {binary}\"args\": [{flags}] }} }}\n")
}

fn driver() -> Option<PathBuf> {
    std::env::var_os("CHROMEDRIVER").map(PathBuf::from).or_else(|| process::find("chromedriver"))
}

fn browser() -> Option<PathBuf> {
    BROWSERS.iter().find_map(|name| process::find(name))
}

fn apt() -> Command {
    let mut command = process::command("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}

fn is_root() -> bool {
    process::output(process::command("id").arg("-u")).is_ok_and(|user| user == "0")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capabilities_are_what_the_driver_reads() {
        let text = capabilities(Some("/opt/chromium".into()));
        assert!(text.starts_with(
            r#"{ "goog:chromeOptions": { "binary": "/opt/chromium", "args": ["--headless=new""#
        ));
        assert!(!capabilities(None).contains("binary"));
    }
}
