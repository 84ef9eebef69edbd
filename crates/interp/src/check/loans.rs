//! Borrows that exclude each other: E0499, E0502, E0503, E0505, E0506, E0597.

use super::Checker;
use super::analyse::{Set, forward, needed};
use super::flow::{Event, From, Graph, How, Kind, Loan, Node, Place, Pointer, Step, Why};
use crate::diagnostic::Diagnostic;
use crate::source::Span;
use crate::tree::LocalId;

/// Which variables refer to which loans, and which loans of two phases are in their second.
#[derive(Clone, Debug, Default)]
struct State {
    held: Vec<(LocalId, u32)>,
    active: Vec<u32>,
}

/// More than these are too many to be looked at.
const MAX_LOANS: usize = 3000;

pub(super) fn check(checker: &Checker<'_>, graph: &Graph) -> Vec<Diagnostic> {
    let holds = |it: &Node| match &it.event {
        Event::Assign { from, .. } | Event::Hold(_, from) => {
            from.iter().any(|it| matches!(it, From::Loan(_)))
        }
        _ => false,
    };
    if graph.loans.len() > MAX_LOANS || !graph.nodes.iter().any(holds) {
        return Vec::new();
    }
    let states = forward(graph, State::default(), State::join, |_, node, state| state.step(graph, node));
    let needed = needed(graph, checker.known(graph));
    let mut found = Vec::new();
    let mut reported: Vec<(u32, Option<u32>, u32)> = Vec::new();
    for (at, node) in graph.nodes.iter().enumerate() {
        let Some(state) = &states[at] else { continue };
        let look = Look { checker, graph, node, state, needed: &needed[at], at: at as u32 };
        if let Event::Return(value) | Event::Escape(value) = node.event {
            let is_sent = matches!(node.event, Event::Escape(_));
            let judge = if is_sent { super::escape::sent } else { super::escape::returned };
            let loans = state.held.iter().filter(|it| it.0 == value).map(|it| &graph.loans[it.1 as usize]);
            found.extend(loans.filter_map(|it| judge(checker, graph, node, it)).take(1));
        }
        for loan in look.in_scope() {
            let by = match node.event {
                Event::Borrow(loan) | Event::Activate(loan) => Some(loan),
                _ => None,
            };
            let key = (loan, by, if by.is_some() { 0 } else { node.span.line });
            if let Some(diagnostic) = look.conflict(loan)
                && !reported.contains(&key)
            {
                reported.push(key);
                found.push(look.with_later_use(diagnostic, loan));
                // Of what ends, one borrow is enough.
                if matches!(node.event, Event::Dead(_)) {
                    break;
                }
            }
        }
    }
    found
}

impl State {
    fn join(&mut self, more: &State) -> bool {
        let before = self.held.len() + self.active.len();
        for it in &more.held {
            if !self.held.contains(it) {
                self.held.push(*it);
            }
        }
        for it in &more.active {
            if !self.active.contains(it) {
                self.active.push(*it);
            }
        }
        self.held.len() + self.active.len() != before
    }

    fn step(&mut self, graph: &Graph, node: &Node) {
        match &node.event {
            Event::Assign { place, from, .. } => {
                let mut new = self.loans(from);
                if place.is_whole() {
                    // What a variable referred to is out of reach by it once it has another value.
                    let by_it = |loan: u32| graph.loans[loan as usize].place.local == place.local;
                    self.held.retain(|it| it.0 != place.local && !by_it(it.1));
                    new.retain(|it| !by_it(*it));
                    self.add(place.local, &new);
                } else {
                    self.held.retain(|it| !place.holds(&graph.loans[it.1 as usize].place));
                }
            }
            Event::Hold(local, from) => {
                let new = self.loans(from);
                self.add(*local, &new);
            }
            Event::Borrow(loan) => self.active.retain(|it| it != loan),
            Event::Activate(loan) if !self.active.contains(loan) => self.active.push(*loan),
            Event::Live(local) | Event::Dead(local) => {
                self.held.retain(|it| it.0 != *local && graph.loans[it.1 as usize].place.local != *local);
            }
            _ => {}
        }
    }

    fn loans(&self, from: &[From]) -> Vec<u32> {
        let mut all = Vec::new();
        for it in from {
            match it {
                From::Loan(loan) => all.push(*loan),
                From::Local(local) => all.extend(self.held.iter().filter(|it| it.0 == *local).map(|it| it.1)),
            }
        }
        all
    }

