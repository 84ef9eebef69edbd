//! Scopes and places.

use super::Flow;
use crate::code::{Code, Op, Reg};
use crate::machine::access::{last_place, stripped};
use crate::machine::fiber::Then;
use crate::machine::indexing::Indexed;
use crate::machine::trail::Trail;
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
            Op::Field { dst, base: of, field, mutable } => {
                let site = (&code.fields[field as usize], mutable);
                let place = self.field(&value(fiber, of), site, &Trail::of(fiber), span);
                match self.trailed(fiber, place, span)? {
                    Ok(place) => fiber.stack[at(dst)] = place,
                    Err(flow) => return Ok(flow),
                }
            }
            Op::FieldValue { dst, base: of, field } => {
                let site = (&code.fields[field as usize], false);
                let place = self.field(&value(fiber, of), site, &Trail::of(fiber), span);
                match self.trailed(fiber, place, span)? {
                    Ok(place) => fiber.stack[at(dst)] = self.load(&place),
                    Err(flow) => return Ok(flow),
                }
            }
            Op::Slot { dst, base: of, slot } => {
                let object = stripped(&value(fiber, of));
                fiber.stack[at(dst)] = match object {
                    Value::Obj(object) => Value::Ref(u32::from(slot), object),
                    _ => return Err(Trap::fault(span, "a part of what has none")),
                };
            }
            Op::Deref { dst, base: of, place, mutable } => {
                let target = self.deref(&value(fiber, of), (place, mutable), &Trail::of(fiber), span);
                match self.trailed(fiber, target, span)? {
                    Ok(target) => fiber.stack[at(dst)] = target,
                    Err(flow) => return Ok(flow),
                }
            }
            Op::Index { dst, base: of, mutable } => {
                let (container, index) = (value(fiber, of), fiber.stack[at(of) + 1].clone());
                let told = self.told_operands(fiber);
                let found = self.index(&container, index, mutable, (&Trail::of(fiber), told.as_ref()), span);
                let found = match self.trailed(fiber, found, span)? {
                    Ok(found) => found,
                    Err(flow) => return Ok(flow),
                };
                fiber.stack[at(of) + 1] = Value::Moved;
                match found {
                    Indexed::Place(place) => fiber.stack[at(dst)] = place,
                    Indexed::Call(function, args) => {
                        let types = self.operator_types(function, told.as_ref(), &args);
                        let then = Then::Put(at(dst) as u32);
                        let place = self.begin_above_as(fiber, function, args, then, types, span)?;
                        if let Some(place) = place {
                            fiber.stack[at(dst)] = place;
                        }
                    }
                }
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
                        // The operand may be a variable that is used again.
                        let operand = self.use_value(&mut fiber.stack[at(with)]);
                        self.assign_operation(fiber, op, place, operand, span)?;
                    }
                }
            }
            _ => return Err(Trap::fault(span, "an instruction in the wrong place")),
        }
        Ok(Flow::On)
    }
}
