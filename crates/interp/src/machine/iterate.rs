//! What `for` loops go through.

use super::access::{last_place, stripped};
use super::fiber::Then;
use super::step::Flow;
use super::trail::Trail;
use super::{Fiber, Machine, Trap};
use crate::source::Span;
use crate::value::{Head, Obj, Value};
use std::rc::Rc;

impl Machine {
    /// Puts what a `for` loop goes through into a register. An `into_iter` of the program's is called like any function.
    pub(super) fn iterator(
        self: &Rc<Self>,
        fiber: &mut Fiber,
        source: Value,
        register: usize,
        span: Span,
    ) -> Result<(), Trap> {
        if self.is_quick(&source) || self.implementation(&source, "Iterator", "next").is_some() {
            fiber.stack[register] = placed(source);
            return Ok(());
        }
        let program = self.program();
        let (Some(&of), Some(name)) =
            (program.lang.traits.get("IntoIterator"), program.names.find("into_iter"))
        else {
            return Err(Trap::fault(span, "the library has no `IntoIterator`"));
        };
        let site = crate::code::MethodSite { name, types: None, traits: Rc::new([of]), span, memo: None };
        let found = self.method((&source, false), &site, &[], &Trail::of_host())?;
        let then = Then::Iter(register as u32);
        if let Some(iterator) = self.begin_above(fiber, found.function, [found.receiver], then, span)? {
            fiber.stack[register] = placed(iterator);
        }
        Ok(())
    }

    /// Whether it is a range of integers, which the loop counts by itself.
    fn is_quick(&self, value: &Value) -> bool {
        match value {
            Value::Obj(object) => {
                object.head == Head::Adt(self.known.range) && matches!(object.get(0), Value::Int(..))
            }
            _ => false,
        }
    }

    /// The next item of what a `for` loop goes through.
    pub(super) fn next(
        self: &Rc<Self>,
        fiber: &mut Fiber,
        dst: usize,
        iter: usize,
        end: u32,
        span: Span,
    ) -> Result<Flow, Trap> {
        let place = match &fiber.stack[iter] {
            Value::Obj(cell) => Value::Ref(0, cell.clone()),
            place => last_place(place),
        };
        let target = stripped(&place);
        if let Value::Obj(range) = &target
            && self.is_quick(&target)
        {
            return Ok(count_on(range, &mut fiber.stack[dst], end));
        }
        let Some(function) = self.implementation(&target, "Iterator", "next") else {
            let ty = self.type_name(&target);
            return Err(Trap::unsupported(span, format!("`{ty}` is not an iterator")));
        };
        match self.begin_above(fiber, function, [place], Then::Next(dst as u32, end), span)? {
            None => Ok(Flow::On),
            Some(Value::Obj(option)) => {
                fiber.stack[dst] = option.put(0, Value::Moved);
                Ok(Flow::On)
            }
            Some(_) => Ok(Flow::To(end)),
        }
    }
}

/// An iterator in a place of its own, in which it is asked for the next.
pub(super) fn placed(iterator: Value) -> Value {
    match iterator {
        Value::Ref(..) => iterator,
        own => Value::Obj(Obj::cell(own)),
    }
}

/// Counts a range of integers on.
fn count_on(range: &Obj, dst: &mut Value, end: u32) -> Flow {
    let (Value::Int(ty, at), Value::Int(_, to)) = (range.get(0), range.get(1)) else { return Flow::To(end) };
    let more = if ty.signed() { at < to } else { (at as u64) < (to as u64) };
    if !more {
        return Flow::To(end);
    }
    range.put(0, Value::Int(ty, at + 1));
    *dst = Value::Int(ty, at);
    Flow::On
}
