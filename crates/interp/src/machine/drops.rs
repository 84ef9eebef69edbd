//! Drops: what happens to a value when its owner is done with it.

use super::fiber::Then;
use super::{Fiber, Machine, Trap};
use crate::source::Span;
use crate::tree::FnId;
use crate::value::{Body, Head, Obj, Value};
use std::rc::Rc;

/// A drop that goes on when a destructor has returned.
pub(super) struct Dropping {
    /// What the destructor is of: its parts go next.
    object: Rc<Obj>,
    /// What goes after them, last first.
    left: Vec<Value>,
    /// How many scopes and calls were open.
    marks: usize,
    frames: usize,
}

impl Machine {
    /// Begins to drop a value. If it has a destructor that is interpreted, that is called like any function, so that it may
    /// wait; the answer is `true` then, and the drop goes on when it has returned.
    pub(super) fn drop_on(self: &Rc<Self>, fiber: &mut Fiber, value: Value) -> Result<bool, Trap> {
        if self.is_idle(&value, 3) {
            return Ok(false);
        }
        self.drop_rest(fiber, vec![value])
    }

    /// Whether nothing has to be done to drop a value but to let go of it, as far as can be seen in so many steps.
    fn is_idle(&self, value: &Value, steps: u32) -> bool {
        let Value::Obj(object) = value else { return value.is_plain() };
        let known = match object.head {
            Head::Adt(adt) => self.tables.drop_of(adt).is_none(),
            Head::Coroutine(_) => false,
            _ => true,
        };
        known
            && match &object.body {
                Body::Slots(slots) if steps > 0 => {
                    slots.borrow().iter().all(|it| self.is_idle(it, steps - 1))
                }
                Body::Text(_) => true,
                Body::Slots(_) | Body::Native(_) => false,
            }
    }

    /// Goes on with a drop after a destructor.
    pub(super) fn dropped(self: &Rc<Self>, fiber: &mut Fiber) -> Result<bool, Trap> {
        let Some(Dropping { object, mut left, .. }) = fiber.dropping.pop() else { return Ok(false) };
        self.drop_parts(&object, &mut left);
        self.drop_rest(fiber, left)
    }

    fn drop_rest(self: &Rc<Self>, fiber: &mut Fiber, mut left: Vec<Value>) -> Result<bool, Trap> {
        let mut trap = None;
        while let Some(value) = left.pop() {
            let destructor = match &value {
                Value::Obj(object) => self.destructor(object).map(|it| (it, object.clone())),
                _ => None,
            };
            let Some((function, object)) = destructor else {
                if let Err(it) = self.drop_one(value, &mut left) {
                    trap.get_or_insert(it);
                }
                continue;
            };
            let (marks, frames) = (fiber.marks.len(), fiber.frames.len());
            let place = Value::Ref(0, Obj::cell(value));
            match self.begin_above(fiber, function, [place], Then::Drop, Span::NONE) {
                Ok(None) => {
                    fiber.dropping.push(Dropping { object, left, marks, frames });
                    return Ok(true);
                }
                Ok(Some(_)) => self.drop_parts(&object, &mut left),
                Err(it) => {
                    self.drop_parts(&object, &mut left);
                    trap.get_or_insert(it);
                }
            }
        }
        trap.map_or(Ok(false), Err)
    }

    /// The `drop` of a value's own type.
    fn destructor(&self, object: &Obj) -> Option<FnId> {
        match object.head {
            Head::Adt(adt) if !self.tables.keeps_content(adt) => self.tables.drop_of(adt),
            _ => None,
        }
    }

    /// Drops a value: its destructor runs, then those of its parts, in order.
    ///
    /// # Errors
    ///
    /// Fails if a destructor panics; what is left is then dropped all the same.
    pub fn drop_value(self: &Rc<Self>, value: Value) -> Result<(), Trap> {
        if self.is_idle(&value, 3) {
            return Ok(());
        }
        let mut trap = None;
        let mut left = vec![value];
        while let Some(value) = left.pop() {
            if let Err(it) = self.drop_one(value, &mut left) {
                trap.get_or_insert(it);
            }
        }
        trap.map_or(Ok(()), Err)
    }

