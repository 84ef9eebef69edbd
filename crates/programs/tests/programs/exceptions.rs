//! The one table of what cannot be had, each with its reason.

/// A way to run a lesson.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// Compiled by rustc against the real crates.
    Native,
}

/// Lessons that cannot be run in one of the ways.
const EXCEPTIONS: &[(&str, Way, &str)] = &[(
    "database",
    Way::Native,
    "tokio has no database; its double needs a run of our runtime, on which the virtual clock's test runs it",
)];

/// Says that a lesson is left out, and why, if it is.
pub(crate) fn is_left_out(slug: &str, way: Way) -> bool {
    let found = EXCEPTIONS.iter().find(|it| (it.0, it.1) == (slug, way));
    if let Some((_, _, reason)) = found {
        println!("{slug} is left out: {reason}");
    }
    found.is_some()
}
