//! Measurements against the budgets, one module each, in one table.

use anyhow::{Result, bail};

use crate::{process, site, tools};

mod first_output;
mod interpreter;
mod json;
mod recording;
mod sizes;
mod table;

use table::Row;

/// A bench by name. It may rely on the built site and all tools; it says what it measured, row by row.
type Bench = (&'static str, fn() -> Result<Vec<Row>>);

const BENCHES: [Bench; 4] = [
    ("sizes", sizes::measure),
    ("first-output", first_output::measure),
    ("recording", recording::measure),
    ("interpreter", interpreter::measure),
];

/// Runs all benches, or only the one named; fails if any row is over its budget.
pub(crate) fn run(only: Option<&str>) -> Result<()> {
    let chosen: Vec<_> = BENCHES.iter().filter(|(name, _)| only.is_none_or(|only| only == *name)).collect();
    if chosen.is_empty() {
        bail!("there is no bench of that name; there are: {}", BENCHES.map(|(name, _)| name).join(", "));
    }
    tools::set_up_all()?;
    site::build()?;
    let mut over = Vec::new();
    for (name, measure) in chosen {
        process::say(format_args!("bench {name}"));
        let rows = measure()?;
        println!("{}", table::render(&rows));
        over.extend(rows.into_iter().filter(Row::is_over).map(|row| row.what));
    }
    if !over.is_empty() {
        bail!("over budget: {}", over.join(", "));
    }
    Ok(())
}
