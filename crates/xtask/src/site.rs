//! Building and serving the site with Trunk, and the two hooks that Trunk calls back.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::{process, tools, workspace};

mod assets;
mod editor;
mod minify;
mod optimise;
mod page;
mod shorten;
mod split;
mod wasm;
mod workers;

pub(crate) use assets::prepare;
pub(crate) use workers::is_ahead;

/// The ending by which wasm-bindgen tells a module from its script.
const MODULE: &str = "_bg.wasm";

/// Sets up and writes the site to `dist/`.
pub(crate) fn build() -> Result<()> {
    tools::set_up_site()?;
    process::run(trunk("build").arg("--release"))?;
    process::say(format_args!("the site is in {}", workspace::dist_dir().display()));
    Ok(())
}

/// Plans anew how workers are split: builds the site with workers that note their calls, and runs programs in them.
pub(crate) fn plan() -> Result<()> {
    tools::set_up_all()?;
    let folder = workspace::root().join("target/plan/site");
    process::run(trunk("build").arg("--release").env(split::RECORDING, "1").arg("--dist").arg(&folder))?;
    split::note(&folder)?;
    split::plan()
}

/// Plans anew from what programs did when that was last found out.
pub(crate) fn plan_again() -> Result<()> {
    split::plan()
}

/// Sets up, builds and serves the site until it is interrupted.
pub(crate) fn serve(port: u16, dev: bool) -> Result<()> {
    // Better now than after minutes of building.
    TcpListener::bind(("127.0.0.1", port)).with_context(|| {
        format!(
            "port {port} of 127.0.0.1 is taken; stop the program that holds it, or give another with --port"
        )
    })?;
    tools::set_up_site()?;
    process::say(format_args!("building; the page will be at http://127.0.0.1:{port}/ (Ctrl+C stops)"));
    // Not into dist/: a served page contains Trunk's reload script, which has no place in the finished site.
    let folder = workspace::root().join("target/serve");
    let mut command = trunk("serve");
    command.args(["--address", "127.0.0.1", "--port", &port.to_string(), "--dist"]).arg(folder);
    if !dev {
        command.arg("--release");
    }
    replace_this_process(command)
}

/// Trunk's hook after a build: the finishing touches to what it wrote, before it replaces the last build.
pub(crate) fn finish() -> Result<()> {
    let folder = std::env::var_os("TRUNK_STAGING_DIR")
        .context("TRUNK_STAGING_DIR is not set: `finish` is for Trunk to call, after a build")?;
    let folder = Path::new(&folder);
    if std::env::var_os("TRUNK_PROFILE").is_some_and(|profile| profile == "release") {
        optimise::optimise(folder)?;
        if std::env::var_os(split::RECORDING).is_some() {
            split::record(folder)?;
        } else {
            split::split(folder)?;
            shorten::shorten(folder)?;
            minify::minify(folder)?;
        }
    }
    page::hash(folder)?;
    workers::hash(folder)?;
    editor::hash(folder)
}

fn trunk(subcommand: &str) -> Command {
    let mut command = process::command("trunk");
    command.arg(subcommand);
    // For `split`: names of functions that tell apart what is made of one generic function, and what mentions which data.
    command.env(
        "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
        "-Csymbol-mangling-version=v0 -Clink-arg=--emit-relocs",
    );
    // Its errors are chains that say enough; a trace of where in Trunk they arose would bury them.
    command.env_remove("RUST_BACKTRACE");
    // Trunk accepts no value but `true` and `false` in this variable; anything else stops it.
    if std::env::var_os("NO_COLOR").is_some() {
        command.env("NO_COLOR", "true");
    }
    command
}

/// Leaves the terminal and its signals to the server alone, so that Ctrl+C ends it and nothing is left behind.
#[cfg(unix)]
fn replace_this_process(mut command: Command) -> Result<()> {
    use std::os::unix::process::CommandExt as _;
    Err(command.exec()).context("cannot start trunk")
}

#[cfg(not(unix))]
fn replace_this_process(mut command: Command) -> Result<()> {
    process::run(&mut command)
}

/// The pages of a folder.
fn pages(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut paths = files(folder)?;
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "html"));
    Ok(paths)
}

/// The files of a folder, without those of its subfolders, in the order of their names.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = std::fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))?;
    let mut paths: Vec<PathBuf> = entries.map(|entry| Ok(entry?.path())).collect::<std::io::Result<_>>()?;
    paths.retain(|path| path.is_file());
    paths.sort();
    Ok(paths)
}
