//! tokio's tasks and time: tasks, sleeps and deadlines of the run.

use super::{Call, Context, Table};
use crate::machine::{HostFuture, Machine, Trap, stripped};
use crate::tree::IntTy;
use crate::value::{Body, Native, Obj, Value};
use meanwhile_runtime::{record, task, time};
use std::any::Any;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Poll, Waker};
use std::time::Duration;

pub(super) const TABLE: Table = &[
    ("task::host_spawn", spawn),
    ("task::host_spawn_blocking", spawn_blocking),
    ("task::host_yield", yield_now),
    ("HostTask::poll_output", poll_output),
    ("HostTask::abort_task", abort),
    ("HostTask::has_finished", has_finished),
    ("HostTask::task_number", number),
    ("HostTask::second", second),
    ("handle::current_task", current),
    ("time::host_sleep", sleep),
    ("time::host_timeout", timeout),
    ("runtime::host_block_on", block_on),
    ("executor::host_block_on_any", block_on),
];

/// A value that the host keeps: it is dropped as the program drops it, should nobody come for it.
pub(super) struct Held {
    machine: Rc<Machine>,
    value: Value,
}

impl Held {
    pub(super) fn new(machine: &Rc<Machine>, value: Value) -> Self {
        Held { machine: machine.clone(), value }
    }

    pub(super) fn take(mut self) -> Value {
        self.value.take()
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        // A destructor that panics here has said so on standard error.
        let _ = self.machine.drop_value(self.value.take());
    }
}

/// What a task has come to: its output, or the payload of its panic.
type Output = Result<Held, Held>;

/// A handle of a task.
enum Task {
    Join(task::JoinHandle<Option<Output>>),
    Abort(task::AbortHandle),
}

macro_rules! plain_native {
    ($($ty:ty),*) => {$(
        impl Native for $ty {
            fn drop_in(self: Box<Self>, _machine: &Machine) {}

            fn as_any(&mut self) -> &mut dyn Any {
                self
            }
        }
    )*};
}

pub(super) use plain_native;

plain_native!(Task);

impl Call<'_> {
    /// A thing of the host's as a value of a type of the library's.
    pub(super) fn native(&self, lang: &'static str, thing: impl Native) -> Result<Value, Trap> {
        match self.machine.program().lang.adts.get(lang) {
            Some(&adt) => Ok(Value::Obj(Obj::native(adt, thing))),
            None => Err(Trap::fault(self.span, format!("the library has no `{lang}`"))),
        }
    }

    /// The waker in an argument that is a `Context`.
    pub(super) fn context_waker(&self, index: usize) -> Result<Waker, Trap> {
        let fault = || Trap::fault(self.span, "a context that is none");
        let Value::Obj(context) = stripped(&self.args[index]) else { return Err(fault()) };
        let Value::Obj(waker) = stripped(&context.get(0)) else { return Err(fault()) };
        let Body::Native(native) = &waker.body else { return Err(fault()) };
        let mut native = native.borrow_mut();
        let found = native.as_mut().and_then(|it| it.as_any().downcast_ref::<Context>());
        found.map(|it| it.0.clone()).ok_or_else(fault)
    }

    /// `Poll::Ready` of a value, or `Poll::Pending`.
    pub(super) fn poll(&self, value: Option<Value>) -> Value {
        let poll = self.machine.known().poll;
        value.map_or(Value::Unitary(poll, 1), |it| Value::adt(poll, 0, [it]))
    }

    /// A future with an output that cannot fail.
    pub(super) fn future(&self, future: impl Future<Output = Value> + 'static) -> Value {
        self.machine.future(Box::pin(async move { Ok(future.await) }))
    }

    fn duration(&self, first: usize) -> Result<Duration, Trap> {
        Ok(Duration::new(self.int(first)?.1 as u64, self.int(first + 1)?.1 as u32))
    }
}

