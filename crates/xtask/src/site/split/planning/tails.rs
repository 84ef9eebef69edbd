//! Chooses the tails of functions that are worth a function of their own.
//!
//! Functions of one shape are one to the plan: what a program comes to in one of them it comes to in all.

use std::collections::{BTreeMap, HashMap};

use anyhow::Result;

use super::super::body::{Body, Seq, What};
use super::super::cutting::{Cuts, Tail};
use super::super::module::Module;
use super::super::plan::cut_line;
use super::super::record::Noted;
use super::Weights;
use super::groups::{Calls, Shares};

/// About how many bytes it takes to call a tail.
const CALL: usize = 30;
/// About how many bytes the first module has for each function of another part that is called from elsewhere.
const DOOR: usize = 30;
/// No shorter tail is worth a function.
pub(in super::super) const LEAST: usize = CALL + DOOR;

/// Which programs come to what.
pub(super) struct Reached<'a> {
    programs: &'a [Calls],
    shares: Shares,
    /// How many functions have notes.
    count: usize,
    functions: HashMap<u64, Vec<bool>>,
    /// By the shapes of functions and the numbers of their tails.
    tails: HashMap<(u64, usize), Vec<bool>>,
}

impl<'a> Reached<'a> {
    pub(super) fn new(module: &Module<'_>, noted: &[Noted], programs: &'a [Calls]) -> Result<Self> {
        let count = module.code.len();
        let by = |note: usize| programs.iter().map(move |it| it.called[note]);
        let (mut functions, mut tails) = (HashMap::new(), HashMap::new());
        for note in 0..count {
            if let Some(body) = Body::read(module, module.imported + note)? {
                add(functions.entry(body.shape).or_default(), by(note));
            }
        }
        for (tail, note) in noted.iter().zip(count..) {
            add(tails.entry((tail.shape, tail.number)).or_default(), by(note));
        }
        Ok(Reached { programs, shares: Shares::new(programs), count, functions, tails })
    }

    /// What each program calls of the functions, and of the tails that have been cut out of them.
    pub(super) fn calls(&self, tails: &[Tail]) -> Vec<Calls> {
        let programs = self.programs.iter().enumerate().map(|(index, it)| {
            let of_tails = tails.iter().map(|it| self.tails[&(it.shape, it.number)][index]);
            let called = it.called[..self.count].iter().copied().chain(of_tails).collect();
            Calls { weight: it.weight, called }
        });
        programs.collect()
    }
}

/// Adds the programs that come to one more of the same.
fn add(all: &mut Vec<bool>, more: impl Iterator<Item = bool>) {
    let old = std::mem::take(all);
    *all = more.enumerate().map(|(index, it)| it || old.get(index) == Some(&true)).collect();
}

/// Chooses the tails of a function.
pub(super) fn choose(body: &Body<'_>, reached: &Reached<'_>, weights: &Weights<'_>) -> Cuts {
    let mut choosing = Choosing { body, reached, weights, cuts: Cuts::new() };
    if let Some(by) = reached.functions.get(&body.shape) {
        choosing.within(&body.code, reached.shares.likely(by));
    }
    choosing.cuts
}

/// Choosing of the tails of a function.
struct Choosing<'a, 'b> {
    body: &'a Body<'b>,
    reached: &'a Reached<'a>,
    weights: &'a Weights<'a>,
    cuts: Cuts,
}

impl Choosing<'_, '_> {
    /// Chooses tails in a sequence, given how likely it is that a program comes to what they would be cut out of.
    fn within(&mut self, seq: &Seq<'_>, outer: f64) {
        let mut outer = outer;
        for step in &seq.steps {
            if let Some(tail) = step.tail
                && let Some(by) = self.reached.tails.get(&(self.body.shape, tail))
                && let inner = self.reached.shares.likely(by)
                && let Ok(weight) = self.weights.of_rest(&self.body.bytes[step.at..seq.end])
                && is_worth(outer, inner, weight as f64)
            {
                // Its part is found out when all cuts are known.
                self.cuts.insert(tail, 0);
                outer = inner;
            }
            if let What::Nest { body, otherwise, .. } = &step.what {
                self.within(body, outer);
                otherwise.iter().for_each(|it| self.within(it, outer));
            }
        }
    }
}

/// Whether programs have less to download if a tail is cut out. What most of them come to stays, so that it is fast.
fn is_worth(outer: f64, inner: f64, size: f64) -> bool {
    inner <= outer / 2.0 && (outer - inner) * size > outer * CALL as f64 + DOOR as f64
}

/// The plan's lines for what has been cut out, given each function's part. What would come to the part of what calls it
/// stays there.
pub(super) fn lines(tails: &[Tail], places: &[usize]) -> String {
    let mut apart: BTreeMap<u64, Cuts> = BTreeMap::new();
    for (tail, place) in tails.iter().zip(&places[places.len() - tails.len()..]) {
        if places[tail.caller] != *place {
            apart.entry(tail.shape).or_default().insert(tail.number, *place);
        }
    }
    apart.iter().map(|(shape, cuts)| cut_line(*shape, cuts)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_rare_and_long_is_worth_a_function() {
        assert!(is_worth(1.0, 0.0, 100.0) && is_worth(0.2, 0.1, 400.0));
        assert!(!is_worth(1.0, 0.0, 60.0), "shorter than the call");
        assert!(!is_worth(1.0, 0.6, 10_000.0), "what most programs come to");
        assert!(!is_worth(0.0, 0.0, 10_000.0), "in what no program comes to");
    }

    #[test]
    fn only_what_goes_to_another_part_than_its_caller_is_cut_out() {
        let tail = |caller, shape, number| Tail { caller, shape, number, part: 0 };
        // Two functions, three tails of which the last is one of the second.
        let tails = [tail(0, 7, 1), tail(1, 8, 2), tail(3, 8, 4)];
        assert_eq!(lines(&tails, &[0, 0, 2, 0, 0]), cut_line(7, &Cuts::from([(1, 2)])));
    }
}
