//! The lessons' folders, read and put in order.

use crate::{Result, answer};
use serde::Deserialize;
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use toml::Spanned;

/// What `lesson.toml` says. The program's texts are files beside it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    /// The place on the path.
    number: Option<u32>,
    /// In place of a number: the lesson before which this one stands.
    before: Option<String>,
    part: String,
    title: String,
    summary: String,
    tags: Vec<String>,
    asyncio: Vec<(String, String)>,
    answer: Spanned<String>,
    /// `real` where the virtual clock would not show what the lesson is about.
    clock: Option<Clock>,
    /// `double` where only a browser has what the lesson uses, so that natively there is nothing but a double.
    native: Option<Native>,
    /// The folder below the site's `data/` that the program reads.
    data: Option<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Clock {
    Real,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Native {
    Double,
}

/// The part of the path that a first visit brings: small programs, which need little of the runtime. The second part
/// already needs HTTP, and whoever goes on to it has the others' programs too.
const FIRST_PART: &str = "First steps";

/// Which of the two sets of compiled programs a lesson belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Set {
    First,
    Further,
}

impl Set {
    /// Whether this build is to have the programs of the set.
    pub(crate) fn is_wanted(self) -> bool {
        let feature = match self {
            Set::First => "CARGO_FEATURE_FIRST",
            Set::Further => "CARGO_FEATURE_FURTHER",
        };
        std::env::var_os(feature).is_some()
    }
}

impl Lesson {
    /// Returns the set that it belongs to.
    pub(crate) fn set(&self) -> Set {
        if self.part == FIRST_PART { Set::First } else { Set::Further }
    }
}

/// A lesson, ready to be written down as Rust.
pub(crate) struct Lesson {
    pub(crate) slug: String,
    /// Its folder from the root of the file system.
    pub(crate) folder: PathBuf,
    pub(crate) source: String,
    pub(crate) number: Option<u32>,
    before: Option<String>,
    pub(crate) part: String,
    pub(crate) title: String,
    pub(crate) summary: String,
    pub(crate) tags: Vec<String>,
    pub(crate) asyncio: Vec<(String, String)>,
    /// The answer as a Rust expression.
    pub(crate) answer: String,
    pub(crate) needs_real_clock: bool,
    pub(crate) has_only_double: bool,
    pub(crate) data: Option<String>,
}

/// Reads all lessons, in the order in which they are to be read.
pub(crate) fn all() -> Result<Vec<Lesson>> {
    let slugs = slugs().map_err(|error| vec![format!("crates/programs/programs: {error}")])?;
    let mut errors = Vec::new();
    let mut lessons = Vec::new();
    for slug in slugs {
        match read(&slug) {
            Ok(lesson) => lessons.push(lesson),
            Err(error) => errors.push(error),
        }
    }
    if !errors.is_empty() {
        return Err(errors);
    }
    ordered(lessons)
}

/// Returns what a lesson's folder is called in messages.
pub(crate) fn shown_folder(slug: &str) -> String {
    format!("crates/programs/programs/{slug}")
}

fn slugs() -> std::io::Result<BTreeSet<String>> {
    let mut slugs = BTreeSet::new();
    for entry in fs::read_dir("programs")? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            slugs.insert(entry.file_name().to_string_lossy().into_owned());
        }
    }
    Ok(slugs)
}

fn read(slug: &str) -> std::result::Result<Lesson, String> {
    let shown = format!("{}/lesson.toml", shown_folder(slug));
    let folder = fs::canonicalize(format!("programs/{slug}")).map_err(|error| format!("{shown}: {error}"))?;
    let text = |name: &str| {
        fs::read_to_string(folder.join(name))
            .map_err(|error| format!("{}/{name}: {error}", shown_folder(slug)))
    };
    let toml = text("lesson.toml")?;
    let line_of = |offset: usize| toml[..offset].matches('\n').count() + 1;
    let written: Written = toml::from_str(&toml).map_err(|error| {
        let line = error.span().map_or(1, |it| line_of(it.start));
        format!("{shown}:{line}: {}", error.message())
    })?;
    let answer = answer::code(written.answer.get_ref())
        .map_err(|message| format!("{shown}:{}: {message}", line_of(written.answer.span().start)))?;
    Ok(Lesson {
        slug: slug.to_owned(),
        source: text("main.rs")?,
        folder,
        number: written.number,
        before: written.before,
        part: written.part,
        title: written.title,
        summary: written.summary,
        tags: written.tags,
        asyncio: written.asyncio,
        answer,
        needs_real_clock: written.clock.is_some(),
        has_only_double: written.native.is_some(),
        data: written.data,
    })
}

/// Those with a number go by it; each of the others stands before the one that it names.
fn ordered(lessons: Vec<Lesson>) -> Result<Vec<Lesson>> {
    let (mut path, others): (Vec<_>, Vec<_>) = lessons.into_iter().partition(|it| it.number.is_some());
    path.sort_by_key(|it| it.number);
    let mut errors = Vec::new();
    let complain = |it: &Lesson, what: &str| format!("{}/lesson.toml: {what}", shown_folder(&it.slug));
    for pair in path.windows(2) {
        if pair[0].number == pair[1].number {
            errors.push(complain(&pair[1], &format!("{} has this number already", pair[0].slug)));
        }
    }
    for other in others {
        match path.iter().position(|it| Some(&it.slug) == other.before.as_ref()) {
            Some(at) => path.insert(at, other),
            None => {
                errors
                    .push(complain(&other, "there is no `number`, and no lesson that it could be `before`"));
            }
        }
    }
    if errors.is_empty() { Ok(path) } else { Err(errors) }
}
