//! Decides which part each function goes to.
//!
//! A function that the plan does not name goes to the part from which alone it is reached. It is reached by calls, and by
//! way of the table: through constants that are its place there, and through data, vtables for the most part, in which its
//! place stands. What looks like an address or a place may be a mere number, so more may be reached than is; the first
//! module is then somewhat larger, and nothing else.

use std::collections::{BTreeSet, HashMap};

use anyhow::{Result, ensure};

use super::cutting::Tail;
use super::instructions::{Mention, look_at};
use super::module::{FUNCTION, Module, each_word};
use super::plan::Lines;

/// The number of each function's part; 0 is the first module.
///
/// # Errors
///
/// What is wrong with the module: it must hold its functions' names.
pub(super) fn place(module: &Module<'_>, plan: &Lines, tails: &[Tail]) -> Result<Vec<usize>> {
    ensure!(!module.names.is_empty(), "its functions' names have been stripped");
    let graph = Graph::new(module)?;
    let whole = module.functions.len() - tails.len();
    let named = (0..whole).map(|it| named(module, plan, it)).chain(tails.iter().map(|it| Some(it.part)));
    let named: Vec<_> = named.collect();
    let mut reach = Reach { graph: &graph, named: &named, of: vec![0; graph.edges.len()] };
    for (function, part) in named.iter().enumerate() {
        if let Some(part) = part {
            reach.spread(function, 1 << part);
        }
    }
    for root in graph.roots(module) {
        if named[root].is_none() {
            reach.spread(root, 1);
        }
    }
    // What nothing seems to reach is reached in a way that is not seen here.
    for function in 0..named.len() {
        if reach.of[function] == 0 {
            reach.spread(function, 1);
        }
    }
    let first_that_reaches = |function: usize| reach.of[function].trailing_zeros() as usize;
    Ok(named.iter().enumerate().map(|(at, named)| named.unwrap_or_else(|| first_that_reaches(at))).collect())
}

/// Where the plan has a function go. What is imported is the first module's.
fn named(module: &Module<'_>, plan: &Lines, function: usize) -> Option<usize> {
    if function < module.imported {
        return Some(0);
    }
    plan.part(module.names.get(&function)?)
}

/// What mentions what. Pieces of data come after the functions.
pub(super) struct Graph {
    edges: Vec<Vec<usize>>,
}

impl Graph {
    pub(super) fn new(module: &Module<'_>) -> Result<Self> {
        let functions = module.functions.len();
        let in_table: HashMap<u32, usize> = module.elements.iter().map(|it| (it.0 as u32, it.1)).collect();
        let (mut least, mut most) = (u32::MAX, 0);
        each_word(module.data, |address, _| (least, most) = (least.min(address), most.max(address)))?;
        let is_address = |it: u32| (least..=most).contains(&it);
        let mut mentions = vec![Vec::new(); functions];
        let mut pieces = BTreeSet::from([least]);
        for (body, mentions) in module.code.iter().zip(&mut mentions[module.imported..]) {
            look_at(body, &mut |it| mentions.push(it))?;
        }
        pieces.extend(mentions.iter().flatten().flat_map(|it| it.numbers()).filter(|it| is_address(*it)));
        each_word(module.data, |_, word| pieces.extend(Some(word).filter(|it| is_address(*it))))?;
        let pieces: Vec<u32> = pieces.into_iter().collect();
        let piece = |address: u32| functions + pieces.partition_point(|it| *it <= address).saturating_sub(1);
        let target = |number: u32| {
            if is_address(number) { Some(piece(number)) } else { in_table.get(&number).copied() }
        };
        let mut edges = vec![Vec::new(); functions + pieces.len()];
        for (function, mentions) in mentions.iter().enumerate() {
            for mention in mentions {
                if let Mention::Function(other) = mention {
                    edges[function].push(*other);
                }
                edges[function].extend(mention.numbers().filter_map(target));
            }
        }
        each_word(module.data, |address, word| edges[piece(address)].extend(target(word)))?;
        Ok(Graph { edges })
    }

    /// The functions that are mentioned in another part than theirs, or in data, or from outside.
    pub(super) fn mentioned_elsewhere(&self, places: &[usize]) -> BTreeSet<usize> {
        let mentions = self.edges.iter().enumerate();
        let elsewhere = mentions.flat_map(|(from, to)| {
            let place = places.get(from);
            to.iter().copied().filter(move |it| place.is_none() || places.get(*it) != place)
        });
        elsewhere.filter(|it| *it < places.len()).collect()
    }

    /// What is reached from outside, or from nowhere.
    fn roots(&self, module: &Module<'_>) -> Vec<usize> {
        let mentioned: BTreeSet<_> = self.edges.iter().flatten().copied().collect();
        let exported = module.exports.iter().filter(|it| it.1 == FUNCTION).map(|it| it.2);
        let lost = (0..module.functions.len()).filter(|it| !mentioned.contains(it));
        exported.chain(module.start).chain(lost).collect()
    }
}

/// From which parts what is reached, a bit each.
struct Reach<'a> {
    graph: &'a Graph,
    named: &'a [Option<usize>],
    of: Vec<u64>,
}

impl Reach<'_> {
    /// Follows mentions, up to what the plan names.
    fn spread(&mut self, from: usize, parts: u64) {
        let mut waiting = vec![from];
        while let Some(at) = waiting.pop() {
            if self.of[at] | parts == self.of[at] {
                continue;
            }
            self.of[at] |= parts;
            let ends = |it: &usize| self.named.get(*it).is_some_and(Option::is_some);
            waiting.extend(self.graph.edges[at].iter().filter(|it| !ends(it)));
        }
    }
}
