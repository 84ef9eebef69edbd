//! The lessons: ordinary Rust, compiled through the instrument pass.
//!
//! Each lesson is a folder in `programs`, and there is no other list of them:
//!
//! - `main.rs` compiles unchanged with rustc against tokio, futures and reqwest
//!   (`cargo run -p meanwhile-programs --example lessons three-downloads`),
//! - `main.py` does the same with asyncio,
//! - `about.md` says what to look at,
//! - `question.txt` asks what to predict, and has a line for each answer to choose from,
//! - `lesson.toml` says where the lesson stands, what it is called, and how a run answers the question,
//! - `expected.txt`, `expected.tree` and `findings.txt` hold what it prints, the spans it makes and what the lints say
//!   of it, for the tests.
//!
//! With the features `first` and `further` the same sources are here as futures on `meanwhile-runtime` that record
//! themselves: two sets, because all of them together are more than a first visit should download. Without feature
//! `texts` the programs' texts are left out, but for those of the one that the page opens with: they are
//! downloaded as they are asked for ([`Program::address`]).
//!
//! ```
//! let program = meanwhile_programs::find("three-downloads").unwrap();
//! assert_eq!(program.title, "Three downloads");
//! assert_eq!(program.answer, meanwhile_programs::Answer::Total("gathered"));
//! assert!(program.texts.unwrap().source.contains("tokio::join!"));
//! ```

mod answer;
#[cfg(feature = "compiled")]
mod compiled;
mod print;
mod table;

pub use answer::{Answer, Figures, Value, nearest};
#[cfg(feature = "compiled")]
pub use compiled::{Running, job, start};
use meanwhile_trace::Place;
use meanwhile_trace::lint::Facts;
pub use print::print;

include!(concat!(env!("OUT_DIR"), "/each_lesson.rs"));

/// A program and what is said of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Program {
    /// The name in addresses: lower-case words with hyphens.
    pub slug: &'static str,
    /// The place on the path from the first lesson to the last; `None` for a program beside the path.
    pub number: Option<u32>,
    /// The part of the path it belongs to. Lessons of one part follow each other.
    pub part: &'static str,
    /// The name on the page.
    pub title: &'static str,
    /// What it shows, in one line.
    pub summary: &'static str,
    /// What it is about, one word each.
    pub tags: &'static [&'static str],
    /// Names of asyncio that it shows, each with what Rust has in its place.
    pub asyncio: &'static [(&'static str, &'static str)],
    /// How the answer to its question is computed from a run.
    pub answer: Answer,
    /// Whether it shows its point on the real clock alone, because it computes.
    pub needs_real_clock: bool,
    /// Whether it uses what only a browser has, so that natively there is nothing but a double.
    pub has_only_double: bool,
    /// The folder below the site's `data/` that it reads, besides `data/todos`.
    pub data: Option<&'static str>,
    /// Whether it makes HTTP requests, so that the service worker has a part in it.
    pub fetches: bool,
    /// Which of the two sets of compiled programs it belongs to.
    pub set: Set,
    /// The [`print()`] of its source.
    pub print: u64,
    /// Its texts, where they are part of this build.
    pub texts: Option<Texts>,
}

/// The two sets of compiled programs, each a feature of this crate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Set {
    /// Those of the first part of the path.
    First,
    /// All others.
    Further,
}

/// The texts of a program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Texts {
    /// What to look at, in a few sentences of Markdown without headings.
    pub about: &'static str,
    /// Its `main.rs`.
    pub source: &'static str,
    /// Its `main.py`, the same with asyncio.
    pub python: &'static str,
    /// What to predict before it runs, then the answers to choose from, of which there may be none: a line each.
    pub question: &'static str,
}

impl Texts {
    /// Returns the question alone.
    pub fn asked(&self) -> &'static str {
        self.question.split('\n').next().unwrap_or_default()
    }

    /// Returns the answers to choose from.
    pub fn choices(&self) -> Vec<&'static str> {
        self.question.split('\n').skip(1).collect()
    }
}

/// One text of a program, as a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Text {
    /// [`Texts::about`].
    About,
    /// [`Texts::source`].
    Source,
    /// [`Texts::python`].
    Python,
    /// [`Texts::question`].
    Question,
}

impl Program {
    /// All programs, in the order in which they are to be read.
    pub const ALL: &'static [Program] = table::PROGRAMS;

    /// Returns the address of one of its texts, relative to the site's.
    pub fn address(&self, text: Text) -> String {
        format!("lessons/{}/{}", self.slug, text.file_name())
    }
}

impl Text {
    /// Every text of a program.
    pub const ALL: [Text; 4] = [Text::About, Text::Source, Text::Python, Text::Question];

    /// Returns the name of its file, in the program's folder as on the site.
    pub fn file_name(self) -> &'static str {
        match self {
            Text::About => "about.md",
            Text::Source => "main.rs",
            Text::Python => "main.py",
            Text::Question => "question.txt",
        }
    }
}

/// Returns what the lints cannot see in a run of the program of this name; nothing for one that is not there.
///
/// It stands in a table of its own, so that a worker need not hold what the page says of its programs.
pub fn facts(slug: &str) -> Facts {
    let groups = table::INDEPENDENT.iter().find(|it| it.0 == slug).map_or(&[][..], |it| it.1);
    let places = |group: &&[(u32, u32)]| group.iter().map(|it| Place::new(it.0, it.1)).collect();
    Facts { independent: groups.iter().map(places).collect() }
}

/// Returns all programs, in the order in which they are to be read.
pub fn programs() -> &'static [Program] {
    Program::ALL
}

/// Returns the program of this name.
pub fn find(slug: &str) -> Option<&'static Program> {
    Program::ALL.iter().find(|it| it.slug == slug)
}
