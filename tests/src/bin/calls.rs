//! Says which functions of a worker programs call, for `cargo xtask plan`.
//!
//! `calls SITE WORKER` is given the folder of a site whose workers note their calls, and a worker's name. It prints a line
//! for each program: how much it counts, and a digit for each function. Of a program that is interpreted there are two: one for
//! when it is only looked at, one for when it is run as well.
#![expect(clippy::print_stdout, reason = "a command-line program talks on its standard output")]

use anyhow::{Context as _, Result};
use meanwhile_runner::messages::Limits;
use meanwhile_tests::browser::Browser;
use meanwhile_tests::interpreter::Interpreter;
use meanwhile_tests::site::{Conditions, Site};
use meanwhile_trace::ClockKind;
use meanwhile_trace::report::Status;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// The lessons, a folder each with its `main.rs`.
const LESSONS: &str = "crates/programs/programs";
/// The small programs of the conformance suite, in a folder for each family.
const SMALL: &str = "crates/interp/tests/cases";
/// Programs made by chance, which nobody would write.
const BY_CHANCE: &str = "generated";
/// What runs by itself at a first visit.
const FIRST: &str = "three-downloads";

/// How much a program counts: most visitors see the first lesson run, and many change lessons.
const OF_FIRST: u32 = 100;
const OF_LESSON: u32 = 3;
const OF_SMALL: u32 = 1;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let mut words = env::args().skip(1);
    let site = words.next().context("the folder of the site is not given")?;
    let worker = words.next().context("the worker is not given")?;
    let site = Site::of(Path::new(&site), Conditions::default())?;
    let notes = Interpreter::of(site, Browser::start().await?, &worker).await?;
    // What it takes to start counts for every program.
    let start = notes.calls().await?;
    match &*worker {
        "compiled" => compiled(&notes, &start).await,
        _ => interpreted(&notes, &start).await,
    }
}

async fn compiled(notes: &Interpreter, start: &str) -> Result<()> {
    for (name, _) in lessons()? {
        let runs = notes.run_compiled(&[&name], ClockKind::Real).await?;
        let calls = notes.calls().await?;
        // The other lessons are in another worker.
        if runs.iter().all(|it| it.status != Status::Rejected) {
            tell(if name == FIRST { OF_FIRST } else { OF_LESSON }, start, &calls);
        }
    }
    Ok(())
}

async fn interpreted(notes: &Interpreter, start: &str) -> Result<()> {
    for (_, text) in lessons()? {
        edited_and_run(notes, start, OF_LESSON, &text, ClockKind::Real).await?;
    }
    for family in sorted(SMALL)?.into_iter().filter(|it| it.is_dir() && !it.ends_with(BY_CHANCE)) {
        for program in sorted(&family)?.into_iter().filter(|it| it.extension().is_some_and(|it| it == "rs")) {
            edited_and_run(notes, start, OF_SMALL, &fs::read_to_string(program)?, ClockKind::Virtual).await?;
        }
    }
    Ok(())
}

/// As the page does: a text is looked at while it is being changed, and run later, so each is a download of its own.
async fn edited_and_run(
    notes: &Interpreter,
    start: &str,
    weight: u32,
    text: &str,
    clock: ClockKind,
) -> Result<()> {
    notes.check(&[text]).await?;
    let edited = either(start, &notes.calls().await?);
    println!("{weight} {edited}");
    notes.run(&[text], clock, Limits::default()).await?;
    tell(weight, &edited, &notes.calls().await?);
    Ok(())
}

/// The lessons' names and texts.
fn lessons() -> Result<Vec<(String, String)>> {
    let read = |folder: PathBuf| {
        let name = folder.file_name().context("a folder without a name")?.to_string_lossy().into_owned();
        Ok((name, fs::read_to_string(folder.join("main.rs"))?))
    };
    sorted(LESSONS)?.into_iter().filter(|it| it.is_dir()).map(read).collect()
}

fn sorted(folder: impl AsRef<Path>) -> Result<Vec<PathBuf>> {
    let folder = folder.as_ref();
    let entries = fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))?;
    let mut paths = entries.map(|it| Ok(it?.path())).collect::<Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}

fn tell(weight: u32, start: &str, calls: &str) {
    println!("{weight} {}", either(start, calls));
}

fn either(one: &str, other: &str) -> String {
    one.chars().zip(other.chars()).map(|(one, other)| one.max(other)).collect()
}