    fn add(&mut self, local: LocalId, loans: &[u32]) {
        for loan in loans {
            if !self.held.contains(&(local, *loan)) {
                self.held.push((local, *loan));
            }
        }
    }
}

/// What an event does to a place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Access {
    Read,
    Shared,
    Mutable,
    Move,
    Write,
    End,
}

struct Look<'a> {
    checker: &'a Checker<'a>,
    graph: &'a Graph,
    node: &'a Node,
    state: &'a State,
    /// What is used afterwards.
    needed: &'a Set,
    at: u32,
}

impl<'a> Look<'a> {
    /// The loans by references that are used afterwards.
    fn in_scope(&self) -> Vec<u32> {
        let written = match &self.node.event {
            Event::Assign { place, .. } if place.is_whole() => Some(place.local),
            _ => None,
        };
        let held = self.state.held.iter().filter(|it| Some(it.0) != written && self.needed.has(it.0));
        let mut all: Vec<u32> = held.map(|it| it.1).collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    fn access(&self) -> Option<(Place, Access, Option<u32>)> {
        let of_loan = |loan: u32| &self.graph.loans[loan as usize];
        Some(match &self.node.event {
            Event::Use(place, How::Moved) => (place.clone(), Access::Move, None),
            Event::Use(place, _) => (place.clone(), Access::Read, None),
            Event::Borrow(loan) => {
                let it = of_loan(*loan);
                let access = if it.kind == Kind::Shared { Access::Shared } else { Access::Mutable };
                (it.place.clone(), access, Some(*loan))
            }
            Event::Activate(loan) => (of_loan(*loan).place.clone(), Access::Mutable, Some(*loan)),
            Event::Assign { place, again: true, .. } => (place.clone(), Access::Write, None),
            Event::Dead(local) => (Place::of(*local), Access::End, None),
            _ => return None,
        })
    }

    fn conflict(&self, loan: u32) -> Option<Diagnostic> {
        let (place, access, own) = self.access()?;
        let nameless = place.local.index() >= self.graph.named;
        if own == Some(loan) || nameless && access != Access::End {
            return None;
        }
        let it = &self.graph.loans[loan as usize];
        if it.place.is_behind_shared() || !touches(&place, access, &it.place) {
            return None;
        }
        let exclusive = match it.kind {
            Kind::Shared => false,
            Kind::Mutable => true,
            Kind::TwoPhase => self.state.active.contains(&loan),
        };
        // A borrow of two phases is not in the way of readers before its second one.
        let reserving = matches!(self.node.event, Event::Borrow(own) if self.graph.loans[own as usize].kind == Kind::TwoPhase);
        match access {
            Access::Read | Access::Shared if !exclusive => return None,
            Access::Mutable if reserving && !exclusive => return None,
            _ => {}
        }
        if nameless { Some(self.short_lived(it)) } else { self.diagnostic(&place, access, it, exclusive) }
    }

    /// E0716.
    fn short_lived(&self, loan: &Loan) -> Diagnostic {
        Diagnostic::error(loan.span, "temporary value dropped while borrowed")
            .code("E0716")
            .label(loan.span, "creates a temporary value which is freed while still in use")
            .label(self.node.span, "temporary value is freed at the end of this statement")
            .hint("consider using a `let` binding to create a longer lived value")
    }

    fn diagnostic(&self, place: &Place, access: Access, loan: &Loan, exclusive: bool) -> Option<Diagnostic> {
        let name = self.checker.described(self.graph, place)?;
        let other = self.checker.described(self.graph, &loan.place)?;
        let same = if other == name { "it".to_owned() } else { format!("`{other}`") };
        let span = self.node.span;
        let error = |code, message: String| Diagnostic::error(span, message).code(code);
        let kind = if exclusive { "mutable" } else { "immutable" };
        Some(match access {
            Access::Read => error("E0503", format!("cannot use `{name}` because it was mutably borrowed"))
                .label(loan.span, format!("`{other}` is borrowed here"))
                .label(span, format!("use of borrowed `{other}`")),
            Access::Shared => {
                let message =
                    format!("cannot borrow `{name}` as immutable because {same} is also borrowed as mutable");
                error("E0502", message)
                    .label(loan.span, "mutable borrow occurs here")
                    .label(span, "immutable borrow occurs here")
            }
            Access::Mutable if exclusive => {
                if std::ptr::eq(self.current_loan()?, loan) {
                    return None;
                }
                let message = format!("cannot borrow `{name}` as mutable more than once at a time");
                let word = if loan.span == span { return self.in_loop(&name) } else { "first" };
                error("E0499", message)
                    .label(loan.span, format!("{word} mutable borrow occurs here"))
                    .label(span, "second mutable borrow occurs here")
            }
            Access::Mutable => {
                let message =
                    format!("cannot borrow `{name}` as mutable because {same} is also borrowed as immutable");
                error("E0502", message)
                    .label(loan.span, "immutable borrow occurs here")
                    .label(span, "mutable borrow occurs here")
            }
            Access::Move => error("E0505", format!("cannot move out of `{name}` because it is borrowed"))
                .label(loan.span, format!("borrow of `{other}` occurs here"))
                .label(span, format!("move out of `{name}` occurs here")),
            Access::Write => error("E0506", format!("cannot assign to `{name}` because it is borrowed"))
                .label(loan.span, format!("`{other}` is borrowed here"))
                .label(span, format!("`{name}` is assigned to here but it was already borrowed")),
            Access::End => Diagnostic::error(loan.span, format!("`{other}` does not live long enough"))
                .code("E0597")
                .label(loan.span, format!("borrowed value does not live long enough ({kind} borrow)"))
                .label(span, format!("`{name}` dropped here while still borrowed")),
        })
    }

    fn in_loop(&self, name: &str) -> Option<Diagnostic> {
        let message = format!("cannot borrow `{name}` as mutable more than once at a time");
        let label = format!("`{name}` was mutably borrowed here in the previous iteration of the loop");
        Some(Diagnostic::error(self.node.span, message).code("E0499").label(self.node.span, label))
    }

    fn current_loan(&self) -> Option<&'a Loan> {
        match self.node.event {
            Event::Borrow(loan) | Event::Activate(loan) => Some(&self.graph.loans[loan as usize]),
            _ => None,
        }
    }

