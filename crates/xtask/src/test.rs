//! All tests, in the order in which a failure is cheapest to find: native, wasm, end to end.

use anyhow::Result;

use crate::{process, site, tools, workspace};

/// The package whose tests need the built site.
const END_TO_END: &str = "meanwhile-tests";

/// Runs all tests.
pub(crate) fn run() -> Result<()> {
    tools::set_up_all()?;

    process::say("native tests");
    process::run(process::command("cargo").args(["test", "--workspace", "--exclude", END_TO_END]))?;

    let packages = packages_with_wasm_tests()?;
    if !packages.is_empty() {
        process::say("wasm tests, in a worker of headless Chromium");
        run_wasm_tests(&packages)?;
    }

    process::say("end-to-end tests: building the site first");
    site::build()?;
    // Nothing is printed after this: cargo's own summary closes the output.
    process::run(tools::test_environment(process::command("cargo").args(["test", "--package", END_TO_END]))?)
}

/// Runs what takes too long for every day: the interpreter on texts made by chance.
pub(crate) fn run_long() -> Result<()> {
    for test in ["differential", "fuzz"] {
        let mut command = process::command("cargo");
        command.args(["test", "--profile", "long", "--package", "meanwhile-interp", "--test", test]);
        process::run(command.args(["--", "--ignored", "--exact", "--nocapture", "long"]))?;
    }
    Ok(())
}

fn run_wasm_tests(packages: &[String]) -> Result<()> {
    let mut command = process::command("cargo");
    command.args(["test", "--target", "wasm32-unknown-unknown", "--tests"]);
    for package in packages {
        command.args(["--package", package]);
    }
    command
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner")
        // For tests beside the code; those in tests/ say it themselves.
        .env("WASM_BINDGEN_USE_DEDICATED_WORKER", "1")
        // The default of 20 seconds is short for a machine that compiles at the same time.
        .env("WASM_BINDGEN_TEST_TIMEOUT", "300");
    process::run(tools::test_environment(&mut command)?)
}

/// A package has wasm tests when it depends on what they are written with.
pub(crate) fn packages_with_wasm_tests() -> Result<Vec<String>> {
    let packages = workspace::packages()?.into_iter();
    let tested = packages.filter(|package| package.tests_use.iter().any(|name| name == "wasm-bindgen-test"));
    Ok(tested.map(|package| package.name).collect())
}
