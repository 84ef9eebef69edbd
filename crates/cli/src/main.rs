//! `meanwhile`: runs async Rust programs without a compiler, and draws what every future did.
#![allow(clippy::print_stdout)]

mod draw;
mod excerpt;
mod execute;
mod show;

use clap::{Args, Parser, Subcommand, ValueEnum};
use meanwhile_trace::ClockKind;
use std::path::PathBuf;
use std::process::ExitCode;

/// Runs async Rust programs without a compiler, and draws what every future did.
#[derive(Debug, Parser)]
#[command(version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Runs a program. Exit status: 0 completed, 1 it failed or panicked, 2 it was rejected, 3 it reached a limit.
    Run {
        #[command(flatten)]
        program: Program,
        /// Prints the whole result as JSON instead of the program's output.
        #[arg(long)]
        json: bool,
        /// Writes the trace of the run there, as Trace Event JSON, which Perfetto and speedscope read.
        #[arg(long, value_name = "OUT.json")]
        trace: Option<PathBuf>,
    },
    /// Runs a program and draws it as SVG.
    Svg {
        #[command(flatten)]
        program: Program,
        /// Where the picture goes; standard output if it is not said.
        #[arg(short, long, value_name = "OUT.svg")]
        output: Option<PathBuf>,
        /// How wide it is, in CSS pixels.
        #[arg(long, default_value_t = 800, value_parser = clap::value_parser!(u32).range(240..=10_000))]
        width: u32,
    },
}

/// A program and how it is run.
#[derive(Args, Debug)]
struct Program {
    /// The program's source; `-` reads standard input.
    file: PathBuf,
    /// By which clock it runs: on the virtual one time jumps to the next timer when nothing can run.
    #[arg(long, value_enum, default_value_t = Clock::Real)]
    clock: Clock,
    /// What the order of `select!`'s branches and random numbers are drawn from.
    #[arg(long, default_value_t = 0)]
    seed: u64,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Clock {
    Real,
    Virtual,
}

impl From<Clock> for ClockKind {
    fn from(clock: Clock) -> Self {
        match clock {
            Clock::Real => ClockKind::Real,
            Clock::Virtual => ClockKind::Virtual,
        }
    }
}

/// The stack that a program has for what the host does for it, in bytes.
pub(crate) const STACK: usize = 256 << 20;

fn main() -> ExitCode {
    let command = std::thread::Builder::new().stack_size(STACK).spawn(command);
    match command.map(std::thread::JoinHandle::join) {
        Ok(Ok(code)) => code,
        // What went wrong has been printed by whoever panicked.
        Ok(Err(_)) => ExitCode::from(2),
        Err(error) => {
            eprintln!("meanwhile: there is no stack to run on: {error}");
            ExitCode::from(2)
        }
    }
}

fn command() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Run { program, json, trace } => {
            execute::run(&program).and_then(|run| show::run(&program, &run, json, trace.as_deref()))
        }
        Command::Svg { program, output, width } => {
            execute::run(&program).and_then(|run| draw::svg(&program, &run, output.as_deref(), width))
        }
    };
    done.unwrap_or_else(|error| {
        eprintln!("meanwhile: {error}");
        ExitCode::from(2)
    })
}
