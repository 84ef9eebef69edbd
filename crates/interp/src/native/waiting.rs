//! What `std::sync` waits on: queues of threads.

use super::{Call, Table};
use crate::machine::{Machine, Trap, stripped};
use crate::value::{Native, Obj, Value};
use meanwhile_runtime::time;
use std::any::Any;
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};
use std::time::Duration;

pub(super) const TABLE: Table = &[
    ("Waiting::new", new),
    ("Waiting::wait", wait),
    ("Waiting::wait_timeout", wait_timeout),
    ("Waiting::wake_one", wake_one),
    ("Waiting::hold", hold),
];

/// One that waits.
#[derive(Default)]
struct Waiter {
    woken: Cell<bool>,
    waker: RefCell<Option<Waker>>,
}

/// Those that wait, the one that has waited longest first.
type Queue = Rc<RefCell<VecDeque<Rc<Waiter>>>>;

/// The queue of an object of the library's.
struct Waiting(Queue);

impl Native for Waiting {
    fn drop_in(self: Box<Self>, _machine: &Machine) {}

    fn as_any(&mut self) -> &mut dyn Any {
        self
    }
}

/// Ready when it has been woken. One that is dropped passes its turn on.
struct Turn {
    queue: Queue,
    waiter: Rc<Waiter>,
    taken: bool,
}

impl Turn {
    fn new(queue: Queue) -> Self {
        let waiter = Rc::<Waiter>::default();
        queue.borrow_mut().push_back(waiter.clone());
        Turn { queue, waiter, taken: false }
    }
}

impl Future for Turn {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        if self.waiter.woken.get() {
            self.taken = true;
            return Poll::Ready(());
        }
        self.waiter.waker.replace(Some(cx.waker().clone()));
        Poll::Pending
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        if !self.waiter.woken.get() {
            self.queue.borrow_mut().retain(|it| !Rc::ptr_eq(it, &self.waiter));
        } else if !self.taken {
            wake_first(&self.queue);
        }
    }
}

fn wake_first(queue: &Queue) -> bool {
    let first = queue.borrow_mut().pop_front();
    let Some(waiter) = first else { return false };
    waiter.woken.set(true);
    if let Some(waker) = waiter.waker.take() {
        waker.wake();
    }
    true
}

fn queue(call: &Call<'_>) -> Result<Queue, Trap> {
    call.host(0, |it: &mut Waiting| it.0.clone())
}

fn new(call: &mut Call<'_>) -> Result<Value, Trap> {
    let program = call.machine.program();
    match program.lang.adts.get("Waiting") {
        Some(&adt) => Ok(Value::Obj(Obj::native(adt, Waiting(Queue::default())))),
        None => Err(Trap::fault(call.span, "the library has no `Waiting`")),
    }
}

fn wait(call: &mut Call<'_>) -> Result<Value, Trap> {
    let turn = Turn::new(queue(call)?);
    Err(Trap::Wait(Box::pin(async move {
        turn.await;
        Ok(Value::Unit)
    })))
}

fn wait_timeout(call: &mut Call<'_>) -> Result<Value, Trap> {
    let turn = Turn::new(queue(call)?);
    let duration = match stripped(&call.args[2]) {
        Value::Obj(it) => {
            let number = |slot: u32| it.get(slot).as_int().unwrap_or_default();
            Duration::new(number(0) as u64, number(1) as u32)
        }
        _ => return Err(Trap::fault(call.span, "a duration that is none")),
    };
    Err(Trap::Wait(Box::pin(async move { Ok(Value::Bool(time::timeout(duration, turn).await.is_ok())) })))
}

fn wake_one(call: &mut Call<'_>) -> Result<Value, Trap> {
    Ok(Value::Bool(wake_first(&queue(call)?)))
}

/// The timeline shows who waits by where each thread stands.
fn hold(_: &mut Call<'_>) -> Result<Value, Trap> {
    Ok(Value::Unit)
}
