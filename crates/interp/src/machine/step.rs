//! The instructions that are not run in the loop itself, by family.

mod calls;
mod patterns;
mod places;
mod values;

use super::{Fiber, Machine, Trap};
use crate::code::{Code, Op};
use crate::source::Span;
use crate::value::Value;
use std::rc::Rc;

/// Where an instruction leads.
pub(super) enum Flow {
    /// To the next.
    On,
    /// To another.
    To(u32),
    /// Nowhere yet: the fiber waits.
    Wait,
}

impl Machine {
    /// Runs an instruction of the innermost call, whose registers begin at `base`.
    pub(super) fn step(
        self: &Rc<Self>,
        fiber: &mut Fiber,
        code: &Code,
        base: usize,
        op: Op,
        span: Span,
    ) -> Result<Flow, Trap> {
        match op {
            Op::Enter
            | Op::Exit
            | Op::Keep { .. }
            | Op::Drop { .. }
            | Op::Assign { .. }
            | Op::Store { .. }
            | Op::Load { .. }
            | Op::Field { .. }
            | Op::FieldValue { .. }
            | Op::Slot { .. }
            | Op::Deref { .. }
            | Op::Index { .. }
            | Op::AssignOp { .. } => self.place_step(fiber, code, base, op, span),
            Op::Unary { .. }
            | Op::Cast { .. }
            | Op::Address { .. }
            | Op::Tuple { .. }
            | Op::Array { .. }
            | Op::Repeat { .. }
            | Op::Struct { .. }
            | Op::Function { .. }
            | Op::Global { .. }
            | Op::Parameter { .. }
            | Op::Phantom { .. }
            | Op::Make { .. }
            | Op::Format { .. } => self.value_step(fiber, code, base, op, span),
            Op::Strip { .. }
            | Op::Bind { .. }
            | Op::Peek { .. }
            | Op::JumpUnlessVariant { .. }
            | Op::JumpUnlessLen { .. }
            | Op::Element { .. }
            | Op::Back { .. }
            | Op::Rest { .. } => self.pattern_step(fiber, base, op, span),
            Op::Try { .. }
            | Op::Residual { .. }
            | Op::Await { .. }
            | Op::Iter { .. }
            | Op::Next { .. }
            | Op::Note { .. }
            | Op::Builtin { .. } => self.flow_step(fiber, code, base, op, span),
            Op::CallValue { .. }
            | Op::Method { .. }
            | Op::CallGeneric { .. }
            | Op::CallPath { .. }
            | Op::Path { .. } => self.call_step(fiber, code, base, op, span),
            Op::Unreachable => Err(Trap::fault(span, "no pattern matches")),
            _ => Err(Trap::fault(span, "an instruction in the wrong place")),
        }
    }
}

/// The values of registers that follow one another.
fn take_row(fiber: &mut Fiber, first: usize, count: u16) -> Vec<Value> {
    fiber.stack[first..first + count as usize].iter_mut().map(Value::take).collect()
}
