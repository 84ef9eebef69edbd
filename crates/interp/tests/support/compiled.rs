//! Programs compiled by rustc with the crates that they are written for: many at a time, each a module of one binary.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, fs, io, thread};

/// The project in which they are compiled; what it depends on is what a program may use.
const MANIFEST: &str = r#"[package]
name = "compiled"
version = "0.0.0"
edition = "2024"
publish = false

[dependencies]
anyhow = "1"
async-stream = "0.3"
async-task = "4"
async-trait = "0.1"
bytes = "1"
crossbeam = "0.8"
flume = "0.11"
futures = { version = "0.3", features = ["thread-pool"] }
futures-lite = "2"
log = "0.4"
once_cell = "1"
pin-project-lite = "0.2"
rand = "0.10"
serde = { version = "1", features = ["derive"] }
serde_json = "1"
thiserror = "2"
tokio = { version = "1.54", features = ["full", "test-util"] }
tokio-stream = { version = "0.1", features = ["full"] }
tokio-test = "0.4"
tokio-util = { version = "0.7", features = ["full"] }
tracing = "0.1"

[profile.dev]
debug = false
incremental = false

[workspace]
"#;

/// The variable that tells a binary which of its programs to run: a program sees the arguments that it has by itself.
const WHICH: &str = "MEANWHILE_PROGRAM";

/// The longest that a program may take: none of them waits for more than a few seconds.
const PATIENCE: Duration = Duration::from_secs(60);

/// Programs in one binary.
pub(crate) struct Compiled {
    binary: PathBuf,
}

impl Compiled {
    /// Compiles programs, given by their names and texts, as the binary `batch`.
    pub(crate) fn new(batch: &str, programs: &[(String, String)]) -> io::Result<Self> {
        let root = project()?;
        let folder = root.join("src/bin").join(batch);
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        fs::create_dir_all(&folder)?;
        let mut modules = String::from("#![allow(warnings)]\n");
        let mut arms = String::new();
        for (index, (name, text)) in programs.iter().enumerate() {
            let module = format!("program_{index}");
            fs::write(folder.join(&module).with_extension("rs"), as_module(text, &module))?;
            let _ = writeln!(modules, "mod {module};");
            let _ = writeln!(arms, "        Ok({name:?}) => {module}::run_this_program(),");
        }
        let main = format!(
            "{modules}\nfn main() -> std::process::ExitCode {{\n    match std::env::var({WHICH:?}).as_deref() {{\n\
             {arms}        other => panic!(\"{{other:?}}\"),\n    }}\n}}\n"
        );
        fs::write(folder.join("main.rs"), main)?;
        let mut build = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        build.args(["build", "--quiet", "--bin", batch]).current_dir(&root);
        build.env("CARGO_TARGET_DIR", root.join("target")).env_remove("RUSTFLAGS");
        let built = build.status()?;
        if !built.success() {
            return Err(io::Error::other(format!("{batch} does not compile: see {}", folder.display())));
        }
        Ok(Compiled { binary: root.join("target/debug").join(batch) })
    }

    /// What a program prints, and the exit code of its process.
    pub(crate) fn run(&self, name: &str) -> io::Result<String> {
        let mut process = Command::new(&self.binary)
            .env(WHICH, name)
            // Errors print where they come from if this is set.
            .env_remove("RUST_BACKTRACE")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let mut output = process.stdout.take().expect("a pipe");
        let reader = thread::spawn(move || io::read_to_string(&mut output));
        let start = Instant::now();
        let status = loop {
            if let Some(status) = process.try_wait()? {
                break status;
            }
            if start.elapsed() > PATIENCE {
                process.kill()?;
            }
            thread::sleep(Duration::from_millis(1));
        };
        let printed = reader.join().expect("a reader")?;
        // 134 is what a shell says of a process that has aborted.
        Ok(format!("{printed}-- exit {}\n", status.code().unwrap_or(134)))
    }
}

/// The text of a program as that of a module, which is the root of no crate.
fn as_module(text: &str, module: &str) -> String {
    let text = text.replace("crate::", &format!("crate::{module}::"));
    format!(
        "{text}\npub fn run_this_program() -> std::process::ExitCode {{\n    \
         std::process::Termination::report(main())\n}}\n"
    )
}

/// The folder of the project, whose crates have the versions of this workspace.
fn project() -> io::Result<PathBuf> {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| workspace.join("target"), PathBuf::from);
    let root = target.join("compiled");
    fs::create_dir_all(root.join("src/bin"))?;
    let root = root.canonicalize()?;
    let manifest = root.join("Cargo.toml");
    if fs::read_to_string(&manifest).ok().as_deref() != Some(MANIFEST) {
        fs::write(&manifest, MANIFEST)?;
        fs::copy(workspace.join("Cargo.lock"), root.join("Cargo.lock"))?;
    }
    Ok(root)
}
