//! The interpreter's worker against Pyodide's Python in the same browser: the same three programs, and the start.

use anyhow::Result;

use super::json;
use super::table::Row;
use crate::{process, tools};

/// What is compared, by its name in the measuring program's answer, and the most that ours may take of Pyodide's time.
const CONTESTS: [(&str, &str, f64); 4] = [
    ("fib", "fib(24) by recursion", 1.0),
    ("loop", "1,000,000 iterations of a loop that computes", 1.0),
    ("gather", "10,000 tasks that yield once, gathered", 0.1),
    ("first", "from the worker's start to the end of a first program", 1.0),
];

/// For each program the times of both, and ours as a part of theirs.
pub(crate) fn measure() -> Result<Vec<Row>> {
    let pyodide = tools::set_up_pyodide()?;
    let mut command = process::command("cargo");
    command
        .args(["run", "--quiet", "--package", "meanwhile-tests", "--bin", "interpreter", "--"])
        .arg(pyodide);
    let printed = process::output(tools::test_environment(&mut command)?)?;
    let mut rows = Vec::new();
    for (name, what, budget) in CONTESTS {
        let ours = json::number(&printed, &format!("{name}Ours"))?;
        let theirs = json::number(&printed, &format!("{name}Theirs"))?;
        let row = |what, measured, budget, unit| Row { what, measured, budget, unit };
        rows.push(row(what.to_owned(), ours, None, "ms"));
        rows.push(row(format!("{what}, Pyodide"), theirs, None, "ms"));
        rows.push(row(format!("{what}, ours divided by Pyodide's"), ours / theirs, Some(budget), "x"));
    }
    let second = json::number(&printed, "secondOurs")?;
    rows.push(Row {
        what: "a small program, once the library is read".to_owned(),
        measured: second,
        budget: Some(50.0),
        unit: "ms",
    });
    Ok(rows)
}
