//! Operators of values that are no numbers: what they do by themselves, else calls of their traits' functions.

use super::access::{last_place, stripped};
use super::arith;
use super::derived::text_of;
use super::dispatch::fits_type;
use super::fiber::Then;
use super::{Fiber, Machine, Trap};
use crate::code::TypeArgs;
use crate::source::Span;
use crate::tree::{BinaryOp, Comparison, FnId, Ty, UnaryOp};
use crate::value::{Head, Obj, Value};
use std::cmp::Ordering;
use std::rc::Rc;

impl Machine {
    /// `left op right`.
    pub(super) fn operation(
        self: &Rc<Self>,
        op: BinaryOp,
        left: &Value,
        right: &Value,
        span: Span,
    ) -> Result<Value, Trap> {
        if op.compares() {
            let order = self.compared(left, right, Comparison::of(op), span)?;
            return Ok(Value::Bool(arith::holds(op, order)));
        }
        let (plain_left, plain_right) = (stripped(left), stripped(right));
        if let Some(value) = arith::binary(op, &plain_left, &plain_right, span) {
            return value;
        }
        let [of, name] = op.meant();
        match self.operator_function(of, name, (left, right), None) {
            Some(function) => self.call_method(function, [left.clone(), right.clone()]),
            None => Err(self.no_operator(name, left, right, span)),
        }
    }

    fn no_operator(&self, name: &str, left: &Value, right: &Value, span: Span) -> Trap {
        let (left, right) = (self.type_name(&stripped(left)), self.type_name(&stripped(right)));
        Trap::unsupported(span, format!("no implementation of `{name}` for `{left}` and `{right}`"))
    }

    fn operator_function(
        &self,
        of: &str,
        name: &str,
        (left, right): (&Value, &Value),
        told: Option<&Rc<TypeArgs>>,
    ) -> Option<FnId> {
        let function = self.operand_function(of, name, &[left.clone(), right.clone()], told)?;
        let program = self.program();
        let declared = program.function(function).params.get(1)?;
        fits_type(declared, right).then_some(function)
    }

    /// The function of an operator's trait, of the first operand's type or of references to it.
    fn operand_function(
        &self,
        of: &str,
        name: &str,
        args: &[Value],
        told: Option<&Rc<TypeArgs>>,
    ) -> Option<FnId> {
        let program = self.program();
        let of = program.lang.traits.get(of).copied()?;
        let name = program.names.find(name)?;
        if let Some(function) = self.told_function((of, name), told, args) {
            return Some(function);
        }
        let first = args.first()?;
        let ty = self.type_of(&stripped(first));
        let ty = if matches!(first, Value::Ref(..)) { Ty::Ref(false, Rc::new(ty)) } else { ty };
        self.associated(&ty, Some(of), name, args, Span::NONE).ok()
    }

    /// `left op right` of registers, put into another. A function of the program's is called like any other: then the
    /// result comes when it has returned.
    pub(super) fn operate(
        self: &Rc<Self>,
        fiber: &mut Fiber,
        op: BinaryOp,
        (dst, left, right): (usize, usize, usize),
        span: Span,
    ) -> Result<(), Trap> {
        let args = if op.compares() {
            [&fiber.stack[left], &fiber.stack[right]].map(stripped)
        } else {
            [left, right].map(|it| self.use_value(&mut fiber.stack[it]))
        };
        let plain = args.each_ref().map(stripped);
        if let Some(value) = arith::binary(op, &plain[0], &plain[1], span) {
            fiber.stack[dst] = value?;
            return Ok(());
        }
        let told = self.told_operands(fiber);
        let (found, then) = if op.compares() {
            (self.comparison(op, &args, told.as_ref()), Then::Compare(op, dst as u32))
        } else {
            let [of, name] = op.meant();
            let found = self.operator_function(of, name, (&args[0], &args[1]), told.as_ref());
            (found, Then::Put(dst as u32))
        };
        let Some(function) = found else {
            fiber.stack[dst] = self.operation(op, &args[0], &args[1], span)?;
            return Ok(());
        };
        let args = if op.compares() { args.map(|it| Value::Ref(0, Obj::cell(it))) } else { args };
        let types = self.operator_types(function, told.as_ref(), &args);
        if let Some(value) = self.begin_above_as(fiber, function, args, then, types, span)? {
            fiber.stack[dst] = match then {
                Then::Compare(..) => self.answer(op, &value),
                _ => value,
            };
        }
        Ok(())
    }

