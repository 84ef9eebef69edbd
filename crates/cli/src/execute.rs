//! Reading a program and running it.

use crate::Program;
use meanwhile_interp::diagnostic::Diagnostic as Finding;
use meanwhile_interp::engine::Engine;
use meanwhile_interp::machine::Limits;
use meanwhile_runtime::{RunConfig, run_to_end};
use meanwhile_trace::Trace;
use meanwhile_trace::report::Status;
use std::io::Read;
use std::path::Path;

/// A run that is over, or a program that was not run.
#[derive(Debug)]
pub(crate) struct Run {
    /// The program.
    pub text: String,
    /// How it ended.
    pub status: Status,
    /// What happened.
    pub trace: Trace,
    /// What is wrong with the text, or what it came to that the interpreter does not do.
    pub findings: Vec<Finding>,
}

/// Runs a program to its end.
///
/// # Errors
///
/// Fails if the file cannot be read.
pub(crate) fn run(program: &Program) -> Result<Run, String> {
    let text = read(&program.file)?;
    let clock = program.clock.into();
    let engine = match Engine::new(&text) {
        Ok(engine) => engine,
        Err(findings) => {
            return Ok(Run { text, status: Status::Rejected, trace: Trace::new(clock), findings });
        }
    };
    let config = RunConfig { clock, seed: program.seed, ..RunConfig::default() };
    let limits = Limits { stack: crate::STACK / 4 * 3, ..Limits::default() };
    let (main, ended) = engine.main(limits, || ());
    let finished = run_to_end(config, move || main);
    let (status, mut findings) = ended.verdict(finished.status);
    findings.extend(ended.lost());
    Ok(Run { text, status, trace: finished.trace, findings })
}

fn read(path: &Path) -> Result<String, String> {
    let mut text = String::new();
    let read = if path == Path::new("-") {
        std::io::stdin().read_to_string(&mut text).map(|_| ())
    } else {
        std::fs::read_to_string(path).map(|it| text = it)
    };
    read.map(|()| text).map_err(|error| format!("{} cannot be read: {error}", path.display()))
}
