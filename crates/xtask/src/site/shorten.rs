//! Gives what passes between a wasm and its script one-letter names.
//!
//! wasm-bindgen's names carry a hash each, and each stands in both files: letters that no compression makes smaller.

use std::collections::HashMap;
use std::path::Path;

use anyhow::{Context, Result};

use super::{MODULE, wasm};
use crate::workspace;

/// Shortens the names of every module in a folder that Trunk has filled.
pub(super) fn shorten(folder: &Path) -> Result<()> {
    for path in super::files(folder)? {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if let Some(stem) = name.strip_suffix(MODULE) {
            let script = folder.join(format!("{stem}.js"));
            let bytes = std::fs::read(&path).with_context(|| format!("cannot read {name}"))?;
            let (bytes, glue) = rename(&bytes, &workspace::read(&script)?)
                .with_context(|| format!("cannot shorten the names of {name}"))?;
            workspace::write(&path, bytes)?;
            workspace::write(&script, glue)?;
        }
    }
    Ok(())
}

/// Renames in a wasm and in its script alike.
fn rename(module: &[u8], glue: &str) -> Result<(Vec<u8>, String)> {
    let mut names = Names { glue: identifiers(glue).collect(), short: HashMap::new() };
    let module = wasm::rename(module, &mut |name| names.shorten(name))?;
    let mut out = String::new();
    let mut rest = glue;
    for word in identifiers(glue) {
        let (before, after) = rest.split_once(word).context("words stand one after another")?;
        out.push_str(before);
        out.push_str(names.short.get(word).map_or(word, String::as_str));
        rest = after;
    }
    out.push_str(rest);
    Ok((module, out))
}

/// The names given so far.
struct Names<'a> {
    /// Every word of the script: a short name must not be one of them.
    glue: std::collections::HashSet<&'a str>,
    short: HashMap<String, String>,
}

impl Names<'_> {
    /// Returns the short name of one that wasm-bindgen has made, and any other as it is. So is one that the script does
    /// not know: some of what a module exports is for nobody.
    fn shorten(&mut self, name: &str) -> String {
        let is_made =
            name.contains("__wb") || name.starts_with("wasm_bindgen__") || name.starts_with("__externref");
        if !is_made || !self.glue.contains(name) {
            return name.to_owned();
        }
        if let Some(short) = self.short.get(name) {
            return short.clone();
        }
        let taken = |it: &String| self.glue.contains(it.as_str()) || self.short.values().any(|one| one == it);
        let short = (0..).map(letters).find(|it| !taken(it)).unwrap_or_else(|| name.to_owned());
        self.short.insert(name.to_owned(), short.clone());
        short
    }
}

/// The words of a script, numbers and all.
fn identifiers(script: &str) -> impl Iterator<Item = &str> {
    let separates = |it: char| !(it.is_ascii_alphanumeric() || it == '_' || it == '$');
    script.split(separates).filter(|it| !it.is_empty())
}

/// `a` to `z`, `aa` to `zz`, and so on.
fn letters(number: usize) -> String {
    let last = char::from(b'a' + (number % 26) as u8);
    match number / 26 {
        0 => last.to_string(),
        more => letters(more - 1) + &last.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_become_letters() {
        assert_eq!([0, 25, 26, 27, 701, 702].map(letters), ["a", "z", "aa", "ab", "zz", "aaa"]);
    }

    #[test]
    fn both_sides_get_the_same_names() {
        let module =
            wasm::tests::module(&["__wbg_log_12ab", "__wbg_log_12abc"], &["memory", "__wbindgen_malloc"]);
        let glue = "const a={__wbg_log_12ab:1,__wbg_log_12abc(){wasm.__wbindgen_malloc(wasm.memory)}}";
        let (module, glue) = rename(&module, glue).unwrap();
        assert_eq!(glue, "const a={b:1,c(){wasm.d(wasm.memory)}}");
        assert_eq!(module, wasm::tests::module(&["b", "c"], &["memory", "d"]));
    }

    #[test]
    fn what_the_script_does_not_know_keeps_its_name() {
        let module = wasm::tests::module(&["__wbg_log_12ab"], &["__wbindgen_free"]);
        assert_eq!(rename(&module, "const a={}").unwrap(), (module, "const a={}".to_owned()));
    }
}
