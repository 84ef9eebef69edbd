//! Operators of values that are no numbers: what they do by themselves, else calls of their traits' functions.

use super::access::{last_place, stripped};
use super::arith;
use super::derived::text_of;
use super::dispatch::fits_type;
use super::fiber::Then;
use super::hidden::This;
use super::trail::Trail;
use super::{Fiber, Machine, Trap};
use crate::source::{FileId, Span};
use crate::tree::{BinaryOp, FnId, Ty, UnaryOp};
use crate::value::{Head, Obj, SliceRef, Value};
use std::cmp::Ordering;
use std::rc::Rc;

/// Operators with their traits and functions; those that assign are behind.
const TRAITS: [(BinaryOp, [&str; 2], [&str; 2]); 10] = [
    (BinaryOp::Add, ["Add", "add"], ["AddAssign", "add_assign"]),
    (BinaryOp::Sub, ["Sub", "sub"], ["SubAssign", "sub_assign"]),
    (BinaryOp::Mul, ["Mul", "mul"], ["MulAssign", "mul_assign"]),
    (BinaryOp::Div, ["Div", "div"], ["DivAssign", "div_assign"]),
    (BinaryOp::Rem, ["Rem", "rem"], ["RemAssign", "rem_assign"]),
    (BinaryOp::BitAnd, ["BitAnd", "bitand"], ["BitAndAssign", "bitand_assign"]),
    (BinaryOp::BitOr, ["BitOr", "bitor"], ["BitOrAssign", "bitor_assign"]),
    (BinaryOp::BitXor, ["BitXor", "bitxor"], ["BitXorAssign", "bitxor_assign"]),
    (BinaryOp::Shl, ["Shl", "shl"], ["ShlAssign", "shl_assign"]),
    (BinaryOp::Shr, ["Shr", "shr"], ["ShrAssign", "shr_assign"]),
];

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
            let order = self.compared(left, right, matches!(op, BinaryOp::Eq | BinaryOp::Ne), span)?;
            return Ok(Value::Bool(arith::holds(op, order)));
        }
        let (plain_left, plain_right) = (stripped(left), stripped(right));
        if let Some(value) = arith::binary(op, &plain_left, &plain_right, span) {
            return value;
        }
        let Some((_, [of, name], _)) = TRAITS.iter().find(|it| it.0 == op) else {
            return Err(Trap::fault(span, "an operator without a trait"));
        };
        match self.operator_function(of, name, left, right) {
            Some(function) => self.call_method(function, [left.clone(), right.clone()]),
            None => Err(self.no_operator(name, left, right, span)),
        }
    }

    fn no_operator(&self, name: &str, left: &Value, right: &Value, span: Span) -> Trap {
        let (left, right) = (self.type_name(&stripped(left)), self.type_name(&stripped(right)));
        Trap::unsupported(span, format!("no implementation of `{name}` for `{left}` and `{right}`"))
    }

    fn operator_function(&self, of: &str, name: &str, left: &Value, right: &Value) -> Option<FnId> {
        let function = self.operand_function(of, name, &[left.clone(), right.clone()])?;
        let program = self.program();
        let declared = program.function(function).params.get(1)?;
        fits_type(declared, right).then_some(function)
    }

    /// The function of an operator's trait, of the first operand's type or of references to it.
    fn operand_function(&self, of: &str, name: &str, args: &[Value]) -> Option<FnId> {
        let program = self.program();
        let of = program.lang.traits.get(of).copied()?;
        let name = program.names.find(name)?;
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
        let (found, then) = match (op, TRAITS.iter().find(|it| it.0 == op)) {
            (_, Some((_, [of, name], _))) => {
                (self.operator_function(of, name, &args[0], &args[1]), Then::Put(dst as u32))
            }
            _ => (self.comparison(op, &args), Then::Compare(op, dst as u32)),
        };
        let Some(function) = found else {
            fiber.stack[dst] = self.operation(op, &args[0], &args[1], span)?;
            return Ok(());
        };
        let args = if op.compares() { args.map(|it| Value::Ref(0, Obj::cell(it))) } else { args };
        if let Some(value) = self.begin_above(fiber, function, args, then, span)? {
            fiber.stack[dst] = match then {
                Then::Compare(..) => self.answer(op, &value),
                _ => value,
            };
        }
        Ok(())
    }

    /// The function of the left operand's own type that compares it.
    fn comparison(&self, op: BinaryOp, [left, right]: &[Value; 2]) -> Option<FnId> {
        if arith::compare(left, right).is_some()
            || text_of(left).is_some()
            || matches!(left, Value::Share(..) | Value::Fn(..))
        {
            return None;
        }
        self.comparing(left, right, matches!(op, BinaryOp::Eq | BinaryOp::Ne))
    }

    /// The function of a type that compares it with what is on the right.
    pub(super) fn comparing(&self, left: &Value, right: &Value, equality: bool) -> Option<FnId> {
        let (of, name) = if equality { ("PartialEq", "eq") } else { ("PartialOrd", "partial_cmp") };
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
        let Some((_, [binary_of, binary], [of, name])) = TRAITS.iter().find(|it| it.0 == op) else {
            return Err(Trap::fault(span, "an operator without a trait"));
        };
        let target = stripped(&place);
        if let Some(function) = self.operator_function(of, name, &target, &value) {
            return self.begin_above(fiber, function, [place, value], Then::Done, span).map(|_| ());
        }
        match (self.operator_function(binary_of, binary, &target, &value), &place) {
            (Some(function), Value::Ref(slot, object)) => {
                let result = self.call_method(function, [object.put(*slot, Value::Moved), value])?;
                object.put(*slot, result);
                Ok(())
            }
            _ => Err(self.no_operator(name, &place, &value, span)),
        }
    }

    /// The function of `!value`, `-value`.
    pub(super) fn unary_function(&self, op: UnaryOp, value: &Value, span: Span) -> Result<FnId, Trap> {
        let (of, name) = match op {
            UnaryOp::Not => ("Not", "not"),
            UnaryOp::Neg => ("Neg", "neg"),
        };
        let found = self.operand_function(of, name, std::slice::from_ref(value));
        found.ok_or_else(|| {
            let ty = self.type_name(&stripped(value));
            Trap::unsupported(span, format!("no implementation of `{name}` for `{ty}`"))
        })
    }

    /// The place behind `[]`.
    pub(super) fn index(
        self: &Rc<Self>,
        container: &Value,
        index: Value,
        mutable: bool,
        trail: &Trail,
        span: Span,
    ) -> Result<Indexed, Trap> {
        let target = self.indexed(container, mutable, trail)?;
        match (&target, &index) {
            (_, Value::Int(_, index)) if self.has_elements(&target) => {
                let (object, start, len) = self.elements(&target, span)?;
                if (*index as u64) < u64::from(len) {
                    return Ok(Indexed::Place(Value::Ref(start + *index as u32, object)));
                }
                let message =
                    format!("index out of bounds: the len is {len} but the index is {}", *index as u64);
                Err(Trap::panic(span, message))
            }
            (_, _) if self.has_elements(&target) && self.is_range(&index) => {
                let (object, start, len) = self.elements(&target, span)?;
                let (from, to) = self.bounds(&index, len as usize, span)?;
                let slice = SliceRef { object, start: start + from as u32, len: (to - from) as u32 };
                Ok(Indexed::Place(Value::Slice(Rc::new(slice))))
            }
            _ => {
                let (of, name) = if mutable { ("IndexMut", "index_mut") } else { ("Index", "index") };
                let find = |of, name| self.implementation_for(&target, of, name, Some(&index));
                let function = find(of, name).or_else(|| find("Index", "index"));
                match function {
                    Some(function) => Ok(Indexed::Call(function, [place_of(&target, container), index])),
                    None => {
                        let ty = self.type_name(&target);
                        Err(Trap::unsupported(span, format!("cannot index into a value of type `{ty}`")))
                    }
                }
            }
        }
    }

    /// What is indexed: behind references, and behind pointers to what has elements.
    fn indexed(self: &Rc<Self>, container: &Value, mutable: bool, trail: &Trail) -> Result<Value, Trap> {
        let mut value = stripped(container);
        loop {
            if self.has_elements(&value) || self.implementation(&value, "Index", "index").is_some() {
                return Ok(value);
            }
            match self.pointee_along(trail, &value, mutable)? {
                Some(place) => value = stripped(&place),
                None => return Ok(value),
            }
        }
    }

    fn has_elements(&self, value: &Value) -> bool {
        match value {
            Value::Slice(_) => true,
            Value::Obj(object) => object.head == Head::Array || object.head == Head::Adt(self.known.vec),
            _ => false,
        }
    }

    fn is_range(&self, value: &Value) -> bool {
        let adt = match value {
            Value::Unitary(adt, _) => *adt,
            Value::Obj(object) => match object.head {
                Head::Adt(adt) => adt,
                _ => return false,
            },
            _ => return false,
        };
        let program = self.program();
        RANGES.iter().any(|it| program.lang.adts.get(it) == Some(&adt))
    }

    /// The bounds of a range within a length.
    pub(crate) fn bounds(&self, range: &Value, len: usize, span: Span) -> Result<(usize, usize), Trap> {
        let program = self.program();
        let is = |name: &str| match range {
            Value::Unitary(adt, _) => program.lang.adts.get(name) == Some(adt),
            Value::Obj(object) => program.lang.adts.get(name).is_some_and(|it| object.head == Head::Adt(*it)),
            _ => false,
        };
        let part = |slot: u32| match range {
            Value::Obj(object) => object.get(slot).as_host_usize(),
            _ => 0,
        };
        let (from, to) = match () {
            () if is("RangeFull") => (0, len),
            () if is("RangeFrom") => (part(0), len),
            () if is("RangeTo") => (0, part(0)),
            () if is("RangeToInclusive") => (0, part(0) + 1),
            () if is("RangeInclusive") => (part(0), part(1) + 1),
            () => (part(0), part(1)),
        };
        if from > to {
            return Err(Trap::panic(span, format!("slice index starts at {from} but ends at {to}")));
        }
        if to > len {
            let message = format!("range end index {to} out of range for slice of length {len}");
            return Err(Trap::panic(span, message));
        }
        Ok((from, to))
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

    /// What `?` goes on with, or what it returns with.
    pub(super) fn branched(&self, value: &Value) -> Result<Value, Value> {
        let (adt, variant, content) = match value {
            Value::Obj(object) => match object.head {
                Head::Adt(adt) => (adt, object.variant, object.put(0, Value::Moved)),
                _ => return Err(Value::Moved),
            },
            Value::Unitary(adt, variant) => (*adt, *variant, Value::Unit),
            _ => return Err(Value::Moved),
        };
        let goes_on = if adt == self.known.option { variant == 1 } else { variant == 0 };
        match (goes_on, adt == self.known.option) {
            (true, _) => Ok(content),
            (false, true) => Err(self.none()),
            (false, false) => Err(content),
        }
    }

    /// Puts the `Err` that a function returns with after `?` into the register that has the error: made by the `From` of its
    /// own error's type, which is called like any function.
    pub(super) fn residual(
        self: &Rc<Self>,
        fiber: &mut Fiber,
        register: usize,
        ty: &Ty,
        span: Span,
    ) -> Result<(), Trap> {
        let error = fiber.stack[register].take();
        if matches!(&error, Value::Unitary(adt, 0) if *adt == self.known.option) {
            fiber.stack[register] = error;
            return Ok(());
        }
        let ty = self.known_type(ty, fiber.hidden().map(|it| &**it));
        let converted = match self.conversion(&error, &ty, span)? {
            Some(function) => {
                let this = || This::Type(ty);
                self.begin_above_as(fiber, function, [error], Then::Residual(register as u32), this, span)?
            }
            None => Some(error),
        };
        if let Some(error) = converted {
            fiber.stack[register] = self.result(Err(error));
        }
        Ok(())
    }

    /// The `From` that makes a value one of another type; none if it is one already.
    fn conversion(&self, value: &Value, ty: &Ty, span: Span) -> Result<Option<FnId>, Trap> {
        if *ty == Ty::Unknown && self.program_converts(value) {
            let message = "type annotations needed: which error `?` returns here is not known";
            return Err(Trap::unsupported(span, message));
        }
        let same = super::dispatch::key_of_type(ty).is_none()
            || super::dispatch::key_of_type(ty) == super::dispatch::key_of(&stripped(value));
        let program = self.program();
        let is_box = matches!(ty, Ty::Adt(adt, _) if *adt == self.known.boxed);
        let (Some(&of), Some(name)) = (program.lang.traits.get("From"), program.names.find("from")) else {
            return Ok(None);
        };
        if same && !is_box {
            return Ok(None);
        }
        self.associated(ty, Some(of), name, std::slice::from_ref(value), span).map(Some)
    }

    /// Whether the program has a `From` that takes such a value.
    fn program_converts(&self, value: &Value) -> bool {
        let program = self.program();
        let from = program.lang.traits.get("From");
        program.impls.iter().filter(|it| it.span.file == FileId::PROGRAM).any(|it| match &it.of {
            Some((of, args)) if Some(of) == from => args.first().is_some_and(|it| fits_type(it, value)),
            _ => false,
        })
    }
}

/// What `[]` leads to.
pub(super) enum Indexed {
    /// A place.
    Place(Value),
    /// What this function leads to.
    Call(FnId, [Value; 2]),
}

/// The place of what is indexed, which may be behind pointers of the container.
fn place_of(target: &Value, container: &Value) -> Value {
    let place = last_place(container);
    match (target, stripped(&place)) {
        (Value::Obj(target), Value::Obj(there)) if !Rc::ptr_eq(target, &there) => {
            Value::Ref(0, Obj::cell(Value::Obj(target.clone())))
        }
        _ => place,
    }
}

const RANGES: [&str; 6] =
    ["Range", "RangeFrom", "RangeFull", "RangeInclusive", "RangeTo", "RangeToInclusive"];
