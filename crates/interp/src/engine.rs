//! A program that can be run: what parses, lowers, infers and compiles, body by body, as the machine asks for code.

mod assist;
mod constants;

pub use assist::{Kind, Meaning, complete, describe};

use crate::check::Checker;
use crate::code::Code;
use crate::compile::{self, Bodies};
use crate::diagnostic::{Diagnostic, Severity};
use crate::infer::{Inference, with_inner};
use crate::lower::World;
use crate::machine::{Limits, Machine, Outcome, Source, Trap};
use crate::source::{FileId, Span};
use crate::tree::{Body, FnId, LocalId, Program, Types};
use rustc_hash::{FxHashMap, FxHashSet};
use std::cell::RefCell;
use std::rc::Rc;

/// A program whose text is in order.
#[derive(Debug)]
pub struct Engine {
    front: Rc<Front>,
    /// What rustc would warn of.
    pub warnings: Vec<Diagnostic>,
}

thread_local! {
    /// The library with all crates that programs of this thread have named so far: it is read once.
    static LIBRARY: RefCell<Option<World>> = const { RefCell::new(None) };
}

/// Reads what of the library nearly every program needs, so that the first one need not wait for that.
pub fn prepare() {
    let _ = library("std tokio");
}

/// The library, with all crates in it that a program names.
fn library(text: &str) -> World {
    LIBRARY.with_borrow_mut(|known| {
        let world = known.get_or_insert_with(World::with_library);
        world.look_at_crates_of(text);
        world.clone()
    })
}

impl Engine {
    /// Reads a program.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with its text.
    pub fn new(text: &str) -> Result<Self, Vec<Diagnostic>> {
        let mut world = library(text);
        world.add_program(text)?;
        world.lower_all()?;
        let inference = Inference::new();
        let front = Rc::new(Front {
            world: RefCell::new(world),
            inference: RefCell::new(inference),
            bodies: RefCell::default(),
            types: RefCell::default(),
            is_lenient: false,
        });
        let found = front.check();
        if found.iter().any(|it| it.severity == Severity::Error) {
            return Err(found);
        }
        Ok(Engine { front, warnings: found })
    }

    /// All items.
    pub fn program(&self) -> Rc<Program> {
        self.front.program()
    }

    /// A machine to run it on.
    ///
    /// # Errors
    ///
    /// As [`Machine::new`].
    pub fn machine(&self, limits: Limits) -> Result<Rc<Machine>, Trap> {
        Machine::new(Box::new(Handle(self.front.clone())), limits)
    }

    /// The program as a future.
    ///
    /// # Errors
    ///
    /// As [`machine`](Engine::machine).
    pub fn start(&self, limits: Limits) -> Result<impl Future<Output = Outcome> + use<>, Trap> {
        let machine = self.machine(limits)?;
        match self.program().main {
            Some(main) => Ok(machine.main_future(main)),
            None => Err(Trap::unsupported(Span::NONE, "`main` function not found in the program")),
        }
    }
}

/// What the machine's code comes from.
#[derive(Debug)]
struct Front {
    world: RefCell<World>,
    inference: RefCell<Inference>,
    bodies: RefCell<FxHashMap<FnId, Rc<Body>>>,
    types: RefCell<FxHashMap<FnId, Rc<Types>>>,
    /// Whether bodies in which something is wrong are looked at all the same.
    is_lenient: bool,
}

#[derive(Debug)]
struct Handle(Rc<Front>);

impl Front {
    fn program(&self) -> Rc<Program> {
        self.world.borrow().program.clone()
    }

    /// Finds the types in all bodies of the program, and says what is wrong.
    fn check(self: &Rc<Self>) -> Vec<Diagnostic> {
        let program = self.program();
        let mut found = Vec::new();
        for function in self.roots() {
            if self.types.borrow().contains_key(&function) {
                continue;
            }
            match self.infer(function) {
                Ok(diagnostics) | Err(diagnostics) => found.extend(diagnostics),
            }
        }
        // Where types are wrong there is no sense in asking who owns what.
        if found.is_empty() {
            found = self.check_ownership(&program);
            found.extend(self.check_constants());
            found.sort_by_key(|it| (it.span.line, it.span.column));
        }
        found
    }

