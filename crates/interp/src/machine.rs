//! The machine: runs code.

mod access;
mod arith;
mod builtin;
mod call;
mod callables;
mod constant;
mod copies;
mod derived;
mod dispatch;
mod drops;
mod fiber;
mod frames;
mod future;
mod go;
mod hidden;
mod indexing;
mod iterate;
mod limits;
mod notes;
mod operands;
mod operators;
mod order;
mod parts;
mod program;
mod question;
mod quick;
mod region;
mod run;
mod show;
mod spans;
mod step;
mod together;
mod trail;
mod trap;
mod types;
mod unwind;

pub(crate) use access::{behind, last_place, stripped};
pub use constant::Failure;
pub(crate) use derived::text_of;
pub use dispatch::Found;
pub(crate) use dispatch::{key_of, key_of_type};
pub use fiber::Fiber;
pub(crate) use fiber::Frame;
pub use future::{HostFuture, ready};
pub use hidden::Hidden;
pub use limits::Limits;
pub(crate) use limits::Permit;
pub(crate) use notes::Label;
pub use program::{Lost, Outcome, Panicked};
pub(crate) use region::{Place, Region, WORKERS};
pub(crate) use show::{Spec, pad};
pub use trap::{Panic, Trap};
pub(crate) use unwind::OPAQUE;
pub(crate) use unwind::Standing;

use crate::code::Code;
use crate::names::Symbol;
use crate::native::{self, NativeFn};
use crate::source::Span;
use crate::tree::{AdtId, Derive, FnId, Origin, Program, TraitId};
use crate::value::Value;
use rustc_hash::FxHashMap;
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

/// What gives the machine code: the front end.
pub trait Source {
    /// Everything there is. More functions may come with each body that is compiled.
    fn program(&self) -> Rc<Program>;

    /// The code of a function whose origin is the text.
    fn code(&self, function: FnId) -> Result<Rc<Code>, Trap>;
}

/// How a function is done, as the machine needs it.
#[derive(Clone, Debug)]
pub enum Callable {
    /// Code that is run at once.
    Code(Rc<Code>),
    /// Code that a future runs.
    Async(Rc<Code>),
    /// As that, but begun when it is called: up to its first await.
    Begun(Rc<Code>),
    /// The host's.
    Native(NativeFn, Rc<str>),
    /// Makes a struct or variant.
    Constructor(AdtId, u32, bool),
    /// Finds out by its arguments which function of a trait is meant.
    Required(Option<TraitId>, Symbol),
    /// Works on the parts of a value.
    Derived(Derive, AdtId),
}

/// Instructions between two ticks.
const TICK: u64 = 1 << 20;

/// A program that runs, or can.
pub struct Machine {
    source: Box<dyn Source>,
    program: RefCell<Rc<Program>>,
    callables: callables::Callables,
    tables: dispatch::Tables,
    globals: RefCell<Vec<Value>>,
    /// The functions of traits for types, where they have been asked for.
    implementations: RefCell<FxHashMap<dispatch::Asked, dispatch::Answer>>,
    known: Known,
    limits: Limits,
    /// What it has used of them.
    used: limits::Used,
    /// Instructions that have been run, but for those since the last look at the limits.
    spent: Cell<u64>,
    /// Instructions until the next look.
    fuel: Cell<i64>,
    /// What is called now and then while the program computes, and at how many instructions the next time.
    tick: OnceCell<Box<dyn Fn()>>,
    next_tick: Cell<u64>,
    /// What the code that runs is part of.
    standing: Cell<Standing>,
    /// Whether panics are not to be heard of, because nothing is run yet.
    quiet: Cell<bool>,
    /// How many unwindings are under way.
    unwinding: Cell<u32>,
    /// What ends the whole program, whoever has come to it.
    fatal: unwind::Fatal,
    /// The panics of tasks and threads.
    lost: Lost,
    /// Where the code that runs is.
    region: Cell<region::Region>,
    /// Which workers are blocked.
    workers: region::Workers,
    /// The awaits that the code which runs is called through.
    awaits: RefCell<Vec<(FnId, crate::code::Pc)>>,
    /// What the timeline has been told.
    noted: notes::Noted,
    /// What natives keep, by their own types.
    pub(crate) state: native::State,
}

/// What the machine knows by name.
#[derive(Clone, Copy, Debug)]
pub struct Known {
    pub(crate) option: AdtId,
    pub(crate) result: AdtId,
    pub(crate) boxed: AdtId,
    pub(crate) pin: AdtId,
    pub(crate) vec: AdtId,
    pub(crate) string: AdtId,
    pub(crate) poll: AdtId,
    pub(crate) control_flow: AdtId,
    pub(crate) ordering: AdtId,
    pub(crate) range: AdtId,
    pub(crate) slice_iter: AdtId,
    pub(crate) slice_iter_mut: AdtId,
    pub(crate) vec_into_iter: AdtId,
    pub(crate) future: AdtId,
    pub(crate) phantom: AdtId,
    pub(crate) arguments: AdtId,
}

