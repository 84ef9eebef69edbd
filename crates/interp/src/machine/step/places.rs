//! Scopes and places.

use super::Flow;
use crate::code::{Code, Op, Reg};
use crate::machine::access::{last_place, stripped};
use crate::machine::{Fiber, Machine, Trap, arith};
use crate::source::Span;
use crate::value::Value;
use std::rc::Rc;

impl Machine {
    /// Scopes, assignments, and the ways from one place to another.
    pub(super) fn place_step(
        self: &Rc<Self>,
        fiber: &mut Fiber,
        code: &Code,
        base: usize,
        op: Op,
        span: Span,
    ) -> Result<Flow, Trap> {
        let at = |reg: Reg| base + reg as usize;
        let value = |fiber: &Fiber, reg: Reg| fiber.stack[base + reg as usize].clone();
        match op {
            Op::Enter => fiber.marks.push(fiber.kept.len() as u32),
            Op::Exit => {
                if self.leave_scope_on(fiber)? {
                    // It is not done yet.
                    let caller = fiber.frames.len() - 2;
                    fiber.frames[caller].pc -= 1;
                }
            }
            Op::Keep { reg } => fiber.kept.push(at(reg) as u32),
            Op::Drop { reg } => {
                let dropped = fiber.stack[at(reg)].take();
                self.drop_on(fiber, dropped)?;
            }
            Op::Assign { dst, src } => {
                let new = fiber.stack[at(src)].take();
                let old = std::mem::replace(&mut fiber.stack[at(dst)], new);
                self.drop_on(fiber, old)?;
            }
            Op::Store { place, src } => {
                let new = fiber.stack[at(src)].take();
                let old = match &fiber.stack[at(place)] {
                    Value::Ref(slot, object) => object.put(*slot, new),
                    _ => return Err(Trap::fault(span, "an assignment to what is no place")),
                };
                self.drop_on(fiber, old)?;
            }
            Op::Load { dst, place } => fiber.stack[at(dst)] = self.load(&value(fiber, place)),
            Op::Field { dst, base: of, field } => {
                fiber.stack[at(dst)] = self.field(&value(fiber, of), &code.fields[field as usize], span)?;
            }
            Op::FieldValue { dst, base: of, field } => {
                let place = self.field(&value(fiber, of), &code.fields[field as usize], span)?;
                fiber.stack[at(dst)] = self.load(&place);
            }
            Op::Slot { dst, base: of, slot } => {
                let object = stripped(&value(fiber, of));
                fiber.stack[at(dst)] = match object {
                    Value::Obj(object) => Value::Ref(u32::from(slot), object),
                    _ => return Err(Trap::fault(span, "a part of what has none")),
                };
            }
            Op::Deref { dst, base: of, place } => {
                fiber.stack[at(dst)] = self.deref(&value(fiber, of), place, span)?;
            }
            Op::Index { dst, base: of, mutable } => {
                let index = fiber.stack[at(of) + 1].take();
                let container = value(fiber, of);
                fiber.stack[at(dst)] = self.index(&container, index, mutable, span)?;
            }
            Op::AssignOp { op, place, value: with } => {
                let place = last_place(&value(fiber, place));
                let operand = fiber.stack[at(with)].clone();
                let current = stripped(&place);
                match arith::binary(op, &current, &stripped(&operand), span) {
                    Some(new) => {
                        if let Value::Ref(slot, object) = &place {
                            object.put(*slot, new?);
                        }
                    }
                    None => {
                        let operand = fiber.stack[at(with)].take();
                        self.assign_operation(op, &place, operand, span)?;
                    }
                }
            }
            _ => return Err(Trap::fault(span, "an instruction in the wrong place")),
        }
        Ok(Flow::On)
    }
}
