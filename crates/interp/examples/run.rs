//! Runs a program natively on the virtual clock: `cargo run --example run FILE`.
#![allow(clippy::print_stdout, clippy::print_stderr)]

use meanwhile_interp::engine::Engine;
use meanwhile_interp::machine::Limits;
use meanwhile_runtime::{RunConfig, run_to_end};
use meanwhile_trace::ClockKind;

fn main() {
    let path = std::env::args().nth(1).expect("the program's file");
    let text = std::fs::read_to_string(&path).expect("a readable file");
    let config = RunConfig { clock: ClockKind::Virtual, ..RunConfig::default() };
    let finished = run_to_end(config, move || {
        Box::pin(async move {
            let engine = Engine::new(&text).map_err(|it| format!("{it:#?}"))?;
            let program = engine.start(Limits::default()).map_err(|it| format!("{it:?}"))?;
            let outcome = program.await;
            match outcome {
                meanwhile_interp::machine::Outcome::Completed => Ok(()),
                other => Err(format!("{other:?}")),
            }
        })
    });
    for line in finished.trace.output() {
        let text = finished.trace.text(line.text);
        match line.stream {
            meanwhile_trace::Stream::Out => print!("{text}"),
            meanwhile_trace::Stream::Err => eprint!("{text}"),
        }
    }
    println!("{:?}", finished.status);
}
