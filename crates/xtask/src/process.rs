//! Running other programs: inherited output, one clear error when they fail.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::workspace;

/// Says what happens next, apart from the output of the programs that do it.
pub(crate) fn say(line: impl std::fmt::Display) {
    eprintln!("xtask: {line}");
}

/// A command that runs at the top of the repository, finds our tools first, and reads no input.
pub(crate) fn command(program: &str) -> Command {
    let mut command = Command::new(program);
    command.current_dir(workspace::root()).env("PATH", path_with_tools()).stdin(Stdio::null());
    command
}

/// Runs a command to its end; any exit status but 0 is an error that repeats the command line.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let line = line(command);
    let status = command.status().with_context(|| format!("cannot start `{line}`"))?;
    if !status.success() {
        bail!("`{line}` failed ({status}); its own messages are above");
    }
    Ok(())
}

/// Runs a command and returns what it wrote to its standard output, trimmed.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let line = line(command);
    let output = command.output().with_context(|| format!("cannot start `{line}`"))?;
    if !output.status.success() {
        bail!("`{line}` failed ({}): {}", output.status, String::from_utf8_lossy(&output.stderr).trim());
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Looks a program up on `PATH`, our tools first.
pub(crate) fn find(program: &str) -> Option<PathBuf> {
    std::env::split_paths(&path_with_tools())
        .map(|folder| folder.join(program).with_extension(std::env::consts::EXE_EXTENSION))
        .find(|file| file.is_file())
}

fn path_with_tools() -> OsString {
    let ours = [workspace::tools_dir().join("bin"), workspace::npm_dir().join("node_modules/.bin")];
    let path = std::env::var_os("PATH").unwrap_or_default();
    let all = ours.into_iter().chain(std::env::split_paths(&path).filter(|folder| folder != Path::new("")));
    // Only a folder with the separator in its name cannot be joined; then our tools cannot be found there.
    std::env::join_paths(all).unwrap_or(path)
}

fn line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_repeats_the_command_line() {
        let error =
            run(command("cargo").args(["no-such-command", "--quiet"]).stderr(Stdio::null())).unwrap_err();
        assert!(error.to_string().starts_with("`cargo no-such-command --quiet` failed"), "{error}");
        let error = run(&mut command("no-such-program")).unwrap_err();
        assert!(error.to_string().contains("cannot start `no-such-program`"), "{error}");
    }

    #[test]
    fn output_is_trimmed_and_programs_are_found() {
        assert!(output(command("cargo").arg("--version")).unwrap().starts_with("cargo 1."));
        assert!(find("cargo").is_some());
        assert!(find("no-such-program").is_none());
    }
}
