//! What a run prints: its output, or its result as JSON; what is wrong with a program, with carets below it.

use crate::Program;
use crate::excerpt;
use crate::execute::Run;
use meanwhile_interp::diagnostic::{Diagnostic as Finding, Severity};
use meanwhile_timeline::Comparison;
use meanwhile_trace::Stream;
use meanwhile_trace::chrome::ChromeTrace;
use meanwhile_trace::lint::{Facts, lint};
use meanwhile_trace::report::{Diagnostic, Engine, RunResult, Status};
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

/// Prints a run and says with what status to exit.
///
/// # Errors
///
/// Fails if something cannot be written.
pub(crate) fn run(
    program: &Program,
    run: &Run,
    json: bool,
    trace: Option<&Path>,
) -> Result<ExitCode, String> {
    if let Some(path) = trace {
        let text = serde_json::to_string(&ChromeTrace::new(&run.trace)).map_err(|it| it.to_string())?;
        write(path, &text)?;
    }
    if json {
        let text = serde_json::to_string_pretty(&result(program, run)).map_err(|it| it.to_string())?;
        println!("{text}");
    } else {
        output(run).map_err(|error| format!("the output cannot be written: {error}"))?;
        findings(program, run);
    }
    Ok(exit_code(run.status))
}

/// The exit status of the contract.
pub(crate) fn exit_code(status: Status) -> ExitCode {
    ExitCode::from(match status {
        Status::Completed => 0,
        Status::Rejected => 2,
        Status::Limit => 3,
        _ => 1,
    })
}

/// Writes a file.
///
/// # Errors
///
/// Fails with its name and the cause.
pub(crate) fn write(path: &Path, text: &str) -> Result<(), String> {
    std::fs::write(path, text).map_err(|error| format!("{} cannot be written: {error}", path.display()))
}

fn output(run: &Run) -> std::io::Result<()> {
    let (mut out, mut err) = (std::io::stdout().lock(), std::io::stderr().lock());
    for line in run.trace.output() {
        let text = run.trace.text(line.text).as_bytes();
        match line.stream {
            Stream::Out => out.write_all(text)?,
            Stream::Err => err.write_all(text)?,
        }
    }
    out.flush()
}

/// The result of the contract.
fn result(program: &Program, run: &Run) -> RunResult {
    let diagnostics: Vec<Diagnostic> = run.findings.iter().map(diagnostic).collect();
    if run.status == Status::Rejected && run.trace.root().is_none() {
        return RunResult::rejected(Engine::Interpreted, program.clock.into(), diagnostics);
    }
    let comparison = Comparison::find(&run.trace).and_then(|it| it.report());
    let result = RunResult::new(&run.trace, run.status, Engine::Interpreted, comparison);
    let lints = lint(&run.trace, &Facts::default());
    RunResult {
        diagnostics,
        lints: lints.iter().map(meanwhile_trace::lint::Finding::report).collect(),
        ..result
    }
}

fn diagnostic(finding: &Finding) -> Diagnostic {
    let code = finding.code.map(|it| format!("[{it}] ")).unwrap_or_default();
    Diagnostic {
        severity: word(finding.severity).to_owned(),
        message: format!("{code}{}", finding.message),
        line: finding.span.line,
        column: finding.span.column,
        end_line: finding.span.end_line,
        end_column: finding.span.end_column,
        hint: finding.remarks(),
    }
}

pub(crate) fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

/// Says what is wrong, as rustc does, on standard error.
pub(crate) fn findings(program: &Program, run: &Run) {
    for finding in &run.findings {
        eprint!("{}", excerpt::shown(finding, &program.file.display().to_string(), &run.text));
    }
}
