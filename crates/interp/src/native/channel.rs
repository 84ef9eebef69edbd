//! tokio's channels: the run's own, with interpreted messages.

use super::task::{Held, plain_native};
use super::{Call, Table};
use crate::machine::{Machine, Trap};
use crate::tree::IntTy;
use crate::value::{Native, Value};
use meanwhile_runtime::sync::{mpsc, oneshot};
use std::any::Any;
use std::cell::RefCell;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll};

pub(super) const TABLE: Table = &[
    ("mpsc::host_channel", channel),
    ("HostSender::send_message", send),
    ("HostSender::try_send_message", try_send),
    ("HostSender::reserve_place", reserve),
    ("HostSender::try_reserve_place", try_reserve),
    ("HostSender::when_closed", closed),
    ("HostSender::channel_is_closed", is_closed),
    ("HostSender::free_capacity", |call| Ok(Value::usize(bounded(call)?.capacity()))),
    ("HostSender::whole_capacity", |call| Ok(Value::usize(bounded(call)?.max_capacity()))),
    ("HostSender::same", same),
    ("HostSender::second", second),
    ("HostSender::weakened", weakened),
    ("HostWeakSender::strengthened", strengthened),
    ("HostWeakSender::second_weak", |call| {
        let weak = weak(call)?;
        call.native("HostWeakSender", weak)
    }),
    ("HostWeakSender::count_senders", count_senders),
    ("HostPlace::fill_place", fill),
    ("HostReceiver::receive", receive),
    ("HostReceiver::try_receive", try_receive),
    ("HostReceiver::poll_receive", poll_receive),
    ("HostReceiver::close_channel", close),
    ("HostReceiver::receiver_is_closed", receiver_is_closed),
    ("HostReceiver::waiting_messages", waiting),
    ("oneshot::host_oneshot", once),
    ("HostOneshotSender::send_once", send_once),
    ("HostOneshotSender::receiver_closed", receiver_closed),
    ("HostOneshotSender::receiver_is_closed", once_is_closed),
    ("HostOneshotReceiver::poll_once", poll_once),
    ("HostOneshotReceiver::try_once", try_once),
    ("HostOneshotReceiver::close_once", close_once),
];

#[derive(Clone)]
enum Sender {
    Bounded(Rc<mpsc::Sender<Held>>),
    Unbounded(Rc<mpsc::UnboundedSender<Held>>),
}

#[derive(Clone)]
enum Weak {
    Bounded(mpsc::WeakSender<Held>),
    Unbounded(mpsc::WeakUnboundedSender<Held>),
}

#[derive(Clone)]
enum Receiver {
    Bounded(Rc<RefCell<mpsc::Receiver<Held>>>),
    Unbounded(Rc<RefCell<mpsc::UnboundedReceiver<Held>>>),
}

/// A permit; it is taken when it is used.
struct Place(Option<mpsc::OwnedPermit<Held>>);

struct OnceSender(Option<oneshot::Sender<Held>>);

struct OnceReceiver(oneshot::Receiver<Held>);

plain_native!(Sender, Weak, Receiver, Place, OnceSender, OnceReceiver);

fn number(value: i128) -> Value {
    Value::int(IntTy::U8, value)
}

fn channel(call: &mut Call<'_>) -> Result<Value, Trap> {
    let capacity = call.usize(0);
    let (sender, receiver) = if capacity == 0 {
        let (sender, receiver) = mpsc::unbounded_channel();
        (Sender::Unbounded(Rc::new(sender)), Receiver::Unbounded(Rc::new(RefCell::new(receiver))))
    } else {
        let (sender, receiver) = mpsc::channel(capacity);
        (Sender::Bounded(Rc::new(sender)), Receiver::Bounded(Rc::new(RefCell::new(receiver))))
    };
    Ok(Value::tuple([call.native("HostSender", sender)?, call.native("HostReceiver", receiver)?]))
}

fn sender(call: &Call<'_>) -> Result<Sender, Trap> {
    call.host(0, |it: &mut Sender| it.clone())
}

fn bounded(call: &Call<'_>) -> Result<Rc<mpsc::Sender<Held>>, Trap> {
    match sender(call)? {
        Sender::Bounded(sender) => Ok(sender),
        Sender::Unbounded(_) => {
            Err(Trap::fault(call.span, "a channel without bounds has no room to wait for"))
        }
    }
}

fn held(call: &mut Call<'_>, index: usize) -> Held {
    let value = call.take(index);
    Held::new(call.machine, value)
}

fn send(call: &mut Call<'_>) -> Result<Value, Trap> {
    let (sender, message, machine) = (bounded(call)?, held(call, 1), call.machine.clone());
    Ok(call.future(async move {
        let sent = sender.send(message).await;
        machine.result(sent.map(|()| Value::Unit).map_err(|it| it.0.take()))
    }))
}

