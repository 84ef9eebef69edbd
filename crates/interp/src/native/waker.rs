//! `std::task::Waker`: the host's, and those that a program makes of an `impl Wake` or of a table of functions.

use super::{Call, Context, Table};
use crate::machine::{Machine, Trap, stripped};
use crate::value::{Body, NOWHERE, Obj, Value};
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::{Rc, Weak};
use std::sync::Arc;
use std::task::{Wake, Waker};

pub(super) const TABLE: Table = &[
    ("Waker::wake", wake),
    ("Waker::wake_by_ref", wake_by_ref),
    ("Waker::will_wake", will_wake),
    ("Waker::from_raw", from_raw),
    ("Waker::noop", noop),
    ("Waker::data", data),
    ("Waker::vtable", vtable),
    ("Waker::clone", clone),
    ("wake::waker_of", waker_of),
    ("NativeFuture::poll", poll),
];

/// What a waker of the program's does.
#[derive(Clone)]
enum Kind {
    /// Calls `wake` of what is in this `Arc`.
    Share(Value),
    /// Calls functions of a table with this pointer.
    Raw(Value, Value),
}

/// The functions of a `RawWakerVTable`, by their slots.
const CLONE: u32 = 0;
const WAKE: u32 = 1;
const WAKE_BY_REF: u32 = 2;
const DROP: u32 = 3;

thread_local! {
    /// The program's wakers by the address of what stands for them, since a waker of the host's can hold no values.
    static WAKERS: RefCell<HashMap<usize, (Weak<Machine>, Kind)>> = RefCell::default();
}

/// Stands for a waker of the program's. Those of the host that are clones of each other share one.
struct Stand {
    /// Not read: it gives each an address of its own.
    _of: u8,
}

impl Wake for Stand {
    fn wake(self: Arc<Self>) {
        let last = Arc::strong_count(&self) == 1;
        call_waker(address(&self), last);
    }

    fn wake_by_ref(self: &Arc<Self>) {
        call_waker(address(self), false);
    }
}

impl Drop for Stand {
    fn drop(&mut self) {
        let Some((machine, kind)) = forget(std::ptr::from_ref(self).addr()) else { return };
        let outcome = match kind {
            Kind::Share(share) => machine.drop_value(share),
            Kind::Raw(data, table) => call_slot(&machine, &table, DROP, data).map(|_| ()),
        };
        report(&machine, outcome);
    }
}

fn address(stand: &Arc<Stand>) -> usize {
    Arc::as_ptr(stand).addr()
}

fn find(address: usize) -> Option<(Rc<Machine>, Kind)> {
    WAKERS
        .try_with(|it| it.borrow().get(&address).cloned())
        .ok()?
        .and_then(|it| Some((it.0.upgrade()?, it.1)))
}

fn forget(address: usize) -> Option<(Rc<Machine>, Kind)> {
    WAKERS.try_with(|it| it.borrow_mut().remove(&address)).ok()?.and_then(|it| Some((it.0.upgrade()?, it.1)))
}

/// A trap in a waker ends the program, unless it is a panic, which has been reported.
fn report(machine: &Rc<Machine>, outcome: Result<(), Trap>) {
    match outcome {
        Ok(()) | Err(Trap::Panic(_)) => {}
        Err(trap) => machine.fail(trap),
    }
}

fn call_slot(machine: &Rc<Machine>, table: &Value, slot: u32, data: Value) -> Result<Value, Trap> {
    let function = match stripped(table) {
        Value::Obj(table) => table.get(slot),
        _ => Value::Moved,
    };
    machine.call_value(function, [data])
}

/// Wakes; the last that does so by value uses the waker up.
fn call_waker(address: usize, last: bool) {
    let Some((machine, kind)) = find(address) else { return };
    let outcome = match kind {
        Kind::Share(share) => wake_share(&machine, &share, last),
        Kind::Raw(data, table) if last => {
            forget(address);
            call_slot(&machine, &table, WAKE, data)
        }
        Kind::Raw(data, table) => call_slot(&machine, &table, WAKE_BY_REF, data),
    };
    report(&machine, outcome.map(|_| ()));
}

fn wake_share(machine: &Rc<Machine>, share: &Value, by_value: bool) -> Result<Value, Trap> {
    let Value::Share(_, object) = share else { return Ok(Value::Unit) };
    let inner = object.get(0);
    let name = if by_value { "wake" } else { "wake_by_ref" };
    let Some(function) = machine.implementation(&inner, "Wake", name) else { return Ok(Value::Unit) };
    if by_value {
        machine.call(function, [shared(share)])
    } else {
        machine.call(function, [Value::Ref(0, Obj::cell(share.clone()))])
    }
}

/// One more share.
fn shared(share: &Value) -> Value {
    if let Value::Share(_, object) = share {
        let (strong, weak) = object.shares.get();
        object.shares.set((strong + 1, weak));
    }
    share.clone()
}

fn made(call: &Call<'_>, kind: Kind) -> Result<Value, Trap> {
    let stand = Arc::new(Stand { _of: 0 });
    let entry = (Rc::downgrade(call.machine), kind);
    WAKERS.with(|it| it.borrow_mut().insert(address(&stand), entry));
    value(call, Waker::from(stand))
}

