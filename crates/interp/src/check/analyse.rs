//! Going over a graph until nothing new is found: forwards, and backwards for what is still needed.

use super::flow::{Event, From, Graph, Node, Place};
use super::types::Known;
use crate::tree::{LocalId, Ty};

/// A set of variables.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Set(Vec<u64>);

impl Set {
    pub(super) fn has(&self, local: LocalId) -> bool {
        self.0.get(local.index() / 64).is_some_and(|it| it >> (local.index() % 64) & 1 == 1)
    }

    fn add(&mut self, local: LocalId) {
        let word = local.index() / 64;
        if self.0.len() <= word {
            self.0.resize(word + 1, 0);
        }
        self.0[word] |= 1 << (local.index() % 64);
    }

    fn remove(&mut self, local: LocalId) {
        if let Some(word) = self.0.get_mut(local.index() / 64) {
            *word &= !(1 << (local.index() % 64));
        }
    }

    fn join(&mut self, other: &Set) -> bool {
        if self.0.len() < other.0.len() {
            self.0.resize(other.0.len(), 0);
        }
        let mut new = false;
        for (word, more) in self.0.iter_mut().zip(&other.0) {
            new |= more & !*word != 0;
            *word |= more;
        }
        new
    }
}

/// The states before all events; none of one that is not reached. `join` says whether there was anything new.
pub(super) fn forward<S: Clone>(
    graph: &Graph,
    start: S,
    join: impl Fn(&mut S, &S) -> bool,
    step: impl Fn(u32, &Node, &mut S),
) -> Vec<Option<S>> {
    let mut before: Vec<Option<S>> = vec![None; graph.nodes.len()];
    let Some(first) = before.first_mut() else { return before };
    *first = Some(start);
    let mut open = vec![0_u32];
    while let Some(at) = open.pop() {
        let node = &graph.nodes[at as usize];
        let Some(mut state) = before[at as usize].clone() else { continue };
        step(at, node, &mut state);
        for &next in &node.next {
            let changed = match &mut before[next as usize] {
                Some(known) => join(known, &state),
                slot => {
                    *slot = Some(state.clone());
                    true
                }
            };
            if changed {
                open.push(next);
            }
        }
    }
    before
}

/// The events in the order in which rustc looks at them: what comes behind a loop before what is in it.
pub(super) fn in_order(graph: &Graph) -> Vec<u32> {
    let mut done = Vec::with_capacity(graph.nodes.len());
    let mut seen = vec![false; graph.nodes.len()];
    let mut open: Vec<(u32, usize)> = Vec::new();
    if let Some(first) = seen.first_mut() {
        *first = true;
        open.push((0, 0));
    }
    while let Some((at, next)) = open.last_mut() {
        match graph.nodes[*at as usize].next.get(*next) {
            Some(&to) => {
                *next += 1;
                if !std::mem::replace(&mut seen[to as usize], true) {
                    open.push((to, 0));
                }
            }
            None => {
                done.push(*at);
                open.pop();
            }
        }
    }
    done.reverse();
    done
}

/// Which variables may have a value before each event; those that were moved out of, even in part, have none.
pub(super) fn full(graph: &Graph) -> Vec<Option<Set>> {
    forward(graph, Set::default(), Set::join, |_, node, state| match &node.event {
        Event::Assign { place, .. } if place.is_whole() => state.add(place.local),
        Event::Use(place, super::flow::How::Moved) => state.remove(place.local),
        Event::Live(local) | Event::Dead(local) => state.remove(*local),
        _ => {}
    })
}

/// Which variables may have been given a value before each event, whatever became of it.
pub(super) fn begun(graph: &Graph) -> Vec<Option<Set>> {
    forward(graph, Set::default(), Set::join, |_, node, state| match &node.event {
        Event::Assign { place, .. } if place.is_whole() => state.add(place.local),
        Event::Live(local) | Event::Dead(local) => state.remove(*local),
        _ => {}
    })
}

/// Which variables are used after each event.
pub(super) fn needed(graph: &Graph, known: Known<'_>) -> Vec<Set> {
    let full = full(graph);
    let mut before = vec![Vec::new(); graph.nodes.len()];
    for (at, node) in graph.nodes.iter().enumerate() {
        for &next in &node.next {
            before[next as usize].push(at as u32);
        }
    }
    let mut after = vec![Set::default(); graph.nodes.len()];
    let mut open: Vec<u32> = (0..graph.nodes.len() as u32).collect();
    while let Some(at) = open.pop() {
        let mut state = after[at as usize].clone();
        let has_value = |local: LocalId| full[at as usize].as_ref().is_some_and(|it| it.has(local));
        step_back(graph, known, &graph.nodes[at as usize], &mut state, &has_value);
        for &previous in &before[at as usize] {
            if after[previous as usize].join(&state) {
                open.push(previous);
            }
        }
    }
    after
}

fn step_back(
    graph: &Graph,
    known: Known<'_>,
    node: &Node,
    state: &mut Set,
    has_value: &dyn Fn(LocalId) -> bool,
) {
    let add_all = |state: &mut Set, from: &[From]| {
        for it in from {
            if let From::Local(local) = it {
                state.add(*local);
            }
        }
    };
    let reaches = |place: &Place| !place.is_whole() && place.is_behind_reference();
    match &node.event {
        Event::Assign { place, from, .. } => {
            // What a variable refers to matters as long as the variable itself does.
            let matters = !place.is_whole() || state.has(place.local);
            if place.is_whole() {
                state.remove(place.local);
            } else if reaches(place) {
                state.add(place.local);
            }
            if matters {
                add_all(state, from);
            }
        }
        Event::Hold(local, from) => {
            if state.has(*local) {
                add_all(state, from);
            }
        }
        Event::Return(local) | Event::Escape(local) => state.add(*local),
        Event::Use(place, _) => state.add(place.local),
        Event::Borrow(loan) => state.add(graph.loans[*loan as usize].place.local),
        Event::Live(local) | Event::Dead(local) => state.remove(*local),
        Event::Drop(local) => {
            let ty = &graph.types[local.index()];
            if has_value(*local) && needs_references(known, ty) {
                state.add(*local);
            }
        }
        Event::Nothing | Event::Activate(_) | Event::Await => {}
    }
}

/// Whether dropping a value looks at what it refers to.
fn needs_references(known: Known<'_>, ty: &Ty) -> bool {
    match ty {
        Ty::Adt(adt, _) => known.program.adt(*adt).lifetimes > 0 && known.facts.implements("Drop", *adt),
        _ => false,
    }
}
