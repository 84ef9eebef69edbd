//! Sets of futures that are polled as they are woken: what `FuturesUnordered` and all that is made of it stand on.

use super::task::plain_native;
use super::{Call, Table};
use crate::machine::{HostFuture, Machine, Trap};
use crate::value::{Native, Obj, Value};
use futures_util::stream::{FuturesUnordered, Stream as _};
use std::any::Any;
use std::pin::Pin;
use std::task::{Context, Poll};

pub(super) const TABLE: Table = &[
    ("unordered::host_futures", new),
    ("HostFutures::push_future", push),
    ("HostFutures::poll_futures", poll),
    ("HostFutures::number_of_futures", number),
    ("HostFutures::clear_futures", clear),
    ("all::poll_slots", poll_slots),
    ("all::outputs_of", outputs_of),
];

/// The variant of a slot whose future has no output yet.
const RUNNING: u32 = 0;

/// The futures; they are elsewhere while they are being polled or dropped.
#[derive(Default)]
struct Futures(FuturesUnordered<HostFuture>);

plain_native!(Futures);

/// Polls futures in slots, and puts their outputs there; whether there are only outputs now.
fn poll_slots(call: &mut Call<'_>) -> Result<Value, Trap> {
    let waker = call.context_waker(1)?;
    let cx = &mut Context::from_waker(&waker);
    let (slots, start, len) = call.machine.elements(&call.args[0], call.span)?;
    let mut ready = true;
    for index in start..start + len {
        let Value::Obj(slot) = slots.get(index) else { continue };
        if slot.variant != RUNNING {
            continue;
        }
        let place = Value::Ref(0, slot.clone());
        match call.machine.clone().poll_at(&place, cx, call.span) {
            Poll::Pending => ready = false,
            Poll::Ready(output) => {
                let done = Value::Obj(Obj::new(slot.head, RUNNING + 1, smallvec::smallvec![output?]));
                call.machine.drop_value(slots.put(index, done))?;
            }
        }
    }
    Ok(Value::Bool(ready))
}

fn outputs_of(call: &mut Call<'_>) -> Result<Value, Trap> {
    let (slots, start, len) = call.elements(0)?;
    let output = |index: usize| match slots.get(index as u32) {
        Value::Obj(slot) => slot.put(0, Value::Moved),
        other => other,
    };
    Ok(call.vec((start..start + len).map(output)))
}

fn new(call: &mut Call<'_>) -> Result<Value, Trap> {
    call.native("HostFutures", Futures::default())
}

fn push(call: &mut Call<'_>) -> Result<Value, Trap> {
    let future = call.take(1);
    let future = call.machine.into_future(future, call.span);
    call.host(0, |it: &mut Futures| it.0.push(future))?;
    Ok(Value::Unit)
}

fn poll(call: &mut Call<'_>) -> Result<Value, Trap> {
    let waker = call.context_waker(1)?;
    let mut futures = call.host(0, |it: &mut Futures| std::mem::take(&mut it.0))?;
    let polled = Pin::new(&mut futures).poll_next(&mut Context::from_waker(&waker));
    call.host(0, |it: &mut Futures| it.0 = futures)?;
    Ok(match polled {
        Poll::Pending => call.poll(None),
        Poll::Ready(None) => call.poll(Some(call.machine.none())),
        Poll::Ready(Some(output)) => call.poll(Some(call.machine.some(output?))),
    })
}

fn number(call: &mut Call<'_>) -> Result<Value, Trap> {
    call.host(0, |it: &mut Futures| Value::usize(it.0.len()))
}

fn clear(call: &mut Call<'_>) -> Result<Value, Trap> {
    let futures = call.host(0, |it: &mut Futures| std::mem::take(&mut it.0))?;
    drop(futures);
    Ok(Value::Unit)
}
