//! Every program as it stands, against the real tokio and reqwest: `lessons three-downloads` runs one of them.

use std::process::{ExitCode, Termination as _};

/// A program's `main`.
type Main = fn() -> ExitCode;

include!(concat!(env!("OUT_DIR"), "/native.rs"));

fn main() -> ExitCode {
    let asked = std::env::args().nth(1).unwrap_or_default();
    match PROGRAMS.iter().find(|it| it.0 == asked) {
        Some((_, run)) => run(),
        None => {
            let known: Vec<_> = PROGRAMS.iter().map(|it| it.0).collect();
            eprintln!("there is no program {asked:?}; there are: {}", known.join(", "));
            ExitCode::from(2)
        }
    }
}
