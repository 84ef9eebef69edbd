//! The loop that runs code.

use super::arith;
use super::call::{Begun, as_place};
use super::fiber::{Frame, Then};
use super::future::HostFuture;
use super::step::Flow;
use super::unwind::Standing;
use super::{Fiber, Machine, TICK, Trap};
use crate::code::Op;
use crate::source::Span;
use crate::tree::BinaryOp;
use crate::value::{Obj, Value};
use std::rc::Rc;
use std::task::{Context, Poll};

/// Instructions between two looks at the limits.
const STRIDE: u64 = 4096;

impl Machine {
    /// Runs a fiber until it has returned or waits.
    pub(super) fn run(
        self: &Rc<Self>,
        fiber: &mut Fiber,
        cx: Option<&mut Context<'_>>,
    ) -> Poll<Result<Value, Trap>> {
        if let Err(trap) = self.entered(Span::NONE) {
            return Poll::Ready(Err(trap));
        }
        let outer = self.standing.replace(Standing::of(fiber, cx.is_some()));
        let outcome = self.run_on(fiber, cx);
        self.standing.set(outer);
        self.left();
        outcome
    }

    /// Runs a fiber until it has returned, or has something to wait for, which is not polled.
    pub(super) fn run_to_wait(self: &Rc<Self>, fiber: &mut Fiber) -> Option<Result<Value, Trap>> {
        let outer = self.standing.replace(Standing::of(fiber, true));
        let turn_ends = self.spent.get() + self.limits.turn;
        let outcome = match self.go(fiber, turn_ends) {
            Ok(value) => value.map(Ok),
            Err(trap) => self.unwound(fiber, trap).map(Err),
        };
        self.standing.set(outer);
        outcome
    }

    fn run_on(
        self: &Rc<Self>,
        fiber: &mut Fiber,
        mut cx: Option<&mut Context<'_>>,
    ) -> Poll<Result<Value, Trap>> {
        let turn_ends = self.spent.get() + self.limits.turn;
        if let Some(cx) = cx.as_deref()
            && !fiber.blocking
            && fiber.waiting.is_none()
            && self.is_blocked(cx)
        {
            return Poll::Pending;
        }
        loop {
            if let Some((future, register)) = &mut fiber.waiting {
                let Some(cx) = cx.as_deref_mut() else { return Poll::Pending };
                let register = *register;
                if !fiber.blocking && self.is_blocked(cx) {
                    return Poll::Pending;
                }
                let frame = fiber.frames.last().map(|it| (it.code.clone(), it.pc));
                self.awaits.borrow_mut().extend(frame.clone());
                let polled = future.as_mut().poll(cx);
                if frame.is_some() {
                    self.awaits.borrow_mut().pop();
                }
                match polled {
                    Poll::Pending => return Poll::Pending,
                    Poll::Ready(outcome) => {
                        fiber.waiting = None;
                        if std::mem::take(&mut fiber.blocking) {
                            self.block(false);
                        }
                        match outcome {
                            Ok(value) => fiber.stack[register] = value,
                            Err(trap) => match self.unwound(fiber, self.located(&fiber.frames, trap)) {
                                Some(trap) => return Poll::Ready(Err(trap)),
                                None => continue,
                            },
                        }
                    }
                }
            }
            match self.go(fiber, turn_ends) {
                Ok(Some(value)) => return Poll::Ready(Ok(value)),
                Ok(None) => {}
                Err(Trap::Wait(_)) => {
                    let trap = Trap::fault(Span::NONE, "a wait without a place for its output");
                    return Poll::Ready(Err(trap));
                }
                Err(trap) => {
                    let trap = self.located(&fiber.frames, trap);
                    if let Some(trap) = self.unwound(fiber, trap) {
                        return Poll::Ready(Err(trap));
                    }
                }
            }
        }
    }

    /// Lets a fiber wait for a future that no await asks for: a thread waits, an async body blocks its thread.
    pub(super) fn wait_for(&self, fiber: &mut Fiber, future: HostFuture, register: usize) {
        fiber.waiting = Some((future, register));
        if self.standing() == Standing::Task {
            fiber.blocking = true;
            self.block(true);
        }
    }

