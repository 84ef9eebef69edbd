//! What the end-to-end tests stand on: the built site on a host of its own ([`site`]), a browser that looks at it
//! ([`browser`]), and the page in its own words ([`page`]). A test is a [`scene`]: it gets all three, and leaves a
//! picture, the page's text and the console in `target/e2e/` when it fails.

use std::path::Path;

pub mod browser;
pub mod expected;
pub mod interpreter;
pub mod page;
pub mod result;
pub mod scene;
pub mod site;

/// The repository's top folder.
pub(crate) fn root() -> &'static Path {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here)
}
