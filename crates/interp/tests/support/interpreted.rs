//! Programs in the interpreter, on the virtual clock.

use meanwhile_interp::engine::Engine;
use meanwhile_interp::machine::{Limits, Outcome};
use meanwhile_runtime::{Finished, RunConfig, run_to_end};
use meanwhile_trace::{ClockKind, Stream};
use std::cell::RefCell;
use std::rc::Rc;

/// More than a small program needs.
pub(crate) const LIMITS: Limits =
    Limits { turn: 20_000_000, total: 100_000_000, depth: 2_000, ..Limits::DEFAULT };

/// What a program prints, and the exit code that its process would have.
pub(crate) fn run(text: &str) -> String {
    // The tests run programs on a stack that is larger than this.
    run_within(text, Limits { stack: 200 << 20, depth: Limits::DEFAULT.depth, ..LIMITS })
}

/// As [`run`], but within limits.
pub(crate) fn run_within(text: &str, limits: Limits) -> String {
    let failed = Rc::new(RefCell::new(None));
    let outcome = failed.clone();
    let config = RunConfig { clock: ClockKind::Virtual, ..RunConfig::default() };
    let text = text.to_owned();
    let finished = run_to_end(config, move || {
        Box::pin(async move {
            let ended = match Engine::new(&text) {
                Err(diagnostics) => {
                    let shown = diagnostics.iter().map(|it| {
                        format!("{}:{}: {} ({:?})", it.span.line, it.span.column, it.message, it.hint)
                    });
                    format!("rejected\n{}", shown.collect::<Vec<_>>().join("\n"))
                }
                Ok(engine) => match engine.start(limits) {
                    Ok(program) => ending(&program.await),
                    Err(trap) => format!("{trap:?}"),
                },
            };
            outcome.replace(Some(ended));
            Ok(())
        })
    });
    let ended = failed.take().unwrap_or_else(|| format!("stopped: {}", finished.status.name()));
    format!("{}-- {ended}\n", printed(&finished))
}

fn printed(finished: &Finished) -> String {
    let lines = finished.trace.output().iter().filter(|it| it.stream == Stream::Out);
    lines.map(|it| finished.trace.text(it.text)).collect()
}

fn ending(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Completed => "exit 0".to_owned(),
        Outcome::Failed(_) => "exit 1".to_owned(),
        Outcome::Panicked(_) => "exit 101".to_owned(),
        Outcome::Exit(code) => format!("exit {code}"),
        Outcome::Limit(what, span) => format!("limit of {what} at {}:{}", span.line, span.column),
        Outcome::Unsupported(message, span) => {
            format!("unsupported at {}:{}: {message}", span.line, span.column)
        }
    }
}
