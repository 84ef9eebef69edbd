//! Every lesson does the same in five ways: as rustc compiles it against tokio, through the pass on the virtual clock,
//! interpreted, as its Python twin, and, in the end-to-end tests, in a browser.

#![expect(clippy::unwrap_used, reason = "in a test's helper as in the test itself")]

mod exceptions;
mod figures;
mod findings;
mod folders;
mod interpreted;
mod language;
mod native;
mod process;
mod python;
mod site;
mod virtual_clock;

use std::path::PathBuf;

/// The folder of a program.
fn folder(slug: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("programs").join(slug)
}

/// What a program is to print.
#[track_caller]
fn expected_output(slug: &str) -> String {
    std::fs::read_to_string(folder(slug).join("expected.txt")).unwrap()
}
