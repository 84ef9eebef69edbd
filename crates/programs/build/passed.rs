//! The programs put through the instrument pass: one module each, and the table of their starts.

use crate::Result;
use crate::lesson::{self, Lesson, Set};
use crate::output::{self, module};
use meanwhile_instrument::{Error, Instrumented, instrument};
use std::fs;

/// What the tests put through the pass besides the programs.
const LANGUAGE: &str = "language";

/// A program that records its futures.
pub(crate) struct Passed {
    slug: String,
    set: Set,
    code: String,
    has_jobs: bool,
    /// Groups of awaits that could be gathered, each a line and a column.
    pub(crate) independent: Vec<Vec<(u32, u32)>>,
}

/// Puts all programs through the pass, in their order.
pub(crate) fn all(lessons: &[Lesson]) -> Result<Vec<Passed>> {
    let pass = |it: &Lesson| {
        let passed = pass(&it.slug, &lesson::shown_folder(&it.slug), "main.rs", &it.source)?;
        Ok(Passed { set: it.set(), ..passed })
    };
    let (passed, failed): (Vec<_>, Vec<_>) = lessons.iter().map(pass).partition(Result::is_ok);
    let errors: Vec<String> = failed.into_iter().filter_map(Result::err).flatten().collect();
    if !errors.is_empty() {
        return Err(errors);
    }
    Ok(passed.into_iter().flatten().collect())
}

/// Writes the modules, and a table of the programs' names and starts.
pub(crate) fn write(programs: &[Passed]) -> Result<()> {
    let mut code = String::new();
    let programs: Vec<_> = programs.iter().filter(|it| it.set.is_wanted()).collect();
    for program in &programs {
        output::write(&file_name(&program.slug), &program.code)?;
        code += &declaration(&program.slug);
    }
    code += &table("STARTS: &[(&str, Start)]", "start", programs.iter().copied());
    code += &table("JOBS: &[(&str, Job)]", "__job", programs.iter().copied().filter(|it| it.has_jobs));
    output::write("compiled.rs", &code)?;

    let path = format!("checks/{LANGUAGE}.rs");
    let source =
        fs::read_to_string(&path).map_err(|error| vec![format!("crates/programs/{path}: {error}")])?;
    let language = pass(LANGUAGE, "crates/programs/checks", "language.rs", &source)?;
    output::write(&file_name(LANGUAGE), &language.code)?;
    output::write("tests.rs", &declaration(LANGUAGE))
}

fn pass(slug: &str, folder: &str, file: &str, source: &str) -> Result<Passed> {
    let describe = |it: &Error| {
        let hint = it.hint.as_ref().map(|it| format!(" (hint: {it})")).unwrap_or_default();
        format!("{folder}/{file}:{it}{hint}")
    };
    let instrumented =
        instrument(source).map_err(|errors| errors.iter().map(describe).collect::<Vec<_>>())?;
    let Instrumented { code, has_jobs, independent } = instrumented;
    Ok(Passed { slug: slug.to_owned(), set: Set::First, code, has_jobs, independent })
}

/// Returns a constant with one function of each program.
fn table<'a>(declaration: &str, function: &str, programs: impl Iterator<Item = &'a Passed>) -> String {
    let row = |it: &Passed| format!("    ({:?}, {}::{function}),\n", it.slug, module(&it.slug));
    format!("const {declaration} = &[\n{}];\n", programs.map(row).collect::<String>())
}

fn declaration(slug: &str) -> String {
    let path = output::path(&file_name(slug));
    format!("#[allow(warnings, clippy::all)]\n#[path = {path:?}]\nmod {};\n\n", module(slug))
}

fn file_name(slug: &str) -> String {
    format!("passed/{}.rs", module(slug))
}
