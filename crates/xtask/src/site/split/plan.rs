//! Which functions are in which part of which worker.
//!
//! A plan names tails of functions, which are cut out, and functions. What it names goes where it says, and whatever is
//! reached from nowhere else goes with it: drop glue, closures, what is generic. All else is in the first module, new
//! functions too.
//!
//! `cargo xtask plan` makes the plans from what programs call when they are run (see [`planning`](super::planning)).

use std::collections::HashMap;

use anyhow::{Context, Result, ensure};

use super::cutting::Cuts;

/// How many parts there may be: [`placing`](super::placing) has a bit for each.
const MOST: usize = 64;
/// What a line of cuts begins with.
const CUT: &str = "~ ";

/// How a worker is split.
pub(super) struct Plan {
    pub(super) worker: &'static str,
    /// How many bytes of code a request is worth.
    pub(super) request: usize,
    /// How many of the parts are fetched as soon as the worker is up, because its first program is likely to need them.
    pub(super) ahead: usize,
    /// Lines of a part's number and the beginning of functions' paths; the longest that fits decides. Before them, lines of
    /// a function's shape, and the numbers of the tails that are cut out of it, each with its part's.
    lines: &'static str,
}

/// All plans. The first worker is a part of the first visit, so its first module is to be small; the other's parts come one
/// after another, each when it is first needed, so they are to be few. It looks at a program at the first edit, and runs it
/// later: what only runs need is fetched meanwhile.
pub(super) const PLANS: &[Plan] = &[
    Plan { worker: "compiled", request: 5_000, ahead: 0, lines: include_str!("plan/compiled.txt") },
    Plan { worker: "interpreted", request: 35_000, ahead: 3, lines: include_str!("plan/interpreted.txt") },
];

/// A plan that has been read.
pub(super) struct Lines {
    paths: HashMap<&'static str, usize>,
    cuts: HashMap<u64, Cuts>,
}

impl Plan {
    pub(super) fn read(&self) -> Result<Lines> {
        let (mut paths, mut cuts) = (HashMap::new(), HashMap::new());
        for line in self.lines.lines() {
            let told = || format!("in the line: {line}");
            if let Some(rest) = line.strip_prefix(CUT) {
                cuts.extend([read_cuts(rest).with_context(told)?]);
            } else {
                paths.extend([read_path(line).with_context(told)?]);
            }
        }
        Ok(Lines { paths, cuts })
    }
}

fn read_path(line: &'static str) -> Result<(&'static str, usize)> {
    let (part, path) = line.split_once(' ').context("no number stands before it")?;
    Ok((path, part_number(part)?))
}

fn read_cuts(line: &str) -> Result<(u64, Cuts)> {
    let mut words = line.split_ascii_whitespace();
    let shape = u64::from_str_radix(words.next().context("no shape")?, 16).context("not a shape")?;
    let cuts = words.map(|word| {
        let (tail, part) = word.split_once(':').context("not two numbers")?;
        Ok((tail.parse().context("not the number of a tail")?, part_number(part)?))
    });
    Ok((shape, cuts.collect::<Result<_>>()?))
}

fn part_number(text: &str) -> Result<usize> {
    let part = text.parse().context("not the number of a part")?;
    ensure!(part < MOST, "there may be {MOST} parts");
    Ok(part)
}

/// A line of this shape's cuts.
pub(super) fn cut_line(shape: u64, cuts: &Cuts) -> String {
    let words = cuts.iter().map(|(tail, part)| format!(" {tail}:{part}"));
    format!("{CUT}{shape:016x}{}\n", words.collect::<String>())
}

impl Lines {
    /// The tails that are cut out of functions of this shape.
    pub(super) fn cuts(&self, shape: u64) -> Option<Cuts> {
        self.cuts.get(&shape).cloned()
    }

    /// The part of a function of this name, if it is named here.
    pub(super) fn part(&self, name: &str) -> Option<usize> {
        let name = beginning(name);
        let is_word = |it: Option<char>| it.is_some_and(|it| it == '_' || it.is_alphanumeric());
        let ends = name.char_indices().rev().map(|(at, last)| at + last.len_utf8());
        // No path ends in the midst of a word.
        let ends = ends
            .filter(|end| !(is_word(name[..*end].chars().last()) && is_word(name[*end..].chars().next())));
        ends.into_iter().find_map(|end| self.paths.get(&name[..end])).copied()
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
        let plan = Plan { worker: "w", request: 0, ahead: 0, lines: "1 a::b\n0 a::b::c\n2 core::fmt\n" };
        let paths = plan.read().unwrap();
        assert_eq!(paths.part("a::b::f"), Some(1));
        assert_eq!(paths.part("a::b::c::f"), Some(0));
        assert_eq!(paths.part("<a::b::T as core::fmt::Debug>::fmt"), Some(1));
        assert_eq!(paths.part("a::f"), None);
        assert_eq!(paths.part("a::bc"), None);
    }

    #[test]
    fn cuts_are_read_as_they_are_written() {
        let cuts = Cuts::from([(3, 28), (12, 0)]);
        assert_eq!(cut_line(0xab, &cuts), "~ 00000000000000ab 3:28 12:0\n");
        let plan =
            Plan { worker: "w", request: 0, ahead: 0, lines: "~ 00000000000000ab 3:28 12:0\n1 a::b\n" };
        let lines = plan.read().unwrap();
        assert_eq!((lines.cuts(0xab), lines.cuts(0xcd)), (Some(cuts), None));
        for wrong in ["~ ab 3", "~ ab 3:64", "64 a::b"] {
            assert!(Plan { worker: "w", request: 0, ahead: 0, lines: wrong }.read().is_err(), "{wrong}");
        }
    }

    #[test]
    fn plans_can_be_read() {
        for plan in PLANS {
            plan.read().unwrap();
        }
        assert!(Plan { worker: "w", request: 0, ahead: 0, lines: "one a::b" }.read().is_err());
    }
}