fn start(call: &Call<'_>, name: &'static str, body: HostFuture) -> Result<Value, Trap> {
    let machine = call.machine.clone();
    let place = call.machine.task_place(call.span)?;
    let future = async move {
        let _place = place;
        match body.await {
            Ok(value) => Some(Ok(Held::new(&machine, value))),
            Err(Trap::Panic(mut panic)) => Some(Err(Held::new(&machine, machine.payload(&mut panic)))),
            Err(trap) => {
                machine.fail(trap);
                None
            }
        }
    };
    let span = call.caller();
    call.native("HostTask", Task::Join(record::spawn(name, span.line, span.column, future)))
}

fn spawn(call: &mut Call<'_>) -> Result<Value, Trap> {
    let future = call.take(0);
    let body = call.machine.into_future(future, call.span);
    start(call, "task", body)
}

fn spawn_blocking(call: &mut Call<'_>) -> Result<Value, Trap> {
    let closure = call.take(0);
    let body = call.machine.thread(closure, call.span)?;
    start(call, "job", body)
}

fn yield_now(call: &mut Call<'_>) -> Result<Value, Trap> {
    let yielded = task::yield_now();
    Ok(call.future(async move {
        yielded.await;
        Value::Unit
    }))
}

fn poll_output(call: &mut Call<'_>) -> Result<Value, Trap> {
    let waker = call.context_waker(1)?;
    let mut cx = std::task::Context::from_waker(&waker);
    let polled = call.host(0, |it: &mut Task| match it {
        Task::Join(handle) => Pin::new(handle).poll(&mut cx),
        Task::Abort(_) => Poll::Pending,
    })?;
    let outcome = match polled {
        Poll::Pending | Poll::Ready(Ok(None)) => return Ok(call.poll(None)),
        Poll::Ready(Ok(Some(Ok(output)))) => Ok(output.take()),
        Poll::Ready(Ok(Some(Err(payload)))) => Err(call.machine.some(payload.take())),
        Poll::Ready(Err(_)) => Err(call.machine.none()),
    };
    Ok(call.poll(Some(call.machine.result(outcome))))
}

fn abort(call: &mut Call<'_>) -> Result<Value, Trap> {
    call.host(0, |it: &mut Task| match it {
        Task::Join(handle) => handle.abort(),
        Task::Abort(handle) => handle.abort(),
    })?;
    Ok(Value::Unit)
}

fn has_finished(call: &mut Call<'_>) -> Result<Value, Trap> {
    call.host(0, |it: &mut Task| {
        Value::Bool(match it {
            Task::Join(handle) => handle.is_finished(),
            Task::Abort(handle) => handle.is_finished(),
        })
    })
}

fn id_number(id: task::Id) -> Value {
    Value::u64(id.to_string().parse().unwrap_or_default())
}

fn number(call: &mut Call<'_>) -> Result<Value, Trap> {
    call.host(0, |it: &mut Task| match it {
        Task::Join(handle) => id_number(handle.id()),
        Task::Abort(handle) => id_number(handle.id()),
    })
}

fn second(call: &mut Call<'_>) -> Result<Value, Trap> {
    let handle = call.host(0, |it: &mut Task| match it {
        Task::Join(handle) => handle.abort_handle(),
        Task::Abort(handle) => handle.clone(),
    })?;
    call.native("HostTask", Task::Abort(handle))
}

fn current(_: &mut Call<'_>) -> Result<Value, Trap> {
    Ok(task::try_id().map_or(Value::int(IntTy::U64, 0), id_number))
}

fn sleep(call: &mut Call<'_>) -> Result<Value, Trap> {
    let sleep = time::sleep(call.duration(0)?);
    Ok(call.future(async move {
        sleep.await;
        Value::Unit
    }))
}

fn timeout(call: &mut Call<'_>) -> Result<Value, Trap> {
    let duration = call.duration(0)?;
    let future = call.take(2);
    let machine = call.machine.clone();
    let timeout = time::timeout(duration, machine.into_future(future, call.span));
    Ok(call.machine.future(Box::pin(async move {
        match timeout.await {
            Ok(output) => Ok(machine.some(output?)),
            Err(_) => Ok(machine.none()),
        }
    })))
}

/// The stack of calls waits for the future, as a thread would.
fn block_on(call: &mut Call<'_>) -> Result<Value, Trap> {
    let future = call.take(0);
    Err(Trap::Wait(call.machine.into_future(future, call.span)))
}
