//! Which functions are in which part of which worker.
//!
//! What a plan names goes where it says, and whatever is reached from nowhere else goes with it: drop glue, closures, what
//! is generic. All else is in the first module, new functions too.
//!
//! A plan is made from what programs called when they were run: lessons, and a sample of the conformance suite. What one
//! program in twelve calls, or fewer, is in a part.

use std::collections::HashMap;

use anyhow::{Context, Result};

/// How a worker is split.
pub(super) struct Plan {
    pub(super) worker: &'static str,
    /// Lines of a part's number and the beginning of functions' paths; the longest that fits decides.
    lines: &'static str,
}

/// All plans. Parts of the interpreter: requests, files, the database and JSON; what is rarely called; what hardly ever is.
/// Of the first lessons: what the first of all does not call.
pub(super) const PLANS: &[Plan] = &[
    Plan { worker: "compiled", lines: include_str!("plan/compiled.txt") },
    Plan { worker: "interpreted", lines: include_str!("plan/interpreted.txt") },
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
        let name = name.trim_start_matches(['<', '&', '(', '[']);
        let is_word = |it: Option<char>| it.is_some_and(|it| it == '_' || it.is_alphanumeric());
        let ends = name.char_indices().rev().map(|(at, last)| at + last.len_utf8());
        // No path ends in the midst of a word.
        let ends = ends
            .filter(|end| !(is_word(name[..*end].chars().last()) && is_word(name[*end..].chars().next())));
        ends.into_iter().find_map(|end| self.0.get(&name[..end])).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_path_decides() {
        let plan = Plan { worker: "w", lines: "1 a::b\n0 a::b::c\n2 core::fmt\n" };
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
        assert!(Plan { worker: "w", lines: "one a::b" }.read().is_err());
    }
}
