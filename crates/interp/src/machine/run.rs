//! The loop that runs code.

use super::access::{last_place, stripped};
use super::arith;
use super::call::{Begun, as_place};
use super::fiber::{Frame, Then};
use super::unwind::Standing;
use super::{Fiber, Machine, Trap};
use crate::code::{Code, Op, Reg};
use crate::source::Span;
use crate::tree::{BinaryOp, GlobalKind};
use crate::value::{Head, Obj, Value};
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
        let outer = self.standing.replace(Standing::of(fiber, cx.is_some()));
        let outcome = self.run_on(fiber, cx);
        self.standing.set(outer);
        outcome
    }

    fn run_on(
        self: &Rc<Self>,
        fiber: &mut Fiber,
        mut cx: Option<&mut Context<'_>>,
    ) -> Poll<Result<Value, Trap>> {
        let turn_ends = self.spent.get() + self.limits.turn;
        loop {
            if let Some((future, register)) = &mut fiber.waiting {
                let Some(cx) = cx.as_deref_mut() else { return Poll::Pending };
                let register = *register;
                match future.as_mut().poll(cx) {
                    Poll::Pending => return Poll::Pending,
                    Poll::Ready(outcome) => {
                        fiber.waiting = None;
                        match outcome {
                            Ok(value) => fiber.stack[register] = value,
                            Err(trap) => match self.unwound(fiber, trap) {
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
                Err(trap) => match self.unwound(fiber, trap) {
                    Some(trap) => return Poll::Ready(Err(trap)),
                    None => {}
                },
            }
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
                left = STRIDE;
                self.spend(turn_ends, code.spans[pc - 1])?;
                if self.gives_way(fiber) {
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
                    match arith::binary(op, &reg!(left), &reg!(right), code.spans[pc - 1]) {
                        Some(value) => reg!(dst) = value?,
                        None => {
                            let (left, right) = (base + left as usize, base + right as usize);
                            reg!(dst) = self.operator(fiber, op, left, right, code.spans[pc - 1])?;
                        }
                    }
                }
                Op::BinaryInt { op, dst, left, right } => {
                    let value = match &reg!(left) {
                        Value::Int(ty, _) => Value::Int(*ty, i64::from(right)),
                        Value::Wide(ty, _) => Value::int(*ty, i128::from(right)),
                        _ => Value::i32(i32::from(right)),
                    };
                    match arith::binary(op, &reg!(left), &value, code.spans[pc - 1]) {
                        Some(value) => reg!(dst) = value?,
                        None => {
                            reg!(dst) = self.operation(op, &reg!(left).clone(), &value, code.spans[pc - 1])?
                        }
                    }
                }
                Op::JumpUnless { op, left, right, to } => {
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
                    match arith::binary(op, &reg!(dst), &reg!(value), code.spans[pc - 1]) {
                        Some(value) => reg!(dst) = value?,
                        None => {
                            let right = reg!(value).take();
                            let left = reg!(dst).take();
                            reg!(dst) = self.operation(op, &left, &right, code.spans[pc - 1])?;
                        }
                    }
                }
                Op::Call { function, at, count } => {
                    self.save(fiber, pc);
                    let at = base + at as usize;
                    match self.begin(fiber, function, at, count as usize, code.spans[pc - 1], Then::Return) {
                        Ok(Begun::Frame) => reload!(),
                        Ok(Begun::Done(value)) => fiber.stack[at] = value,
                        Err(Trap::Wait(future)) => {
                            fiber.waiting = Some((future, at));
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
                        return Ok(Some(if frame.then == Then::Catch { self.result(Ok(value)) } else { value }));
                    }
                    reload!();
                    match frame.then {
                        Then::Return => fiber.stack[frame.base] = value,
                        Then::Not => fiber.stack[frame.base] = negated(&value),
                        Then::Catch => fiber.stack[frame.base] = self.result(Ok(value)),
                        Then::Next(register, end) => match value {
                            Value::Obj(option) => fiber.stack[register] = option.put(0, Value::Moved),
                            _ => pc = end as usize,
                        },
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

    fn spend(&self, turn_ends: u64, span: Span) -> Result<(), Trap> {
        self.spent.set(self.spent.get() + STRIDE);
        if self.spent.get() > self.limits.total {
            return Err(Trap::Limit("instructions", span));
        }
        if self.spent.get() > turn_ends {
            return Err(Trap::Limit("instructions without an await", span));
        }
        Ok(())
    }

    /// The instructions that are not run in the loop itself.
    fn step(
        self: &Rc<Self>,
        fiber: &mut Fiber,
        code: &Rc<Code>,
        base: usize,
        op: Op,
        span: Span,
    ) -> Result<Flow, Trap> {
        let at = |reg: Reg| base + reg as usize;
        let value = |fiber: &Fiber, reg: Reg| fiber.stack[base + reg as usize].clone();
        match op {
            Op::Enter => fiber.marks.push(fiber.kept.len() as u32),
            Op::Exit => self.leave_scope(fiber)?,
            Op::Keep { reg } => fiber.kept.push(at(reg) as u32),
            Op::Drop { reg } => {
                let dropped = fiber.stack[at(reg)].take();
                self.drop_value(dropped)?;
            }
            Op::Assign { dst, src } => {
                let new = fiber.stack[at(src)].take();
                let old = std::mem::replace(&mut fiber.stack[at(dst)], new);
                self.drop_value(old)?;
            }
            Op::Store { place, src } => {
                let new = fiber.stack[at(src)].take();
                let old = match &fiber.stack[at(place)] {
                    Value::Ref(slot, object) => object.put(*slot, new),
                    _ => return Err(Trap::fault(span, "an assignment to what is no place")),
                };
                self.drop_value(old)?;
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
            Op::Unary { op, dst, src } => {
                let operand = stripped(&fiber.stack[at(src)]);
                fiber.stack[at(dst)] = match arith::unary(op, &operand, span) {
                    Some(value) => value?,
                    None => self.unary_call(op, fiber.stack[at(src)].take(), span)?,
                };
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
            Op::Cast { dst, src, cast } => {
                let from = value(fiber, src);
                fiber.stack[at(dst)] = self.cast(from, &code.casts[cast as usize], span)?;
            }
            Op::Tuple { dst, first, count } => {
                let members = take_row(fiber, at(first), count);
                fiber.stack[at(dst)] = Value::tuple(members);
            }
            Op::Array { dst, first, count } => {
                let members = take_row(fiber, at(first), count);
                fiber.stack[at(dst)] = Value::Obj(Obj::new(Head::Array, 0, members.into()));
            }
            Op::Repeat { dst, value: reg } => {
                let count = fiber.stack[at(reg) + 1].as_int().unwrap_or_default();
                let element = fiber.stack[at(reg)].take();
                let slots = (0..count).map(|_| self.copied(&element)).collect();
                fiber.stack[at(dst)] = Value::Obj(Obj::new(Head::Array, 0, slots));
            }
            Op::Struct { dst, first, adt, shape } => {
                let count = {
                    let program = self.program();
                    program.adt(adt).variants[shape as usize].fields.len() as u16
                };
                let fields = take_row(fiber, at(first), count);
                fiber.stack[at(dst)] = Value::adt(adt, u32::from(shape), fields);
            }
            Op::Strip { dst, place, mode } => {
                let start = value(fiber, place);
                let end = self.matched_place(&start, span)?;
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
                fiber.stack[at(dst)] =
                    if by_ref { place } else { super::access::behind(&place).unwrap_or(place) };
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
            Op::Types { dst, types } => {
                let hidden = self.hidden(fiber, code, base);
                let known =
                    code.types[types as usize].iter().map(|it| self.known_type(it, hidden.as_deref()));
                fiber.stack[at(dst)] = Value::Types(known.collect());
            }
            Op::Function { dst, function, types } => {
                let hidden = self.hidden(fiber, code, base);
                let known =
                    code.types[types as usize].iter().map(|it| self.known_type(it, hidden.as_deref()));
                fiber.stack[at(dst)] = Value::Fn(function, Some(known.collect()));
            }
            Op::Global { dst, global } => fiber.stack[at(dst)] = self.global(global)?,
            Op::Make { dst, function, captures } => {
                let captures = code.captures[captures as usize].clone();
                fiber.stack[at(dst)] = self.make(fiber, base, function, &captures)?;
            }
            Op::Format { dst, format, first } => {
                let pieces = code.formats[format as usize].clone();
                let text = self.formatted(&pieces, &fiber.stack[at(first)..], span)?;
                fiber.stack[at(dst)] = Value::str(&text);
            }
            Op::Try { dst, src, on } => {
                let taken = fiber.stack[at(src)].take();
                match self.branched(taken) {
                    Ok(output) => {
                        fiber.stack[at(dst)] = output;
                        return Ok(Flow::To(on));
                    }
                    Err(residual) => fiber.stack[at(dst)] = residual,
                }
            }
            Op::Residual { reg } => {
                let residual = fiber.stack[at(reg)].take();
                fiber.stack[at(reg)] = self.residual(residual, code.function, span)?;
            }
            Op::Await { dst, future, text } => {
                let awaited = fiber.stack[at(future)].take();
                let future = self.into_future(awaited, span);
                fiber.waiting = Some((self.awaited(&code.awaits[text as usize], span, future), at(dst)));
                return Ok(Flow::Wait);
            }
            Op::Iter { dst, src } => {
                let source = fiber.stack[at(src)].take();
                fiber.stack[at(dst)] = self.iterator(source, span)?;
            }
            Op::Next { dst, iter, end } => return self.next(fiber, at(dst), at(iter), end, span),
            Op::Builtin { builtin, at: first, count } => {
                let builtin = &code.builtins[builtin as usize];
                let args = take_row(fiber, at(first), count);
                match self.builtin(builtin, args, span) {
                    Ok(value) => fiber.stack[at(first)] = value,
                    Err(Trap::Wait(future)) => {
                        fiber.waiting = Some((future, at(first)));
                        return Ok(Flow::Wait);
                    }
                    Err(trap) => return Err(trap),
                }
            }
            Op::Unreachable => return Err(Trap::fault(span, "no pattern matches")),
            Op::CallValue { .. } | Op::Method { .. } | Op::CallPath { .. } | Op::Path { .. } => {
                return self.call_step(fiber, code, base, op, span);
            }
            _ => return Err(Trap::fault(span, "an instruction in the wrong place")),
        }
        Ok(Flow::On)
    }

    /// Calls that are looked up.
    fn call_step(
        self: &Rc<Self>,
        fiber: &mut Fiber,
        code: &Rc<Code>,
        base: usize,
        op: Op,
        span: Span,
    ) -> Result<Flow, Trap> {
        let (at, begun) = match op {
            Op::CallValue { at, count } => {
                let at = base + at as usize;
                (at, self.begin_value(fiber, at, count as usize, span))
            }
            Op::CallPath { site, at, count } => {
                let site = &code.paths[site as usize];
                let at = base + at as usize;
                let hidden = self.hidden(fiber, code, base);
                let args = fiber.stack[at..at + count as usize].to_vec();
                let function = self.path(site, hidden.as_deref(), &args, span)?;
                let types = self.types_for(function, site.types.as_ref(), hidden.as_deref(), &args);
                let count = insert_types(fiber, at, count as usize, types);
                (at, self.begin(fiber, function, at, count, span, Then::Return))
            }
            Op::Path { dst, site } => {
                let site = &code.paths[site as usize];
                let hidden = self.hidden(fiber, code, base);
                let ty = self.known_type(&site.ty, hidden.as_deref());
                let value = match self.associated_constant(&ty, site.name) {
                    Some(global) => self.global(global)?,
                    None => {
                        let function = self.path(site, hidden.as_deref(), &[], span)?;
                        Value::Fn(
                            function,
                            self.types_for(function, site.types.as_ref(), hidden.as_deref(), &[]),
                        )
                    }
                };
                fiber.stack[base + dst as usize] = value;
                return Ok(Flow::On);
            }
            Op::Method { site, at, count, place } => {
                let site = &code.methods[site as usize];
                let at = base + at as usize;
                let receiver = fiber.stack[at].take();
                let args = fiber.stack[at + 1..at + count as usize].to_vec();
                let found = self.method(receiver, place, site, &args)?;
                fiber.stack[at] = found.receiver;
                let hidden = self.hidden(fiber, code, base);
                let first = &fiber.stack[at..=at].to_vec();
                let types = self.types_for(found.function, site.types.as_ref(), hidden.as_deref(), first);
                let count = insert_types(fiber, at, count as usize, types);
                (at, self.begin(fiber, found.function, at, count, span, Then::Return))
            }
            _ => return Err(Trap::fault(span, "a call that is none")),
        };
        match begun {
            Ok(Begun::Frame) => Ok(Flow::On),
            Ok(Begun::Done(value)) => {
                fiber.stack[at] = value;
                Ok(Flow::On)
            }
            Err(Trap::Wait(future)) => {
                fiber.waiting = Some((future, at));
                Ok(Flow::Wait)
            }
            Err(trap) => Err(trap),
        }
    }

    /// The place of a static, or the value of a constant.
    fn global(self: &Rc<Self>, global: crate::tree::GlobalId) -> Result<Value, Trap> {
        let program = self.program();
        let item = program.globals[global.index()].clone();
        if item.kind == GlobalKind::Const {
            return self.call(item.body, []);
        }
        if let Some(place) =
            self.globals.borrow().get(global.index()).filter(|it| !matches!(it, Value::Moved))
        {
            return Ok(place.clone());
        }
        let place = Value::Ref(0, Obj::cell(self.call(item.body, [])?));
        let mut globals = self.globals.borrow_mut();
        if globals.len() <= global.index() {
            globals.resize(global.index() + 1, Value::Moved);
        }
        globals[global.index()] = place.clone();
        Ok(place)
    }

    /// `left op right` of values that are no numbers, taken from registers unless the operator only compares.
    fn operator(
        self: &Rc<Self>,
        fiber: &mut Fiber,
        op: BinaryOp,
        left: usize,
        right: usize,
        span: Span,
    ) -> Result<Value, Trap> {
        let (left, right) = if op.compares() {
            (fiber.stack[left].clone(), fiber.stack[right].clone())
        } else {
            (self.use_value(&mut fiber.stack[left]), self.use_value(&mut fiber.stack[right]))
        };
        self.operation(op, &left, &right, span)
    }
}

/// Where an instruction leads.
pub(super) enum Flow {
    /// To the next.
    On,
    /// To another.
    To(u32),
    /// Nowhere yet: the fiber waits.
    Wait,
}

fn negated(value: &Value) -> Value {
    Value::Bool(!matches!(value, Value::Bool(true)))
}

fn take_row(fiber: &mut Fiber, first: usize, count: u16) -> Vec<Value> {
    fiber.stack[first..first + count as usize].iter_mut().map(Value::take).collect()
}

fn same_place(a: &Value, b: &Value) -> bool {
    matches!((a, b), (Value::Ref(x, a), Value::Ref(y, b)) if x == y && Rc::ptr_eq(a, b))
}

/// Puts hidden type arguments before the others.
fn insert_types(fiber: &mut Fiber, at: usize, count: usize, types: Option<Rc<[crate::tree::Ty]>>) -> usize {
    let Some(types) = types else { return count };
    if fiber.stack.len() <= at + count {
        fiber.stack.resize(at + count + 1, Value::Moved);
    }
    fiber.stack[at..=at + count].rotate_right(1);
    fiber.stack[at] = Value::Types(types);
    count + 1
}
