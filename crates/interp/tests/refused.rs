//! What rustc refuses is refused here, with its code, line and words; and what it accepts is not.
//!
//! The programs of `tests/refused` are wrong in some way, those of `tests/accepted` are near the edge, but right. What
//! rustc says of each is in a file beside it, made by
//! `cargo test --package meanwhile-interp --test refused -- --ignored bless`, which really runs rustc with the real crates.

use meanwhile_interp::diagnostic::{Diagnostic, Severity};
use meanwhile_interp::engine::Engine;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// Programs of which less, or something else, is said here than by rustc. One that agrees is to be taken off.
const GAPS: &[&str] = &[];

/// The manifest of the package that rustc is run on.
const MANIFEST: &str = r#"[package]
name = "refused"
version = "0.0.0"
edition = "2024"

[dependencies]
async-trait = "0.1"
futures = "0.3"
tokio = { version = "1", features = ["full"] }

[workspace]
"#;

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(name)
}

/// The programs of a folder, with their names.
fn programs(of: &Path) -> Vec<(String, PathBuf)> {
    let files = fs::read_dir(of).expect("a folder of programs").map(|it| it.expect("a program").path());
    let programs = files.filter(|it| it.extension().is_some_and(|it| it == "rs"));
    let only = env::var("PROGRAM").unwrap_or_default();
    let named = programs.map(|it| (it.file_stem().unwrap_or_default().to_string_lossy().into_owned(), it));
    let mut all: Vec<_> = named.filter(|it| it.0.contains(&only)).collect();
    all.sort();
    all
}

/// What the interpreter says of a program, a line for each message: code, line, words.
fn said(text: &str) -> String {
    let found = match Engine::new(text) {
        Ok(engine) => engine.warnings.clone(),
        Err(found) => found,
    };
    let mut lines: Vec<(u32, String)> = found.iter().map(|it| (it.span.line, line_of(it))).collect();
    lines.sort();
    lines.iter().map(|it| format!("{}\n", it.1)).collect()
}

fn line_of(it: &Diagnostic) -> String {
    let code = match (it.severity, it.code) {
        (Severity::Warning, _) => "warning",
        (Severity::Error, code) => code.unwrap_or("error"),
    };
    format!("{code} {}: {}", it.span.line, it.message)
}

#[test]
fn what_rustc_refuses_is_refused_in_its_words() {
    on_large_stack(refused);
}

#[test]
fn what_rustc_accepts_is_not_refused() {
    on_large_stack(accepted);
}

fn refused() {
    let mut wrong = Vec::new();
    for (name, path) in programs(&folder("refused")) {
        let text = fs::read_to_string(&path).expect("a readable program");
        let expected = fs::read_to_string(path.with_extension("err")).unwrap_or_default();
        let found = said(&text);
        match (found == expected, GAPS.contains(&name.as_str())) {
            (false, false) => wrong.push(format!("{name}\n  rustc:\n{expected}  here:\n{found}")),
            (true, true) => wrong.push(format!("{name} is a gap no more: take it off the list")),
            _ => {}
        }
    }
    assert!(wrong.is_empty(), "{} programs differ:\n\n{}", wrong.len(), wrong.join("\n"));
}

fn accepted() {
    let folders = env::var("PROGRAMS").map_or_else(|_| right(), |it| vec![PathBuf::from(it)]);
    let mut wrong = Vec::new();
    for (_, path) in folders.iter().flat_map(|it| programs(it)) {
        let text = fs::read_to_string(&path).expect("a readable program");
        let found = Engine::new(&text).err().unwrap_or_default();
        let checks = [
            "E0004", "E0005", "E0038", "E0080", "E0106", "E0204", "E0277", "E0373", "E0381", "E0382",
            "E0384", "E0451", "E0499", "E0502", "E0503", "E0505", "E0506", "E0507", "E0515", "E0594",
            "E0596", "E0597", "E0599", "E0616", "E0716",
        ];
        let is_check = |it: &&Diagnostic| {
            it.code.is_some_and(|it| checks.contains(&it)) || it.message.contains("between threads safely")
        };
        for it in found.iter().filter(is_check) {
            wrong.push(format!("{}: {}", path.display(), line_of(it)));
        }
    }
    assert!(wrong.is_empty(), "{} are refused:\n{}", wrong.len(), wrong.join("\n"));
}

