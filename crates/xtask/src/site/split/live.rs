//! Which variables of a function still matter at a place: those that are read before they are set anew.

use super::body::{Seq, Step, What};
use super::instructions::{Access, Kind, Nest};

/// A set of variables.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Locals(Vec<u64>);

impl Locals {
    pub(super) fn insert(&mut self, local: usize) {
        let word = local / 64;
        if self.0.len() <= word {
            self.0.resize(word + 1, 0);
        }
        self.0[word] |= 1 << (local % 64);
    }

    fn remove(&mut self, local: usize) {
        if let Some(word) = self.0.get_mut(local / 64) {
            *word &= !(1 << (local % 64));
        }
    }

    pub(super) fn add_all(&mut self, others: &Locals) {
        if self.0.len() < others.0.len() {
            self.0.resize(others.0.len(), 0);
        }
        self.0.iter_mut().zip(&others.0).for_each(|(word, other)| *word |= other);
    }

    /// Those that are in both.
    pub(super) fn both(&self, others: &Locals) -> Locals {
        Locals(self.0.iter().zip(&others.0).map(|(word, other)| word & other).collect())
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.0.len() * 64).filter(|it| self.0[it / 64] >> (it % 64) & 1 == 1)
    }
}

/// Where a function may go on, and what matters there.
pub(super) struct Live<'s> {
    /// For each of what is open, outermost first, what matters where branches to it go.
    pub(super) labels: Vec<Locals>,
    /// Is told of each tail, with what matters behind it and for what is open.
    pub(super) see: &'s mut dyn FnMut(usize, &Locals, &[Locals]),
}

impl Live<'_> {
    /// Returns what matters in front of steps, given what matters behind them.
    pub(super) fn before(&mut self, steps: &[Step<'_>], after: &Locals) -> Locals {
        let mut live = after.clone();
        for step in steps.iter().rev() {
            self.step(&step.what, &mut live);
            if let Some(tail) = step.tail {
                (self.see)(tail, after, &self.labels);
            }
        }
        live
    }

    fn step(&mut self, what: &What<'_>, live: &mut Locals) {
        match what {
            What::One(it) => match &it.kind {
                Kind::Local(Access::Get, local) => live.insert(*local),
                Kind::Local(Access::Set | Access::Tee, local) => live.remove(*local),
                Kind::BranchIf(depth) => live.add_all(self.label(*depth)),
                Kind::Branch(depth) => *live = self.label(*depth).clone(),
                Kind::BranchTable(depths) => {
                    *live = Locals::default();
                    depths.iter().for_each(|it| live.add_all(self.label(*it)));
                }
                Kind::Return => *live = self.labels.first().cloned().unwrap_or_default(),
                Kind::Unreachable => *live = Locals::default(),
                _ => {}
            },
            What::Nest { nest: Nest::Loop, body, .. } => {
                let (mut head, mut more) = (Locals::default(), true);
                while more {
                    let before = head.clone();
                    head.add_all(&self.inside(body, before.clone(), live));
                    more = head != before;
                }
                *live = head;
            }
            What::Nest { body, otherwise, nest, .. } => {
                let after = live.clone();
                let mut before = self.inside(body, after.clone(), &after);
                match otherwise {
                    Some(otherwise) => before.add_all(&self.inside(otherwise, after.clone(), &after)),
                    None if *nest == Nest::If => before.add_all(&after),
                    None => {}
                }
                *live = before;
            }
        }
    }

    fn inside(&mut self, body: &Seq<'_>, label: Locals, after: &Locals) -> Locals {
        self.labels.push(label);
        let before = self.before(&body.steps, after);
        self.labels.pop();
        before
    }

    fn label(&self, depth: usize) -> &Locals {
        &self.labels[self.labels.len() - 1 - depth]
    }
}
