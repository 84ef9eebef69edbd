//! Makes scripts and styles smaller, in place, those that stand in a page too.
//!
//! Trunk could do it while it builds, but its minifier does not understand wasm-bindgen's modules.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::{process, workspace};

const ENDINGS: [&str; 3] = ["js", "mjs", "css"];

/// The elements of a page that hold another language, each with the ending of its files.
const ELEMENTS: [(&str, &str); 2] = [("style", "css"), ("script", "js")];

/// Minifies every script, style sheet and page at the top of a folder.
pub(super) fn minify(folder: &Path) -> Result<()> {
    let files = super::files(folder)?;
    let ending =
        |path: &Path| path.extension().map(|it| it.to_string_lossy().into_owned()).unwrap_or_default();
    let (pages, others): (Vec<_>, Vec<_>) = files.into_iter().partition(|it| ending(it) == "html");
    let scripts: Vec<_> = others.into_iter().filter(|it| ENDINGS.contains(&&*ending(it))).collect();
    if !scripts.is_empty() {
        // Each file by itself: without bundling, names that another script may use stay as they are.
        let mut esbuild = esbuild(folder);
        esbuild.args(&scripts).args(["--allow-overwrite", "--outdir=."]);
        process::run(&mut esbuild).context("esbuild cannot make the site's scripts and styles smaller")?;
    }
    for page in pages {
        let mut text = workspace::read(&page)?;
        for (element, ending) in ELEMENTS {
            text = inside(&text, element, &mut |code| alone(folder, code, ending))
                .with_context(|| format!("cannot make the {element}s of {} smaller", page.display()))?;
        }
        workspace::write(&page, text)?;
    }
    Ok(())
}

/// What both kinds of call have in common.
fn esbuild(folder: &Path) -> Command {
    let mut esbuild = process::command("esbuild");
    esbuild.args(["--minify", "--legal-comments=none", "--log-level=warning"]).current_dir(folder);
    esbuild
}

/// Minifies a piece of code, for which it writes a file for a while.
fn alone(folder: &Path, code: &str, ending: &str) -> Result<String> {
    let file = folder.join(format!("inline.{ending}"));
    workspace::write(&file, code)?;
    let minified = process::output(esbuild(folder).arg(&file));
    std::fs::remove_file(&file).with_context(|| format!("cannot remove {}", file.display()))?;
    minified
}

/// Returns a page with the content of each element of this name changed. Neighbours become one.
fn inside(page: &str, element: &str, change: &mut dyn FnMut(&str) -> Result<String>) -> Result<String> {
    let (open, close) = (format!("<{element}"), format!("</{element}>"));
    let mut out = String::new();
    let mut rest = page;
    while let Some((before, found)) = rest.split_once(&open) {
        let (attributes, after) = found.split_once('>').context("a tag without an end")?;
        let (content, mut after) = after.split_once(&close).context("an element without an end")?;
        let mut content = content.to_owned();
        // None of them has attributes, or the texts would not belong together.
        let again = format!("{open}>");
        while let Some(next) = after.trim_start().strip_prefix(&again).filter(|_| attributes.is_empty()) {
            let (more, behind) = next.split_once(&close).context("an element without an end")?;
            content.extend(["\n", more]);
            after = behind;
        }
        let changed = if content.trim().is_empty() { content } else { change(&content)? };
        out.extend([before, &open, attributes, ">", &changed, &close]);
        rest = after;
    }
    Ok(out + rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn loud(page: &str) -> Result<String> {
        inside(page, "style", &mut |it| Ok(it.to_uppercase()))
    }

    #[test]
    fn the_content_of_elements_is_changed_and_neighbours_are_one() {
        assert_eq!(loud("a<style>b</style>c").unwrap(), "a<style>B</style>c");
        assert_eq!(loud("<style>a</style>\n  <style>b</style>c").unwrap(), "<style>A\nB</style>c");
        assert_eq!(
            loud("<style media=\"print\">a</style><style>b</style>").unwrap(),
            "<style media=\"print\">A</style><style>B</style>"
        );
        assert_eq!(loud("no such element").unwrap(), "no such element");
    }

    #[test]
    fn an_element_that_does_not_end_is_refused() {
        assert!(loud("<style").is_err());
        assert!(loud("<style>a").is_err());
        assert!(loud("<style>a</style><style>b").is_err());
    }
}
