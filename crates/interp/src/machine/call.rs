//! Calls: of functions, closures, methods, from code and from the host.

use super::access::stripped;
use super::fiber::Then;
use super::future::Coroutine;
use super::hidden::{Hidden, This};
use super::{Callable, Fiber, Machine, Trap};
use crate::code::{CaptureFrom, Code, TypeArgs};
use crate::native::Call;
use crate::source::Span;
use crate::tree::{FnId, Origin, Ty};
use crate::value::{Head, Obj, Value};
use std::ops::Range;
use std::rc::Rc;
use std::task::Poll;

/// What a call has come to.
pub(super) enum Begun {
    /// A frame has been pushed.
    Frame,
    /// It is done.
    Done(Value),
}

impl Machine {
    /// Calls a function from the host and waits for its end.
    ///
    /// # Errors
    ///
    /// Fails as the function does, and if it would have to wait for something.
    pub fn call(
        self: &Rc<Self>,
        function: FnId,
        args: impl IntoIterator<Item = Value>,
    ) -> Result<Value, Trap> {
        self.call_value(Value::Fn(function, None), args)
    }

    /// Calls a function of a type, whose own type may tell what its parameters stand for.
    pub(crate) fn call_method(
        self: &Rc<Self>,
        function: FnId,
        args: impl IntoIterator<Item = Value>,
    ) -> Result<Value, Trap> {
        let args: Vec<_> = args.into_iter().collect();
        let types = self.hidden_for(function, None, None, || This::among(&args));
        self.call_value(Value::Fn(function, types), args)
    }

    /// Calls a closure or a function from the host and waits for its end.
    ///
    /// # Errors
    ///
    /// As [`call`](Machine::call).
    pub fn call_value(
        self: &Rc<Self>,
        callee: Value,
        args: impl IntoIterator<Item = Value>,
    ) -> Result<Value, Trap> {
        let mut fiber = Fiber::default();
        fiber.stack.push(callee);
        fiber.stack.extend(args);
        let count = fiber.stack.len() - 1;
        match self.begin_value(&mut fiber, 0, count, Span::NONE)? {
            Begun::Done(value) => Ok(value),
            Begun::Frame => {
                let outcome = self.run(&mut fiber, None);
                match outcome {
                    Poll::Ready(outcome) => outcome,
                    Poll::Pending => {
                        self.abandon(&mut fiber);
                        Err(Trap::unsupported(Span::NONE, "this waits where the playground cannot wait"))
                    }
                }
            }
        }
    }

    /// Begins a call whose arguments are in registers, the first of which takes the result.
    pub(super) fn begin(
        self: &Rc<Self>,
        fiber: &mut Fiber,
        function: FnId,
        registers: Range<usize>,
        span: Span,
        then: Then,
        types: Option<Rc<Hidden>>,
    ) -> Result<Begun, Trap> {
        let at = registers.start;
        match self.callable(function)? {
            Callable::Code(code) => {
                if fiber.frames.len() >= self.limits.depth {
                    return Err(Trap::Limit("recursion", span));
                }
                fiber.push(code, at, then, types);
                Ok(Begun::Frame)
            }
            Callable::Async(code) => {
                let args: Vec<_> = fiber.stack[registers].iter_mut().map(Value::take).collect();
                let name = self.call_name(function, &args);
                let fiber = Fiber::new(code, args, types);
                Ok(Begun::Done(match name {
                    Some(name) => self.call_future(fiber, function, name),
                    None => self.coroutine(fiber, function, None),
                }))
            }
            Callable::Begun(code) => {
                let args: Vec<_> = fiber.stack[registers].iter_mut().map(Value::take).collect();
                Ok(Begun::Done(self.begun(Fiber::new(code, args, types), function)))
            }
            Callable::Native(native, name) => {
                let args = &mut fiber.stack[registers];
                let types = types.map(|it| self.known_types(&it));
                let call = &mut Call { machine: self, args, types, span, name, frames: &fiber.frames };
                match native(call) {
                    Err(Trap::Catch(callee)) => self.begin_caught(fiber, callee, at, span),
                    Ok(value) => self.reserve(0, span).map(|()| Begun::Done(value)),
                    Err(trap) => Err(trap),
                }
            }
            Callable::Constructor(adt, variant, has_untold) => {
                let untold = has_untold.then(|| self.phantom(Ty::Unknown));
                let args = fiber.stack[registers].iter_mut().map(Value::take);
                Ok(Begun::Done(Value::adt(*adt, *variant, args.chain(untold))))
            }
            &Callable::Required(of, name) => {
                let args = fiber.stack[registers.clone()].to_vec();
                let found = self.associated(&Ty::Unknown, of, name, &args, span)?;
                if found == function {
                    let message = format!("no implementation of `{}` was found", self.text(name));
                    return Err(Trap::unsupported(span, message));
                }
                let given =
                    types.map(|it| TypeArgs { of: Some(function), args: self.known_types(&it), open: false });
                let this = || args.first().map_or(This::Unknown, |it| This::Of(it.clone()));
                let types = self.hidden_for(found, given.map(Rc::new).as_ref(), None, this);
                self.begin(fiber, found, registers, span, then, types)
            }
            Callable::Derived(derive, adt) => {
                let args: Vec<_> = fiber.stack[registers].iter_mut().map(Value::take).collect();
                let types = types.map(|it| self.known_types(&it));
                self.derived(*derive, *adt, (function, types), &args, span).map(Begun::Done)
            }
        }
    }

