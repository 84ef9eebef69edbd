//! Patterns.

use super::Flow;
use crate::code::{Op, Reg};
use crate::machine::access::{behind, stripped};
use crate::machine::{Fiber, Machine, Trap};
use crate::source::Span;
use crate::value::Value;
use std::rc::Rc;

impl Machine {
    /// Looks into a place, and binds its parts.
    pub(super) fn pattern_step(
        self: &Rc<Self>,
        fiber: &mut Fiber,
        base: usize,
        op: Op,
        span: Span,
    ) -> Result<Flow, Trap> {
        let at = |reg: Reg| base + reg as usize;
        let value = |fiber: &Fiber, reg: Reg| fiber.stack[base + reg as usize].clone();
        match op {
            Op::Strip { dst, place, mode } => {
                let start = value(fiber, place);
                let end = self.matched_place(&start)?;
                if !same_place(&start, &end) {
                    fiber.stack[at(mode)] = Value::Bool(true);
                }
                fiber.stack[at(dst)] = end;
            }
            Op::Bind { dst, place, mode } => {
                let by_ref = matches!(fiber.stack[at(mode)], Value::Bool(true));
                let place = value(fiber, place);
                fiber.stack[at(dst)] = if by_ref { place } else { self.load(&place) };
            }
            Op::Peek { dst, place, mode } => {
                let by_ref = matches!(fiber.stack[at(mode)], Value::Bool(true));
                let place = value(fiber, place);
                fiber.stack[at(dst)] = if by_ref { place } else { behind(&place).unwrap_or(place) };
            }
            Op::JumpUnlessVariant { place, variant, to } => {
                let actual = match stripped(&value(fiber, place)) {
                    Value::Unitary(_, variant) => variant,
                    Value::Obj(object) => object.variant,
                    _ => return Err(Trap::fault(span, "a variant of what has none")),
                };
                if actual != u32::from(variant) {
                    return Ok(Flow::To(to));
                }
            }
            Op::JumpUnlessLen { place, len, more, to } => {
                let (_, _, actual) = self.elements(&value(fiber, place), span)?;
                let fits = if more { actual >= u32::from(len) } else { actual == u32::from(len) };
                if !fits {
                    return Ok(Flow::To(to));
                }
            }
            Op::Element { dst, place, index } => {
                fiber.stack[at(dst)] = self.element(&value(fiber, place), u32::from(index), false, span)?;
            }
            Op::Back { dst, place, back } => {
                fiber.stack[at(dst)] = self.element(&value(fiber, place), u32::from(back), true, span)?;
            }
            Op::Rest { dst, place, from, back } => {
                fiber.stack[at(dst)] =
                    self.rest(&value(fiber, place), u32::from(from), u32::from(back), span)?;
            }
            _ => return Err(Trap::fault(span, "an instruction in the wrong place")),
        }
        Ok(Flow::On)
    }
}

fn same_place(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Ref(x, a), Value::Ref(y, b)) => x == y && Rc::ptr_eq(a, b),
        // The elements themselves, as of `vec[..]`, and not what refers to them.
        (Value::Slice(a), Value::Slice(b)) => Rc::ptr_eq(a, b),
        _ => false,
    }
}
