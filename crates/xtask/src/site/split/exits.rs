//! What the tail of a sequence needs from around it, and how it may be left: what a function must take and return that does
//! the same.

use std::collections::BTreeSet;

use super::body::{Body, Rest, Step, What};
use super::instructions::{Access, Kind, Nest, code};
use super::live::{Live, Locals};

/// How many variables a tail may take and return.
const MOST: usize = 16;

/// What is open at some place of a function, outermost first: the function itself, and what has an end.
pub(super) type Open = Vec<(Nest, Option<u8>)>;

/// Where a tail goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Exit {
    /// Behind the loop whose last steps it is.
    Behind,
    /// Where a branch to what is open at this level goes.
    Level(usize),
}

/// What a tail takes and returns.
#[derive(Debug)]
pub(super) struct Interface {
    /// The variables that matter to it.
    pub(super) takes: Vec<usize>,
    /// The variables that it changes, of those that matter afterwards.
    pub(super) returns: Vec<usize>,
    /// How it may be left; where it ends, if it does, first.
    pub(super) exits: Vec<Exit>,
    /// The type of the value with which it is left.
    pub(super) value: Option<u8>,
}

/// What matters behind a tail, and for what is open there.
pub(super) type After = (Locals, Vec<Locals>);

/// The value with which something is left.
pub(super) fn value(exit: Exit, open: &Open) -> Option<u8> {
    match exit {
        Exit::Behind => open.last().and_then(|it| it.1),
        Exit::Level(level) => open.get(level).filter(|it| it.0 != Nest::Loop).and_then(|it| it.1),
    }
}

impl Interface {
    /// Looks at the tail of a sequence. `None` if it is left with values of several types.
    pub(super) fn of(rest: Rest<'_>, open: &Open, after: &After) -> Option<Self> {
        let steps = &rest.seq.steps[rest.from..];
        let exits = exits(rest.seq.falls, steps, open);
        let values: BTreeSet<u8> = exits.iter().filter_map(|it| value(*it, open)).collect();
        if values.len() > 1 {
            return None;
        }
        let mut matters = Locals::default();
        for exit in &exits {
            matters.add_all(match exit {
                Exit::Behind => &after.0,
                Exit::Level(level) => &after.1[*level],
            });
        }
        let mut changed = Locals::default();
        each(steps, 0, &mut |it, _| {
            if let Kind::Local(Access::Set | Access::Tee, local) = it {
                changed.insert(*local);
            }
        });
        let returns = changed.both(&matters);
        let mut live = Live { labels: vec![returns.clone(); open.len()], see: &mut |_, _, _| () };
        let takes = live.before(steps, &returns);
        let (takes, returns) = (takes.iter().collect(), returns.iter().collect());
        Some(Interface { takes, returns, exits, value: values.first().copied() })
    }

    /// Whether it takes and returns so little that calling it is short.
    pub(super) fn is_small(&self) -> bool {
        self.takes.len() + self.returns.len() <= MOST
    }

    /// Whether it has to be told how it was left.
    pub(super) fn has_several_exits(&self) -> bool {
        self.exits.len() > 1
    }

    /// The types of what it takes.
    pub(super) fn parameters(&self, body: &Body<'_>) -> Vec<u8> {
        self.takes.iter().map(|it| body.locals[*it]).collect()
    }

    /// The types that a function which does the same returns, in order: the value, the number of the exit, variables.
    pub(super) fn results(&self, body: &Body<'_>) -> Vec<u8> {
        let number = self.has_several_exits().then_some(code::I32);
        let variables = self.returns.iter().map(|it| body.locals[*it]);
        self.value.into_iter().chain(number).chain(variables).collect()
    }
}

fn exits(falls: bool, steps: &[Step<'_>], open: &Open) -> Vec<Exit> {
    let innermost = open.len() - 1;
    let end = if open[innermost].0 == Nest::Loop { Exit::Behind } else { Exit::Level(innermost) };
    let mut all = BTreeSet::new();
    each(steps, 0, &mut |it, inside| {
        let mut goes_to = |depth: usize| {
            all.extend(depth.checked_sub(inside).map(|it| Exit::Level(innermost - it)));
        };
        match it {
            Kind::Branch(depth) | Kind::BranchIf(depth) => goes_to(*depth),
            Kind::BranchTable(depths) => depths.iter().for_each(|it| goes_to(*it)),
            Kind::Return => goes_to(inside + innermost),
            _ => {}
        }
    });
    if falls {
        all.remove(&end);
    }
    falls.then_some(end).into_iter().chain(all).collect()
}

/// Calls `see` with every instruction, and how many of the steps' own ends are between it and the steps.
fn each(steps: &[Step<'_>], inside: usize, see: &mut dyn FnMut(&Kind, usize)) {
    for step in steps {
        match &step.what {
            What::One(it) => see(&it.kind, inside),
            What::Nest { body, otherwise, .. } => {
                each(&body.steps, inside + 1, see);
                otherwise.iter().for_each(|it| each(&it.steps, inside + 1, see));
            }
        }
    }
}
