//! The files that are made, and what their names are made of.

use crate::Result;
use std::path::PathBuf;
use std::{env, fs};

/// Writes a file below the build's own folder.
pub(crate) fn write(name: &str, text: &str) -> Result<()> {
    let path = path(name);
    let parent = path.parent().map_or(Ok(()), fs::create_dir_all);
    let written = parent.and_then(|()| fs::write(&path, text));
    written.map_err(|error| vec![format!("{}: {error}", path.display())])
}

/// Returns where such a file is.
pub(crate) fn path(name: &str) -> PathBuf {
    PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default()).join(name)
}

/// Returns what the module of a program is called.
pub(crate) fn module(slug: &str) -> String {
    slug.replace('-', "_")
}
