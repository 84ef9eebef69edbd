//! Gives the editor's files names that change with their content, and tells the pages.
//!
//! The pages learn them from `<meta name="meanwhile-editor" content="editor/editor-<hash>.js">` and
//! `<meta name="meanwhile-library" ...>`.

use std::path::Path;

use anyhow::{Context, Result};

use super::workers::{digest, insert};
use crate::workspace;

/// The files, below the site's folder, by the names in their tags.
const FILES: [(&str, &str, &str); 2] =
    [("editor", "editor/editor", "js"), ("library", "editor/library", "txt")];

/// Renames the files in a folder that Trunk has filled.
pub(super) fn hash(folder: &Path) -> Result<()> {
    let mut metas = String::new();
    for (tag, stem, ending) in FILES {
        let old = folder.join(format!("{stem}.{ending}"));
        let bytes = std::fs::read(&old).with_context(|| format!("cannot read {}", old.display()))?;
        let name = format!("{stem}-{}.{ending}", digest(&bytes));
        std::fs::rename(&old, folder.join(&name))
            .with_context(|| format!("cannot rename {}", old.display()))?;
        metas.push_str(&format!(r#"<meta name="meanwhile-{tag}" content="{name}">"#));
    }
    for page in super::pages(folder)? {
        let text = workspace::read(&page)?;
        workspace::write(&page, insert(&text, &metas).with_context(|| page.display().to_string())?)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_names_the_files_under_which_they_are_found() {
        let folder = workspace::root().join("target/xtask-tests/editor-names");
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(folder.join("editor")).unwrap();
        std::fs::write(folder.join("index.html"), "<html><head></head></html>").unwrap();
        for (_, stem, ending) in FILES {
            std::fs::write(folder.join(format!("{stem}.{ending}")), stem).unwrap();
        }
        hash(&folder).unwrap();
        let page = workspace::read(&folder.join("index.html")).unwrap();
        for (tag, stem, ending) in FILES {
            let (_, rest) = page.split_once(&format!(r#"<meta name="meanwhile-{tag}" content=""#)).unwrap();
            let name = rest.split_once('"').unwrap().0;
            assert_eq!(workspace::read(&folder.join(name)).unwrap(), stem);
            assert!(!folder.join(format!("{stem}.{ending}")).exists());
        }
    }
}
