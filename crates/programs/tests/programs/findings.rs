//! What the lints say of each lesson on the virtual clock, written down in its folder, so that a false alarm is noticed.

use crate::{folder, virtual_clock};
use expect_test::expect_file;
use meanwhile_programs::find;
use meanwhile_trace::Place;
use meanwhile_trace::lint::{Facts, lint};
use std::fmt::Write as _;

#[track_caller]
fn check(slug: &'static str) {
    let finished = virtual_clock::run(slug);
    let groups = find(slug).unwrap().independent.iter();
    let places = |it: &&[(u32, u32)]| it.iter().map(|&(line, column)| Place::new(line, column)).collect();
    let facts = Facts { independent: groups.map(places).collect() };
    let mut said = String::new();
    for finding in lint(&finished.trace, &facts) {
        let line = finding.place.map(|it| format!("{}: ", it.line)).unwrap_or_default();
        let _ = writeln!(said, "{line}{}: {}", finding.lint, finding.message);
    }
    expect_file![folder(slug).join("findings.txt")].assert_eq(&said);
}

meanwhile_programs::each_lesson!(check);
