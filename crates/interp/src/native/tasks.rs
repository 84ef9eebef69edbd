//! tokio's tasks and time, on those of the runtime, so that they are recorded.

use super::{Call, Context, Table};
use crate::machine::{HostFuture, Machine, Trap, stripped};
use crate::value::{Body, Head, Native, Obj, Value};
use meanwhile_runtime::task::{AbortHandle, JoinHandle};
use meanwhile_runtime::{record, task, time};
use std::any::Any;
use std::cell::{Cell, RefCell};
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Poll, Waker};
use std::time::Duration;

pub(super) const TABLE: Table = &[
    ("time::host_sleep", sleep),
    ("time::host_timeout", timeout),
    ("task::host_spawn", spawn),
    ("task::host_spawn_blocking", spawn_blocking),
    ("task::host_yield", yield_now),
    ("HostTask::poll_output", poll_output),
    ("HostTask::abort_task", abort),
    ("HostTask::has_finished", is_finished),
    ("HostTask::task_number", number),
    ("HostTask::second", second),
    ("handle::current_task", current),
    ("NativeFuture::poll", poll),
];

/// Numbers of tasks, which count on from 1 as tokio's do.
#[derive(Default)]
struct Tasks {
    made: Cell<u64>,
    current: Cell<u64>,
}

/// How a task has ended: with its output, or with the payload of its panic.
type Ended = Rc<RefCell<Option<Result<Value, Value>>>>;

/// A handle of a task: one of the two kinds that the runtime has.
struct HostTask {
    number: u64,
    join: Option<JoinHandle<()>>,
    abort: AbortHandle,
    ended: Ended,
    machine: Rc<Machine>,
}

impl Native for HostTask {
    fn drop_in(self: Box<Self>, _machine: &Machine) {
        // An output that nobody asks for goes with the handle, or with the task if that is last.
        if let (Some(Ok(value) | Err(value)), true) = (self.ended.take(), self.join.is_some()) {
            // A destructor that panics here has said so on standard error.
            let _ = self.machine.drop_value(value);
        }
    }

    fn as_any(&mut self) -> &mut dyn Any {
        self
    }
}

fn duration(call: &Call<'_>) -> Duration {
    let number = |index: usize| call.args.get(index).and_then(Value::as_int).unwrap_or_default();
    Duration::new(number(0) as u64, number(1) as u32)
}

fn sleep(call: &mut Call<'_>) -> Result<Value, Trap> {
    let sleep = time::sleep(duration(call));
    Ok(call.machine.future(Box::pin(async move {
        sleep.await;
        Ok(Value::Unit)
    })))
}

fn timeout(call: &mut Call<'_>) -> Result<Value, Trap> {
    let (duration, future) = (duration(call), call.take(2));
    let future = call.machine.into_future(future, call.span);
    let limited = time::timeout(duration, future);
    let machine = call.machine.clone();
    Ok(call.machine.future(Box::pin(async move {
        match limited.await {
            Ok(output) => Ok(machine.some(output?)),
            Err(_) => Ok(machine.none()),
        }
    })))
}

fn yield_now(call: &mut Call<'_>) -> Result<Value, Trap> {
    Ok(call.machine.future(Box::pin(async {
        task::yield_now().await;
        Ok(Value::Unit)
    })))
}

fn spawn(call: &mut Call<'_>) -> Result<Value, Trap> {
    let future = call.take(0);
    let future = call.machine.into_future(future, call.span);
    start(call, "task", future)
}

fn spawn_blocking(call: &mut Call<'_>) -> Result<Value, Trap> {
    let closure = call.take(0);
    let body = call.machine.thread(closure.clone(), call.span)?;
    let machine = call.machine.clone();
    let future = Box::pin(async move {
        let output = body.await;
        // As above.
        let _ = machine.drop_value(closure);
        output
    });
    start(call, "job", future)
}

/// The waker of the `Context` that is the second argument.
fn waker(call: &Call<'_>) -> Result<Waker, Trap> {
    let fault = || Trap::fault(call.span, "a poll without a context");
    let Some(Value::Obj(context)) = call.args.get(1).map(stripped) else { return Err(fault()) };
    let Value::Obj(waker) = stripped(&context.get(0)) else { return Err(fault()) };
    let Body::Native(native) = &waker.body else { return Err(fault()) };
    let mut native = native.borrow_mut();
    let found = native.as_mut().and_then(|it| it.as_any().downcast_ref::<Context>());
    found.map(|it| it.0.clone()).ok_or_else(fault)
}

