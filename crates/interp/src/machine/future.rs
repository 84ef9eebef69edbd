//! Interpreted bodies as futures of the host, and futures of the host as values.

use super::access::{last_place, stripped};
use super::call::Begun;
use super::fiber::Then;
use super::hidden::This;
use super::{Fiber, Machine, Trap};
use crate::native::Context as NativeContext;
use crate::source::Span;
use crate::tree::FnId;
use crate::value::{Body, Head, Native, Obj, Value};
use std::any::Any;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll};

/// A future of the host's with an interpreted output.
pub type HostFuture = Pin<Box<dyn Future<Output = Result<Value, Trap>>>>;

/// A future of the host's that is ready.
pub fn ready(value: Value) -> HostFuture {
    Box::pin(std::future::ready(Ok(value)))
}

/// The future of an async body: runs its fiber.
pub(super) struct Coroutine {
    machine: Rc<Machine>,
    fiber: Option<Fiber>,
    function: FnId,
}

impl Coroutine {
    pub(super) fn new(machine: Rc<Machine>, fiber: Fiber, function: FnId) -> Self {
        Coroutine { machine, fiber: Some(fiber), function }
    }
}

impl Future for Coroutine {
    type Output = Result<Value, Trap>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let machine = self.machine.clone();
        let Some(fiber) = &mut self.fiber else {
            let span = machine.program().function(self.function).span;
            return Poll::Ready(Err(Trap::panic(span, RESUMED)));
        };
        let outcome = machine.run(fiber, Some(cx));
        if outcome.is_ready() {
            self.fiber = None;
        }
        outcome
    }
}

impl Drop for Coroutine {
    fn drop(&mut self) {
        if let Some(mut fiber) = self.fiber.take() {
            // What it had not begun to keep are its arguments, which go first to last.
            let unstarted = fiber.marks.is_empty();
            self.machine.abandon_with(&mut fiber, unstarted);
        }
    }
}

/// A future of the host's in an object.
pub(crate) struct InObject(pub(crate) HostFuture);

impl Native for InObject {
    fn drop_in(self: Box<Self>, _machine: &Machine) {
        drop(self.0);
    }

    fn as_any(&mut self) -> &mut dyn Any {
        self
    }
}

/// Polls what is at a place, which somebody else owns or this does.
struct AtPlace {
    machine: Rc<Machine>,
    cell: Rc<Obj>,
    owned: bool,
    span: Span,
    /// A `poll` of the program's that has begun and waits itself, as it does for a lock that another thread holds.
    polling: Option<Fiber>,
}

impl Future for AtPlace {
    type Output = Result<Value, Trap>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let (machine, span) = (self.machine.clone(), self.span);
        if self.polling.is_none() {
            let place = Value::Ref(0, self.cell.clone());
            match machine.polled(&place, span) {
                Ok(Polled::Host(object)) => return poll_object(&object, cx, span),
                Ok(Polled::Own(function, place)) => match machine.begin_poll(function, place, cx, span) {
                    Ok(fiber) => self.polling = Some(fiber),
                    Err(trap) => return Poll::Ready(Err(trap)),
                },
                Err(trap) => return Poll::Ready(Err(trap)),
            }
        }
        let Some(fiber) = &mut self.polling else { return Poll::Pending };
        let answer = std::task::ready!(machine.run(fiber, Some(cx)));
        self.polling = None;
        machine.answered(answer, span)
    }
}

impl Drop for AtPlace {
    fn drop(&mut self) {
        if let Some(mut fiber) = self.polling.take() {
            self.machine.abandon(&mut fiber);
        }
        if self.owned {
            // A destructor that panics here has said so on standard error.
            let _ = self.machine.drop_value(self.cell.put(0, Value::Moved));
        }
    }
}

/// What is polled.
enum Polled {
    /// A future of the host's.
    Host(Rc<Obj>),
    /// A type of the program's, by its `poll`, and the place where it is: `*self = ..` is found there by the next poll.
    Own(FnId, Value),
}

impl Machine {
    /// A value that is a future of the host's.
    pub fn future(&self, future: HostFuture) -> Value {
        Value::Obj(Obj::native(self.known.future, InObject(future)))
    }

    /// Makes a future of the host's of whatever can be awaited.
    pub fn into_future(self: &Rc<Self>, value: Value, span: Span) -> HostFuture {
        if let Value::Obj(object) = &value
            && object.head == Head::Adt(self.known.future)
            && let Some(future) = take_future(object)
        {
            return future;
        }
        let into = match &value {
            Value::Ref(..) => {
                self.implementation_of_reference(&stripped(&value), "IntoFuture", "into_future")
            }
            _ => self.implementation(&value, "IntoFuture", "into_future"),
        };
        let is_future = self.implementation(&value, "Future", "poll").is_some();
        if let (Some(into), false) = (into, is_future) {
            return match self.call_method(into, [value]) {
                Ok(value) => self.into_future(value, span),
                Err(trap) => Box::pin(std::future::ready(Err(trap))),
            };
        }
        let owned = !matches!(value, Value::Ref(..));
        Box::pin(AtPlace { machine: self.clone(), cell: Obj::cell(value), owned, span, polling: None })
    }