fn try_send(call: &mut Call<'_>) -> Result<Value, Trap> {
    let (sender, message) = (sender(call)?, held(call, 1));
    let sent = match sender {
        Sender::Unbounded(sender) => sender.send(message).map_err(|it| (1, it.0)),
        Sender::Bounded(sender) => sender.try_send(message).map_err(|it| {
            let full = matches!(it, mpsc::error::TrySendError::Full(_));
            (i128::from(!full), it.into_inner())
        }),
    };
    let sent = sent.map(|()| Value::Unit).map_err(|it| Value::tuple([number(it.0), it.1.take()]));
    Ok(call.machine.result(sent))
}

fn reserve(call: &mut Call<'_>) -> Result<Value, Trap> {
    let (sender, machine) = (bounded(call)?, call.machine.clone());
    let lang = machine.program().lang.adts.get("HostPlace").copied();
    Ok(call.future(async move {
        let permit = (*sender).clone().reserve_owned().await.ok();
        let place =
            permit.zip(lang).map(|(it, adt)| Value::Obj(crate::value::Obj::native(adt, Place(Some(it)))));
        machine.option(place)
    }))
}

fn try_reserve(call: &mut Call<'_>) -> Result<Value, Trap> {
    let sender = bounded(call)?;
    if sender.is_closed() {
        return Ok(call.machine.result(Err(number(1))));
    }
    if sender.capacity() == 0 {
        return Ok(call.machine.result(Err(number(0))));
    }
    let mut reserving = Box::pin((*sender).clone().reserve_owned());
    let mut cx = Context::from_waker(std::task::Waker::noop());
    match reserving.as_mut().poll(&mut cx) {
        Poll::Ready(Ok(permit)) => {
            let place = call.native("HostPlace", Place(Some(permit)))?;
            Ok(call.machine.result(Ok(place)))
        }
        _ => Ok(call.machine.result(Err(number(0)))),
    }
}

fn closed(call: &mut Call<'_>) -> Result<Value, Trap> {
    let sender = sender(call)?;
    Ok(call.future(async move {
        match sender {
            Sender::Bounded(sender) => sender.closed().await,
            Sender::Unbounded(sender) => sender.closed().await,
        }
        Value::Unit
    }))
}

fn is_closed(call: &mut Call<'_>) -> Result<Value, Trap> {
    Ok(Value::Bool(match sender(call)? {
        Sender::Bounded(sender) => sender.is_closed(),
        Sender::Unbounded(sender) => sender.is_closed(),
    }))
}

fn same(call: &mut Call<'_>) -> Result<Value, Trap> {
    let other = call.host(1, |it: &mut Sender| it.clone())?;
    Ok(Value::Bool(match (sender(call)?, other) {
        (Sender::Bounded(one), Sender::Bounded(other)) => one.same_channel(&other),
        (Sender::Unbounded(one), Sender::Unbounded(other)) => one.same_channel(&other),
        _ => false,
    }))
}

fn second(call: &mut Call<'_>) -> Result<Value, Trap> {
    let sender = match sender(call)? {
        Sender::Bounded(sender) => Sender::Bounded(Rc::new((*sender).clone())),
        Sender::Unbounded(sender) => Sender::Unbounded(Rc::new((*sender).clone())),
    };
    call.native("HostSender", sender)
}

fn weakened(call: &mut Call<'_>) -> Result<Value, Trap> {
    let weak = match sender(call)? {
        Sender::Bounded(sender) => Weak::Bounded(sender.downgrade()),
        Sender::Unbounded(sender) => Weak::Unbounded(sender.downgrade()),
    };
    call.native("HostWeakSender", weak)
}

fn weak(call: &Call<'_>) -> Result<Weak, Trap> {
    call.host(0, |it: &mut Weak| it.clone())
}

fn strengthened(call: &mut Call<'_>) -> Result<Value, Trap> {
    let sender = match weak(call)? {
        Weak::Bounded(weak) => weak.upgrade().map(|it| Sender::Bounded(Rc::new(it))),
        Weak::Unbounded(weak) => weak.upgrade().map(|it| Sender::Unbounded(Rc::new(it))),
    };
    let sender = sender.map(|it| call.native("HostSender", it)).transpose()?;
    Ok(call.machine.option(sender))
}

fn count_senders(call: &mut Call<'_>) -> Result<Value, Trap> {
    let counts = call.host(0, |it: &mut Weak| match it {
        Weak::Bounded(weak) => [weak.strong_count(), weak.weak_count()],
        Weak::Unbounded(weak) => [weak.strong_count(), weak.weak_count()],
    })?;
    Ok(Value::tuple(counts.map(Value::usize)))
}

fn fill(call: &mut Call<'_>) -> Result<Value, Trap> {
    let message = held(call, 1);
    let permit = call.host(0, |it: &mut Place| it.0.take())?;
    if let Some(permit) = permit {
        drop(permit.send(message));
    }
    Ok(Value::Unit)
}

fn receiver(call: &Call<'_>) -> Result<Receiver, Trap> {
    call.host(0, |it: &mut Receiver| it.clone())
}

