//! Makes the plans: which functions a worker's first module has, and which go together into parts.
//!
//! Programs are run in workers that note which of their functions are called, and which tails of them are come to: all
//! lessons, and the programs of the conformance suite. To look at a program and to run it are two cases: a visitor does
//! the one before the other. [`tails`] chooses what to cut out of functions. What is called by
//! the same programs belongs together; [`groups`] makes parts of that. The plan then names only what would not come to its
//! part by itself.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use super::linked::Linked;
use super::module::Module;
use super::placing::Graph;
use super::plan::{PLANS, Plan};
use super::{cutting, record};
use crate::{process, tools, workspace};

mod groups;
mod lines;
mod tails;
mod weights;

use groups::{Calls, Groups};
pub(super) use tails::LEAST;
use tails::Reached;
pub(super) use weights::Weights;

/// Runs programs in the workers of a site that note their calls, and keeps the notes.
pub(crate) fn note(site: &Path) -> Result<()> {
    PLANS.iter().map(|it| it.worker).try_for_each(|worker| {
        process::say(format_args!("running programs in the worker {worker}"));
        let mut command = process::command("cargo");
        command.args(["run", "--quiet", "--package", "meanwhile-tests", "--bin", "calls", "--"]);
        command.arg(site).arg(worker);
        workspace::write(&notes(worker), process::output(tools::test_environment(&mut command)?)?)
    })
}

/// Makes all plans from the notes.
pub(crate) fn plan() -> Result<()> {
    PLANS.iter().try_for_each(|it| one(it).with_context(|| format!("cannot plan {}", it.worker)))
}

/// Where a worker's notes are kept.
fn notes(worker: &str) -> PathBuf {
    record::recorded(worker).with_extension("notes")
}

fn one(plan: &Plan) -> Result<()> {
    let printed = workspace::read(&notes(plan.worker)).context("run `cargo xtask plan` first")?;
    let bytes = std::fs::read(record::recorded(plan.worker))?;
    let linked = Linked::read(&std::fs::read(record::recorded_linked(plan.worker))?)?;
    let module = Module::read(&bytes)?;
    let weights = Weights::new(&module, &linked)?;
    let noted = record::noted(&module, &weights)?;
    let programs = read(&printed, module.code.len() + noted.len())?;
    let reached = Reached::new(&module, &noted, &programs)?;
    let cut = cutting::cut(&bytes, &module, &|body| tails::choose(body, &reached, &weights))?;
    let whole = Module::read(&cut.module)?;
    let sizes = Weights::new(&whole, &linked)?.of_all(&whole)?;
    let groups = Groups::new(&reached.calls(&cut.tails), &sizes, plan.request);
    process::say(groups.summary());
    // What is imported is the first module's.
    let places: Vec<usize> = vec![0; whole.imported].into_iter().chain(groups.places()).collect();
    let cuts = tails::lines(&cut.tails, &places);
    let lines = lines::lines(&whole, &Graph::new(&whole)?, &places);
    let path = format!("crates/xtask/src/site/split/plan/{}.txt", plan.worker);
    workspace::write(&workspace::root().join(path), cuts + &lines)
}

/// Reads what the measuring program has printed: for each program a line of its weight and a digit for each note.
fn read(printed: &str, notes: usize) -> Result<Vec<Calls>> {
    let programs = printed.lines().map(|line| {
        let (weight, digits) = line.split_once(' ').with_context(|| format!("not two words: {line}"))?;
        ensure!(digits.len() == notes, "{} notes, not {notes}", digits.len());
        let called = digits.bytes().map(|it| it == b'1').collect();
        Ok(Calls { weight: weight.parse()?, called })
    });
    programs.collect()
}