    fn drop_one(self: &Rc<Self>, value: Value, left: &mut Vec<Value>) -> Result<(), Trap> {
        match value {
            Value::Obj(object) => self.drop_object(&object, left),
            Value::Share(adt, object) => {
                let (strong, weak) = object.shares.get();
                if self.tables.is_weak(adt) {
                    object.shares.set((strong, weak.saturating_sub(1)));
                    return Ok(());
                }
                object.shares.set((strong.saturating_sub(1), weak));
                if strong == 1 {
                    left.push(object.put(0, Value::Moved));
                }
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn drop_object(self: &Rc<Self>, object: &Rc<Obj>, left: &mut Vec<Value>) -> Result<(), Trap> {
        let mut outcome = Ok(());
        if let Head::Adt(adt) = object.head {
            if self.tables.keeps_content(adt) {
                return Ok(());
            }
            if let Some(function) = self.tables.drop_of(adt) {
                let place = Value::Ref(0, Obj::cell(Value::Obj(object.clone())));
                outcome = self.call_method(function, [place]).map(|_| ());
            }
        }
        self.drop_parts(object, left);
        outcome
    }

    /// Drops what is in an object.
    fn drop_parts(self: &Rc<Self>, object: &Obj, left: &mut Vec<Value>) {
        match &object.body {
            Body::Slots(slots) => {
                // What has nothing to drop stays as it is: a reference to a constant may lead to it.
                if slots.borrow().iter().all(Value::is_plain) {
                    return;
                }
                let slots = std::mem::take(&mut *slots.borrow_mut());
                left.extend(slots.into_iter().rev().filter(|it| !it.is_plain()));
            }
            Body::Text(_) => {}
            Body::Native(native) => {
                let native = native.borrow_mut().take();
                if let Some(native) = native {
                    native.drop_in(self);
                }
            }
        }
    }

    /// Drops what a fiber's scopes keep and what it was about to drop, down to how many scopes and calls are to stay open.
    pub(super) fn leave_scopes(
        self: &Rc<Self>,
        fiber: &mut Fiber,
        marks: usize,
        frames: usize,
    ) -> Result<(), Trap> {
        let mut trap = None;
        loop {
            let begun =
                fiber.dropping.last().is_some_and(|it| it.frames > frames && it.marks >= fiber.marks.len());
            let outcome = match (begun, fiber.marks.len() > marks) {
                (true, _) => self.drop_synchronously(fiber),
                (false, true) => self.leave_scope(fiber),
                (false, false) => break,
            };
            if let Err(it) = outcome {
                trap.get_or_insert(it);
            }
        }
        trap.map_or(Ok(()), Err)
    }

    /// Drops what a destructor that is given up has left.
    fn drop_synchronously(self: &Rc<Self>, fiber: &mut Fiber) -> Result<(), Trap> {
        let Some(Dropping { object, mut left, .. }) = fiber.dropping.pop() else { return Ok(()) };
        self.drop_parts(&object, &mut left);
        let mut trap = None;
        while let Some(value) = left.pop() {
            if let Err(it) = self.drop_value(value) {
                trap.get_or_insert(it);
            }
        }
        trap.map_or(Ok(()), Err)
    }

    /// Drops what the innermost scope keeps, last first, as `drop_on` does; if a destructor has begun, the scope is still
    /// open.
    pub(super) fn leave_scope_on(self: &Rc<Self>, fiber: &mut Fiber) -> Result<bool, Trap> {
        let mark = fiber.marks.last().copied().unwrap_or_default() as usize;
        while fiber.kept.len() > mark {
            let Some(register) = fiber.kept.pop() else { break };
            let value = fiber.stack[register as usize].take();
            if self.drop_on(fiber, value)? {
                return Ok(true);
            }
        }
        fiber.marks.pop();
        Ok(false)
    }

    /// Drops what the innermost scope keeps, last first.
    pub(super) fn leave_scope(self: &Rc<Self>, fiber: &mut Fiber) -> Result<(), Trap> {
        let mark = fiber.marks.pop().unwrap_or_default() as usize;
        let mut trap = None;
        while fiber.kept.len() > mark {
            let Some(register) = fiber.kept.pop() else { break };
            let value = fiber.stack[register as usize].take();
            if let Err(it) = self.drop_value(value) {
                trap.get_or_insert(it);
            }
        }
        trap.map_or(Ok(()), Err)
    }

    /// Gives a fiber up where it stands: what it waits for is dropped, then what its scopes keep.
    pub(super) fn abandon(self: &Rc<Self>, fiber: &mut Fiber) {
        fiber.waiting = None;
        if std::mem::take(&mut fiber.blocking) {
            self.block(false);
        }
        // A destructor that panics while its owner is given up has said so on standard error.
        let _ = self.leave_scopes(fiber, 0, 0);
        fiber.frames.clear();
        fiber.derefs.clear();
        fiber.stack.clear();
    }
}
