//! Values that are taken out of what cannot be without them, and shared ones that are written over: E0507, E0508, E0594.

use super::Checker;
use super::flow::{Graph, Owner, Place, Pointer, Robbed, Step, Why};
use super::words::{not_written_through, shown};
use crate::diagnostic::Diagnostic;
use crate::tree::Ty;

pub(super) fn check(checker: &Checker<'_>, graph: &Graph) -> Vec<Diagnostic> {
    graph.robbed.iter().filter_map(|it| refused(checker, graph, it)).collect()
}

fn refused(checker: &Checker<'_>, graph: &Graph, it: &Robbed) -> Option<Diagnostic> {
    let (code, message) = match &it.of {
        Owner::Place(place) => of_place(checker, graph, place)?,
        Owner::Variant(place, variant) => {
            let around = Place { path: place.path[..place.path.len() - 1].to_vec(), ..place.clone() };
            let pointer = pointer(&around)?;
            let mut named = around;
            if matches!(named.path.last(), Some(Step::Deref(_))) {
                named.path.pop();
            }
            let (name, variant) = (checker.described(graph, &named)?, checker.program.names.text(*variant));
            let message = format!(
                "cannot move out of `{name}` as enum variant `{variant}` which is behind a {pointer}"
            );
            ("E0507", message)
        }
        Owner::Index(ty) => {
            ("E0507", format!("cannot move out of index of `{}`", shown(checker.program, ty)))
        }
        Owner::Shared(name) => ("E0507", format!("cannot move out of an `{name}`")),
        Owner::Written(name) => return Some(written(it, name)),
    };
    let ty = shown(checker.program, &it.ty);
    let label = match it.why {
        Why::Receiver(_) => "value moved due to this method call".to_owned(),
        Why::Loop => "value moved due to this implicit call to `.into_iter()`".to_owned(),
        _ => format!("move occurs because it has type `{ty}`, which does not implement the `Copy` trait"),
    };
    let hint = match (&it.of, it.why) {
        (Owner::Variant(..), _) => "consider borrowing here: `&`",
        (_, Why::Loop) => {
            "consider iterating over a slice of the content to avoid moving into the `for` loop: `&`"
        }
        _ => {
            "consider borrowing it, cloning it with `.clone()`, or taking it out of an `Option` with `.take()`"
        }
    };
    Some(Diagnostic::error(it.span, message).code(code).label(it.span, label).hint(hint))
}

fn written(it: &Robbed, name: &str) -> Diagnostic {
    Diagnostic::error(it.span, format!("cannot assign to data in an `{name}`"))
        .code("E0594")
        .label(it.span, "cannot assign")
        .hint(not_written_through(name))
}

fn of_place(checker: &Checker<'_>, graph: &Graph, place: &Place) -> Option<(&'static str, String)> {
    let first = place.path.iter().position(Step::bars_taking)?;
    let known = checker.known(graph);
    let whole = &graph.types[place.local.index()];
    let upto = if place.path[first] == Step::Element { first } else { first + 1 };
    let kind = match known.at(whole, &place.path[..upto]) {
        ty @ Ty::Array(..) => Some((ty, "array")),
        ty @ Ty::Slice(_) => Some((ty, "slice")),
        _ => None,
    };
    if let Some((ty, kind)) = kind {
        let ty = shown(checker.program, &ty);
        return Some(("E0508", format!("cannot move out of type `{ty}`, a non-copy {kind}")));
    }
    let pointer = pointer(place)?;
    if place.local.index() >= graph.named {
        let direct = place.path.len() == 1;
        return direct.then(|| ("E0507", format!("cannot move out of a {pointer}")));
    }
    let name = checker.described(graph, place)?;
    Some(("E0507", format!("cannot move out of `{name}` which is behind a {pointer}")))
}

/// The kind of the first reference on the way to a place.
fn pointer(place: &Place) -> Option<&'static str> {
    place.path.iter().find_map(|it| match it {
        Step::Deref(Pointer::Shared) => Some("shared reference"),
        Step::Deref(Pointer::Mutable) => Some("mutable reference"),
        _ => None,
    })
}
