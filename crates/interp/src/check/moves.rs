//! Values that are used after they were moved, or before they were made: E0382, E0381.

use super::Checker;
use super::analyse::{begun, forward, in_order};
use super::flow::{Event, Graph, How, Node, Place, Why};
use super::words::shown;
use crate::diagnostic::Diagnostic;
use crate::tree::Receiver;

/// What may be gone, and by which event; the event is that of the declaration where nothing has been there yet.
type Gone = Vec<(Place, u32)>;

pub(super) fn check(checker: &Checker<'_>, graph: &Graph) -> Vec<Diagnostic> {
    let states = forward(graph, Gone::new(), join, step);
    let mut found = Vec::new();
    let mut reported: Vec<Vec<u32>> = Vec::new();
    for at in in_order(graph) {
        let node = &graph.nodes[at as usize];
        let Some(state) = &states[at as usize] else { continue };
        let Some(used) = used(graph, &node.event) else { continue };
        if used.local.index() >= graph.named {
            continue;
        }
        let mut gone: Vec<&(Place, u32)> =
            state.iter().filter(|it| concerns(&it.0, used, &node.event)).collect();
        gone.sort_by_key(|it| it.1);
        let by: Vec<u32> = gone.iter().map(|it| it.1).collect();
        if gone.is_empty() || reported.contains(&by) {
            continue;
        }
        let report = Report { checker, graph, node, used, at };
        let unmade = gone.iter().any(|it| matches!(graph.nodes[it.1 as usize].event, Event::Live(_)));
        let diagnostic = if unmade { report.unmade() } else { report.moved(&gone) };
        if let Some(diagnostic) = diagnostic {
            reported.push(by);
            found.push(diagnostic);
        }
    }
    found
}

fn join(known: &mut Gone, more: &Gone) -> bool {
    let before = known.len();
    for it in more {
        if !known.contains(it) {
            known.push(it.clone());
        }
    }
    known.len() != before
}

fn step(at: u32, node: &Node, state: &mut Gone) {
    match &node.event {
        Event::Live(local) => {
            let place = Place::of(*local);
            state.retain(|it| it.0.local != *local);
            state.push((place, at));
        }
        Event::Dead(local) => state.retain(|it| it.0.local != *local),
        Event::Assign { place, .. } => state.retain(|it| !place.holds(&it.0)),
        Event::Use(place, How::Moved) if !place.is_behind_reference() => {
            state.retain(|it| !place.holds(&it.0));
            state.push((place.clone(), at));
        }
        _ => {}
    }
}

/// The place that has to be there for an event.
fn used<'g>(graph: &'g Graph, event: &'g Event) -> Option<&'g Place> {
    match event {
        Event::Use(place, _) => Some(place),
        Event::Borrow(loan) => Some(&graph.loans[*loan as usize].place),
        Event::Assign { place, again: true, .. } if !place.is_whole() => Some(place),
        _ => None,
    }
}

/// Whether something that is gone stands in the way of a use.
fn concerns(gone: &Place, used: &Place, event: &Event) -> bool {
    match event {
        // What is written to need not be there itself.
        Event::Assign { .. } => gone.holds(used) && gone != used,
        _ => gone.overlaps(used),
    }
}

struct Report<'a> {
    checker: &'a Checker<'a>,
    graph: &'a Graph,
    node: &'a Node,
    used: &'a Place,
    at: u32,
}