    /// Looks at moves, borrows and threads.
    fn check_ownership(&self, program: &Program) -> Vec<Diagnostic> {
        let (bodies, types) = (self.bodies.borrow(), self.types.borrow());
        let own = bodies.values().filter(|it| program.function(it.function).span.file == FileId::PROGRAM);
        let typed = own.filter_map(|it| Some((it.clone(), types.get(&it.function)?.clone())));
        Checker::new(program, typed).check()
    }

    /// Whether a function is a closure or an async block, which is looked at with what it is in.
    fn is_inner(&self, function: FnId) -> bool {
        let program = self.program();
        program.names.text(program.function(function).name).starts_with('{')
    }

    /// The program's functions that are not in another one.
    fn roots(&self) -> Vec<FnId> {
        let program = self.program();
        let own = |it: &FnId| {
            let function = program.function(*it);
            function.span.file == FileId::PROGRAM && matches!(function.origin, crate::tree::Origin::Text)
        };
        (0..program.functions.len() as u32).map(FnId).filter(own).filter(|it| !self.is_inner(*it)).collect()
    }

    /// Finds the types in a function and in all closures and async blocks in it.
    fn infer(&self, root: FnId) -> Result<Vec<Diagnostic>, Vec<Diagnostic>> {
        let bodies = with_inner(self.body(root)?, &mut |it| self.body(it))?;
        let inferred = self.inference.borrow_mut().infer(&self.program(), &bodies);
        let mut types = self.types.borrow_mut();
        types.extend(inferred.types.into_iter().map(|(function, it)| (function, Rc::new(it))));
        for body in bodies {
            types.entry(body.function).or_default();
        }
        Ok(inferred.diagnostics)
    }

    fn body(&self, function: FnId) -> Result<Rc<Body>, Vec<Diagnostic>> {
        if let Some(body) = self.bodies.borrow().get(&function) {
            return Ok(body.clone());
        }
        let body = match self.is_lenient {
            true => self.world.borrow_mut().partial_body(function).ok_or_else(Vec::new)?,
            false => self.world.borrow_mut().body(function)?,
        };
        self.bodies.borrow_mut().insert(function, body.clone());
        Ok(body)
    }
}

impl Source for Handle {
    fn program(&self) -> Rc<Program> {
        self.0.program()
    }

    fn code(&self, function: FnId) -> Result<Rc<Code>, Trap> {
        let wrong = |mut it: Vec<Diagnostic>| match it.len() {
            0 => Trap::fault(Span::NONE, "a body that cannot be lowered"),
            _ => Trap::Unsupported(Box::new(it.swap_remove(0))),
        };
        let known = self.0.types.borrow().contains_key(&function);
        if !known {
            self.0.infer(function).map_err(wrong)?;
        }
        let body = self.0.body(function).map_err(wrong)?;
        let types = self.0.types.borrow().get(&function).cloned().unwrap_or_default();
        let program = self.0.program();
        let around = Around { front: &self.0, program: &program };
        Ok(Rc::new(compile::compile(&around, &body, &types)))
    }
}

/// What the compiler asks.
struct Around<'a> {
    front: &'a Front,
    program: &'a Program,
}

impl Bodies for Around<'_> {
    fn program(&self) -> &Program {
        self.program
    }

    fn inner(&self, function: FnId) -> Option<Rc<Body>> {
        self.front.body(function).ok()
    }

    fn types(&self, function: FnId) -> Option<Rc<Types>> {
        self.front.types.borrow().get(&function).cloned()
    }

    fn moves(&self, function: FnId) -> FxHashSet<LocalId> {
        self.front.types.borrow().get(&function).map(|it| it.moved.clone()).unwrap_or_default()
    }
}
