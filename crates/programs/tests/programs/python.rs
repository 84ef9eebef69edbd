//! The lessons' Python twins, which print what the lessons print.

use crate::{expected_output, folder, process};
use std::process::Command;
use std::sync::LazyLock;

/// Whether there is an interpreter that is new enough.
static IS_THERE: LazyLock<bool> = LazyLock::new(|| {
    let asked =
        Command::new("python3").args(["-c", "import sys; sys.exit(sys.version_info < (3, 11))"]).status();
    asked.is_ok_and(|it| it.success())
});

#[track_caller]
fn check(slug: &str) {
    if !*IS_THERE {
        println!("left out: there is no python3 of version 3.11 or newer");
        return;
    }
    let mut python = Command::new("python3");
    // Bytecode would be written beside the lesson.
    python.arg("-B").arg(folder(slug).join("main.py"));
    let (out, err) = process::run(&mut python, &format!("python-{slug}"));
    assert_eq!(out, expected_output(slug));
    // Python warns of what the first lesson is about.
    assert!(err.is_empty() || err.contains("was never awaited"), "{err}");
}

meanwhile_programs::each_lesson!(check);