/// `poll` of a future of the host's, by interpreted code.
fn poll(call: &mut Call<'_>) -> Result<Value, Trap> {
    let waker = waker(call)?;
    let mut cx = std::task::Context::from_waker(&waker);
    let pinned = match stripped(&call.args[0]) {
        Value::Obj(pin) if pin.head == Head::Adt(call.machine.known().pin) => pin.get(0),
        other => other,
    };
    let poll = call.machine.known().poll;
    match call.machine.clone().poll_at(&pinned, &mut cx, call.span) {
        Poll::Pending => Ok(Value::Unitary(poll, 1)),
        Poll::Ready(output) => Ok(Value::adt(poll, 0, [output?])),
    }
}

/// Starts a task that runs a future, and makes its handle.
fn start(call: &Call<'_>, name: &'static str, mut future: HostFuture) -> Result<Value, Trap> {
    let tasks = call.machine.state.of::<Tasks>();
    let number = tasks.made.get() + 1;
    tasks.made.set(number);
    let ended = Ended::default();
    let (slot, machine) = (ended.clone(), call.machine.clone());
    let body = std::future::poll_fn(move |cx| {
        let outer = tasks.current.replace(number);
        let polled = future.as_mut().poll(cx);
        tasks.current.set(outer);
        let Poll::Ready(outcome) = polled else { return Poll::Pending };
        let outcome = match outcome {
            Ok(value) => Ok(value),
            Err(Trap::Panic(mut panic)) => Err(machine.payload(&mut panic)),
            Err(trap) => {
                machine.fail(trap);
                return Poll::Pending;
            }
        };
        slot.replace(Some(outcome));
        Poll::Ready(())
    });
    let place = call.caller();
    let join = record::spawn(name, place.line, place.column, body);
    let task = HostTask {
        number,
        abort: join.abort_handle(),
        join: Some(join),
        ended,
        machine: call.machine.clone(),
    };
    handle(call, task)
}

fn handle(call: &Call<'_>, task: HostTask) -> Result<Value, Trap> {
    let program = call.machine.program();
    match program.lang.adts.get("HostTask") {
        Some(&adt) => Ok(Value::Obj(Obj::native(adt, task))),
        None => Err(Trap::fault(call.span, "the library has no `HostTask`")),
    }
}

fn poll_output(call: &mut Call<'_>) -> Result<Value, Trap> {
    let waker = waker(call)?;
    let mut cx = std::task::Context::from_waker(&waker);
    let polled = call.host(0, |it: &mut HostTask| {
        let Some(join) = &mut it.join else { return Poll::Ready(None) };
        match Future::poll(Pin::new(join), &mut cx) {
            Poll::Pending => Poll::Pending,
            Poll::Ready(_) => Poll::Ready(it.ended.take()),
        }
    })?;
    let machine = call.machine;
    let Poll::Ready(ended) = polled else { return Ok(Value::Unitary(machine.known().poll, 1)) };
    let result = match ended {
        Some(Ok(value)) => machine.result(Ok(value)),
        Some(Err(payload)) => machine.result(Err(machine.some(payload))),
        None => machine.result(Err(machine.none())),
    };
    Ok(Value::adt(machine.known().poll, 0, [result]))
}

fn abort(call: &mut Call<'_>) -> Result<Value, Trap> {
    let abort = call.host(0, |it: &mut HostTask| it.abort.clone())?;
    abort.abort();
    Ok(Value::Unit)
}

fn is_finished(call: &mut Call<'_>) -> Result<Value, Trap> {
    Ok(Value::Bool(call.host(0, |it: &mut HostTask| it.abort.is_finished())?))
}

fn number(call: &mut Call<'_>) -> Result<Value, Trap> {
    Ok(Value::u64(call.host(0, |it: &mut HostTask| it.number)?))
}

fn second(call: &mut Call<'_>) -> Result<Value, Trap> {
    let machine = call.machine.clone();
    let task = call.host(0, |it: &mut HostTask| HostTask {
        number: it.number,
        join: None,
        abort: it.abort.clone(),
        ended: it.ended.clone(),
        machine,
    })?;
    handle(call, task)
}

fn current(call: &mut Call<'_>) -> Result<Value, Trap> {
    Ok(Value::u64(call.machine.state.of::<Tasks>().current.get()))
}
