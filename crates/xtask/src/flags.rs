//! The command line, typed: one variant a command, nothing that is not used.

use anyhow::{Context, Result, bail};
use lexopt::prelude::*;

/// What `cargo xtask` prints when it is called alone.
pub(crate) const HELP: &str = "\
cargo xtask <command>

  serve [--port N] [--dev]  set up, build, and serve the site on 127.0.0.1 (port 8080);
                            rebuilds when a file changes; --dev builds faster, larger code
  build                     set up and write the static site to dist/
  test                      run all tests: native, in Chromium's workers, end to end
  test long                 programs made by chance against rustc, and a million texts that are
                            nearly programs (SEED and COUNT: which, and how many)
  bench [NAME]              measure against the budgets; fails over one (NAME: only that bench)
  plan                      find out anew, by running programs, which functions of a worker are
                            downloaded together; takes as long as `test`
  plan again                the same, from what they did last time
  lint                      formatting, clippy, documentation and tidy
  setup                     install the tools that the other commands need, nothing else

Called by Trunk, not by hand: prepare (before a build), finish (after it).
The tools go to target/tools; nothing outside this folder changes, but for rustup's wasm32 target
and, where they are missing and this runs as root on Debian or Ubuntu, Chromium and its driver.
";

/// A command with its flags.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Command {
    Help,
    Serve { port: u16, dev: bool },
    Build,
    Test { long: bool },
    Bench { only: Option<String> },
    Plan { again: bool },
    Lint,
    Setup,
    Prepare,
    Finish,
}

/// Reads a command from the arguments after the program's name.
pub(crate) fn parse(mut args: lexopt::Parser) -> Result<Command> {
    let mut words = Vec::new();
    let (mut port, mut dev) = (None, false);
    while let Some(arg) = args.next()? {
        match arg {
            Short('h') | Long("help") => return Ok(Command::Help),
            Long("port") => {
                port = Some(args.value()?.parse().context("--port wants a number from 1 to 65535")?);
            }
            Long("dev") => dev = true,
            Value(word) => words.push(word.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    let mut words = words.into_iter().peekable();
    let name = words.next();
    let command = match name.as_deref() {
        None | Some("help") => Command::Help,
        Some("serve") => Command::Serve { port: port.take().unwrap_or(8080), dev: std::mem::take(&mut dev) },
        Some("build") => Command::Build,
        Some("test") => Command::Test { long: words.next_if(|it| it == "long").is_some() },
        Some("bench") => Command::Bench { only: words.next() },
        Some("plan") => Command::Plan { again: words.next_if(|it| it == "again").is_some() },
        Some("lint") => Command::Lint,
        Some("setup") => Command::Setup,
        Some("prepare") => Command::Prepare,
        Some("finish") => Command::Finish,
        Some(other) => bail!("there is no command `{other}`; `cargo xtask` alone lists them"),
    };
    if let Some(extra) = words.next() {
        bail!("unexpected argument `{extra}`; `cargo xtask` alone lists the commands");
    }
    if port.is_some() || dev {
        bail!("--port and --dev belong to `serve`; `cargo xtask` alone lists the commands");
    }
    Ok(command)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(args: &[&str]) -> Result<Command> {
        parse(lexopt::Parser::from_args(args))
    }

    #[test]
    fn no_command_is_a_call_for_help() {
        assert_eq!(read(&[]).unwrap(), Command::Help);
        assert_eq!(read(&["serve", "--help"]).unwrap(), Command::Help);
    }

    #[test]
    fn flags_are_typed() {
        assert_eq!(read(&["serve"]).unwrap(), Command::Serve { port: 8080, dev: false });
        assert_eq!(
            read(&["serve", "--dev", "--port", "9000"]).unwrap(),
            Command::Serve { port: 9000, dev: true }
        );
        assert_eq!(read(&["bench", "sizes"]).unwrap(), Command::Bench { only: Some("sizes".into()) });
        let error = read(&["serve", "--port", "http"]).unwrap_err();
        assert!(error.to_string().contains("a number from 1 to 65535"), "{error}");
    }

    #[test]
    fn what_is_not_understood_is_refused() {
        assert!(read(&["srve"]).unwrap_err().to_string().contains("`srve`"));
        assert!(read(&["build", "now"]).unwrap_err().to_string().contains("`now`"));
        assert!(read(&["build", "--dev"]).unwrap_err().to_string().contains("belong to `serve`"));
        assert!(read(&["build", "--fast"]).is_err());
    }

    #[test]
    fn help_names_every_command() {
        for name in ["serve", "build", "test", "bench", "plan", "lint", "setup", "prepare", "finish"] {
            assert!(HELP.contains(name), "{name}");
            assert_ne!(read(&[name]).unwrap(), Command::Help);
        }
    }
}
