//! What `for` loops go through.

use super::access::{last_place, stripped};
use super::fiber::Then;
use super::step::Flow;
use super::trail::Trail;
use super::{Fiber, Machine, Trap, arith, quick};
use crate::source::Span;
use crate::tree::BinaryOp;
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
        if self.implementation(&source, "Iterator", "next").is_some() {
            fiber.stack[register] = placed(source);
            return Ok(());
        }
        let program = self.program();
        let (Some(&of), Some(name)) =
            (program.lang.traits.get("IntoIterator"), program.names.find("into_iter"))
        else {
            return Err(Trap::fault(span, "the library has no `IntoIterator`"));
        };
        let site = crate::code::MethodSite::new(name, Rc::new([of]), span);
        let found = self.method((&source, false), &site, &[], &Trail::of_host())?;
        let then = Then::Iter(register as u32);
        if let Some(iterator) = self.begin_above(fiber, found.function, [found.receiver], then, span)? {
            fiber.stack[register] = placed(iterator);
        }
        Ok(())
    }

    /// The next item of an iterator that is gone through most often: a range, the elements of a row. The outer `None` says
    /// that it is another.
    pub(crate) fn quick_next(&self, iterator: &Obj) -> Option<Option<Value>> {
        let Head::Adt(adt) = iterator.head else { return None };
        let mut slots = iterator.slots()?.borrow_mut();
        if adt == self.known.range {
            return next_number(&mut slots);
        }
        let is_reference = adt == self.known.slice_iter || adt == self.known.slice_iter_mut;
        if !is_reference && adt != self.known.vec_into_iter {
            return None;
        }
        let (&Value::Int(ty, front), &Value::Int(_, back)) = (slots.get(1)?, slots.get(2)?) else {
            return None;
        };
        if front as u64 >= back as u64 {
            return Some(None);
        }
        let item = match &slots[0] {
            row if is_reference => quick::element(row, &Value::Int(ty, front), self.known.vec)?,
            Value::Obj(row) => row.put(front as u32, Value::Moved),
            _ => return None,
        };
        slots[1].set(Value::Int(ty, front + 1));
        Some(Some(item))
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
        if let Value::Obj(iterator) = &target
            && let Some(next) = self.quick_next(iterator)
        {
            return Ok(match next {
                Some(item) => {
                    fiber.stack[dst].set(item);
                    Flow::On
                }
                None => Flow::To(end),
            });
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

/// Counts a range on.
fn next_number(range: &mut [Value]) -> Option<Option<Value>> {
    let (from, to) = (range.first()?, range.get(1)?);
    let next = match (from, to) {
        (&Value::Int(ty, x), &Value::Int(_, y)) => {
            arith::quick_order(BinaryOp::Lt, ty, x, y).then(|| Value::Int(ty, x.wrapping_add(1)))
        }
        (&Value::Char(x), &Value::Char(y)) => {
            // There are none from 0xD800 to 0xDFFF.
            (x < y).then(|| Value::Char(char::from_u32(x as u32 + 1).unwrap_or('\u{E000}')))
        }
        (Value::Wide(ty, x), Value::Wide(..)) => {
            let more = arith::compare(from, to).is_some_and(|it| arith::holds(BinaryOp::Lt, it));
            more.then(|| Value::int(*ty, x.wrapping_add(1)))
        }
        _ => return None,
    };
    Some(next.map(|next| std::mem::replace(&mut range[0], next)))
}
