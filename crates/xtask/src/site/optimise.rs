//! Makes each wasm as small as it gets: what nobody can see of a panic goes, and wasm-opt does the rest.

use std::path::Path;

use anyhow::{Context, Result};

use super::{MODULE, wasm};
use crate::{process, workspace};

mod library;
mod panics;
mod places;

pub(super) use library::is_of_kept;

/// What rustc uses of WebAssembly beyond its first version.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// What made modules smallest after compression, of all that was tried: a function that is called once compresses better
/// where it stands alone. The lowest addresses are the far end of the stack, which no address in a table begins with.
const SMALL: [&str; 4] = ["-Oz", "-Oz", "--low-memory-unused", "--one-caller-inline-max-function-size=1"];

/// What comes before that: code put in order anew compresses better. The large modules get hardly smaller by it, and the
/// interpreter's loop is not to change.
const IN_ORDER: [&str; 2] = ["--flatten", "--rereloop"];

/// The modules that are downloaded when they are needed.
const ON_DEMAND: [&str; 2] = ["further", "interpreted"];

/// Optimises every module of a folder that Trunk has filled, in place.
pub(super) fn optimise(folder: &Path) -> Result<()> {
    let index = workspace::read(&folder.join("index.html"))?;
    for path in super::files(folder)? {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.ends_with(MODULE) {
            // Workers tell the message of a program's panic; nobody hears of one in the page's own module, nor of one in
            // the interpreter's, whose programs panic without it.
            let is_heard = !index.contains(&name) && !name.starts_with("interpreted");
            let is_large = ON_DEMAND.iter().any(|it| name.starts_with(it));
            let first = if is_large { &[][..] } else { &IN_ORDER[..] };
            let mut passes = [first, &SMALL[..]].concat();
            if super::split::is_planned(&name) {
                // It tells functions by their names.
                passes.push("--debuginfo");
            }
            if name.starts_with("interpreted") {
                workspace::write(&path, library::take_out(&std::fs::read(&path)?, folder)?)?;
            }
            super::split::check_linked(name.trim_end_matches(MODULE), &std::fs::read(&path)?)?;
            one(&path, is_heard, &passes).with_context(|| format!("cannot optimise {name}"))?;
        }
    }
    Ok(())
}

fn one(path: &Path, panics_are_heard: bool, passes: &[&str]) -> Result<()> {
    // What the linker says is of the module as it was when it was linked.
    let is_linkers = |name: &str| name == "linking" || name.starts_with("reloc.");
    let mut module = wasm::without(&std::fs::read(path)?, &is_linkers)?;
    if !panics_are_heard {
        module = panics::silence(&module)?;
    }
    workspace::write(path, module)?;
    let mut wasm_opt = process::command("wasm-opt");
    wasm_opt.args(FEATURES).args(passes).arg(path).arg("-o").arg(path);
    process::run(&mut wasm_opt)?;
    // Afterwards, because no place changes the code.
    workspace::write(path, places::forget(&std::fs::read(path)?)?)
}
