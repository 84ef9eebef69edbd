//! Writing to what may not be written to: E0384, E0594, E0596.

use super::Checker;
use super::analyse::begun;
use super::flow::{Cut, Event, Graph, Kind, Node, Place, Pointer, Step, Why};
use super::words::not_written_through;
use crate::diagnostic::Diagnostic;
use crate::tree::PatKind;

pub(super) fn check(checker: &Checker<'_>, graph: &Graph) -> Vec<Diagnostic> {
    let begun = begun(graph);
    let mut found: Vec<Diagnostic> = Vec::new();
    let mut reported: Vec<Place> = Vec::new();
    for (at, node) in graph.nodes.iter().enumerate() {
        let Some(state) = &begun[at] else { continue };
        let check = Check { checker, graph, node };
        let (place, diagnostic) = match &node.event {
            Event::Assign { place, again: true, .. } if place.is_whole() && !check.is_captured(place) => {
                (place, state.has(place.local).then(|| check.twice(place)).flatten())
            }
            Event::Assign { place, again: true, .. } => (place, check.assigned(place)),
            Event::Borrow(loan) => {
                let loan = &graph.loans[*loan as usize];
                let asked = loan.kind != Kind::Shared
                    && !matches!(loan.cut, Some(Cut::Unsure | Cut::Behind))
                    && !matches!(loan.why, Why::Captured(..));
                let found = match loan.cut {
                    Some(Cut::Shared(name)) => Some(check.shared(name)),
                    _ => check.borrowed(&loan.place),
                };
                (&loan.place, found.filter(|_| asked))
            }
            _ => continue,
        };
        if let Some(diagnostic) = diagnostic
            && !reported.contains(place)
        {
            // As rustc, only the first of several borrows of one place is spoken of.
            if diagnostic.code == Some("E0596") {
                reported.push(place.clone());
            }
            found.push(diagnostic);
        }
    }
    found
}

struct Check<'a> {
    checker: &'a Checker<'a>,
    graph: &'a Graph,
    node: &'a Node,
}

/// Why a place cannot be written to.
enum Bar {
    /// The variable is not `mut`.
    Variable,
    /// It is behind a `&`, which ends at that step.
    Behind(usize),
}

impl Check<'_> {
    fn is_captured(&self, place: &Place) -> bool {
        self.checker.body(self.graph).captures.iter().any(|it| it.inner == place.local)
    }

    fn is_mutable(&self, place: &Place) -> bool {
        let locals = &self.checker.body(self.graph).locals;
        locals.get(place.local.index()).is_none_or(|it| it.mutable)
    }

    fn bar(&self, place: &Place) -> Option<Bar> {
        if place.local.index() >= self.graph.named {
            return None;
        }
        if let Some(at) = place.path.iter().position(|it| *it == Step::Deref(Pointer::Shared)) {
            return Some(Bar::Behind(at));
        }
        let by_mut = place.path.contains(&Step::Deref(Pointer::Mutable));
        (!by_mut && !self.is_mutable(place)).then_some(Bar::Variable)
    }

    fn twice(&self, place: &Place) -> Option<Diagnostic> {
        if place.local.index() >= self.graph.named || self.is_mutable(place) {
            return None;
        }
        let name = self.checker.described(self.graph, place)?;
        let body = self.checker.body(self.graph);
        let is_param = body
            .params
            .iter()
            .any(|it| matches!(it.kind, PatKind::Bind { local, .. } if local == place.local));
        let (message, label) = if is_param {
            (format!("cannot assign to immutable argument `{name}`"), "cannot assign to immutable argument")
        } else {
            (
                format!("cannot assign twice to immutable variable `{name}`"),
                "cannot assign twice to immutable variable",
            )
        };
        let declared = body.locals[place.local.index()].span;
        let mut it = Diagnostic::error(self.node.span, message).code("E0384");
        if !is_param {
            it = it.label(declared, format!("first assignment to `{name}`"));
        }
        Some(
            it.label(self.node.span, label)
                .hint(format!("consider making this binding mutable: `mut {name}`")),
        )
    }

    fn assigned(&self, place: &Place) -> Option<Diagnostic> {
        let bar = self.bar(place)?;
        let name = self.checker.described(self.graph, place)?;
        let (message, label, hint) = match bar {
            Bar::Variable => {
                let root = self.checker.name(self.graph, place.local)?;
                let what = if place.is_whole() { "it".to_owned() } else { format!("`{root}`") };
                let message = format!("cannot assign to `{name}`, as {what} is not declared as mutable");
                (message, "cannot assign", format!("consider changing this to be mutable: `mut {root}`"))
            }
            Bar::Behind(at) => {
                let label = format!("cannot assign to `{name}`, which is behind a `&` reference");
                (label, "so the data it refers to cannot be written", self.mutable_reference(place, at)?)
            }
        };
        Some(Diagnostic::error(self.node.span, message).code("E0594").label(self.node.span, label).hint(hint))
    }

    fn borrowed(&self, place: &Place) -> Option<Diagnostic> {
        let bar = self.bar(place)?;
        let name = self.checker.described(self.graph, place)?;
        let (message, hint) = match bar {
            Bar::Variable => {
                let root = self.checker.name(self.graph, place.local)?;
                let what = if place.is_whole() { "it".to_owned() } else { format!("`{root}`") };
                let message =
                    format!("cannot borrow `{name}` as mutable, as {what} is not declared as mutable");
                (message, format!("consider changing this to be mutable: `mut {root}`"))
            }
            Bar::Behind(at) => {
                let message = format!("cannot borrow `{name}` as mutable, as it is behind a `&` reference");
                (message, self.mutable_reference(place, at)?)
            }
        };
        let span = self.node.span;
        Some(
            Diagnostic::error(span, message).code("E0596").label(span, "cannot borrow as mutable").hint(hint),
        )
    }

    fn shared(&self, name: &str) -> Diagnostic {
        let span = self.node.span;
        Diagnostic::error(span, format!("cannot borrow data in an `{name}` as mutable"))
            .code("E0596")
            .label(span, "cannot borrow as mutable")
            .hint(not_written_through(name))
    }

    fn mutable_reference(&self, place: &Place, at: usize) -> Option<String> {
        let reference = Place { local: place.local, path: place.path[..at].to_vec() };
        let name = self.checker.described(self.graph, &reference)?;
        Some(format!("consider changing `{name}` to be a mutable reference: `&mut`"))
    }
}