    /// The first register above those of the innermost call.
    pub(super) fn above(&self, fiber: &Fiber) -> usize {
        fiber.frames.last().map_or(0, |it| it.base as usize + self.code(it.function).registers as usize)
    }

    /// Begins a call above the registers of the innermost one; its result, if it is there at once.
    pub(super) fn begin_above<const N: usize>(
        self: &Rc<Self>,
        fiber: &mut Fiber,
        function: FnId,
        args: [Value; N],
        then: Then,
        span: Span,
    ) -> Result<Option<Value>, Trap> {
        let types = self.hidden_for(function, None, None, || This::among(&args));
        self.begin_above_as(fiber, function, args, then, types, span)
    }

    /// As [`begin_above`](Machine::begin_above), where more is known of its type arguments than the arguments tell.
    pub(super) fn begin_above_as<const N: usize>(
        self: &Rc<Self>,
        fiber: &mut Fiber,
        function: FnId,
        args: [Value; N],
        then: Then,
        types: Option<Rc<Hidden>>,
        span: Span,
    ) -> Result<Option<Value>, Trap> {
        let at = self.above(fiber);
        if fiber.stack.len() < at + N {
            fiber.stack.resize(at + N, Value::Moved);
        }
        for (slot, arg) in fiber.stack[at..].iter_mut().zip(args) {
            *slot = arg;
        }
        Ok(match self.begin(fiber, function, at..at + N, span, then, types)? {
            Begun::Frame => None,
            Begun::Done(value) => Some(value),
        })
    }

    /// Begins a call of what is in the first register; the arguments are behind it.
    pub(super) fn begin_value(
        self: &Rc<Self>,
        fiber: &mut Fiber,
        at: usize,
        count: usize,
        span: Span,
    ) -> Result<Begun, Trap> {
        let mut callee = stripped(&fiber.stack[at]);
        loop {
            match &callee {
                Value::Fn(function, types) => {
                    shift(fiber, at, count, 0);
                    let function = self.given_instead(*function, &fiber.stack[at..at + count]);
                    return self.begin(fiber, function, at..at + count, span, Then::Return, types.clone());
                }
                Value::Obj(object) => {
                    if let Head::Closure(function) = object.head {
                        let mut captures = object.slots().map(|it| it.borrow().clone()).unwrap_or_default();
                        let types = match captures.last() {
                            Some(Value::Types(_)) => captures.pop(),
                            _ => None,
                        };
                        let types =
                            types.and_then(|it| if let Value::Types(it) = it { Some(it) } else { None });
                        shift(fiber, at, count, captures.len());
                        let count = count + captures.len();
                        for (index, capture) in captures.into_iter().enumerate() {
                            fiber.stack[at + index] = match capture {
                                Value::Obj(cell) => Value::Ref(0, cell),
                                other => other,
                            };
                        }
                        return self.begin(fiber, function, at..at + count, span, Then::Return, types);
                    }
                }
                _ => {}
            }
            callee = match self.pointee(&callee, false)? {
                Some(place) => stripped(&place),
                None => return Err(Trap::unsupported(span, "this value cannot be called")),
            };
        }
    }

