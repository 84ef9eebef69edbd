//! Names the page's own module and its script by what they have become.
//!
//! Trunk names them by what the linker wrote. What is done to them afterwards changes without that, and a browser that
//! keeps what it has once fetched would pair a new script with an old module.

use std::path::Path;

use anyhow::{Context, Result};

use super::MODULE;
use super::workers::digest;
use crate::workspace;

/// Renames both in a folder that Trunk has filled, and tells its pages.
pub(super) fn hash(folder: &Path) -> Result<()> {
    let index = workspace::read(&folder.join("index.html"))?;
    let files = super::files(folder)?;
    let stems = files.iter().filter_map(|it| it.file_name()?.to_str()?.strip_suffix(MODULE));
    for stem in stems.filter(|it| index.contains(&format!("{it}{MODULE}"))) {
        let parts = [MODULE, ".js"].map(|ending| folder.join(format!("{stem}{ending}")));
        let mut bytes = Vec::new();
        for part in &parts {
            bytes.extend(std::fs::read(part).with_context(|| format!("cannot read {}", part.display()))?);
        }
        let name = stem.rsplit_once('-').map_or(stem, |it| it.0);
        let renamed = format!("{name}-{}", digest(&bytes));
        for (old, ending) in parts.iter().zip([MODULE, ".js"]) {
            std::fs::rename(old, folder.join(format!("{renamed}{ending}")))
                .with_context(|| format!("cannot rename {}", old.display()))?;
        }
        for page in super::pages(folder)? {
            workspace::write(&page, workspace::read(&page)?.replace(stem, &renamed))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// What is in a folder with such a module once it is named.
    fn named(folder: &str, module: &str, script: &str) -> (String, BTreeSet<String>) {
        let folder = workspace::root().join("target/xtask-tests").join(folder);
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).unwrap();
        let page = "<link href=\"./my-app-12_bg.wasm\"><script>import './my-app-12.js'</script>";
        let others = [("interpreted_bg.wasm", "worker"), ("index.html", page)];
        for (file, text) in
            others.into_iter().chain([("my-app-12_bg.wasm", module), ("my-app-12.js", script)])
        {
            std::fs::write(folder.join(file), text).unwrap();
        }
        hash(&folder).unwrap();
        let files = super::super::files(&folder).unwrap();
        let names = files.iter().map(|it| it.file_name().unwrap().to_str().unwrap().to_owned());
        (workspace::read(&folder.join("index.html")).unwrap(), names.collect())
    }

    #[test]
    fn the_page_names_what_is_there() {
        let (page, files) = named("page-names", "module", "script");
        let own: Vec<&String> = files.iter().filter(|it| it.starts_with("my-app-")).collect();
        assert_eq!(own.len(), 2, "{files:?}");
        assert!(own.iter().all(|it| page.contains(&format!("./{it}"))), "{page}: {files:?}");
        assert!(!page.contains("my-app-12"), "{page}");
        assert!(files.contains("interpreted_bg.wasm"), "workers get their names elsewhere: {files:?}");
    }

    #[test]
    fn either_one_that_changes_changes_both_names() {
        let [one, same, module, script] =
            [("a", "b"), ("a", "b"), ("c", "b"), ("a", "c")].map(|(a, b)| named("page-changed", a, b).1);
        assert_eq!(one, same);
        assert!(one != module && one != script && module != script);
        assert_eq!(one.intersection(&module).count(), 2, "only the page and the worker keep theirs");
    }
}
