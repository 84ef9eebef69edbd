//! What cannot go to another thread: a value in a closure, or a value that a future holds while it waits.

use super::Checker;
use super::analyse::{full, needed};
use super::capture::Taken;
use super::flow::{Event, Goods, Graph, Sent};
use super::types::{Known, substituted};
use super::words::shown;
use crate::diagnostic::Diagnostic;
use crate::source::{FileId, Span};
use crate::tree::{FnId, LocalId, Ty};
use std::rc::Rc;

/// Why a future cannot go to another thread.
#[derive(Clone, Debug)]
pub(super) struct Tied {
    /// What cannot, and the variable that it is in.
    ty: String,
    name: Option<String>,
    at: Span,
    /// Where it is held while the future waits; nowhere if the future has it from the start.
    awaits: Option<Span>,
}

/// What is asked of a type.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Ask {
    Send,
    Sync,
}

/// Types of the library that are neither, by the file that they are in and their name.
const NOT_SEND: &[(&str, &[&str])] = &[
    ("std/rc.rs", &["Rc", "Weak"]),
    ("std/cell/ref_cell.rs", &["Ref", "RefMut"]),
    ("std/sync/mutex.rs", &["MutexGuard"]),
    ("std/sync/rwlock.rs", &["RwLockReadGuard", "RwLockWriteGuard"]),
];

/// Types of the library that cannot be shared, though perhaps sent.
const NOT_SYNC: &[(&str, &[&str])] = &[
    ("std/rc.rs", &["Rc", "Weak"]),
    ("std/cell.rs", &["Cell", "UnsafeCell"]),
    ("std/cell/ref_cell.rs", &["RefCell", "Ref", "RefMut"]),
];

/// Types of the library that are as what they hold.
const HOLDERS: &[(&str, &[&str])] = &[
    ("std/option.rs", &["Option"]),
    ("std/result.rs", &["Result"]),
    ("std/vec.rs", &["Vec"]),
    ("std/boxed.rs", &["Box"]),
    ("std/pin.rs", &["Pin"]),
];

pub(super) fn check(checker: &Checker<'_>, graph: &Graph) -> Vec<Diagnostic> {
    let sent = graph.sent.iter().filter(|it| it.rules.send);
    sent.filter_map(|it| judged(checker, graph, it)).collect()
}

fn judged(checker: &Checker<'_>, graph: &Graph, sent: &Sent) -> Option<Diagnostic> {
    match sent.what {
        Goods::Closure(function) => closure(checker, graph, function, sent),
        Goods::Block(function) => {
            let tied = captured(checker, graph, function)
                .or_else(|| tied(checker, function).map(|it| (*it).clone()))?;
            Some(future(sent, &tied, "future created by async block is not `Send`"))
        }
        Goods::Call(function) => {
            let tied = tied(checker, function)?;
            let name = checker.program.names.text(checker.program.function(function).name);
            Some(future(sent, &tied, &format!("future returned by `{name}` is not `Send`")))
        }
        Goods::Returned(_) => None,
    }
}

fn future(sent: &Sent, tied: &Tied, label: &str) -> Diagnostic {
    let message = "future cannot be sent between threads safely";
    let mut it = Diagnostic::error(sent.span, message).label(sent.span, label);
    it = it.label(tied.at, format!("has type `{}` which is not `Send`", tied.ty));
    match (tied.awaits, &tied.name) {
        (Some(awaits), Some(name)) => it
            .label(awaits, format!("await occurs here, with `{name}` maybe used later"))
            .hint(format!("`{name}` is used across an await: drop it before, or use a type that is `Send`")),
        (Some(awaits), None) => it.label(awaits, "await occurs here, with the value maybe used later"),
        (None, _) => it,
    }
}

/// A closure that takes something with it that cannot go.
fn closure(checker: &Checker<'_>, graph: &Graph, function: FnId, sent: &Sent) -> Option<Diagnostic> {
    let known = checker.known(graph);
    let inner = checker.graph(function)?;
    for it in &inner.captured {
        let ty = known.at(&graph.types[it.local().index()], &it.place.path);
        let ask = if it.how == Taken::Shared { Ask::Sync } else { Ask::Send };
        if let Some(culprit) = lacks(checker, known, &ty, ask, 0) {
            let word = if ask == Ask::Sync { "shared" } else { "sent" };
            let ty = shown(checker.program, &culprit);
            let message = format!("`{ty}` cannot be {word} between threads safely");
            let label = format!("`{ty}` cannot be {word} between threads safely");
            return Some(Diagnostic::error(sent.span, message).code("E0277").label(it.span, label));
        }
    }
    None
}

/// What an async block has from around that cannot go.
fn captured(checker: &Checker<'_>, graph: &Graph, function: FnId) -> Option<Tied> {
    let known = checker.known(graph);
    let inner = checker.graph(function)?;
    inner.captured.iter().find_map(|it| {
        let ty = known.at(&graph.types[it.local().index()], &it.place.path);
        let ask = if it.how == Taken::Shared { Ask::Sync } else { Ask::Send };
        lacks(checker, known, &ty, ask, 0)?;
        let name = checker.described(graph, &it.place);
        let shared = if it.how == Taken::Shared { "&" } else { "" };
        Some(Tied { ty: format!("{shared}{}", shown(checker.program, &ty)), name, at: it.span, awaits: None })
    })
}

