//! The lessons as rustc compiles them against the real tokio, futures and reqwest, each run as a process of its own.

use crate::exceptions::{Way, is_left_out};
use crate::{expected_output, process};
use std::path::PathBuf;
use std::process::Command;

/// Runs a lesson and compares what it prints.
#[track_caller]
fn check(slug: &str) {
    if is_left_out(slug, Way::Native) {
        return;
    }
    let (out, err) = process::run(Command::new(executable("lessons")).arg(slug), &format!("native-{slug}"));
    assert_eq!(out, expected_output(slug));
    // The only thing that tokio itself prints.
    assert!(err.is_empty() || err.contains("panicked at"), "{err}");
}

/// Runs an example of this package and returns what it prints.
#[track_caller]
pub(crate) fn output(example: &str) -> String {
    let (out, err) = process::run(&mut Command::new(executable(example)), example);
    assert_eq!(err, "");
    out
}

/// An example's executable, which cargo puts beside the folder of this test's own.
#[track_caller]
fn executable(example: &str) -> PathBuf {
    let test = std::env::current_exe().unwrap();
    let profile = test.parent().and_then(|it| it.parent()).unwrap();
    let path = profile.join("examples").join(format!("{example}{}", std::env::consts::EXE_SUFFIX));
    assert!(
        path.is_file(),
        "{example} is not built: run `cargo test -p meanwhile-programs` without `--test`"
    );
    path
}

meanwhile_programs::each_lesson!(check);