fn value(call: &Call<'_>, waker: Waker) -> Result<Value, Trap> {
    match call.machine.program().lang.adts.get("Waker") {
        Some(&adt) => Ok(Value::Obj(Obj::native(adt, Context(waker)))),
        None => Err(Trap::fault(call.span, "the library has no `Waker`")),
    }
}

fn host(call: &Call<'_>, index: usize) -> Result<Waker, Trap> {
    call.host(index, |it: &mut Context| it.0.clone())
}

fn kind(waker: &Waker) -> Option<Kind> {
    find(waker.data().addr()).map(|it| it.1)
}

fn wake(call: &mut Call<'_>) -> Result<Value, Trap> {
    let Value::Obj(object) = call.take(0) else { return Err(Trap::fault(call.span, "a waker that is none")) };
    let Body::Native(native) = &object.body else { return Ok(Value::Unit) };
    let taken = native.borrow_mut().take();
    if let Some(mut taken) = taken
        && let Some(context) = taken.as_any().downcast_mut::<Context>()
    {
        std::mem::replace(&mut context.0, Waker::noop().clone()).wake();
    }
    Ok(Value::Unit)
}

fn wake_by_ref(call: &mut Call<'_>) -> Result<Value, Trap> {
    host(call, 0)?.wake_by_ref();
    Ok(Value::Unit)
}

fn will_wake(call: &mut Call<'_>) -> Result<Value, Trap> {
    let (one, other) = (host(call, 0)?, host(call, 1)?);
    let same = match (kind(&one), kind(&other)) {
        (Some(Kind::Share(Value::Share(_, a))), Some(Kind::Share(Value::Share(_, b)))) => Rc::ptr_eq(&a, &b),
        (Some(Kind::Raw(a, x)), Some(Kind::Raw(b, y))) => same_place(&a, &b) && same_place(&x, &y),
        _ => one.will_wake(&other),
    };
    Ok(Value::Bool(same))
}

fn same_place(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Ref(NOWHERE, _), Value::Ref(NOWHERE, _)) => true,
        (Value::Ref(x, a), Value::Ref(y, b)) => x == y && Rc::ptr_eq(a, b),
        _ => false,
    }
}

fn from_raw(call: &mut Call<'_>) -> Result<Value, Trap> {
    let raw = call.take(0);
    registered(call, &raw)
}

fn registered(call: &Call<'_>, raw: &Value) -> Result<Value, Trap> {
    match stripped(raw) {
        Value::Obj(raw) => made(call, Kind::Raw(raw.get(0), raw.get(1))),
        _ => Err(Trap::fault(call.span, "a `RawWaker` that is none")),
    }
}

fn noop(call: &mut Call<'_>) -> Result<Value, Trap> {
    Ok(Value::Ref(0, Obj::cell(value(call, Waker::noop().clone())?)))
}

fn data(call: &mut Call<'_>) -> Result<Value, Trap> {
    Ok(match kind(&host(call, 0)?) {
        Some(Kind::Raw(data, _)) => data,
        Some(Kind::Share(Value::Share(_, object))) => Value::Ref(0, object),
        _ => Value::Ref(u32::MAX, Obj::cell(Value::Moved)),
    })
}

fn vtable(call: &mut Call<'_>) -> Result<Value, Trap> {
    match kind(&host(call, 0)?) {
        Some(Kind::Raw(_, table)) => Ok(table),
        _ => Err(Trap::unsupported(call.span, "the table of this waker's functions is the playground's own")),
    }
}

fn clone(call: &mut Call<'_>) -> Result<Value, Trap> {
    let waker = host(call, 0)?;
    match kind(&waker) {
        Some(Kind::Share(share)) => made(call, Kind::Share(shared(&share))),
        Some(Kind::Raw(data, table)) => {
            let raw = call_slot(call.machine, &table, CLONE, data)?;
            registered(call, &raw)
        }
        None => value(call, waker),
    }
}

fn waker_of(call: &mut Call<'_>) -> Result<Value, Trap> {
    let share = call.take(0);
    made(call, Kind::Share(share))
}

/// Polls a future of the host's from interpreted code.
fn poll(call: &mut Call<'_>) -> Result<Value, Trap> {
    let waker = context_waker(call)?;
    let future = match stripped(&call.args[0]) {
        Value::Obj(pin) if pin.slots().is_some() => pin.get(0),
        other => other,
    };
    let mut cx = std::task::Context::from_waker(&waker);
    let poll = call.machine.known().poll;
    match call.machine.clone().poll_at(&future, &mut cx, call.span) {
        std::task::Poll::Ready(output) => Ok(Value::adt(poll, 0, [output?])),
        std::task::Poll::Pending => Ok(Value::Unitary(poll, 1)),
    }
}

/// The waker of the `Context` that is the second argument.
fn context_waker(call: &mut Call<'_>) -> Result<Waker, Trap> {
    if let Value::Obj(context) = stripped(&call.args[1]) {
        call.args[1] = context.get(0);
    }
    host(call, 1)
}
