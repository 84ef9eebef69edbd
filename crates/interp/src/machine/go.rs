//! The loop that runs instructions: those that scalars and calls are made of by itself, the others through
//! [`step`](Machine::step).

use super::arith;
use super::call::{Begun, as_place};
use super::fiber::Then;
use super::quick;
use super::run::{STRIDE, counted, floor};
use super::step::Flow;
use super::{Fiber, Machine, Trap};
use crate::code::{Op, Pc};
use crate::tree::BinaryOp;
use crate::value::{Obj, Value};
use std::rc::Rc;

impl Machine {
    /// Runs until the outermost call has returned (with its value), or the fiber waits.
    ///
    /// Instructions are counted where they may come again: by jumps back and by returns.
    pub(super) fn go(self: &Rc<Self>, fiber: &mut Fiber, turn_ends: u64) -> Result<Option<Value>, Trap> {
        let Some(frame) = fiber.frames.last() else { return Ok(Some(Value::Unit)) };
        let (mut pc, mut base) = (frame.pc as usize, frame.base as usize);
        let mut code = self.code(frame.function);
        // The registers from the frame's first on.
        macro_rules! window {
            () => {
                fiber.stack.as_mut_slice().get_mut(base..).unwrap_or_default()
            };
        }
        // Slices, whose elements are found without a call even where code is made small.
        let mut ops = code.ops.as_slice();
        let mut floor_here = floor(code);
        let mut fuel = self.fuel.get();
        let mut regs = window!();
        macro_rules! reg {
            ($reg:expr) => {
                regs[$reg as usize]
            };
        }
        // Notes where the innermost call stands, for when it goes on, and what has been counted.
        macro_rules! save {
            ($pc:expr) => {
                if let Some(frame) = fiber.frames.last_mut() {
                    frame.pc = $pc as Pc;
                }
                self.fuel.set(fuel);
            };
        }
        // After others have worked on the fiber.
        macro_rules! resume {
            () => {
                fuel = self.fuel.get();
                regs = window!();
            };
        }
        // The code of another function.
        macro_rules! enter {
            ($code:expr) => {
                code = $code;
                ops = code.ops.as_slice();
                floor_here = floor(code);
            };
        }
        // After calls have begun or ended.
        macro_rules! reload {
            () => {{
                if let Some(frame) = fiber.frames.last() {
                    enter!(self.code(frame.function));
                    pc = frame.pc as usize;
                    base = frame.base as usize;
                }
                resume!();
            }};
        }
        macro_rules! look_at_limits {
            ($floor:expr) => {
                if fuel <= $floor {
                    save!(pc - 1);
                    self.refuel(turn_ends, floor_here, code.spans[pc - 1])?;
                    if code.own && self.gives_way(fiber) {
                        return Ok(None);
                    }
                    fuel = self.fuel.get();
                }
            };
        }
        // Has others do it.
        macro_rules! step {
            ($op:expr) => {{
                save!(pc);
                let frames = fiber.frames.len();
                match self.step(fiber, code, base, *$op, code.spans[pc - 1])? {
                    Flow::On if fiber.frames.len() != frames => {
                        reload!();
                        continue;
                    }
                    Flow::On => {}
                    Flow::To(target) => pc = target as usize,
                    Flow::Wait => return Ok(None),
                }
                resume!();
            }};
        }
        // A short way to a value, or the long one to have it done.
        macro_rules! put {
            ($dst:expr, $value:expr, $op:expr) => {
                match $value {
                    Some(value) => reg!($dst).set(value),
                    None => step!($op),
                }
            };
        }
        // As that, where no value comes of it.
        macro_rules! done {
            ($done:expr, $op:expr) => {
                if $done.is_none() {
                    step!($op);
                }
            };
        }
        loop {
            // Read where it is: a copy would go through memory.
            let op = &ops[pc];
            pc += 1;
            match *op {
                Op::Const { dst, constant } => reg!(dst).set(code.constants[constant as usize].clone()),
                Op::Int { dst, ty, value } => reg!(dst).set(Value::Int(ty, i64::from(value))),
                Op::Unit { dst } => reg!(dst).set(Value::Unit),
                Op::Move { dst, src } => {
                    if dst != src {
                        let value = reg!(src).take();
                        reg!(dst).set(value);
                    }
                }
                Op::Use { dst, src } => match reg!(src) {
                    Value::Int(ty, value) => reg!(dst).set(Value::Int(ty, value)),
                    _ => {
                        let value = self.use_value(&mut reg!(src));
                        reg!(dst).set(value);
                    }
                },
                Op::Copy { dst, src } => match reg!(src) {
                    Value::Int(ty, value) => reg!(dst).set(Value::Int(ty, value)),
                    _ => {
                        let value = reg!(src).clone();
                        reg!(dst).set(value);
                    }
                },
                Op::Cell { reg } => {
                    let cell = Obj::cell(reg!(reg).take());
                    reg!(reg).set(Value::Obj(cell));
                }
                Op::UseCell { dst, cell } => {
                    let known = quick::in_cell(&reg!(cell));
                    let value = known.unwrap_or_else(|| self.load(&as_place(&reg!(cell))));
                    reg!(dst).set(value);
                }
                Op::RefCell { dst, cell } => {
                    let place = as_place(&reg!(cell));
                    reg!(dst).set(place);
                }
                Op::StoreCell { cell, place, src } => {
                    if quick::store_cell(&reg!(cell), &reg!(src)).is_none() {
                        let cell = as_place(&reg!(cell));
                        reg!(place).set(cell);
                        step!(&Op::Store { place, src });
                    }
                }
                Op::AssignOpCell { op: by, cell, place, value } => {
                    if quick::assign_cell(by, &reg!(cell), &reg!(value)).is_none() {
                        let cell = as_place(&reg!(cell));
                        reg!(place).set(cell);
                        step!(&Op::AssignOp { op: by, place, value });
                    }
                }
                Op::Jump { to } => {
                    let to = to as usize;
                    if to < pc {
                        look_at_limits!(floor_here);
                        regs = window!();
                        fuel -= counted(pc - to);
                    }
                    pc = to;
                }
                Op::JumpIf { condition, to } => {
                    if matches!(reg!(condition), Value::Bool(true)) {
                        pc = to as usize;
                    }
                }
                Op::JumpIfNot { condition, to } => {
                    if !matches!(reg!(condition), Value::Bool(true)) {
                        pc = to as usize;
                    }
                }
                Op::Binary { op, dst, left, right } => {
                    if let (Value::Int(ty, x), Value::Int(_, y)) = (&reg!(left), &reg!(right))
                        && let Some(value) = arith::quick(op, *ty, *x, *y)
                    {
                        reg!(dst).set(value);
                        continue;
                    }
                    save!(pc);
                    match arith::binary(op, &reg!(left), &reg!(right), code.spans[pc - 1]) {
                        Some(value) => reg!(dst).set(value?),
                        None => {
                            let registers = [dst, left, right].map(|it| base + it as usize);
                            self.operate(fiber, op, registers.into(), code.spans[pc - 1])?;
                            reload!();
                        }
                    }
                }
                Op::BinaryInt { op, dst, left, right } => {
                    if let Value::Int(ty, x) = &reg!(left)
                        && let Some(value) = arith::quick(op, *ty, *x, i64::from(right))
                    {
                        reg!(dst).set(value);
                        continue;
                    }
                    save!(pc);
                    let value = self.with_constant(op, &reg!(left), right, code.spans[pc - 1])?;
                    reg!(dst).set(value);
                    fuel = self.fuel.get();
                }
                Op::JumpUnless { op, left, right, to } => {
                    if let (Value::Int(ty, x), Value::Int(_, y)) = (&reg!(left), &reg!(right)) {
                        if !arith::quick_order(op, *ty, *x, *y) {
                            pc = to as usize;
                        }
                        continue;
                    }
                    save!(pc);
                    if !self.compares(op, &reg!(left), &reg!(right), code.spans[pc - 1])? {
                        pc = to as usize;
                    }
                    fuel = self.fuel.get();
                }
                Op::JumpUnlessInt { op, left, right, to } => {
                    if let Value::Int(ty, x) = &reg!(left) {
                        if !arith::quick_order(op, *ty, *x, i64::from(right)) {
                            pc = to as usize;
                        }
                        continue;
                    }
                    save!(pc);
                    let answer = self.with_constant(op, &reg!(left), right, code.spans[pc - 1])?;
                    if !matches!(answer, Value::Bool(true)) {
                        pc = to as usize;
                    }
                    fuel = self.fuel.get();
                }
                Op::AssignOpReg { op, dst, value } => {
                    if let (Value::Int(ty, x), Value::Int(_, y)) = (&reg!(dst), &reg!(value))
                        && let Some(value) = arith::quick(op, *ty, *x, *y)
                    {
                        reg!(dst).set(value);
                        continue;
                    }
                    save!(pc);
                    match arith::binary(op, &reg!(dst), &reg!(value), code.spans[pc - 1]) {
                        Some(value) => reg!(dst).set(value?),
                        None => {
                            // The operand may be a variable that is used again.
                            let (left, right) = (reg!(dst).take(), self.use_value(&mut reg!(value)));
                            let value = self.operation(op, &left, &right, code.spans[pc - 1])?;
                            reg!(dst).set(value);
                            fuel = self.fuel.get();
                        }
                    }
                }
                Op::CastInt { dst, src, ty } => match reg!(src) {
                    Value::Int(_, bits) => reg!(dst).set(arith::cut(ty, bits)),
                    ref other => {
                        let value = self.cast_int(other, ty, code.spans[pc - 1])?;
                        reg!(dst).set(value);
                    }
                },
                Op::Count { dst, at, inclusive, end } => {
                    let (Value::Int(ty, from), Value::Int(_, to)) = (&reg!(at), &reg!(at + 1)) else {
                        pc = end as usize;
                        continue;
                    };
                    let (ty, from, to) = (*ty, *from, *to);
                    let bound = if inclusive { BinaryOp::Le } else { BinaryOp::Lt };
                    if arith::quick_order(bound, ty, from, to) {
                        // Behind the last there may be no number.
                        let next =
                            if from == to { Value::Unit } else { Value::Int(ty, from.wrapping_add(1)) };
                        reg!(at).set(next);
                        reg!(dst).set(Value::Int(ty, from));
                    } else {
                        pc = end as usize;
                    }
                }
                Op::Call { function, at, count } => {
                    // A loop is said to be one where it jumps back, if it does.
                    look_at_limits!(floor_here - STRIDE);
                    save!(pc);
                    let first = base + at as usize;
                    if let Some(callee) = self.callables.plain(function)
                        && fiber.frames.len() < self.limits.depth
                    {
                        fiber.push(callee, first, Then::Return, None);
                        (pc, base) = (0, first);
                        enter!(callee);
                        regs = window!();
                        continue;
                    }
                    let (args, span) = (first..first + count as usize, code.spans[pc - 1]);
                    match self.begin(fiber, function, args, span, Then::Return, None) {
                        Ok(Begun::Frame) => reload!(),
                        Ok(Begun::Done(value)) => {
                            resume!();
                            reg!(at).set(value);
                        }
                        Err(Trap::Wait(future)) => {
                            self.wait_for(fiber, future, first);
                            return Ok(None);
                        }
                        Err(trap) => return Err(trap),
                    }
                }
                Op::Return { src } => {
                    fuel -= counted(pc);
                    // The result goes where the frame begins.
                    if src != 0 {
                        let value = reg!(src).take();
                        reg!(0).set(value);
                    }
                    for register in regs.get_mut(1..code.registers as usize).unwrap_or_default() {
                        if !register.is_scalar() {
                            register.set(Value::Moved);
                        }
                    }
                    let (then, ended) = (fiber.frames.pop(), base);
                    let Some(caller) = fiber.frames.last() else {
                        self.fuel.set(fuel);
                        let value = fiber.stack[ended].take();
                        let caught = matches!(then, Some(Then::Catch));
                        return Ok(Some(if caught { self.result(Ok(value)) } else { value }));
                    };
                    (pc, base) = (caller.pc as usize, caller.base as usize);
                    if caller.function != code.function {
                        enter!(self.code(caller.function));
                    }
                    if let Some(then) = then
                        && !matches!(then, Then::Return)
                    {
                        self.fuel.set(fuel);
                        if let Some(target) = self.returned(fiber, then, ended)? {
                            pc = target as usize;
                            resume!();
                        } else {
                            reload!();
                        }
                        continue;
                    }
                    regs = window!();
                }
                Op::FieldValue { dst, base: of, field } => {
                    put!(dst, quick::field_value(&reg!(of), &code.fields[field as usize]), op);
                }
                Op::Field { dst, base: of, field, .. } => {
                    put!(dst, quick::field(&reg!(of), &code.fields[field as usize]), op);
                }
                Op::Slot { dst, base: of, slot } => put!(dst, quick::slot(&reg!(of), slot), op),
                Op::Load { dst, place } => put!(dst, quick::load(&reg!(place)), op),
                Op::Store { place, src } => done!(quick::store(&reg!(place), &reg!(src)), op),
                Op::AssignOp { op: by, place, value } => {
                    done!(quick::assign(by, &reg!(place), &reg!(value)), op);
                }
                Op::Index { dst, base: of, .. } => {
                    put!(dst, quick::element(&reg!(of), &reg!(of + 1), self.known.vec), op);
                }
                Op::Deref { dst, base: of, place: false, .. } if matches!(reg!(of), Value::Ref(..)) => {
                    let place = reg!(of).clone();
                    reg!(dst).set(place);
                }
                Op::Strip { dst, place, .. } if quick::is_last(&reg!(place)) => {
                    let place = reg!(place).clone();
                    reg!(dst).set(place);
                }
                Op::JumpUnlessVariant { place, variant, to } => match quick::variant(&reg!(place)) {
                    Some(actual) if actual == u32::from(variant) => {}
                    Some(_) => pc = to as usize,
                    None => step!(op),
                },
                Op::Bind { dst, place, mode } => {
                    let value = match &reg!(mode) {
                        Value::Bool(true) => Some(reg!(place).clone()),
                        _ => quick::load(&reg!(place)),
                    };
                    put!(dst, value, op);
                }
                Op::Enter => fiber.marks.push(fiber.kept.len() as u32),
                Op::Keep { reg } => fiber.kept.push(base as u32 + u32::from(reg)),
                Op::Exit => {
                    let mark = fiber.marks.last().copied().unwrap_or_default() as usize;
                    while let Some(&reg) = fiber.kept.get(mark..).and_then(<[u32]>::last)
                        && fiber.stack[reg as usize].is_plain()
                    {
                        fiber.stack[reg as usize].set(Value::Moved);
                        fiber.kept.pop();
                    }
                    if fiber.kept.len() != mark {
                        step!(op);
                        continue;
                    }
                    fiber.marks.pop();
                    regs = window!();
                }
                Op::Drop { reg } if reg!(reg).is_plain() => reg!(reg).set(Value::Moved),
                Op::Assign { dst, src } if reg!(dst).is_plain() => {
                    let value = reg!(src).take();
                    reg!(dst).set(value);
                }
                Op::Nop | Op::Operands { .. } => {}
                _ => step!(op),
            }
        }
    }
}