    /// The function of the left operand's own type that compares it.
    fn comparison(
        &self,
        op: BinaryOp,
        [left, right]: &[Value; 2],
        told: Option<&Rc<TypeArgs>>,
    ) -> Option<FnId> {
        if arith::compare(left, right).is_some()
            || text_of(left).is_some()
            || matches!(left, Value::Share(..) | Value::Fn(..))
        {
            return None;
        }
        let program = self.program();
        let [of, name] = op.meant();
        let meant = program.lang.traits.get(of).copied().zip(program.names.find(name));
        let args = [left, right].map(|it| Value::Ref(0, Obj::cell(it.clone())));
        let told = meant.and_then(|it| self.told_function(it, told, &args));
        told.or_else(|| self.comparing(left, right, Comparison::of(op)))
    }

    /// The function of a type that compares it with what is on the right.
    pub(super) fn comparing(&self, left: &Value, right: &Value, by: Comparison) -> Option<FnId> {
        let [of, name] = by.meant();
        let right = Value::Ref(0, Obj::cell(right.clone()));
        self.implementation_for(left, of, name, Some(&right))
    }

    /// What an operator makes of the answer of `eq` or `partial_cmp`.
    pub(super) fn answer(&self, op: BinaryOp, answer: &Value) -> Value {
        let order = match answer {
            Value::Bool(true) => Some(Ordering::Equal),
            Value::Bool(false) => None,
            other => self.as_order(other),
        };
        Value::Bool(arith::holds(op, order))
    }

    /// `place op= value`. A function of the program's is called like any other.
    pub(super) fn assign_operation(
        self: &Rc<Self>,
        fiber: &mut Fiber,
        op: BinaryOp,
        place: Value,
        value: Value,
        span: Span,
    ) -> Result<(), Trap> {
        let ([binary_of, binary], Some([of, name])) = (op.meant(), op.meant_assigning()) else {
            return Err(Trap::fault(span, "an operator without a trait"));
        };
        let target = stripped(&place);
        let told = self.told_operands(fiber);
        if let Some(function) = self.operator_function(of, name, (&target, &value), told.as_ref()) {
            let args = [place, value];
            let types = self.operator_types(function, told.as_ref(), &args);
            return self.begin_above_as(fiber, function, args, Then::Done, types, span).map(|_| ());
        }
        match (self.operator_function(binary_of, binary, (&target, &value), None), &place) {
            (Some(function), Value::Ref(slot, object)) => {
                let result = self.call_method(function, [object.put(*slot, Value::Moved), value])?;
                object.put(*slot, result);
                Ok(())
            }
            _ => Err(self.no_operator(name, &place, &value, span)),
        }
    }

    /// The function of `!value`, `-value`.
    pub(super) fn unary_function(
        &self,
        op: UnaryOp,
        value: &Value,
        told: Option<&Rc<TypeArgs>>,
        span: Span,
    ) -> Result<FnId, Trap> {
        let (of, name) = match op {
            UnaryOp::Not => ("Not", "not"),
            UnaryOp::Neg => ("Neg", "neg"),
        };
        let found = self.operand_function(of, name, std::slice::from_ref(value), told);
        found.ok_or_else(|| {
            let ty = self.type_name(&stripped(value));
            Trap::unsupported(span, format!("no implementation of `{name}` for `{ty}`"))
        })
    }

    /// The place that a destructuring pattern looks into: behind references, and in a box where `&Box<T>` stands for `&T`.
    /// No pattern takes a box itself apart.
    pub(super) fn matched_place(&self, place: &Value) -> Result<Value, Trap> {
        let mut place = last_place(place);
        while let Value::Ref(slot, object) = &place
            && let Value::Obj(boxed) = object.get(*slot)
            && boxed.head == Head::Adt(self.known.boxed)
        {
            place = last_place(&Value::Ref(0, boxed));
        }
        Ok(place)
    }
}
