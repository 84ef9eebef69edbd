//! Values that are made.

use super::{Flow, take_row};
use crate::code::{Code, Op, Reg};
use crate::machine::access::stripped;
use crate::machine::fiber::Then;
use crate::machine::hidden::This;
use crate::machine::{Fiber, Machine, Trap, arith};
use crate::native::address_of;
use crate::native::thread::Threads;
use crate::source::Span;
use crate::tree::{Const, GlobalId, GlobalKind, Ty};
use crate::value::{Head, Obj, Slots, Value};
use std::rc::Rc;

impl Machine {
    /// Makes values of registers, and of what the code keeps.
    pub(super) fn value_step(
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
            Op::Unary { op, dst, src } => {
                let operand = stripped(&fiber.stack[at(src)]);
                match arith::unary(op, &operand, span) {
                    Some(value) => fiber.stack[at(dst)] = value?,
                    None => {
                        let operand = self.use_value(&mut fiber.stack[at(src)]);
                        let told = self.told_operands(fiber);
                        let function = self.unary_function(op, &operand, told.as_ref(), span)?;
                        let (args, then) = ([operand], Then::Put(at(dst) as u32));
                        let types = self.operator_types(function, told.as_ref(), &args);
                        if let Some(value) = self.begin_above_as(fiber, function, args, then, types, span)? {
                            fiber.stack[at(dst)] = value;
                        }
                    }
                }
            }
            Op::Cast { dst, src, cast } => {
                let from = value(fiber, src);
                fiber.stack[at(dst)] = {
                    let ty = self.known_type(&code.casts[cast as usize], fiber.hidden().map(|it| &**it));
                    self.cast(from, &ty, span)?
                };
            }
            Op::Address { dst, src } => {
                let address = address_of(&value(fiber, src));
                fiber.stack[at(dst)] = Value::usize(address);
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
                let bytes = usize::try_from(count).unwrap_or(usize::MAX).saturating_mul(size_of::<Value>());
                self.reserve(bytes, span)?;
                let element = fiber.stack[at(reg)].take();
                fiber.stack[at(dst)] = self.repeated(element, count, span)?;
            }
            Op::Struct { dst, first, adt, shape } => {
                let count = {
                    let program = self.program();
                    let item = program.adt(adt);
                    item.variants[shape as usize].fields.len() as u16 + u16::from(item.has_untold())
                };
                let fields = take_row(fiber, at(first), count);
                let variant = u32::from(shape);
                fiber.stack[at(dst)] = if self.tables.drop_of(adt).is_some() {
                    Value::Obj(Obj::new(Head::Adt(adt), variant, fields.into_iter().collect()))
                } else {
                    Value::adt(adt, variant, fields)
                };
            }
            Op::Function { dst, function, types } => {
                let given = &code.types[types as usize];
                let types = self.hidden_for(function, Some(given), fiber.hidden(), || This::Unknown);
                fiber.stack[at(dst)] = Value::Fn(function, types);
            }
            Op::Global { dst, global } => fiber.stack[at(dst)] = self.global(global, This::Unknown)?,
            Op::Parameter { dst, param, ty } => {
                fiber.stack[at(dst)] = self.parameter(fiber, param, &code.casts[ty as usize], span)?;
            }
            Op::Phantom { dst, ty } => {
                let of = self.known_type(&code.casts[ty as usize], fiber.hidden().map(|it| &**it));
                fiber.stack[at(dst)] = self.phantom(of);
            }
            Op::Make { dst, function, captures } => {
                let captures = code.captures[captures as usize].clone();
                fiber.stack[at(dst)] = self.make(fiber, base, (function, code), &captures)?;
            }
            Op::Format { dst, format, first } => {
                let pieces = code.formats[format as usize].clone();
                let text = self.formatted(&pieces, &fiber.stack[at(first)..], fiber.hidden(), span)?;
                fiber.stack[at(dst)] = Value::str(&text);
            }
            _ => return Err(Trap::fault(span, "an instruction in the wrong place")),
        }
        Ok(Flow::On)
    }

    /// An array of copies or clones; the value itself is the last.
    fn repeated(self: &Rc<Self>, element: Value, count: i128, span: Span) -> Result<Value, Trap> {
        let copies = self.is_copy(&element);
        let mut slots = Slots::new();
        for _ in 1..count {
            slots.push(if copies { self.copied(&element) } else { self.clone_by_trait(&element, span)? });
        }
        if count > 0 {
            slots.push(element);
        } else {
            self.drop_value(element)?;
        }
        Ok(Value::Obj(Obj::new(Head::Array, 0, slots)))
    }

    /// What a constant parameter of the function that runs stands for.
    fn parameter(&self, fiber: &Fiber, param: u16, ty: &Ty, span: Span) -> Result<Value, Trap> {
        let known = fiber.hidden().map(|it| self.known_types(it)).unwrap_or_default();
        match (known.get(usize::from(param)), ty) {
            (Some(Ty::Const(Const::Int(value))), Ty::Int(ty)) => Ok(Value::int(*ty, *value)),
            (Some(Ty::Const(Const::Bool(value))), _) => Ok(Value::Bool(*value)),
            (Some(Ty::Const(Const::Char(value))), _) => Ok(Value::Char(*value)),
            _ => {
                let message = "the value of this constant parameter cannot be told here";
                let hint = "say it where the function is called: `name::<3>(..)`";
                match Trap::unsupported(span, message) {
                    Trap::Unsupported(it) => Err(Trap::Unsupported(Box::new(it.hint(hint)))),
                    other => Err(other),
                }
            }
        }
    }

    /// The place of a static, or the value of a constant.
    pub(super) fn global(self: &Rc<Self>, global: GlobalId, this: This) -> Result<Value, Trap> {
        let program = self.program();
        let item = program.globals[global.index()].clone();
        if item.kind == GlobalKind::Const {
            let types = self.hidden_for(item.body, None, None, || this);
            return self.call_value(Value::Fn(item.body, types), []);
        }
        if item.kind == GlobalKind::ThreadLocal {
            let threads = self.state.of::<Threads>();
            return match threads.local(global) {
                Some(place) => Ok(place),
                None => {
                    let place = Value::Ref(0, Obj::cell(self.call(item.body, [])?));
                    threads.set_local(global, place.clone());
                    Ok(place)
                }
            };
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
}
