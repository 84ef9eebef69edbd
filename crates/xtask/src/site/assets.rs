//! The site's files that come from npm packages, and the lessons' texts.

use std::path::Path;

use anyhow::{Context, Result};

use crate::{process, tools, workspace};

/// Each font's licence, from the package's folder to the site's.
const LICENCES: [(&str, &str); 2] = [
    ("@fontsource-variable/inter/LICENSE", "fonts/inter.LICENSE.txt"),
    ("@fontsource-variable/jetbrains-mono/LICENSE", "fonts/jetbrains-mono.LICENSE.txt"),
];

/// The files of a lesson that the page shows.
const TEXTS: [&str; 3] = ["about.md", "main.rs", "main.py"];

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
    copy_lessons(&assets.join("lessons"))
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
