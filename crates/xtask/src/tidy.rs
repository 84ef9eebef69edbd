//! House rules that no other tool checks. Each is a function from files to complaints.

use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::workspace;

mod direction;
mod headers;
mod length;
mod paths;
mod text;
mod top_level;

/// A text file of the repository.
#[derive(Debug)]
struct Source {
    /// Relative to the top of the repository, with `/` on every system.
    path: String,
    text: String,
}

/// Folders of what others wrote or a build made.
const SKIPPED: [&str; 3] = ["node_modules", "target", "dist"];

/// Endings of files that are checked; those without an ending are scripts.
const CHECKED: [&str; 10] = ["rs", "toml", "md", "html", "css", "js", "mjs", "json", "yml", "sh"];

/// Checks the whole repository; fails with all complaints at once.
pub(crate) fn run() -> Result<()> {
    let complaints = complaints(workspace::root())?;
    if !complaints.is_empty() {
        bail!("the house rules are broken:\n  {}", complaints.join("\n  "));
    }
    Ok(())
}

fn complaints(root: &Path) -> Result<Vec<String>> {
    let mut sources = Vec::new();
    collect(root, root, &mut sources)?;
    sources.sort_by(|a, b| a.path.cmp(&b.path));
    let mut complaints = top_level::check(&names(root)?);
    complaints.extend(direction::check(&workspace::packages()?));
    for source in &sources {
        complaints.extend(headers::check(source));
        complaints.extend(length::check(source));
        complaints.extend(text::check(source));
        complaints.extend(paths::check(source, root));
    }
    Ok(complaints)
}

fn names(folder: &Path) -> Result<Vec<String>> {
    let entries = std::fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))?;
    let names = entries.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()));
    let mut names = names.collect::<Result<Vec<_>>>()?;
    names.sort();
    Ok(names)
}

/// Reads the text files below `folder`. At the top, hidden folders but our own two are not ours to judge.
fn collect(root: &Path, folder: &Path, sources: &mut Vec<Source>) -> Result<()> {
    for name in names(folder)? {
        let path = folder.join(&name);
        if path.is_dir() {
            let hidden = name.starts_with('.') && ![".ci", ".github", ".cargo"].contains(&name.as_str());
            if !hidden && !SKIPPED.contains(&name.as_str()) {
                collect(root, &path, sources)?;
            }
        } else if is_checked(&path) {
            let relative = path.strip_prefix(root).unwrap_or(&path);
            let parts: Vec<_> = relative.iter().map(|part| part.to_string_lossy()).collect();
            sources.push(Source { path: parts.join("/"), text: workspace::read(&path)? });
        }
    }
    Ok(())
}

fn is_checked(path: &Path) -> bool {
    match path.extension() {
        Some(extension) => CHECKED.iter().any(|checked| extension == *checked),
        None => path.parent().and_then(Path::file_name).is_some_and(|folder| folder == ".ci"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The rules hold for this very repository.
    #[test]
    fn the_repository_is_tidy() {
        run().unwrap();
    }

    #[test]
    fn every_rule_is_applied_to_every_file() {
        let root = workspace::root().join("target/xtask-tests/tidy");
        let _ = std::fs::remove_dir_all(&root);
        for (path, text) in [
            ("crates/a/src/lib.rs", "fn undocumented() {} \n"),
            ("crates/a/node_modules/x.rs", "others' \n"),
            ("README.md", "See `crates/gone/src/lib.rs`.\n"),
            ("notes", ""),
        ] {
            let path = root.join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        }
        let complaints = complaints(&root).unwrap();
        for part in ["notes", "lib.rs:1: a module begins", "lib.rs:1: white space", "crates/gone/src/lib.rs"]
        {
            assert!(complaints.iter().any(|complaint| complaint.contains(part)), "{part}: {complaints:?}");
        }
        assert!(!complaints.iter().any(|complaint| complaint.contains("node_modules")), "{complaints:?}");
    }
}