impl Report<'_> {
    /// E0381.
    fn unmade(&self) -> Option<Diagnostic> {
        let name = self.checker.described(self.graph, &Place::of(self.used.local))?;
        let maybe = begun(self.graph)[self.at as usize].as_ref().is_some_and(|it| it.has(self.used.local));
        let state = if maybe { "is possibly-uninitialized" } else { "isn't initialized" };
        let declared = self.checker.body(self.graph).locals[self.used.local.index()].span;
        let word =
            if matches!(self.node.event, Event::Assign { .. }) { "partially assigned" } else { "used" };
        let message = format!("{word} binding `{name}` {state}");
        let below = format!("`{name}` {word} here but it {state}");
        Some(
            Diagnostic::error(self.node.span, message)
                .code("E0381")
                .label(declared, "binding declared here but left uninitialized")
                .label(self.node.span, below),
        )
    }

    /// E0382.
    fn moved(&self, gone: &[&(Place, u32)]) -> Option<Diagnostic> {
        let (place, by) = gone.first().map(|it| (&it.0, &self.graph.nodes[it.1 as usize]))?;
        let partially = self.used != place && self.used.holds(place);
        let subject = if place.holds(self.used) { place } else { self.used };
        let name = self.checker.described(self.graph, subject)?;
        let borrows = matches!(self.node.event, Event::Borrow(_));
        let word = match self.node.event {
            Event::Assign { .. } => "assign to part",
            Event::Borrow(_) => "borrow",
            _ => "use",
        };
        let part = if partially { "partially " } else { "" };
        let message = format!("{word} of {part}moved value: `{name}`");
        let known = self.checker.known(self.graph);
        let ty = known.at(&self.graph.types[place.local.index()], &place.path);
        let cause = self.checker.described(self.graph, place)?;
        let ty = shown(self.checker.program, &ty);
        let reason = format!(
            "move occurs because `{cause}` has type `{ty}`, which does not implement the `Copy` trait"
        );
        let declared = self.checker.body(self.graph).locals[place.local.index()].span;
        let again = std::ptr::eq(by, self.node);
        let mut diagnostic = Diagnostic::error(self.node.span, message).code("E0382");
        if place.is_whole() {
            diagnostic = diagnostic.label(declared, reason);
        }
        diagnostic = self.why(diagnostic, by, &cause, partially, again);
        if !again {
            let used = if borrows {
                "borrowed"
            } else if word == "use" {
                "used"
            } else {
                "assigned"
            };
            let when = if partially { "after partial move" } else { "after move" };
            diagnostic = diagnostic.label(self.node.span, format!("value {used} here {when}"));
        }
        Some(match self.advice(by, &cause) {
            Some(hint) => diagnostic.hint(hint),
            None => diagnostic,
        })
    }

    /// How it came to be moved.
    fn why(&self, it: Diagnostic, by: &Node, name: &str, partially: bool, again: bool) -> Diagnostic {
        let before = if again { ", in previous iteration of loop" } else { "" };
        let part = if partially { "partially " } else { "" };
        match by.why {
            Why::Captured(is_async, inner) => {
                let what = if is_async { "async block" } else { "closure" };
                it.label(by.span, format!("value moved into {what} here{before}")).label(
                    inner,
                    format!("variable moved due to use in {}", if is_async { "coroutine" } else { what }),
                )
            }
            Why::Receiver(_) => {
                it.label(by.span, format!("`{name}` {part}moved due to this method call{before}"))
            }
            Why::Loop => it.label(
                by.span,
                format!("`{name}` moved due to this implicit call to `.into_iter()`{before}"),
            ),
            Why::Awaited => it.label(by.span, format!("`{name}` moved due to this await{before}")),
            Why::Plain => it.label(by.span, format!("value {part}moved here{before}")),
        }
    }

    /// What may be done about it.
    fn advice(&self, by: &Node, name: &str) -> Option<String> {
        match by.why {
            Why::Loop => Some(format!(
                "consider iterating over a slice of the content to avoid moving into the `for` loop: `&{name}`"
            )),
            Why::Receiver(function) => {
                let item = self.checker.program.function(function);
                let takes = item.receiver == Some(Receiver::Value);
                let method = self.checker.program.names.text(item.name);
                takes.then(|| {
                    format!("`{method}` takes ownership of the receiver `self`, which moves `{name}`")
                })
            }
            Why::Plain | Why::Captured(..) => Some(
                "consider cloning the value if the performance cost is acceptable: `.clone()`".to_owned(),
            ),
            Why::Awaited => None,
        }
    }
}
