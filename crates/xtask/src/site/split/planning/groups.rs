//! Groups functions by the programs that call them.
//!
//! Every program downloads the first module and each part that it calls something of. What it costs on the average is the
//! sum over the parts of how likely one is needed times its size, where a request counts as so many bytes more. Groups are
//! joined for as long as that gets less.

use std::collections::BTreeMap;

/// What one program called.
#[derive(Clone, Debug)]
pub(super) struct Calls {
    /// How much the program counts.
    pub(super) weight: f64,
    /// Whether it called each of the functions.
    pub(super) called: Vec<bool>,
}

/// Functions that are called by the same programs, more or less.
#[derive(Clone, Debug)]
struct Group {
    /// Whether each program calls one of them.
    by: Vec<bool>,
    /// How likely that is.
    likely: f64,
    size: usize,
    functions: Vec<usize>,
}

/// The first module, then the parts: the likeliest first, and last what no program called.
#[derive(Debug)]
pub(super) struct Groups(Vec<Group>);

impl Groups {
    /// Groups functions, given their sizes. A request counts as this many bytes.
    pub(super) fn new(programs: &[Calls], sizes: &[usize], request: usize) -> Self {
        let shares = Shares::new(programs);
        let mut by_programs: BTreeMap<Vec<bool>, Group> = BTreeMap::new();
        for (function, size) in sizes.iter().enumerate() {
            let by: Vec<bool> = programs.iter().map(|it| it.called[function]).collect();
            let likely = shares.likely(&by);
            let new = || Group { by: by.clone(), likely, size: 0, functions: Vec::new() };
            let group = by_programs.entry(by.clone()).or_insert_with(new);
            group.size += size;
            group.functions.push(function);
        }
        let never = by_programs.remove(&vec![false; programs.len()]);
        let mut groups: Vec<Group> = by_programs.into_values().collect();
        while join_one(&mut groups, &shares, request) {}
        groups.sort_by(|one, other| other.likely.total_cmp(&one.likely));
        groups.extend(never);
        Groups(groups)
    }

    /// The number of each function's group.
    pub(super) fn places(&self) -> Vec<usize> {
        let functions = self.0.iter().map(|it| it.functions.len()).sum();
        let mut places = vec![0; functions];
        for (number, group) in self.0.iter().enumerate() {
            group.functions.iter().for_each(|it| places[*it] = number);
        }
        places
    }

    /// A line for each group: its size before compression, and how likely it is needed.
    pub(super) fn summary(&self) -> String {
        let lines = self.0.iter().enumerate().map(|(number, it)| {
            format!("part {number}: {} bytes, for {:.1} % of programs", it.size, it.likely * 100.0)
        });
        lines.collect::<Vec<_>>().join("\n       ")
    }
}

/// How much of all each program counts.
pub(super) struct Shares(Vec<f64>);

impl Shares {
    pub(super) fn new(programs: &[Calls]) -> Self {
        let all: f64 = programs.iter().map(|it| it.weight).sum();
        Shares(programs.iter().map(|it| it.weight / all).collect())
    }

    pub(super) fn likely(&self, by: &[bool]) -> f64 {
        self.0.iter().zip(by).filter(|it| *it.1).map(|it| it.0).sum()
    }
}

/// Joins the smallest group that is better joined with the one it goes with best. Returns whether there was one.
fn join_one(groups: &mut Vec<Group>, shares: &Shares, request: usize) -> bool {
    let cost = |likely: f64, size: usize| likely * (size + request) as f64;
    groups.sort_by_key(|it| it.size);
    for one in 0..groups.len() {
        let more = |other: usize| {
            let (a, b) = (&groups[one], &groups[other]);
            let either: Vec<bool> = a.by.iter().zip(&b.by).map(|(a, b)| *a || *b).collect();
            let likely = shares.likely(&either);
            cost(likely, a.size + b.size) - cost(a.likely, a.size) - cost(b.likely, b.size)
        };
        let others = (0..groups.len()).filter(|it| *it != one).map(|it| (more(it), it));
        let Some((more, other)) = others.min_by(|one, other| one.0.total_cmp(&other.0)) else { continue };
        if more < 0.0 {
            let gone = groups[one].clone();
            let into = &mut groups[other];
            into.by.iter_mut().zip(&gone.by).for_each(|(into, it)| *into |= it);
            into.likely = shares.likely(&into.by);
            into.size += gone.size;
            into.functions.extend(gone.functions);
            groups.remove(one);
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(programs: &[&[u8]], sizes: &[usize], request: usize) -> Vec<usize> {
        let calls = |it: &&[u8]| Calls { weight: 1.0, called: it.iter().map(|it| *it == 1).collect() };
        Groups::new(&programs.iter().map(calls).collect::<Vec<_>>(), sizes, request).places()
    }

    #[test]
    fn what_the_same_programs_call_is_together_and_what_none_calls_comes_last() {
        let programs: [&[u8]; 3] = [&[1, 1, 0, 0, 1], &[1, 0, 1, 0, 0], &[1, 0, 1, 0, 0]];
        assert_eq!(places(&programs, &[100; 5], 10), [0, 2, 1, 3, 2]);
    }

    #[test]
    fn what_is_small_is_not_worth_a_request() {
        let programs: [&[u8]; 2] = [&[1, 1, 0], &[1, 0, 1]];
        assert_eq!(places(&programs, &[100, 10, 1000], 20), [0, 0, 1]);
    }
}
