//! Programs of `tests/cases` in the interpreter: they print what they print when rustc has compiled them, and end as
//! they do then.
//!
//! A program is `FAMILY/NAME.rs`; what it prints and how it ends is in `FAMILY/NAME.out`, made by
//! `cargo test --package meanwhile-interp --test conformance -- --ignored bless`. `GAPS` names those that the
//! interpreter does not run as rustc has them run yet; `-- --ignored list_gaps` makes it anew. `PROGRAM=name` is for those whose names have `name` in them.

mod support;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fs, io};
use support::compiled::Compiled;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases")
}

/// The programs by their names, `family/name`.
fn programs() -> Vec<String> {
    let only = env::var("PROGRAM").unwrap_or_default();
    let mut names = Vec::new();
    for family in fs::read_dir(folder()).expect("the folder of programs") {
        let family = family.expect("a family").path();
        if !family.is_dir() {
            continue;
        }
        for file in fs::read_dir(&family).expect("the programs of a family") {
            let file = file.expect("a program").path();
            if file.extension().is_some_and(|it| it == "rs") {
                let (family, name) = (family.file_name(), file.file_stem());
                let text =
                    |it: Option<&std::ffi::OsStr>| it.unwrap_or_default().to_string_lossy().into_owned();
                names.push(format!("{}/{}", text(family), text(name)));
            }
        }
    }
    names.retain(|it| it.contains(&only));
    names.sort();
    names
}

fn text(name: &str) -> String {
    fs::read_to_string(folder().join(name).with_extension("rs")).expect("a readable program")
}

/// The known gaps with their causes: lines `name: cause`.
fn gaps() -> BTreeMap<String, String> {
    let text = fs::read_to_string(folder().join("GAPS")).expect("the list of gaps");
    let entry = |line: &str| {
        let (name, cause) = line.split_once(": ").expect("a name and a cause");
        (name.to_owned(), cause.to_owned())
    };
    text.lines().filter(|it| !it.is_empty()).map(entry).collect()
}

#[test]
fn programs_print_what_they_print_when_compiled() {
    let gaps = gaps();
    let wrong = support::in_parallel(programs(), judge).into_iter().filter_map(|(name, found)| {
        match (found, gaps.contains_key(&name)) {
            (Some(found), false) => Some(format!("{name}\n{found}")),
            (None, true) => Some(format!("{name} is a gap no more: take it off the list")),
            _ => None,
        }
    });
    let wrong: Vec<_> = wrong.collect();
    assert!(wrong.is_empty(), "{} programs differ:\n\n{}", wrong.len(), wrong.join("\n\n"));
}

/// What is wrong with a program.
fn judge(name: &str) -> Option<String> {
    let expected = fs::read_to_string(folder().join(name).with_extension("out")).unwrap_or_default();
    let found = support::interpreted::run(&text(name));
    (found != expected).then(|| support::difference(&expected, &found))
}

/// Makes the list of gaps anew: those that are none any more go, new ones come with what is first seen of them.
#[test]
#[ignore = "writes what the other test compares with"]
fn list_gaps() {
    let mut gaps = gaps();
    for (name, found) in support::in_parallel(programs(), judge) {
        let Some(found) = found else {
            gaps.remove(&name);
            continue;
        };
        let seen = || found.replace('\n', ";").replace("  ", " ").trim().chars().take(160).collect();
        gaps.entry(name).or_insert_with(seen);
    }
    let lines = gaps.iter().map(|(name, cause)| format!("{name}: {cause}\n"));
    fs::write(folder().join("GAPS"), lines.collect::<String>()).expect("a writable folder");
}

/// Makes the `.out` files anew with rustc.
#[test]
#[ignore = "writes what the other test compares with"]
fn bless() {
    let mut families: BTreeMap<String, Vec<(String, String)>> = BTreeMap::new();
    for name in programs() {
        let family = name.split('/').next().unwrap_or_default().to_owned();
        let text = text(&name);
        families.entry(family).or_default().push((name, text));
    }
    let written = families.iter().map(|(family, programs)| bless_family(family, programs));
    let wrong: Vec<_> = written.filter_map(Result::err).map(|it| it.to_string()).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn bless_family(family: &str, programs: &[(String, String)]) -> io::Result<()> {
    let compiled = Compiled::new(family, programs)?;
    for (name, _) in programs {
        let text = compiled.run(name)?;
        for _ in 0..2 {
            let again = compiled.run(name)?;
            // What is different from run to run is of no use here.
            assert_eq!(text, again, "{name}");
        }
        fs::write(folder().join(name).with_extension("out"), text)?;
    }
    Ok(())
}
