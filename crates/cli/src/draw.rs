//! The picture of a run.

use crate::execute::Run;
use crate::{Program, show};
use meanwhile_timeline::{Comparison, Index, Options, Plan, Theme, lay_out, to_svg};
use meanwhile_trace::report::Status;
use std::path::Path;
use std::process::ExitCode;

/// Draws a run, as a comparison where it makes one.
///
/// # Errors
///
/// Fails if the file cannot be written.
pub(crate) fn svg(
    program: &Program,
    run: &Run,
    output: Option<&Path>,
    width: u32,
) -> Result<ExitCode, String> {
    show::findings(program, run);
    if run.status == Status::Rejected {
        return Ok(show::exit_code(run.status));
    }
    let trace = &run.trace;
    let plan = match Comparison::find(trace) {
        Some(comparison) => Plan::comparison(trace, &comparison),
        None => Plan::whole(trace),
    };
    let frame = lay_out(trace, &Index::new(trace), &plan, &Options::new(f64::from(width)));
    let picture = to_svg(&frame.scene, &Theme::light());
    match output {
        Some(path) => show::write(path, &picture)?,
        None => println!("{picture}"),
    }
    Ok(show::exit_code(run.status))
}
