//! What it costs to record an event.

use anyhow::Result;

use super::json;
use super::table::Row;
use crate::process;

/// One row; the program that measures is an example of the runtime.
pub(crate) fn measure() -> Result<Vec<Row>> {
    let mut command = process::command("cargo");
    command.args([
        "run",
        "--quiet",
        "--release",
        "--package",
        "meanwhile-runtime",
        "--example",
        "record_cost",
    ]);
    let printed = process::output(&mut command)?;
    Ok(vec![Row {
        what: "recording, per event".into(),
        measured: json::number(&printed, "nsPerEvent")?,
        budget: Some(100.0),
        unit: "ns",
    }])
}
