//! Corners of the language: a program that goes through all of them prints the same with and without the pass.

use crate::native;
use expect_test::expect_file;
use meanwhile_runtime::{RunConfig, run_to_end};
use meanwhile_trace::report::Status;
use meanwhile_trace::{ClockKind, check as violations, dump_tree};

// The program, put through the pass.
include!(concat!(env!("OUT_DIR"), "/tests.rs"));

const CHECKS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/checks");

#[test]
fn rustc_and_tokio_print_what_is_expected() {
    expect_file![format!("{CHECKS}/language.txt")].assert_eq(&native::output("language"));
}

#[test]
fn through_the_pass_it_prints_the_same() {
    let config = RunConfig { clock: ClockKind::Virtual, ..RunConfig::default() };
    let finished = run_to_end(config, language::start);
    assert_eq!(finished.status, Status::Completed, "{}", finished.output());
    assert_eq!(violations(&finished.trace.events), []);
    expect_file![format!("{CHECKS}/language.txt")].assert_eq(&finished.output());
    expect_file![format!("{CHECKS}/language.tree")].assert_eq(&dump_tree(&finished.trace));
}
