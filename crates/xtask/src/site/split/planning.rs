//! Makes the plans: which functions a worker's first module has, and which go together into parts.
//!
//! Programs are run in workers that note which of their functions are called: all lessons, and those of the conformance
//! suite. What is called by the same programs belongs together; [`groups`] makes parts of that. The plan then names only
//! what would not come to its part by itself.

use std::path::Path;

use anyhow::{Context, Result, ensure};

use super::module::Module;
use super::placing::Graph;
use super::plan::{PLANS, Plan};
use super::record;
use crate::{process, tools, workspace};

mod groups;
mod lines;

use groups::{Calls, Groups};

/// Makes all plans, given the folder of a site whose workers note their calls.
pub(crate) fn plan(site: &Path) -> Result<()> {
    PLANS.iter().try_for_each(|it| one(site, it).with_context(|| format!("cannot plan {}", it.worker)))
}

fn one(site: &Path, plan: &Plan) -> Result<()> {
    process::say(format_args!("running programs in the worker {}", plan.worker));
    let mut command = process::command("cargo");
    command.args(["run", "--quiet", "--package", "meanwhile-tests", "--bin", "calls", "--"]);
    command.arg(site).arg(plan.worker);
    let printed = process::output(tools::test_environment(&mut command)?)?;
    let bytes = std::fs::read(record::recorded(plan.worker))?;
    let module = Module::read(&bytes)?;
    let calls = read(&printed, &module)?;
    let sizes: Vec<usize> = module.code.iter().map(|it| it.len()).collect();
    let groups = Groups::new(&calls, &sizes, plan.request);
    process::say(groups.summary());
    // What is imported is the first module's.
    let places: Vec<usize> = vec![0; module.imported].into_iter().chain(groups.places()).collect();
    let lines = lines::lines(&module, &Graph::new(&module)?, &places);
    let path = format!("crates/xtask/src/site/split/plan/{}.txt", plan.worker);
    workspace::write(&workspace::root().join(path), lines)
}

/// Reads what the measuring program has printed: for each program a line of its weight and a digit for each function.
fn read(printed: &str, module: &Module<'_>) -> Result<Vec<Calls>> {
    let programs = printed.lines().map(|line| {
        let (weight, digits) = line.split_once(' ').with_context(|| format!("not two words: {line}"))?;
        ensure!(digits.len() == module.code.len(), "{} functions, not {}", digits.len(), module.code.len());
        let called = digits.bytes().map(|it| it == b'1').collect();
        Ok(Calls { weight: weight.parse()?, called })
    });
    programs.collect()
}