    /// Runs until the outermost call has returned (with its value), or the fiber waits.
    fn go(self: &Rc<Self>, fiber: &mut Fiber, turn_ends: u64) -> Result<Option<Value>, Trap> {
        let Some(frame) = fiber.frames.last() else { return Ok(Some(Value::Unit)) };
        let (mut code, mut pc, mut base) = (frame.code.clone(), frame.pc as usize, frame.base);
        let mut left = STRIDE;
        macro_rules! reg {
            ($reg:expr) => {
                fiber.stack[base + $reg as usize]
            };
        }
        macro_rules! reload {
            () => {
                if let Some(frame) = fiber.frames.last() {
                    code = frame.code.clone();
                    pc = frame.pc as usize;
                    base = frame.base;
                }
            };
        }
        loop {
            let op = code.ops[pc];
            pc += 1;
            left -= 1;
            if left == 0 {
                left = if code.own { STRIDE } else { STRIDE / 64 };
                self.spend(turn_ends, left, code.spans[pc - 1])?;
                if code.own && self.gives_way(fiber) {
                    self.save(fiber, pc - 1);
                    return Ok(None);
                }
            }
            match op {
                Op::Nop => {}
                Op::Const { dst, constant } => reg!(dst) = code.constants[constant as usize].clone(),
                Op::Int { dst, ty, value } => reg!(dst) = Value::Int(ty, i64::from(value)),
                Op::Unit { dst } => reg!(dst) = Value::Unit,
                Op::Move { dst, src } => {
                    if dst != src {
                        reg!(dst) = reg!(src).take();
                    }
                }
                Op::Use { dst, src } => reg!(dst) = self.use_value(&mut reg!(src)),
                Op::Copy { dst, src } => reg!(dst) = reg!(src).clone(),
                Op::Cell { reg } => reg!(reg) = Value::Obj(Obj::cell(reg!(reg).take())),
                Op::UseCell { dst, cell } => reg!(dst) = self.load(&as_place(&reg!(cell))),
                Op::RefCell { dst, cell } => reg!(dst) = as_place(&reg!(cell)),
                Op::Jump { to } => pc = to as usize,
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
                        reg!(dst) = value;
                        continue;
                    }
                    match arith::binary(op, &reg!(left), &reg!(right), code.spans[pc - 1]) {
                        Some(value) => reg!(dst) = value?,
                        None => {
                            self.save(fiber, pc);
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
                        reg!(dst) = value;
                        continue;
                    }
                    let value = match &reg!(left) {
                        Value::Int(ty, _) => Value::Int(*ty, i64::from(right)),
                        Value::Wide(ty, _) => Value::int(*ty, i128::from(right)),
                        _ => Value::i32(i32::from(right)),
                    };
                    match arith::binary(op, &reg!(left), &value, code.spans[pc - 1]) {
                        Some(value) => reg!(dst) = value?,
                        None => {
                            reg!(dst) =
                                self.operation(op, &reg!(left).clone(), &value, code.spans[pc - 1])?;
                        }
                    }
                }
                Op::JumpUnless { op, left, right, to } => {
                    if let (Value::Int(ty, x), Value::Int(_, y)) = (&reg!(left), &reg!(right)) {
                        if !arith::quick_order(op, *ty, *x, *y) {
                            pc = to as usize;
                        }
                        continue;
                    }
                    let answer = match arith::binary(op, &reg!(left), &reg!(right), code.spans[pc - 1]) {
                        Some(answer) => answer?,
                        None => {
                            let (left, right) = (reg!(left).clone(), reg!(right).clone());
                            self.operation(op, &left, &right, code.spans[pc - 1])?
                        }
                    };
                    if !matches!(answer, Value::Bool(true)) {
                        pc = to as usize;
                    }
                }
                Op::AssignOpReg { op, dst, value } => {
                    if let (Value::Int(ty, x), Value::Int(_, y)) = (&reg!(dst), &reg!(value))
                        && let Some(value) = arith::quick(op, *ty, *x, *y)
                    {
                        reg!(dst) = value;
                        continue;
                    }
                    match arith::binary(op, &reg!(dst), &reg!(value), code.spans[pc - 1]) {
                        Some(value) => reg!(dst) = value?,
                        None => {
                            let right = reg!(value).take();
                            let left = reg!(dst).take();
                            reg!(dst) = self.operation(op, &left, &right, code.spans[pc - 1])?;
                        }
                    }
                }
                Op::Count { dst, at, inclusive, end } => {
                    let (Value::Int(ty, from), Value::Int(_, to)) = (&reg!(at), &reg!(at + 1)) else {
                        pc = end as usize;
                        continue;
                    };
                    let (ty, from, to) = (*ty, *from, *to);
                    let bound = if inclusive { BinaryOp::Le } else { BinaryOp::Lt };
                    if arith::quick_order(bound, ty, from, to) {
                        // Behind the last there may be no number.
                        reg!(at) =
                            if from == to { Value::Unit } else { Value::Int(ty, from.wrapping_add(1)) };
                        reg!(dst) = Value::Int(ty, from);
                    } else {
                        pc = end as usize;
                    }
                }
                Op::Call { function, at, count } => {
                    self.save(fiber, pc);
                    let at = base + at as usize;
                    match self.begin(
                        fiber,
                        function,
                        at,
                        count as usize,
                        code.spans[pc - 1],
                        Then::Return,
                        None,
                    ) {
                        Ok(Begun::Frame) => reload!(),
                        Ok(Begun::Done(value)) => fiber.stack[at] = value,
                        Err(Trap::Wait(future)) => {
                            self.wait_for(fiber, future, at);
                            return Ok(None);
                        }
                        Err(trap) => return Err(trap),
                    }
                }
                Op::Return { src } => {
                    let value = reg!(src).take();
                    let Some(frame) = fiber.frames.pop() else { return Ok(Some(value)) };
                    for register in &mut fiber.stack[base..base + code.registers as usize] {
                        if !matches!(register, Value::Moved) {
                            *register = Value::Moved;
                        }
                    }
                    if fiber.frames.is_empty() {
                        return Ok(Some(if frame.then == Then::Catch {
                            self.result(Ok(value))
                        } else {
                            value
                        }));
                    }
                    reload!();
                    match frame.then {
                        Then::Return => fiber.stack[frame.base] = value,
                        Then::Catch => fiber.stack[frame.base] = self.result(Ok(value)),
                        Then::Next(register, end) => match value {
                            Value::Obj(option) => fiber.stack[register] = option.put(0, Value::Moved),
                            _ => pc = end as usize,
                        },
                        Then::Put(register) => fiber.stack[register] = value,
                        Then::Residual(register) => fiber.stack[register] = self.result(Err(value)),
                        Then::Deref => fiber.derefs.push((fiber.frames.len(), value)),
                        Then::Done => {}
                        Then::Compare(op, register) => fiber.stack[register] = self.answer(op, &value),
                        Then::Drop => {
                            if self.dropped(fiber)? {
                                reload!();
                            }
                        }
                    }
                }
                other => {
                    self.save(fiber, pc);
                    let frames = fiber.frames.len();
                    match self.step(fiber, &code, base, other, code.spans[pc - 1]) {
                        Ok(Flow::On) => {
                            if fiber.frames.len() != frames {
                                reload!();
                            }
                        }
                        Ok(Flow::To(target)) => pc = target as usize,
                        Ok(Flow::Wait) => return Ok(None),
                        Err(trap) => return Err(trap),
                    }
                }
            }
        }
    }

    /// Notes where the innermost call stands, for when it goes on.
    fn save(&self, fiber: &mut Fiber, pc: usize) {
        if let Some(Frame { pc: saved, .. }) = fiber.frames.last_mut() {
            *saved = pc as u32;
        }
    }

    fn spend(&self, turn_ends: u64, instructions: u64, span: Span) -> Result<(), Trap> {
        self.spent.set(self.spent.get() + instructions);
        if self.spent.get() >= self.next_tick.get() {
            self.next_tick.set(self.spent.get() + TICK);
            if let Some(tick) = self.tick.get() {
                tick();
            }
        }
        if self.spent.get() > self.limits.total {
            return Err(Trap::Limit("instructions", span));
        }
        if self.spent.get() > turn_ends {
            return Err(Trap::Limit("instructions without an await", span));
        }
        self.reserve(0, span)
    }
}
