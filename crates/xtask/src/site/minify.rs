//! Makes scripts and styles smaller, in place.
//!
//! Trunk could do it while it builds, but its minifier does not understand wasm-bindgen's modules.

use std::path::Path;

use anyhow::{Context, Result};

use crate::process;

const ENDINGS: [&str; 3] = ["js", "mjs", "css"];

/// Minifies every script and style sheet at the top of a folder.
pub(super) fn minify(folder: &Path) -> Result<()> {
    let files = super::files(folder)?.into_iter();
    let files: Vec<_> = files
        .filter(|path| path.extension().is_some_and(|ending| ENDINGS.iter().any(|one| ending == *one)))
        .collect();
    if files.is_empty() {
        return Ok(());
    }
    // Each file by itself: without bundling, names that another script may use stay as they are.
    let mut esbuild = process::command("esbuild");
    esbuild.args(&files).args([
        "--minify",
        "--legal-comments=none",
        "--log-level=warning",
        "--allow-overwrite",
    ]);
    esbuild.arg("--outdir=.").current_dir(folder);
    process::run(&mut esbuild).context("esbuild cannot make the site's scripts and styles smaller")
}