    /// What an `impl` gives instead of a function that its trait provides: of `Trait::name` as a value it may not have been
    /// known of which type it is.
    fn given_instead(&self, function: FnId, args: &[Value]) -> FnId {
        let program = self.program();
        let item = program.function(function);
        match (item.in_trait, item.receiver) {
            (Some(of), Some(_)) if !matches!(item.origin, Origin::Required) => {
                self.associated(&Ty::Unknown, Some(of), item.name, args, Span::NONE).unwrap_or(function)
            }
            _ => function,
        }
    }

    /// The future of an async function or block.
    pub(super) fn coroutine(self: &Rc<Self>, fiber: Fiber, function: FnId, name: Option<String>) -> Value {
        let future = Box::pin(Coroutine::new(self.clone(), fiber, function));
        self.future(self.recorded(function, name, future))
    }

    /// Makes a closure, or the future of an async block.
    pub(super) fn make(
        self: &Rc<Self>,
        fiber: &mut Fiber,
        base: usize,
        (function, code): (FnId, &Code),
        captures: &[CaptureFrom],
    ) -> Result<Value, Trap> {
        let captured = captures.iter().map(|it| match *it {
            CaptureFrom::Value(reg) => {
                let value = self.use_value(&mut fiber.stack[base + reg as usize]);
                Value::Obj(Obj::cell(value))
            }
            CaptureFrom::CellValue(reg) => {
                let cell = as_place(&fiber.stack[base + reg as usize]);
                Value::Obj(Obj::cell(self.load(&cell)))
            }
            CaptureFrom::Cell(reg) => as_place(&fiber.stack[base + reg as usize]),
            CaptureFrom::Parts(reg, parts) => {
                let whole = &mut fiber.stack[base + reg as usize];
                Value::Obj(Obj::cell(self.parts_taken(whole, &code.parts[parts as usize])))
            }
        });
        let captured: Vec<_> = captured.collect();
        let types = fiber.frames.last().and_then(|it| it.types.clone());
        let is_async = match self.program.borrow().functions.get(function.index()) {
            Some(item) => item.is_async,
            None => false,
        };
        if is_async && !self.takes_arguments(function) {
            let Callable::Async(code) = self.callable(function)? else {
                return Err(Trap::fault(Span::NONE, "an async block without code"));
            };
            return Ok(self.block_future(Fiber::new(code, captured, types), function));
        }
        let slots = captured.into_iter().chain(types.map(Value::Types)).collect();
        Ok(Value::Obj(Obj::new(Head::Closure(function), 0, slots)))
    }

    /// Whether an async body is that of a closure, which makes the future when it is called.
    fn takes_arguments(&self, function: FnId) -> bool {
        self.program.borrow().is_closure(function)
    }
}

/// The place that a variable's cell is.
pub(super) fn as_place(cell: &Value) -> Value {
    match cell {
        Value::Obj(object) => Value::Ref(0, object.clone()),
        other => other.clone(),
    }
}

/// Moves arguments that stand behind a callee to where its frame has them.
fn shift(fiber: &mut Fiber, at: usize, count: usize, ahead: usize) {
    let end = at + ahead + count;
    if fiber.stack.len() < end {
        fiber.stack.resize(end, Value::Moved);
    }
    match ahead {
        0 => {
            fiber.stack[at] = Value::Moved;
            fiber.stack[at..=at + count].rotate_left(1);
        }
        1 => {}
        _ => {
            for index in (0..count).rev() {
                fiber.stack[at + ahead + index] = fiber.stack[at + 1 + index].take();
            }
        }
    }
}