/// Folders of programs that rustc accepts.
fn right() -> Vec<PathBuf> {
    let mut all = vec![folder("accepted")];
    for parent in [folder("cases"), Path::new(env!("CARGO_MANIFEST_DIR")).join("../programs/programs")] {
        let entries =
            fs::read_dir(parent).expect("a folder of folders").map(|it| it.expect("a folder").path());
        all.extend(entries.filter(|it| it.is_dir()));
    }
    all
}

/// A build for tests takes more of the host's stack than a test has.
fn on_large_stack(work: fn()) {
    let thread = std::thread::Builder::new().stack_size(64 << 20).spawn(work).expect("a thread");
    if let Err(panic) = thread.join() {
        std::panic::resume_unwind(panic);
    }
}

/// Makes the `.err` files anew with rustc.
#[test]
#[ignore = "writes what the other tests compare with"]
fn bless() {
    let package = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/refused");
    let bins = package.join("src/bin");
    let _ = fs::remove_dir_all(&bins);
    fs::create_dir_all(&bins).expect("a package");
    fs::write(package.join("Cargo.toml"), MANIFEST).expect("a manifest");
    let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../Cargo.lock");
    fs::copy(lock, package.join("Cargo.lock")).expect("a lock file");
    let mut all: BTreeMap<String, PathBuf> = BTreeMap::new();
    for (name, path) in [folder("refused"), folder("accepted")].iter().flat_map(|it| programs(it)) {
        fs::copy(&path, bins.join(format!("{name}.rs"))).expect("a copy");
        all.insert(name, path);
    }
    let run = Command::new(env!("CARGO"))
        .args(["check", "--offline", "--bins", "--keep-going", "--message-format=json", "--quiet"])
        .current_dir(&package)
        .output()
        .expect("cargo");
    let mut said: BTreeMap<String, Vec<(u64, String)>> = BTreeMap::new();
    for line in String::from_utf8_lossy(&run.stdout).lines() {
        if let Some((target, at, text)) = message(line) {
            said.entry(target).or_default().push((at, text));
        }
    }
    for (name, path) in all {
        let mut lines = said.remove(&name).unwrap_or_default();
        lines.sort();
        lines.dedup();
        let mut text = String::new();
        for line in lines {
            let _ = writeln!(text, "{}", line.1);
        }
        let refused = path.parent().is_some_and(|it| it.ends_with("refused"));
        let is_wrong = text.lines().any(|it| !it.starts_with("warning"));
        if refused {
            fs::write(path.with_extension("err"), text).expect("a writable folder");
        } else {
            assert!(!is_wrong, "{name} is refused by rustc:\n{text}");
        }
    }
    let errors = String::from_utf8_lossy(&run.stderr);
    assert!(!errors.contains("failed to"), "{errors}");
}

/// The program, the line and the words of a message of rustc.
fn message(line: &str) -> Option<(String, u64, String)> {
    let json: serde_json::Value = serde_json::from_str(line).ok()?;
    if json["reason"] != "compiler-message" {
        return None;
    }
    let message = &json["message"];
    let level = message["level"].as_str()?;
    let spans = message["spans"].as_array()?;
    let mut place = spans.iter().find(|it| it["is_primary"] == true)?;
    // What a macro of the library does is said of where the program has called it.
    while !place["file_name"].as_str()?.starts_with("src/bin") && !place["expansion"].is_null() {
        place = &place["expansion"]["span"];
    }
    let at = place["line_start"].as_u64()?;
    let code = match level {
        "warning" if message["code"]["code"] == "unused_must_use" => "warning",
        "warning" | "note" => return None,
        _ => message["code"]["code"].as_str().unwrap_or("error"),
    };
    let text = message["message"].as_str()?.lines().next()?;
    Some((json["target"]["name"].as_str()?.to_owned(), at, format!("{code} {at}: {text}")))
}
