//! Set-up: every tool the commands need, pinned, under `target/tools` and `target/npm`.

use std::fs::File;

use anyhow::{Context, Result};

use crate::{process, workspace};

mod browser;
mod cargo;
mod npm;

pub(crate) use browser::test_environment;
pub(crate) use npm::packages as npm_packages;

/// What `build` and `serve` need: the wasm32 target, Trunk, wasm-bindgen, wasm-opt and the npm packages.
pub(crate) fn set_up_site() -> Result<()> {
    let _lock = lock()?;
    cargo::rust_target()?;
    npm::install()?;
    cargo::install_all()
}

/// What checking the browser's code needs.
pub(crate) fn set_up_rust_target() -> Result<()> {
    let _lock = lock()?;
    cargo::rust_target()
}

/// What a build needs of npm, for those who call Trunk with tools of their own.
pub(crate) fn set_up_packages() -> Result<()> {
    let _lock = lock()?;
    npm::install()
}

/// What the interpreter is measured against: the folder of the npm package `pyodide`.
pub(crate) fn set_up_pyodide() -> Result<std::path::PathBuf> {
    let _lock = lock()?;
    npm::install_pyodide()
}

/// What `test` and `bench` need besides: Chromium and its driver.
pub(crate) fn set_up_all() -> Result<()> {
    set_up_site()?;
    let _lock = lock()?;
    browser::install()
}

/// Holds back a second xtask (say, `serve` in one terminal and `test` in another) while one installs.
fn lock() -> Result<File> {
    let folder = workspace::tools_dir();
    std::fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
    let path = folder.join(".lock");
    let file = File::create(&path).with_context(|| format!("cannot create {}", path.display()))?;
    if file.try_lock().is_err() {
        process::say("another xtask is installing tools; waiting for it");
        file.lock().with_context(|| format!("cannot lock {}", path.display()))?;
    }
    Ok(file)
}
