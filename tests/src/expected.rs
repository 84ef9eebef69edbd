//! What the examples print and which spans they make, as `crates/programs` has it from runs on the virtual clock.

use std::path::PathBuf;

use anyhow::{Context as _, Result};

/// The examples, in the order in which the page lists them.
pub const EXAMPLES: [&str; 5] = ["three-downloads", "two-tasks", "fetch", "spawn-and-await", "dont-block"];

/// What the example prints.
pub fn output(slug: &str) -> Result<String> {
    read(slug, "expected.txt")
}

/// The tree of the example's spans, one line a span.
pub fn tree(slug: &str) -> Result<String> {
    read(slug, "expected.tree")
}

/// The example's source.
pub fn source(slug: &str) -> Result<String> {
    read(slug, "main.rs")
}

/// The source of the example's twin in Python.
pub fn python(slug: &str) -> Result<String> {
    read(slug, "main.py")
}

fn read(slug: &str, file: &str) -> Result<String> {
    let path: PathBuf = ["crates/programs/programs", slug, file].iter().collect();
    std::fs::read_to_string(crate::root().join(&path))
        .with_context(|| format!("cannot read {}", path.display()))
}
