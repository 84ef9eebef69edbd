//! Which functions are in which part of which worker.
//!
//! What a plan names goes where it says, and whatever is reached from nowhere else goes with it: drop glue, closures, what
//! is generic. All else is in the first module, new functions too.
//!
//! `cargo xtask plan` makes the plans from what programs call when they are run (see [`planning`](super::planning)).

use std::collections::HashMap;

use anyhow::{Context, Result};

/// How a worker is split.
pub(super) struct Plan {
    pub(super) worker: &'static str,
    /// How many bytes of code a request is worth.
    pub(super) request: usize,
    /// Lines of a part's number and the beginning of functions' paths; the longest that fits decides.
    lines: &'static str,
}

/// All plans. The first worker is a part of the first visit, so its first module is to be small; the other's parts come one
/// after another, each when it is first needed, so they are to be few.
pub(super) const PLANS: &[Plan] = &[
    Plan { worker: "compiled", request: 5_000, lines: include_str!("plan/compiled.txt") },
    Plan { worker: "interpreted", request: 50_000, lines: include_str!("plan/interpreted.txt") },
];

/// A plan that has been read.
pub(super) struct Paths(HashMap<&'static str, usize>);

impl Plan {
    pub(super) fn read(&self) -> Result<Paths> {
        let lines = self.lines.lines().filter(|it| !it.is_empty());
        let paths = lines.map(|line| {
            let (part, path) = line.split_once(' ').with_context(|| format!("no number before: {line}"))?;
            let part = part.parse().with_context(|| format!("not the number of a part: {line}"))?;
            Ok((path, part))
        });
        paths.collect::<Result<_>>().map(Paths)
    }
}

impl Paths {
    /// The part of a function of this name, if it is named here.
    pub(super) fn part(&self, name: &str) -> Option<usize> {
        let name = beginning(name);
        let is_word = |it: Option<char>| it.is_some_and(|it| it == '_' || it.is_alphanumeric());
        let ends = name.char_indices().rev().map(|(at, last)| at + last.len_utf8());
        // No path ends in the midst of a word.
        let ends = ends
            .filter(|end| !(is_word(name[..*end].chars().last()) && is_word(name[*end..].chars().next())));
        ends.into_iter().find_map(|end| self.0.get(&name[..end])).copied()
    }
}

/// A function's name as plans have it, whose lines begin with a word.
pub(super) fn beginning(name: &str) -> &str {
    name.trim_start_matches(['<', '&', '(', '['])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_path_decides() {
        let plan = Plan { worker: "w", request: 0, lines: "1 a::b\n0 a::b::c\n2 core::fmt\n" };
        let paths = plan.read().unwrap();
        assert_eq!(paths.part("a::b::f"), Some(1));
        assert_eq!(paths.part("a::b::c::f"), Some(0));
        assert_eq!(paths.part("<a::b::T as core::fmt::Debug>::fmt"), Some(1));
        assert_eq!(paths.part("a::f"), None);
        assert_eq!(paths.part("a::bc"), None);
    }

    #[test]
    fn plans_can_be_read() {
        for plan in PLANS {
            plan.read().unwrap();
        }
        assert!(Plan { worker: "w", request: 0, lines: "one a::b" }.read().is_err());
    }
}
