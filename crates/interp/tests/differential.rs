//! Programs made by chance print the same in the interpreter as when rustc has compiled them.
//!
//! Some of them are among the programs of `tests/cases/generated` and so part of every run of the tests. `long` makes
//! and compiles new ones: `cargo xtask test long`. `SEED` and `COUNT` say which.

mod generate;
mod support;

use std::path::{Path, PathBuf};
use std::time::Instant;
use std::{env, fs};
use support::compiled::Compiled;

/// Programs in one binary: rustc is fastest with a few hundred functions a crate.
const BATCH: u64 = 100;

fn number(name: &str, otherwise: u64) -> u64 {
    env::var(name).ok().and_then(|it| it.parse().ok()).unwrap_or(otherwise)
}

#[test]
fn a_seed_makes_one_program() {
    for seed in 0..50 {
        let text = generate::program(seed);
        assert_eq!(text, generate::program(seed));
        assert!(syn::parse_file(&text).is_ok(), "{text}");
    }
    assert_ne!(generate::program(1), generate::program(2));
}

/// Where programs go that differ.
fn differences() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/differences")
}

/// Compares programs, and says which differ.
fn compare(seeds: std::ops::Range<u64>, batch: &str) -> Vec<String> {
    let programs: Vec<_> = seeds.map(|it| (it.to_string(), generate::program(it))).collect();
    let compiled = Compiled::new(batch, &programs).expect("programs that rustc compiles");
    let names = programs.iter().map(|it| it.0.clone()).collect();
    let run = |name: &str| {
        let seed = name.parse().expect("a seed");
        support::interpreted::run_within(&generate::program(seed), support::interpreted::LIMITS)
    };
    let mut wrong = Vec::new();
    for (name, found) in support::in_parallel(names, run) {
        let expected = compiled.run(&name).expect("a process");
        if found != expected {
            fs::create_dir_all(differences()).expect("a folder");
            let path = differences().join(&name);
            let text = generate::program(name.parse().expect("a seed"));
            fs::write(path.with_extension("rs"), text).expect("a file");
            fs::write(path.with_extension("expected"), &expected).expect("a file");
            fs::write(path.with_extension("found"), &found).expect("a file");
            wrong.push(format!("seed {name}\n{}", support::difference(&expected, &found)));
        }
    }
    wrong
}

#[test]
#[ignore = "compiles thousands of programs"]
fn long() {
    let (first, count) = (number("SEED", 0), number("COUNT", 2_000));
    let start = Instant::now();
    let mut wrong = Vec::new();
    for from in (first..first + count).step_by(BATCH as usize) {
        wrong.extend(compare(from..(from + BATCH).min(first + count), "generated"));
        let done = from + BATCH - first;
        eprintln!("{done} of {count} in {:.0?}: {} differ", start.elapsed(), wrong.len());
    }
    let folder = differences();
    assert!(
        wrong.is_empty(),
        "{} of {count} differ (see {}):\n\n{}",
        wrong.len(),
        folder.display(),
        wrong.join("\n\n")
    );
}

/// Makes the programs of `tests/cases/generated` anew; `bless` of the conformance suite then makes what they print.
#[test]
#[ignore = "writes programs"]
fn sample() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/generated");
    fs::create_dir_all(&folder).expect("a folder");
    for index in 0..number("COUNT", 20) {
        let text = generate::program(number("SEED", 1_000_000) + index);
        fs::write(folder.join(format!("program_{index:02}.rs")), text).expect("a file");
    }
}
