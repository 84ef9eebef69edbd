//! Splits a worker's wasm into what nearly every program needs and parts that are fetched when they are first called.
//!
//! A part is a wasm module of its own, which shares the first one's memory and tables. Where the first module or
//! another part calls a function of a part, it calls a *door* of its own: a function that asks the part's *porter* to have
//! it loaded, which puts its functions into the table, and then calls through the table. After that a call costs one jump
//! more than before, and only where it crosses.
//!
//! Data that only parts mention goes with them.
//!
//! Before that, the tails of functions that the plan names are cut out: what few programs come to of a function that many
//! call is then a function, too.
//!
//! Which function is in which part matters for the sizes alone, never for what a program does. A worker may wait for a
//! request, so a part is loaded in the midst of a call.

use std::path::Path;

use anyhow::{Context, Result, ensure};

use super::MODULE;
use crate::workspace;

mod body;
mod cutting;
mod data;
mod exits;
mod frame;
mod instructions;
mod linked;
mod live;
mod module;
mod placing;
mod plan;
mod planning;
mod record;
mod sections;
mod writing;

use linked::Linked;
pub(super) use linked::check as check_linked;
use module::Module;
pub(crate) use planning::{note, plan};
pub(super) use record::RECORDING;

/// The name under which a module imports what has a part loaded.
const LOADER: (&str, &str) = ("split", "load");
/// The name under which a part imports all it needs.
const FIRST: &str = "first";

/// Splits the modules that there is a plan for, in a folder that Trunk has filled, and puts all of them in order.
pub(super) fn split(folder: &Path) -> Result<()> {
    for path in super::files(folder)? {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if let Some(stem) = name.strip_suffix(MODULE) {
            let plan = plan::PLANS.iter().find(|it| it.worker == stem);
            one(folder, stem, plan).with_context(|| format!("cannot split {name}"))?;
        }
    }
    Ok(())
}

/// Whether a module will be split, by the name of its file.
pub(super) fn is_planned(file: &str) -> bool {
    plan::PLANS.iter().any(|it| file.strip_suffix(MODULE) == Some(it.worker))
}

/// How many parts a worker fetches as soon as it is up.
pub(super) fn parts_ahead(worker: &str) -> usize {
    plan::PLANS.iter().find(|it| it.worker == worker).map_or(0, |it| it.ahead)
}

/// Makes the workers that there is a plan for note their calls, instead of splitting them.
pub(super) fn record(folder: &Path) -> Result<()> {
    plan::PLANS.iter().try_for_each(|it| {
        record::record(folder, it.worker).with_context(|| format!("cannot record calls of {}", it.worker))
    })
}

fn one(folder: &Path, stem: &str, plan: Option<&plan::Plan>) -> Result<()> {
    let path = folder.join(format!("{stem}{MODULE}"));
    let bytes = std::fs::read(&path)?;
    let whole = Module::read(&bytes)?;
    let linked = Linked::read(&linked::file(stem)?).context("what the linker says of it")?;
    let modules = match plan {
        Some(plan) => by_plan(&bytes, &whole, &plan.read()?, &linked)?,
        None => writing::write(&whole, &vec![0; whole.functions.len()], &linked)?,
    };
    let mut files = Vec::new();
    for (number, bytes) in modules.iter().enumerate().skip(1) {
        files.push(part_file(stem, number));
        workspace::write(&folder.join(part_file(stem, number)), bytes)?;
    }
    if !files.is_empty() {
        let script = folder.join(format!("{stem}.js"));
        workspace::write(&script, with_loader(&workspace::read(&script)?, stem, &files)?)?;
    }
    workspace::write(&path, &modules[0])
}

/// The first module and the parts.
fn by_plan(bytes: &[u8], whole: &Module<'_>, plan: &plan::Lines, linked: &Linked) -> Result<Vec<Vec<u8>>> {
    let cut = cutting::cut(bytes, whole, &|body| plan.cuts(body.shape).unwrap_or_default())?;
    let module = Module::read(&cut.module)?;
    let places = placing::place(&module, plan, &cut.tails)?;
    writing::write(&module, &places, linked)
}

/// The file of a part, until it is given a name that changes with its content.
pub(super) fn part_file(worker: &str, number: usize) -> String {
    format!("{worker}-part{number}.wasm")
}

/// The script with the function that loads a part, by its number.
fn with_loader(script: &str, worker: &str, files: &[String]) -> Result<String> {
    // What a module imports from its script stands under this name, once, where the script's `wasm` is in sight.
    let imports = format!("\"./{worker}_bg.js\":");
    ensure!(
        script.matches(&imports).count() == 1 && script.contains("wasm = instance.exports"),
        "the script is not as wasm-bindgen writes it"
    );
    let files = files.iter().map(|it| format!("\"{it}\"")).collect::<Vec<_>>().join(",");
    let (module, name) = LOADER;
    let loader = format!(
        "\"{module}\":{{\"{name}\":(number)=>{{\
         const request=new XMLHttpRequest();\
         request.open(\"GET\",new URL([{files}][number-1],self.location.href),false);\
         request.responseType=\"arraybuffer\";\
         request.send();\
         if(!request.response||request.status>=400)throw new Error(\"A part of the worker could not be loaded\");\
         new WebAssembly.Instance(new WebAssembly.Module(request.response),{{\"{FIRST}\":wasm}})\
         }}}},"
    );
    Ok(script.replace(&imports, &format!("{loader}{imports}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_gets_the_function_that_loads_parts() {
        let script = "let wasm; return {\n\"./w_bg.js\": import0,\n}; wasm = instance.exports;";
        let with = with_loader(script, "w", &[part_file("w", 1)]).unwrap();
        assert!(
            with.contains("\"split\":{\"load\":(number)=>") && with.contains("[\"w-part1.wasm\"]"),
            "{with}"
        );
        assert!(with.ends_with("\"./w_bg.js\": import0,\n}; wasm = instance.exports;"), "{with}");
    }

    #[test]
    fn a_script_of_another_make_is_refused() {
        assert!(with_loader("import.meta", "w", &[]).is_err());
    }
}
