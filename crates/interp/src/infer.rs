//! Which types expressions have, as far as the text says: by unification, and gradual.
//!
//! Where nothing certain can be said the type is [`Ty::Unknown`](crate::tree::Ty::Unknown), which agrees with every
//! other; a program that rustc accepts is never refused. Literals, and calls that depend on the type of their result,
//! take theirs from here.

mod asked;
mod builtin;
mod calls;
mod capture;
mod closures;
mod coerce;
mod expr;
mod finish;
mod frame;
mod impls;
mod index;
mod inner;
mod instantiate;
mod lookup;
mod members;
mod obligations;
mod operands;
mod operators;
mod paths;
mod pattern;
mod places;
mod query;
mod report;
mod show;
mod thrown;
mod types;
mod unify;
mod unsaid;
mod vars;

#[cfg(test)]
mod tests;

pub use members::Member;
pub use query::{is_scalar, is_shared_ref};

use crate::diagnostic::Diagnostic;
use crate::tree::{Body, FnId, Followed, LocalId, Program, Types};
use frame::Frame;
use index::Index;
use obligations::Obligation;
use rustc_hash::{FxHashMap, FxHashSet};
use std::rc::Rc;
use types::{Limit, Signature, Type};
use vars::Vars;

/// What inference knows of a program's headers. One of them serves one program.
#[derive(Clone, Debug, Default)]
pub struct Inference {
    index: Index,
}

/// What inference found in a body and the closures and async blocks in it.
#[derive(Debug, Default)]
pub struct Inferred {
    /// The types, by body.
    pub types: FxHashMap<FnId, Types>,
    /// What is surely wrong.
    pub diagnostics: Vec<Diagnostic>,
}

/// How many steps an inference may take. What is left then is unknown.
const FUEL: u32 = 4_000_000;

impl Inference {
    /// Knows nothing yet.
    pub fn new() -> Self {
        Inference::default()
    }

    /// Finds the types in a function: its body and those of all closures and async blocks in it, the function's first.
    /// What is wrong is said of the program's own functions only: those of the library may do what Rust does not allow.
    pub fn infer(&mut self, program: &Program, bodies: &[Rc<Body>]) -> Inferred {
        let Some(root) = bodies.first() else { return Inferred::default() };
        self.index.update(program);
        let infer = Infer::new(program, &self.index, bodies, root.function);
        infer.run(root)
    }
}

/// An inference going on.
#[derive(Debug)]
struct Infer<'a> {
    program: &'a Program,
    index: &'a Index,
    bodies: FxHashMap<FnId, Rc<Body>>,
    root: FnId,
    vars: Vars,
    /// Of closures; of an async block the result is its output.
    signatures: FxHashMap<FnId, Signature>,
    /// Which of the bodies are async blocks.
    blocks: FxHashSet<FnId>,
    /// The variables around that a finished body takes by move.
    moved_out: FxHashMap<FnId, FxHashSet<LocalId>>,
    /// The parameters of the function, which stand for themselves.
    own: Rc<[Type]>,
    /// What the function may take for granted of its parameters.
    env: Vec<(Type, Limit)>,
    pending: Vec<Obligation>,
    /// What only something that never ends has been put into.
    diverging: Vec<types::Var>,
    /// Numbers of types that were not known yet, and what they are compared with, of which nothing was known.
    compared: Vec<(types::Type, types::Type)>,
    /// What has been followed by `?`.
    thrown: Vec<thrown::Thrown>,
    /// Traits that are asked of arguments and of what becomes `dyn Trait`.
    asked: Vec<asked::Asked>,
    /// What the last coercion has made `dyn Trait` of.
    became: Vec<(Type, crate::tree::TraitId)>,
    /// The bodies that are being looked at, the innermost last.
    frames: Vec<Frame>,
    finished: Vec<Frame>,
    reports: Vec<report::Report>,
    /// The items whose types are looked at, the innermost last.
    contexts: Vec<instantiate::Context>,
    fuel: u32,
    nesting: u32,
    obliging: u32,
    /// What the last coercion has followed.
    followed: Option<Followed>,
}

impl<'a> Infer<'a> {
    /// Knows nothing yet of a function with these bodies.
    fn new(program: &'a Program, index: &'a Index, bodies: &[Rc<Body>], root: FnId) -> Self {
        let generics = &program.function(root).generics;
        Infer {
            program,
            index,
            bodies: bodies.iter().map(|it| (it.function, it.clone())).collect(),
            root,
            vars: Vars::default(),
            signatures: FxHashMap::default(),
            blocks: FxHashSet::default(),
            moved_out: FxHashMap::default(),
            own: Infer::identity(generics).into(),
            env: Vec::new(),
            pending: Vec::new(),
            diverging: Vec::new(),
            compared: Vec::new(),
            thrown: Vec::new(),
            asked: Vec::new(),
            became: Vec::new(),
            frames: Vec::new(),
            finished: Vec::new(),
            reports: Vec::new(),
            fuel: FUEL,
            contexts: vec![instantiate::Context {
                generics: generics.clone(),
                in_trait: program.function(root).in_trait,
            }],
            nesting: 0,
            obliging: 0,
            followed: None,
        }
    }

    /// Takes a step, if there are any left.
    fn spend(&mut self) -> bool {
        self.fuel = self.fuel.saturating_sub(1);
        self.fuel > 0
    }
}

/// A body and all bodies of closures and async blocks in it, the outer ones before the inner ones.
///
/// # Errors
///
/// What is wrong with one of them.
pub fn with_inner<E>(
    root: Rc<Body>,
    load: &mut dyn FnMut(FnId) -> Result<Rc<Body>, E>,
) -> Result<Vec<Rc<Body>>, E> {
    let (mut all, mut next) = (vec![root], 0);
    while next < all.len() {
        let mut inner = Vec::new();
        inner::functions(&all[next].value, &mut inner);
        next += 1;
        for function in inner {
            all.push(load(function)?);
        }
    }
    Ok(all)
}
