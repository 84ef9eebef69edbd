//! Everything that reads the code without running it.

use anyhow::Result;

use crate::{process, test, tidy, tools};

/// Packages that are never compiled for the browser.
const NATIVE_ONLY: [&str; 4] = ["xtask", "meanwhile", "meanwhile-instrument", "meanwhile-tests"];

/// Checks formatting, clippy's opinion for both targets, the documentation, and the house rules.
pub(crate) fn run() -> Result<()> {
    tools::set_up_rust_target()?;
    tidy::run()?;
    process::run(process::command("cargo").args(["fmt", "--all", "--check"]))?;
    let clippy = ["clippy", "--quiet", "--workspace"];
    process::run(process::command("cargo").args(clippy).args(["--all-targets", "--", "-D", "warnings"]))?;
    let mut browser = process::command("cargo");
    browser.args(clippy).args(["--target", "wasm32-unknown-unknown"]);
    for package in NATIVE_ONLY {
        browser.args(["--exclude", package]);
    }
    process::run(browser.args(["--", "-D", "warnings"]))?;
    let tested = test::packages_with_wasm_tests()?;
    if !tested.is_empty() {
        let mut tests = process::command("cargo");
        tests.args(["clippy", "--quiet", "--target", "wasm32-unknown-unknown", "--tests"]);
        for package in &tested {
            tests.args(["--package", package]);
        }
        process::run(tests.args(["--", "-D", "warnings"]))?;
    }
    process::run(
        process::command("cargo")
            .args(["doc", "--quiet", "--workspace", "--no-deps"])
            .env("RUSTDOCFLAGS", "-D warnings"),
    )?;
    process::say("no complaints");
    Ok(())
}