#[expect(
    clippy::await_holding_refcell_ref,
    reason = "the program borrows the receiver for as long as the future lives"
)]
fn receive(call: &mut Call<'_>) -> Result<Value, Trap> {
    let (receiver, machine) = (receiver(call)?, call.machine.clone());
    Ok(call.future(async move {
        let message = match receiver {
            Receiver::Bounded(receiver) => receiver.borrow_mut().recv().await,
            Receiver::Unbounded(receiver) => receiver.borrow_mut().recv().await,
        };
        machine.option(message.map(Held::take))
    }))
}

fn try_receive(call: &mut Call<'_>) -> Result<Value, Trap> {
    let received = match receiver(call)? {
        Receiver::Bounded(receiver) => receiver.borrow_mut().try_recv(),
        Receiver::Unbounded(receiver) => receiver.borrow_mut().try_recv(),
    };
    let error = |it| number(i128::from(it == mpsc::error::TryRecvError::Disconnected));
    Ok(call.machine.result(received.map(Held::take).map_err(error)))
}

fn poll_receive(call: &mut Call<'_>) -> Result<Value, Trap> {
    let waker = call.context_waker(1)?;
    let mut cx = Context::from_waker(&waker);
    let polled = match receiver(call)? {
        Receiver::Bounded(receiver) => receiver.borrow_mut().poll_recv(&mut cx),
        Receiver::Unbounded(receiver) => receiver.borrow_mut().poll_recv(&mut cx),
    };
    Ok(match polled {
        Poll::Pending => call.poll(None),
        Poll::Ready(message) => call.poll(Some(call.machine.option(message.map(Held::take)))),
    })
}

fn close(call: &mut Call<'_>) -> Result<Value, Trap> {
    match receiver(call)? {
        Receiver::Bounded(receiver) => receiver.borrow_mut().close(),
        Receiver::Unbounded(receiver) => receiver.borrow_mut().close(),
    }
    Ok(Value::Unit)
}

fn receiver_is_closed(call: &mut Call<'_>) -> Result<Value, Trap> {
    Ok(Value::Bool(match receiver(call)? {
        Receiver::Bounded(receiver) => receiver.borrow().is_closed(),
        Receiver::Unbounded(receiver) => receiver.borrow().is_closed(),
    }))
}

fn waiting(call: &mut Call<'_>) -> Result<Value, Trap> {
    Ok(Value::usize(match receiver(call)? {
        Receiver::Bounded(receiver) => receiver.borrow().len(),
        Receiver::Unbounded(receiver) => receiver.borrow().len(),
    }))
}

fn once(call: &mut Call<'_>) -> Result<Value, Trap> {
    let (sender, receiver) = oneshot::channel();
    let sender = call.native("HostOneshotSender", OnceSender(Some(sender)))?;
    Ok(Value::tuple([sender, call.native("HostOneshotReceiver", OnceReceiver(receiver))?]))
}

fn send_once(call: &mut Call<'_>) -> Result<Value, Trap> {
    let message = held(call, 1);
    let sent = match call.host(0, |it: &mut OnceSender| it.0.take())? {
        Some(sender) => sender.send(message),
        None => Err(message),
    };
    Ok(call.machine.result(sent.map(|()| Value::Unit).map_err(Held::take)))
}

/// The sender is taken for as long as it waits, and given back with what it has waited for.
fn receiver_closed(call: &mut Call<'_>) -> Result<Value, Trap> {
    let Value::Obj(object) = crate::machine::stripped(&call.args[0]) else {
        return Err(Trap::fault(call.span, "a sender that is none"));
    };
    let sender = call.host(0, |it: &mut OnceSender| it.0.take())?;
    Ok(call.future(async move {
        if let Some(mut sender) = sender {
            sender.closed().await;
            if let crate::value::Body::Native(native) = &object.body
                && let Some(native) = native.borrow_mut().as_mut()
                && let Some(place) = native.as_any().downcast_mut::<OnceSender>()
            {
                place.0 = Some(sender);
            }
        }
        Value::Unit
    }))
}

fn once_is_closed(call: &mut Call<'_>) -> Result<Value, Trap> {
    call.host(0, |it: &mut OnceSender| Value::Bool(it.0.as_ref().is_none_or(oneshot::Sender::is_closed)))
}

fn poll_once(call: &mut Call<'_>) -> Result<Value, Trap> {
    let waker = call.context_waker(1)?;
    let mut cx = Context::from_waker(&waker);
    let polled = call.host(0, |it: &mut OnceReceiver| Pin::new(&mut it.0).poll(&mut cx))?;
    Ok(match polled {
        Poll::Pending => call.poll(None),
        Poll::Ready(message) => call.poll(Some(call.machine.option(message.ok().map(Held::take)))),
    })
}

fn try_once(call: &mut Call<'_>) -> Result<Value, Trap> {
    let received = call.host(0, |it: &mut OnceReceiver| it.0.try_recv())?;
    let error = |it| number(i128::from(it == oneshot::error::TryRecvError::Closed));
    Ok(call.machine.result(received.map(Held::take).map_err(error)))
}

fn close_once(call: &mut Call<'_>) -> Result<Value, Trap> {
    call.host(0, |it: &mut OnceReceiver| it.0.close())?;
    Ok(Value::Unit)
}
