//! `cargo xtask`: set-up, build, test, bench and lint commands of the workspace.
#![expect(clippy::print_stdout, reason = "a command-line program talks on its standard output")]

use std::process::ExitCode;

use anyhow::Result;

use crate::flags::Command;

mod bench;
mod flags;
mod lint;
mod process;
mod site;
mod test;
mod tidy;
mod tools;
mod workspace;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        // Printed by hand: the default adds a backtrace, which tells the caller nothing.
        Err(error) => {
            process::say(format_args!("error: {error:#}"));
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    match flags::parse(lexopt::Parser::from_env())? {
        Command::Help => {
            print!("{}", flags::HELP);
            Ok(())
        }
        Command::Serve { port, dev } => site::serve(port, dev),
        Command::Build => site::build(),
        Command::Test { long: false } => test::run(),
        Command::Test { long: true } => test::run_long(),
        Command::Bench { only } => bench::run(only.as_deref()),
        Command::Plan { again: false } => site::plan(),
        Command::Plan { again: true } => site::plan_again(),
        Command::Lint => lint::run(),
        Command::Setup => tools::set_up_all(),
        Command::Prepare => site::prepare(),
        Command::Finish => site::finish(),
    }
}
