//! What the lints say of each lesson on the virtual clock, written down in its folder, so that a false alarm is noticed.

use crate::{folder, virtual_clock};
use expect_test::expect_file;
use meanwhile_programs::facts;
use meanwhile_trace::lint::lint;
use std::fmt::Write as _;

#[track_caller]
fn check(slug: &'static str) {
    let finished = virtual_clock::run(slug);
    let mut said = String::new();
    for finding in lint(&finished.trace, &facts(slug)) {
        let line = finding.place.map(|it| format!("{}: ", it.line)).unwrap_or_default();
        let _ = writeln!(said, "{line}{}: {}", finding.lint, finding.message);
    }
    expect_file![folder(slug).join("findings.txt")].assert_eq(&said);
}

meanwhile_programs::each_lesson!(check);
