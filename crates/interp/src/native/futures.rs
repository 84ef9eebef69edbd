//! Sets of futures that are polled as they are woken: what `FuturesUnordered` and all that is made of it stand on.

use super::task::plain_native;
use super::{Call, Table};
use crate::machine::{HostFuture, Machine, Trap};
use crate::value::{Native, Value};
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
];

/// The futures; they are elsewhere while they are being polled or dropped.
#[derive(Default)]
struct Futures(FuturesUnordered<HostFuture>);

plain_native!(Futures);

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