/// Why the future of an async body cannot go, if it surely cannot.
fn tied(checker: &Checker<'_>, function: FnId) -> Option<Rc<Tied>> {
    if let Some(known) = checker.tied.borrow().get(&function) {
        return known.clone();
    }
    checker.tied.borrow_mut().insert(function, None);
    let found = checker.graph(function).and_then(|it| found_tied(checker, &it)).map(Rc::new);
    checker.tied.borrow_mut().insert(function, found.clone());
    found
}

fn found_tied(checker: &Checker<'_>, graph: &Graph) -> Option<Tied> {
    let known = checker.known(graph);
    let body = checker.body(graph);
    let captured = |local: usize| body.captures.iter().any(|it| it.inner.index() == local);
    let culprits: Vec<(usize, Ty)> = graph
        .types
        .iter()
        .enumerate()
        .filter(|it| !captured(it.0))
        .filter_map(|(local, ty)| Some((local, lacks(checker, known, ty, Ask::Send, 0)?)))
        .collect();
    let full = if culprits.is_empty() { Vec::new() } else { full(graph) };
    let needed = if culprits.is_empty() { Vec::new() } else { needed(graph, known) };
    for (at, node) in graph.nodes.iter().enumerate().filter(|it| it.1.event == Event::Await) {
        for (local, _) in &culprits {
            let id = LocalId(*local as u32);
            let has = full[at].as_ref().is_some_and(|it| it.has(id));
            if has && (drops(known, &graph.types[*local], 0) || needed[at].has(id)) {
                let ty = shown(checker.program, &graph.types[*local]);
                let name = checker.name(graph, id).map(str::to_owned);
                let declared = body.locals.get(*local).map_or(node.span, |it| it.span);
                return Some(Tied { ty, name, at: declared, awaits: Some(node.span) });
            }
        }
    }
    let params = &checker.program.function(graph.function).params;
    let param = params.iter().find(|it| lacks(checker, known, it, Ask::Send, 0).is_some());
    if let Some(ty) = param {
        let at = checker.program.function(graph.function).span;
        return Some(Tied { ty: shown(checker.program, ty), name: None, at, awaits: None });
    }
    graph.awaited.iter().find_map(|(function, node)| {
        let below = tied(checker, *function)?;
        Some(Tied { awaits: Some(graph.nodes[*node as usize].span), ..(*below).clone() })
    })
}

/// What in a type surely is not `Send`, or not `Sync`.
fn lacks(checker: &Checker<'_>, known: Known<'_>, ty: &Ty, ask: Ask, depth: u32) -> Option<Ty> {
    if depth > 12 {
        return None;
    }
    let any = |parts: &[Ty], ask: Ask| parts.iter().find_map(|it| lacks(checker, known, it, ask, depth + 1));
    match ty {
        Ty::Ptr(..) => Some(ty.clone()),
        Ty::Ref(false, of) => lacks(checker, known, of, Ask::Sync, depth + 1),
        Ty::Ref(true, of) | Ty::Array(of, _) | Ty::Slice(of) => lacks(checker, known, of, ask, depth + 1),
        Ty::Tuple(parts) => any(parts, ask),
        Ty::Adt(adt, args) => {
            let table = if ask == Ask::Send { NOT_SEND } else { NOT_SYNC };
            if checker.is_one_of(*adt, table) {
                return Some(ty.clone());
            }
            let item = checker.program.adt(*adt);
            if checker.is_one_of(*adt, HOLDERS) {
                return any(args, ask);
            }
            if known.is_lang(ty, "Arc") {
                return any(args, Ask::Sync).or_else(|| any(args, Ask::Send));
            }
            let said = if ask == Ask::Send { "Send" } else { "Sync" };
            if item.span.file != FileId::PROGRAM || known.facts.implements(said, *adt) {
                return None;
            }
            let fields = item.variants.iter().flat_map(|it| it.fields.iter());
            fields
                .map(|it| substituted(&it.ty, args))
                .find_map(|it| lacks(checker, known, &it, ask, depth + 1))
        }
        _ => None,
    }
}

/// Whether a value has something to do when it is dropped.
fn drops(known: Known<'_>, ty: &Ty, depth: u32) -> bool {
    if depth > 12 {
        return false;
    }
    match ty {
        Ty::Tuple(parts) => parts.iter().any(|it| drops(known, it, depth + 1)),
        Ty::Array(of, _) => drops(known, of, depth + 1),
        Ty::Adt(adt, args) => {
            let item = known.program.adt(*adt);
            if known.facts.implements("Drop", *adt) {
                return true;
            }
            if item.span.file != FileId::PROGRAM {
                return known.is_lang(ty, "Vec")
                    || known.is_lang(ty, "Box")
                    || known.is_lang(ty, "Rc")
                    || known.is_lang(ty, "rc::Weak")
                    || known.is_lang(ty, "Arc")
                    || known.is_lang(ty, "Ref")
                    || known.is_lang(ty, "RefMut")
                    || args.iter().any(|it| drops(known, it, depth + 1));
            }
            let fields = item.variants.iter().flat_map(|it| it.fields.iter());
            fields.map(|it| substituted(&it.ty, args)).any(|it| drops(known, &it, depth + 1))
        }
        _ => false,
    }
}