    /// Adds where the reference is used next, and what of a closure is meant.
    fn with_later_use(&self, mut diagnostic: Diagnostic, loan: u32) -> Diagnostic {
        let it = &self.graph.loans[loan as usize];
        if let Why::Captured(is_async, inner) = it.why {
            let what = if is_async { "coroutine" } else { "closure" };
            diagnostic = diagnostic.label(inner, format!("first borrow occurs due to use in {what}"));
        }
        let holders: Vec<LocalId> = self.state.held.iter().filter(|it| it.1 == loan).map(|it| it.0).collect();
        match self.later_use(&holders) {
            Some(span) => diagnostic.label(span, "borrow later used here"),
            None => diagnostic,
        }
    }

    /// The next event that needs one of the variables.
    fn later_use(&self, holders: &[LocalId]) -> Option<Span> {
        let mut open = std::collections::VecDeque::from([self.at]);
        let mut seen = vec![false; self.graph.nodes.len()];
        while let Some(at) = open.pop_front() {
            for &next in &self.graph.nodes[at as usize].next {
                if std::mem::replace(&mut seen[next as usize], true) {
                    continue;
                }
                let node = &self.graph.nodes[next as usize];
                let uses = match &node.event {
                    Event::Use(place, _) => holders.contains(&place.local),
                    Event::Borrow(loan) => holders.contains(&self.graph.loans[*loan as usize].place.local),
                    Event::Return(value) | Event::Escape(value) => holders.contains(value),
                    _ => false,
                };
                if uses && node.span != self.node.span {
                    return Some(node.span);
                }
                open.push_back(next);
            }
        }
        None
    }
}

/// Whether an access reaches what is borrowed.
fn touches(place: &Place, access: Access, borrowed: &Place) -> bool {
    if place.local != borrowed.local {
        return false;
    }
    if borrowed.holds(place) {
        return true;
    }
    if !place.holds(borrowed) {
        return false;
    }
    let rest = &borrowed.path[place.path.len()..];
    match access {
        // The variable changes, not what it leads to.
        Access::Write => !rest.iter().any(|it| matches!(it, Step::Deref(_))),
        Access::End => !rest.iter().any(|it| matches!(it, Step::Deref(Pointer::Shared | Pointer::Mutable))),
        _ => true,
    }
}
