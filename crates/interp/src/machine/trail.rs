//! The way through pointers of the program's own: what its `deref`s have led to while one instruction is run.
//!
//! An instruction that comes to such a pointer gives up for the time being; `deref` is called like any function, so that
//! it may wait, and when it has returned the instruction is run anew with what it has led to.

use super::fiber::Then;
use super::step::Flow;
use super::{Fiber, Machine, Trap};
use crate::source::Span;
use crate::tree::FnId;
use crate::value::Value;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// What the pointers on a way have led to, from the outermost on.
#[derive(Debug, Default)]
pub(crate) struct Trail {
    known: RefCell<Vec<Value>>,
    at: Cell<usize>,
    /// Whether `deref` is called at once: the host asks.
    at_once: bool,
}

impl Trail {
    /// That of the host, which cannot come back later.
    pub(crate) fn of_host() -> Self {
        Trail { at_once: true, ..Trail::default() }
    }

    /// That of the instruction which the innermost call runs.
    pub(super) fn of(fiber: &Fiber) -> Self {
        if fiber.derefs.is_empty() {
            return Trail::default();
        }
        let depth = fiber.frames.len();
        let known = fiber.derefs.iter().filter(|it| it.0 == depth).map(|it| it.1.clone()).collect();
        Trail { known: RefCell::new(known), ..Trail::default() }
    }

    /// Goes back to where the way begins.
    pub(super) fn again(&self) {
        self.at.set(0);
    }
}

impl Fiber {
    /// Forgets what pointers have led to in the innermost call: the instruction is done.
    pub(super) fn end_trail(&mut self) {
        let depth = self.frames.len();
        while self.derefs.last().is_some_and(|it| it.0 >= depth) {
            self.derefs.pop();
        }
    }
}

impl Machine {
    /// Where a pointer of the program's own leads.
    pub(super) fn along(self: &Rc<Self>, trail: &Trail, function: FnId, place: Value) -> Result<Value, Trap> {
        let at = trail.at.get();
        trail.at.set(at + 1);
        if let Some(known) = trail.known.borrow().get(at) {
            return Ok(known.clone());
        }
        if !trail.at_once {
            return Err(Trap::Deref(function, place));
        }
        let target = self.call_method(function, [place])?;
        trail.known.borrow_mut().push(target.clone());
        Ok(target)
    }

    /// What an instruction of the innermost call has come to; if it has met a pointer, that is followed first, and the
    /// instruction is run anew.
    pub(super) fn trailed<T>(
        self: &Rc<Self>,
        fiber: &mut Fiber,
        outcome: Result<T, Trap>,
        span: Span,
    ) -> Result<Result<T, Flow>, Trap> {
        match outcome {
            Err(Trap::Deref(function, place)) => {
                let frame = fiber.frames.len() - 1;
                fiber.frames[frame].pc -= 1;
                if let Some(target) = self.begin_above(fiber, function, [place], Then::Deref, span)? {
                    fiber.derefs.push((fiber.frames.len(), target));
                    return Ok(Err(Flow::To(fiber.frames[frame].pc)));
                }
                Ok(Err(Flow::On))
            }
            other => {
                if !fiber.derefs.is_empty() {
                    fiber.end_trail();
                }
                other.map(Ok)
            }
        }
    }
}