impl Machine {
    /// A machine for a program.
    ///
    /// # Errors
    ///
    /// Fails if the library lacks an item that the machine has to know.
    pub fn new(source: Box<dyn Source>, limits: Limits) -> Result<Rc<Self>, Trap> {
        let program = source.program();
        let adt = |name: &'static str| {
            let id = program.lang.adts.get(name).copied();
            id.ok_or_else(|| Trap::fault(Span::NONE, format!("the library has no `{name}`")))
        };
        let known = Known {
            option: adt("Option")?,
            result: adt("Result")?,
            boxed: adt("Box")?,
            pin: adt("Pin")?,
            vec: adt("Vec")?,
            string: adt("String")?,
            poll: adt("Poll")?,
            control_flow: adt("ControlFlow")?,
            ordering: adt("Ordering")?,
            range: adt("Range")?,
            slice_iter: adt("slice::Iter")?,
            slice_iter_mut: adt("slice::IterMut")?,
            vec_into_iter: adt("vec::IntoIter")?,
            future: adt("NativeFuture")?,
            phantom: adt("PhantomData")?,
            arguments: adt("Arguments")?,
        };
        let tables = dispatch::Tables::new(&program);
        Ok(Rc::new(Machine {
            source,
            program: RefCell::new(program),
            callables: callables::Callables::default(),
            tables,
            globals: RefCell::default(),
            implementations: RefCell::default(),
            known,
            limits,
            used: limits::Used::default(),
            spent: Cell::new(0),
            fuel: Cell::new(run::STRIDE),
            tick: OnceCell::new(),
            next_tick: Cell::new(TICK),
            standing: Cell::default(),
            quiet: Cell::default(),
            unwinding: Cell::new(0),
            fatal: unwind::Fatal::default(),
            lost: Lost::default(),
            region: Cell::default(),
            workers: region::Workers::default(),
            awaits: RefCell::default(),
            noted: notes::Noted::default(),
            state: native::State::default(),
        }))
    }

    /// Has a function called now and then while the program computes: every million instructions or so.
    #[must_use]
    pub fn with_tick(self: Rc<Self>, tick: impl Fn() + 'static) -> Rc<Self> {
        // Whoever asks first is heard: there is one host.
        let _ = self.tick.set(Box::new(tick));
        self
    }

    /// All items.
    pub fn program(&self) -> Rc<Program> {
        self.program.borrow().clone()
    }

    /// What the machine knows by name.
    pub fn known(&self) -> &Known {
        &self.known
    }

    /// The text of a symbol.
    pub fn text(&self, symbol: Symbol) -> Rc<str> {
        self.program.borrow().names.text(symbol).clone()
    }

    /// How a function is done.
    ///
    /// # Errors
    ///
    /// Fails if its text cannot be compiled, or if it has no body.
    #[inline]
    pub fn callable(&self, function: FnId) -> Result<&Callable, Trap> {
        match self.callables.get(function) {
            Some(known) => Ok(&known.callable),
            None => self.looked_into(function),
        }
    }

    /// The code of a function that runs.
    #[inline(always)]
    fn code(&self, function: FnId) -> &Code {
        self.callables.code(function).expect("what runs has code")
    }

    #[cold]
    fn looked_into(&self, function: FnId) -> Result<&Callable, Trap> {
        let item = match self.program.borrow().functions.get(function.index()) {
            Some(item) => item.clone(),
            None => self.refreshed().function(function).clone(),
        };
        let callable = match &item.origin {
            Origin::Text => {
                let code = self.source.code(function)?;
                self.refreshed();
                let begins = item.attributes.iter().any(|it| &*it.path == "begins");
                match (item.is_async, begins) {
                    (true, true) => Callable::Begun(code),
                    (true, false) => Callable::Async(code),
                    (false, _) => Callable::Code(code),
                }
            }
            Origin::Native(name) => match native::find(name) {
                Some(call) => Callable::Native(call, name.clone()),
                None => {
                    let message = format!("`{name}` is not supported by the playground yet");
                    return Err(Trap::unsupported(item.span, message));
                }
            },
            Origin::Constructor(adt, variant) => {
                Callable::Constructor(*adt, *variant, self.program.borrow().adt(*adt).has_untold())
            }
            Origin::Derived(derive, adt) => Callable::Derived(*derive, *adt),
            Origin::Required if item.in_trait.is_some() => Callable::Required(item.in_trait, item.name),
            Origin::Required => {
                let name = self.text(item.name);
                return Err(Trap::unsupported(item.span, format!("no implementation of `{name}` was found")));
            }
        };
        let generics = &item.generics;
        let wants_types = !generics.params.is_empty()
            && match &callable {
                Callable::Code(code) | Callable::Async(code) => code.generic,
                Callable::Native(..) | Callable::Derived(..) => generics.at_run_time,
                Callable::Required(..) => true,
                _ => false,
            };
        Ok(&self.callables.note(function, callables::Known { callable, wants_types }).callable)
    }

    /// Whether a function is to be told what its type parameters stand for.
    fn wants_types(&self, function: FnId) -> bool {
        // One that cannot be called says so when it is.
        let known = || self.callable(function).ok().and_then(|_| self.callables.get(function));
        self.callables.get(function).or_else(known).is_some_and(|it| it.wants_types)
    }

    fn refreshed(&self) -> Rc<Program> {
        let program = self.source.program();
        self.program.replace(program.clone());
        program
    }

    /// `Some(value)`.
    pub fn some(&self, value: Value) -> Value {
        Value::adt(self.known.option, 1, [value])
    }

    /// `None`.
    pub fn none(&self) -> Value {
        Value::Unitary(self.known.option, 0)
    }

    /// `Some(value)` or `None`.
    pub fn option(&self, value: Option<Value>) -> Value {
        value.map_or_else(|| self.none(), |it| self.some(it))
    }

    /// `Ok(value)` or `Err(value)`.
    pub fn result(&self, value: Result<Value, Value>) -> Value {
        match value {
            Ok(value) => Value::adt(self.known.result, 0, [value]),
            Err(value) => Value::adt(self.known.result, 1, [value]),
        }
    }

    /// A `String`.
    pub fn string(&self, text: impl Into<String>) -> Value {
        Value::Obj(crate::value::Obj::text(self.known.string, text.into()))
    }
}

impl std::fmt::Debug for Machine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Machine").field("spent", &self.spent).finish_non_exhaustive()
    }
}
