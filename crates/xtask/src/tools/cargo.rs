//! Tools from crates.io, compiled here, and rustc's wasm32 target.

use std::path::Path;

use anyhow::{Context, Result};

use crate::{process, workspace};

/// The newest Trunk that builds with the toolchain of `rust-toolchain.toml`.
const TRUNK: &str = "0.21.14";

/// A tool as `cargo install` knows it.
struct Tool {
    package: &'static str,
    version: String,
    /// Its programs; each must answer `--version` with the version asked for.
    programs: &'static [&'static str],
    /// Whether the lock file it was published with can be used.
    locked: bool,
    /// What it is for and how long it takes, as told to the one who waits.
    why: &'static str,
}

/// Adds the wasm32 target, unless the toolchain has it.
pub(crate) fn rust_target() -> Result<()> {
    let sysroot = process::output(process::command("rustc").args(["--print", "sysroot"]))?;
    if Path::new(&sysroot).join("lib/rustlib/wasm32-unknown-unknown").is_dir() {
        return Ok(());
    }
    process::say("adding rustc's wasm32-unknown-unknown target");
    process::run(process::command("rustup").args(["target", "add", "wasm32-unknown-unknown"]))
        .context("rustc cannot compile to wasm32-unknown-unknown; install that target and try again")
}

/// Compiles the tools that are missing or have another version.
pub(crate) fn install_all() -> Result<()> {
    let lock = workspace::read(&workspace::root().join("Cargo.lock"))?;
    let wasm_bindgen = Tool {
        package: "wasm-bindgen-cli",
        version: workspace::locked_version(&lock, "wasm-bindgen")?,
        programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
        // The published lock file names a crate that has since been withdrawn.
        locked: false,
        why: "writes the JavaScript side of the wasm; compiled from source, about a minute",
    };
    let trunk = Tool {
        package: "trunk",
        version: TRUNK.to_owned(),
        programs: &["trunk"],
        locked: true,
        why: "builds and serves the site; compiled from source, about 3 minutes",
    };
    let mut compiled = false;
    for tool in [wasm_bindgen, trunk] {
        if !tool.is_installed() {
            tool.install().with_context(|| format!("cannot install {} {}", tool.package, tool.version))?;
            compiled = true;
        }
    }
    if compiled {
        // Several hundred megabytes that nothing reads again.
        std::fs::remove_dir_all(build_dir()).context("cannot remove target/tools-build")?;
    }
    Ok(())
}

impl Tool {
    fn is_installed(&self) -> bool {
        self.programs.iter().all(|program| {
            process::find(program)
                .and_then(|path| process::output(std::process::Command::new(path).arg("--version")).ok())
                .is_some_and(|answer| answer.split_whitespace().nth(1) == Some(self.version.as_str()))
        })
    }

    fn install(&self) -> Result<()> {
        process::say(format_args!("installing {} {}: {}", self.package, self.version, self.why));
        let mut command = process::command("cargo");
        command.args(["install", "--quiet", self.package, "--version", &self.version, "--force"]);
        // Their default features are TLS and a check for updates, of no use to a server on this machine.
        command.arg("--no-default-features");
        for program in self.programs {
            command.args(["--bin", program]);
        }
        if self.locked {
            command.arg("--locked");
        }
        command.arg("--root").arg(workspace::tools_dir());
        // One folder for both, so that what they have in common is compiled once.
        command.arg("--target-dir").arg(build_dir());
        // Quick to compile rather than quick to run: they are busy for a second, rustc for minutes.
        for (setting, value) in
            [("OPT_LEVEL", "0"), ("LTO", "off"), ("CODEGEN_UNITS", "16"), ("STRIP", "symbols")]
        {
            command.env(format!("CARGO_PROFILE_RELEASE_{setting}"), value);
        }
        // Without a lock file: no dependency that asks for a newer compiler than ours.
        command.env("CARGO_RESOLVER_INCOMPATIBLE_RUST_VERSIONS", "fallback");
        process::run(&mut command)
    }
}

fn build_dir() -> std::path::PathBuf {
    workspace::root().join("target/tools-build")
}
