//! Makes the table of the programs from their folders, and puts the programs through the instrument pass.

mod answer;
mod lesson;
mod native;
mod output;
mod passed;
#[expect(unreachable_pub, reason = "public in the crate, which shares the file")]
#[path = "../src/print.rs"]
mod print;
mod table;

use std::process::ExitCode;

/// What goes wrong is told with the file, and where it can be the line, at the start.
type Result<T> = std::result::Result<T, Vec<String>>;

fn main() -> ExitCode {
    for folder in ["programs", "checks", "build", "src/print.rs"] {
        println!("cargo::rerun-if-changed={folder}");
    }
    match write() {
        Ok(()) => ExitCode::SUCCESS,
        Err(errors) => {
            for error in errors {
                println!("cargo::error={error}");
            }
            ExitCode::FAILURE
        }
    }
}

fn write() -> Result<()> {
    let lessons = lesson::all()?;
    let passed = passed::all(&lessons)?;
    output::write("table.rs", &table::code(&lessons, &passed))?;
    output::write("each_lesson.rs", &table::each_lesson(&lessons))?;
    passed::write(&passed)?;
    native::write(&lessons)
}
