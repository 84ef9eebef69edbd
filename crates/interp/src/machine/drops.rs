//! Drops: what happens to a value when its owner is done with it.

use super::{Fiber, Machine, Trap};
use crate::value::{Body, Head, Obj, Value};
use std::rc::Rc;

impl Machine {
    /// Drops a value: its destructor runs, then those of its parts, in order.
    ///
    /// # Errors
    ///
    /// Fails if a destructor panics; what is left is then dropped all the same.
    pub fn drop_value(self: &Rc<Self>, value: Value) -> Result<(), Trap> {
        if value.is_plain() {
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
        match &object.body {
            Body::Slots(slots) => {
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
        outcome
    }

    /// Drops what a fiber's scopes keep, down to how many scopes are to stay open.
    pub(super) fn leave_scopes(self: &Rc<Self>, fiber: &mut Fiber, marks: usize) -> Result<(), Trap> {
        let mut trap = None;
        while fiber.marks.len() > marks {
            if let Err(it) = self.leave_scope(fiber) {
                trap.get_or_insert(it);
            }
        }
        trap.map_or(Ok(()), Err)
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
        let _ = self.leave_scopes(fiber, 0);
        fiber.frames.clear();
        fiber.stack.clear();
    }
}
