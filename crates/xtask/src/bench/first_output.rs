//! From navigation to the first line of output of the built-in example, with nothing in any cache.

use anyhow::Result;

use super::json;
use super::table::Row;
use crate::{process, tools};

/// How often the site is loaded, each time in a new browser.
const LOADS: &str = "7";

/// One row: the median.
pub(crate) fn measure() -> Result<Vec<Row>> {
    let mut command = process::command("cargo");
    command.args(["run", "--quiet", "--package", "meanwhile-tests", "--bin", "first_output", "--", LOADS]);
    let printed = process::output(tools::test_environment(&mut command)?)?;
    Ok(vec![Row {
        what: format!("navigation to first output, cold cache, median of {LOADS} loads"),
        measured: json::number(&printed, "medianMs")?,
        // Any longer, and a visitor sees that nothing happens.
        budget: Some(1000.0),
        unit: "ms",
    }])
}
