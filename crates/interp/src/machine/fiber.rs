//! A stack of calls: of a thread, or of one async body.

use super::drops::Dropping;
use super::frames::Frames;
use super::future::HostFuture;
use super::hidden::Hidden;
use crate::code::{Code, Pc};
use crate::tree::{BinaryOp, FnId};
use crate::value::Value;
use std::fmt;
use std::rc::Rc;

/// Calls with their registers, which may wait and go on.
#[derive(Default)]
pub struct Fiber {
    pub(super) stack: Vec<Value>,
    pub(super) frames: Frames,
    /// Registers that are dropped at the end of their scopes.
    pub(super) kept: Vec<u32>,
    /// How many were kept when a scope was opened.
    pub(super) marks: Vec<u32>,
    /// Drops that go on when a destructor has returned, the innermost last.
    pub(super) dropping: Vec<Dropping>,
    /// What pointers have led to that an instruction has met, with how many calls were open: see [`Trail`](super::trail).
    pub(super) derefs: Vec<(usize, Value)>,
    /// What it waits for, and the register that takes the output.
    pub(super) waiting: Option<(HostFuture, usize)>,
    /// Whether what it waits for blocks the thread that it runs on.
    pub(super) blocking: bool,
    /// Whether something that it waits for has come to block the thread, and has to be asked when that is over.
    pub(super) blocked_below: bool,
    /// Whether it is a thread's, which may wait wherever it stands, and not an async body's.
    pub(super) thread: bool,
}

/// One call.
pub(crate) struct Frame {
    pub(super) function: FnId,
    pub(super) pc: Pc,
    /// Its first register.
    pub(super) base: u32,
    /// How many scopes were open around it.
    pub(super) marks: u32,
    /// What its result has to be made into: of an interpreted `poll` that an await has called.
    pub(super) then: Then,
    /// What its type parameters stand for, where it asks.
    pub(super) types: Option<Rc<Hidden>>,
}

/// What becomes of a call's result.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Then {
    /// It goes to the caller.
    Return,
    /// It is an `Option` that a `for` loop has asked for: the register of the item, and where to go at the end.
    Next(u32, Pc),
    /// It goes to `catch_unwind`.
    Catch,
    /// It is an operator's, and goes to a register.
    Put(u32),
    /// It is the answer of a trait that compares, for this operator, and goes to a register.
    Compare(BinaryOp, u32),
    /// It was a destructor: the drop goes on.
    Drop,
    /// It is where a pointer leads that an instruction has met, which is run anew.
    Deref,
    /// It is an error as `?` returns it, and goes to a register as `Err`.
    Residual(u32),
    /// It is what a `for` loop goes through, and goes to a register.
    Iter(u32),
    /// It is nothing that is wanted: `+=` has changed its left side.
    Done,
}

impl Fiber {
    /// A fiber that will run a function on these arguments.
    pub(super) fn new(
        code: &Code,
        arguments: impl IntoIterator<Item = Value>,
        types: Option<Rc<Hidden>>,
    ) -> Self {
        let mut fiber = Fiber::default();
        fiber.stack.extend(arguments);
        fiber.push(code, 0, Then::Return, types);
        fiber
    }

    /// The type arguments of the function that runs.
    pub(super) fn hidden(&self) -> Option<&Rc<Hidden>> {
        self.frames.last().and_then(|it| it.types.as_ref())
    }

    /// Begins a call whose arguments are in place.
    #[inline(always)]
    pub(super) fn push(&mut self, code: &Code, base: usize, then: Then, types: Option<Rc<Hidden>>) {
        let end = base + code.registers as usize;
        if self.stack.len() < end {
            self.stack.resize(end, Value::Moved);
        }
        let (base, marks) = (base as u32, self.marks.len() as u32);
        self.frames.push(Frame { function: code.function, pc: 0, base, marks, then, types });
    }
}

impl fmt::Debug for Frame {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Frame").field("pc", &self.pc).field("base", &self.base).finish_non_exhaustive()
    }
}

impl fmt::Debug for Fiber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Fiber").field("frames", &self.frames.len()).finish_non_exhaustive()
    }
}
