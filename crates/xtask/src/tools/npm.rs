//! Packages from npm: wasm-opt, esbuild and what the site is made of besides Rust, as `web/package.json` pins them.

use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::{process, workspace};

const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };

/// The version of Pyodide that the interpreter is measured against.
const PYODIDE: &str = "314.0.7";

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

/// Installs Pyodide, and returns its folder. It is apart from the other packages because only one bench needs it, and it
/// is larger than all of them.
pub(crate) fn install_pyodide() -> Result<PathBuf> {
    let folder = workspace::npm_dir().join("pyodide");
    let package = folder.join("node_modules/pyodide");
    let manifest = package.join("package.json");
    let is_there = std::fs::read_to_string(manifest).is_ok_and(|it| it.contains(&format!("\"{PYODIDE}\"")));
    if !is_there {
        process::say("installing Pyodide, which the interpreter is measured against: 14 MB");
        std::fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
        workspace::write(&folder.join("package.json"), "{}\n")?;
        let mut npm = process::command(NPM);
        npm.args(["install", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", "--no-save"]);
        npm.arg(format!("pyodide@{PYODIDE}")).current_dir(&folder);
        process::run(&mut npm).context("npm cannot install Pyodide")?;
    }
    Ok(package)
}