    /// Polls what is at a place, through references and pointers.
    pub(crate) fn poll_at(
        self: Rc<Self>,
        place: &Value,
        cx: &mut Context<'_>,
        span: Span,
    ) -> Poll<Result<Value, Trap>> {
        match self.polled(place, span) {
            Ok(Polled::Host(object)) => poll_object(&object, cx, span),
            Ok(Polled::Own(function, place)) => {
                let args = self.poll_args(place, cx);
                self.answered(self.call_method(function, args), span)
            }
            Err(trap) => Poll::Ready(Err(trap)),
        }
    }

    /// What is polled at a place.
    fn polled(self: &Rc<Self>, place: &Value, span: Span) -> Result<Polled, Trap> {
        let mut at = place.clone();
        loop {
            at = last_place(&at);
            let value = stripped(&at);
            if let Value::Obj(object) = &value
                && object.head == Head::Adt(self.known.future)
            {
                return Ok(Polled::Host(object.clone()));
            }
            // A pin or a box of a future does no more than what is in it.
            if let Value::Obj(object) = &value
                && (object.head == Head::Adt(self.known.pin) || object.head == Head::Adt(self.known.boxed))
            {
                at = Value::Ref(0, object.clone());
                continue;
            }
            if let Some(function) = self.implementation(&value, "Future", "poll") {
                let is_place = matches!(at, Value::Ref(..));
                return Ok(Polled::Own(function, if is_place { at } else { Value::Ref(0, Obj::cell(at)) }));
            }
            if let Some(function) = self.implementation_of_reference(&value, "Future", "poll") {
                return Ok(Polled::Own(function, Value::Ref(0, Obj::cell(at))));
            }
            at = match self.pointee(&value, true)? {
                Some(place) => place,
                None => {
                    let message = format!("`{}` is not a future", self.type_name(&value));
                    return Err(Trap::unsupported(span, message));
                }
            };
        }
    }

    /// The arguments of a `poll` of the program's.
    fn poll_args(self: &Rc<Self>, place: Value, cx: &Context<'_>) -> [Value; 2] {
        let pinned = Value::adt(self.known.pin, 0, [place]);
        [pinned, Value::Ref(0, Obj::cell(NativeContext::value(self, cx.waker())))]
    }

    /// A call of `poll` that is to be run.
    fn begin_poll(
        self: &Rc<Self>,
        function: FnId,
        place: Value,
        cx: &Context<'_>,
        span: Span,
    ) -> Result<Fiber, Trap> {
        let types = self.hidden_for(function, None, None, || This::Of(stripped(&place)));
        let mut fiber = Fiber::default();
        fiber.stack.extend(self.poll_args(place, cx));
        match self.begin(&mut fiber, function, 0..2, span, Then::Return, types)? {
            Begun::Frame => Ok(fiber),
            Begun::Done(_) => Err(Trap::fault(span, "a `poll` without code")),
        }
    }

    /// What a `poll` of the program's has come to.
    fn answered(&self, answer: Result<Value, Trap>, span: Span) -> Poll<Result<Value, Trap>> {
        match answer {
            Err(trap) => Poll::Ready(Err(trap)),
            Ok(Value::Unitary(..)) => Poll::Pending,
            Ok(Value::Obj(poll)) if poll.head == Head::Adt(self.known.poll) => {
                Poll::Ready(Ok(poll.put(0, Value::Moved)))
            }
            Ok(_) => Poll::Ready(Err(Trap::fault(span, "`poll` has returned no `Poll`"))),
        }
    }

    /// Drops a fiber: its arguments, if it has not been started, else what its scopes keep.
    fn abandon_with(self: &Rc<Self>, fiber: &mut Fiber, unstarted: bool) {
        if unstarted {
            let args: Vec<_> = fiber.stack.drain(..).collect();
            for value in args {
                // As in `abandon`.
                let _ = self.drop_value(value);
            }
        }
        self.abandon(fiber);
    }
}

/// What is said of a future that is polled once more than it can be.
const RESUMED: &str = "`async fn` resumed after completion";

fn take_future(object: &Obj) -> Option<HostFuture> {
    let Body::Native(native) = &object.body else { return None };
    let mut taken = native.borrow_mut().take()?;
    let future = taken.as_any().downcast_mut::<InObject>()?;
    Some(std::mem::replace(&mut future.0, ready(Value::Unit)))
}

/// Polls a future in its object. It is taken out for the time being, since it may come to look at itself.
fn poll_object(object: &Obj, cx: &mut Context<'_>, span: Span) -> Poll<Result<Value, Trap>> {
    let Body::Native(native) = &object.body else {
        return Poll::Ready(Err(Trap::fault(span, "a future that is none")));
    };
    let Some(mut taken) = native.borrow_mut().take() else {
        return Poll::Ready(Err(Trap::panic(span, RESUMED)));
    };
    let outcome = match taken.as_any().downcast_mut::<InObject>() {
        Some(future) => future.0.as_mut().poll(cx),
        None => Poll::Ready(Err(Trap::fault(span, "a future that is none"))),
    };
    if outcome.is_pending() {
        native.replace(Some(taken));
    }
    outcome
}
