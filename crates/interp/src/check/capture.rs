//! What a closure or async block takes from the body around it: parts of variables, as rustc does.

use super::flow::{Event, Graph, How, Kind, Place, Pointer, Step};
use super::types::Known;
use crate::source::Span;
use crate::tree::{Body, LocalId, Ty};

/// How something is taken.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Taken {
    Shared,
    Mutable,
    /// By value: moved, or copied if its type is.
    Value,
}

/// A part of a variable of the body around.
#[derive(Clone, Debug)]
pub(super) struct Captured {
    pub(super) place: Place,
    pub(super) how: Taken,
    /// Where it is first used.
    pub(super) span: Span,
}

/// What a body takes with it.
pub(super) fn captured(known: Known<'_>, body: &Body, graph: &Graph) -> Vec<Captured> {
    let mut all: Vec<Captured> = Vec::new();
    for capture in &body.captures {
        for node in &graph.nodes {
            let Some((place, how)) = used(graph, &node.event) else { continue };
            if place.local != capture.inner {
                continue;
            }
            let how = if capture.by_move { Taken::Value } else { how };
            let mut path = place.path.clone();
            let ty = known.at(&graph.types[capture.inner.index()], &path);
            path.extend(lent_on(&node.event, &ty));
            truncate(&mut path, how);
            let how = match how {
                // What is copied need not be taken itself.
                Taken::Value if !capture.by_move => {
                    let ty = known.at(&graph.types[capture.inner.index()], &path);
                    if known.copies(&ty) == Some(false) { Taken::Value } else { Taken::Shared }
                }
                how => how,
            };
            add(&mut all, Captured { place: Place { local: capture.outer, path }, how, span: node.span });
        }
    }
    all
}

/// What is lent of a shared reference is what it leads to. Where it is not known how one is used, it may be lent on.
fn lent_on(event: &Event, ty: &Ty) -> Option<Step> {
    let Event::Use(_, How::LentOn | How::Seen) = event else { return None };
    matches!(ty, Ty::Ref(false, _)).then_some(Step::Deref(Pointer::Shared))
}

/// The place that an event is about, and how it has to be taken for that.
fn used<'g>(graph: &'g Graph, event: &'g Event) -> Option<(&'g Place, Taken)> {
    Some(match event {
        Event::Use(place, How::Moved) => (place, Taken::Value),
        Event::Use(place, _) => (place, Taken::Shared),
        Event::Borrow(loan) => {
            let loan = &graph.loans[*loan as usize];
            (&loan.place, if loan.kind == Kind::Shared { Taken::Shared } else { Taken::Mutable })
        }
        Event::Assign { place, again: true, .. } => (place, Taken::Mutable),
        _ => return None,
    })
}

/// Values are taken before the first pointer, and elements are never taken alone.
fn truncate(path: &mut Vec<Step>, how: Taken) {
    let ends = |step: &Step| match step {
        Step::Element | Step::Field(super::flow::FRONT | super::flow::BACK, ..) => true,
        Step::Deref(_) => how == Taken::Value,
        Step::Field(..) => false,
    };
    if let Some(end) = path.iter().position(ends) {
        path.truncate(end);
    }
}

/// Of a whole and its parts only the whole is taken, in the strongest of the ways.
fn add(all: &mut Vec<Captured>, new: Captured) {
    let mut new = new;
    while let Some(at) = all.iter().position(|it| it.place.overlaps(&new.place)) {
        let old = all.swap_remove(at);
        let span = if old.how >= new.how { old.span } else { new.span };
        let place = if old.place.holds(&new.place) { old.place } else { new.place };
        let mut path = place.path;
        truncate(&mut path, old.how.max(new.how));
        new = Captured { place: Place { local: place.local, path }, how: old.how.max(new.how), span };
    }
    all.push(new);
}

impl Captured {
    /// Whether it is a reference to a variable itself, not to something that a reference leads to.
    pub(super) fn borrows_variable(&self) -> bool {
        self.how != Taken::Value && !self.place.is_behind_reference()
    }

    pub(super) fn local(&self) -> LocalId {
        self.place.local
    }
}
