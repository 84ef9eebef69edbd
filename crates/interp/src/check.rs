//! What rustc refuses although all names and types are right: values used after they were moved, borrows that exclude each
//! other, variables written to that are not `mut`, futures that cannot go to another thread.
//!
//! A body becomes a graph of events (build), and a few analyses go over it. They know less than rustc does: lifetimes are
//! known only where a reference is made in the body itself, or by what a signature says without a doubt. Where too little
//! is known nothing is said: a program that rustc accepts is never refused.

mod analyse;
mod build;
mod capture;
mod escape;
mod exhaustive;
mod flow;
mod literals;
mod loans;
mod moves;
mod mutability;
mod pinned;
mod private;
mod recursion;
mod robbed;
mod send;
mod types;
mod unused;
mod words;

pub(crate) use words::shown;

use crate::diagnostic::Diagnostic;
use crate::names::Symbol;
use crate::source::{FileId, Span};
use crate::tree::{AdtId, Body, Expr, ExprKind, FnId, Program, Res, Types};
use flow::Graph;
use rustc_hash::FxHashMap;
use std::cell::RefCell;
use std::rc::Rc;
use types::Facts;

/// What is the same for all bodies of a program.
#[derive(Debug)]
pub struct Checker<'a> {
    program: &'a Program,
    facts: Facts,
    bodies: FxHashMap<FnId, (Rc<Body>, Rc<Types>)>,
    /// The graphs that have been built.
    graphs: RefCell<FxHashMap<FnId, Rc<Graph>>>,
    /// Why the futures of bodies cannot go to another thread; `None` where nothing is known against it.
    tied: RefCell<FxHashMap<FnId, Option<Rc<send::Tied>>>>,
}

impl<'a> Checker<'a> {
    /// A checker of these bodies with their types.
    pub fn new(program: &'a Program, bodies: impl IntoIterator<Item = (Rc<Body>, Rc<Types>)>) -> Self {
        Checker {
            program,
            facts: Facts::new(program),
            bodies: bodies.into_iter().map(|it| (it.0.function, it)).collect(),
            graphs: RefCell::default(),
            tied: RefCell::default(),
        }
    }

    /// What is wrong with the bodies, in the order of the text. Warnings are among it.
    pub fn check(&self) -> Vec<Diagnostic> {
        let mut functions: Vec<FnId> = self.bodies.keys().copied().collect();
        functions.sort_unstable();
        let mut found = Vec::new();
        for function in functions {
            let Some(graph) = self.graph(function) else { continue };
            let mut of_body = moves::check(self, &graph);
            of_body.extend(mutability::check(self, &graph));
            of_body.extend(loans::check(self, &graph));
            of_body.extend(escape::check(self, &graph));
            of_body.extend(robbed::check(self, &graph));
            of_body.extend(send::check(self, &graph));
            of_body.extend(unused::check(self, function));
            of_body.extend(recursion::check(self, function));
            of_body.extend(pinned::check(self, function));
            of_body.extend(exhaustive::check(self, function));
            of_body.extend(literals::check(self, function));
            of_body.extend(private::check(self, function));
            found.append(&mut of_body);
        }
        found.retain(|it| it.span != Span::NONE && it.span.file == FileId::PROGRAM);
        found.sort_by_key(|it| (it.span.line, it.span.column, it.code));
        found.dedup_by(|a, b| a.span == b.span && a.code == b.code);
        found
    }

    /// The function that an expression in a body calls.
    fn called(&self, body: FnId, expr: &Expr) -> Option<FnId> {
        let (_, types) = self.bodies.get(&body)?;
        match &expr.kind {
            ExprKind::Call(callee, _) => match &callee.kind {
                ExprKind::Path(path) => match &path.to {
                    Res::Fn(function) => Some(*function),
                    _ => types.methods.get(&callee.id).copied(),
                },
                _ => None,
            },
            ExprKind::Method(_) => types.methods.get(&expr.id).copied(),
            _ => None,
        }
    }

    /// Whether a type is one of these of the library's.
    fn is_one_of(&self, adt: AdtId, table: &[(&str, &[&str])]) -> bool {
        let item = self.program.adt(adt);
        table.iter().any(|it| self.is_named(item.span.file, item.name, it.0, it.1))
    }

    /// Whether an item in a file is one of the library's: by the end of the file's name, and by its own.
    fn is_named(&self, file: FileId, name: Symbol, path: &str, names: &[&str]) -> bool {
        file != FileId::PROGRAM
            && self.program.files[file.0 as usize].name.ends_with(path)
            && names.contains(&&**self.program.names.text(name))
    }

    /// The graph of a body; none of one that is not there.
    fn graph(&self, function: FnId) -> Option<Rc<Graph>> {
        if let Some(graph) = self.graphs.borrow().get(&function) {
            return Some(graph.clone());
        }
        let (body, types) = self.bodies.get(&function)?;
        let graph = Rc::new(build::build(self, body, types));
        self.graphs.borrow_mut().insert(function, graph.clone());
        Some(graph)
    }
}
