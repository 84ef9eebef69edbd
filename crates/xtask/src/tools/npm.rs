//! Packages from npm: wasm-opt, esbuild and what the site is made of besides Rust, as `web/package.json` pins them.

use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::{process, workspace};

const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };

/// The folder the packages are in.
pub(crate) fn packages() -> PathBuf {
    workspace::npm_dir().join("node_modules")
}

/// Installs the packages of `web/package-lock.json`, unless that very file was installed before.
///
/// They go to `target/npm` rather than beside the sources: Trunk would watch them all.
pub(crate) fn install() -> Result<()> {
    let web = workspace::root().join("web");
    let folder = workspace::npm_dir();
    let manifest = workspace::read(&web.join("package.json"))?;
    let lock = workspace::read(&web.join("package-lock.json"))?;
    let wanted = format!("{manifest}{lock}");
    let stamp = folder.join("installed");
    if std::fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    process::say("installing the npm packages of web/package.json: wasm-opt, esbuild, fonts; a few seconds");
    std::fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
    workspace::write(&folder.join("package.json"), manifest)?;
    workspace::write(&folder.join("package-lock.json"), lock)?;
    process::run(
        process::command(NPM)
            .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])
            .current_dir(&folder),
    )
    .context("npm cannot install the packages of web/package.json; Node 20 with npm is needed")?;
    workspace::write(&stamp, wanted)
}
