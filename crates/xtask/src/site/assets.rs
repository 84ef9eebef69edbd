//! The site's files that are made before Trunk builds: the fonts and the editor from npm packages, the lessons' texts, the
//! list of what the interpreter's library offers.

use std::ffi::OsString;
use std::path::Path;

use anyhow::{Context, Result};

use crate::{process, tools, workspace};

/// Each licence, from the package's folder to the site's. All of the editor is its author's work, under one licence.
const LICENCES: [(&str, &str); 3] = [
    ("@fontsource-variable/inter/LICENSE", "fonts/inter.LICENSE.txt"),
    ("@fontsource-variable/jetbrains-mono/LICENSE", "fonts/jetbrains-mono.LICENSE.txt"),
    ("@codemirror/view/LICENSE", "editor/codemirror.LICENSE.txt"),
];

/// The files of a lesson that the page shows.
const TEXTS: [&str; 4] = ["about.md", "main.rs", "main.py", "question.txt"];

/// Trunk's hook before a build: puts the assets where the links in `web/index.html` look for them.
pub(crate) fn prepare() -> Result<()> {
    tools::set_up_packages()?;
    let (packages, assets) = (tools::npm_packages(), workspace::assets_dir());
    let mut node = process::command("node");
    node.arg("web/subset-fonts.mjs").arg(&packages).arg(assets.join("fonts"));
    process::run(&mut node).context("the site's fonts cannot be made from those of web/package.json")?;
    for (from, to) in LICENCES {
        copy(&packages.join(from), &assets.join(to))?;
    }
    bundle_editor(&packages, &assets)?;
    list_library(&assets)?;
    copy_lessons(&assets.join("lessons"))
}

/// Makes one script of the editor and of the packages that it is made from.
fn bundle_editor(packages: &Path, assets: &Path) -> Result<()> {
    let mut esbuild = process::command("esbuild");
    esbuild.arg("web/editor/index.js").arg(outfile(&assets.join("editor/editor.js")));
    esbuild.args(["--bundle", "--format=esm", "--minify", "--legal-comments=none", "--log-level=warning"]);
    esbuild.env("NODE_PATH", packages);
    process::run(&mut esbuild).context("esbuild cannot bundle web/editor")
}

fn outfile(path: &Path) -> OsString {
    let mut flag = OsString::from("--outfile=");
    flag.push(path);
    flag
}

fn list_library(assets: &Path) -> Result<()> {
    let mut node = process::command("node");
    node.args(["web/library.mjs", "crates/interp"]).arg(assets.join("editor/library.txt"));
    process::run(&mut node).context("the items of crates/interp/library cannot be listed")
}

/// Copies the lessons' texts, of which the page downloads those that are asked for.
fn copy_lessons(to: &Path) -> Result<()> {
    let from = workspace::root().join("crates/programs/programs");
    let lessons = std::fs::read_dir(&from).with_context(|| format!("cannot list {}", from.display()))?;
    for lesson in lessons {
        let folder = lesson?.path();
        let texts = if folder.is_dir() { &TEXTS[..] } else { &[] };
        for text in texts {
            copy(&folder.join(text), &to.join(folder.file_name().unwrap_or_default()).join(text))?;
        }
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    if let Some(folder) = to.parent() {
        std::fs::create_dir_all(folder).with_context(|| format!("cannot create {}", folder.display()))?;
    }
    std::fs::copy(from, to).with_context(|| format!("cannot copy {} to {}", from.display(), to.display()))?;
    Ok(())
}
