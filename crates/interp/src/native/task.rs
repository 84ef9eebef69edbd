//! tokio's tasks and time: tasks, sleeps and deadlines of the run.

use super::runtime::Runtimes;
use super::{Call, Context, Table};
use crate::machine::{HostFuture, Label, Machine, Trap, stripped};
use crate::tree::IntTy;
use crate::value::{Body, Native, Obj, Value};
use meanwhile_runtime::{record, signal, task, time};
use meanwhile_trace::{End, Place};
use std::any::Any;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Poll, Waker};
use std::time::Duration;

pub(super) const TABLE: Table = &[
    ("task::host_spawn", spawn),
    ("task::host_spawn_blocking", spawn_blocking),
    ("task::host_yield", yield_now),
    ("HostTask::poll_output", poll_output),
    ("HostTask::abort_task", abort),
    ("HostTask::cancel_task", cancel),
    ("HostTask::has_finished", has_finished),
    ("HostTask::task_number", number),
    ("HostTask::second", second),
    ("handle::current_task", current),
    ("time::host_sleep", sleep),
    ("time::host_timeout", timeout),
    ("time::host_tick", tick),
    ("signal::host_ctrl_c", ctrl_c),
    ("runtime::host_wait_for", wait_for),
    ("executor::host_block_on_any", wait_for),
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
pub(super) type Output = Result<Held, Held>;

/// A handle of a task.
pub(super) enum Task {
    Join(task::JoinHandle<Option<Output>>),
    Abort(task::AbortHandle),
}

impl Task {
    fn abort_handle(&self) -> task::AbortHandle {
        match self {
            Task::Join(handle) => handle.abort_handle(),
            Task::Abort(handle) => handle.clone(),
        }
    }

    /// The handle, of which one is left that can abort the task.
    pub(super) fn take_handle(&mut self) -> Option<task::JoinHandle<Option<Output>>> {
        let Task::Join(handle) = self else { return None };
        let abort = Task::Abort(handle.abort_handle());
        match std::mem::replace(self, abort) {
            Task::Join(handle) => Some(handle),
            Task::Abort(_) => None,
        }
    }
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

/// Starts a task, or a job that says whether it has begun.
fn start(
    call: &Call<'_>,
    label: Option<&Label>,
    begun: Option<Arc<AtomicBool>>,
    body: HostFuture,
) -> Result<Value, Trap> {
    let machine = call.machine.clone();
    let permit = call.machine.task_permit(call.span)?;
    let started = begun.clone();
    let kind = if begun.is_some() { "job" } else { "task" };
    let known_as = label.map(|it| it.name.clone()).unwrap_or_default();
    let number = machine.region().runtime;
    let member = machine.state.of::<Runtimes>().join(number);
    let place_of_handle = member.clone();
    let future = async move {
        let _permit = (permit, member);
        if let Some(begun) = started {
            begun.store(true, Ordering::Relaxed);
        }
        match body.await {
            Ok(value) => Some(Ok(Held::new(&machine, value))),
            Err(Trap::Panic(mut panic)) => {
                machine.remember_lost(kind, &known_as, &panic);
                Some(Err(Held::new(&machine, machine.payload(&mut panic))))
            }
            Err(trap) => {
                machine.fail(trap);
                None
            }
        }
    };
    let name = label.map_or(kind, |it| &it.name);
    let place = label.map(|it| Place::new(it.place.line, it.place.column));
    let judge = record::Judge { ended, failed };
    let handle = record::spawn_interpreted(record::Spawned { name, place, begun }, &judge, future);
    if let Some(member) = place_of_handle {
        member.tell(handle.abort_handle());
    }
    call.native("HostTask", Task::Join(handle))
}

fn ended(output: &Option<Output>) -> End {
    match output {
        Some(Ok(_)) => End::Completed,
        Some(Err(_)) => End::Panicked,
        None => End::Cancelled,
    }
}

pub(super) fn failed(result: &Result<Option<Output>, task::JoinError>) -> bool {
    !matches!(result, Ok(Some(Ok(_))))
}

fn spawn(call: &mut Call<'_>) -> Result<Value, Trap> {
    let future = call.take(0);
    let label = call.machine.label_of(&future);
    let body = call.machine.into_future(future, call.span);
    let body = call.machine.within(call.machine.region().task(), body);
    start(call, label.as_ref(), None, body)
}

fn spawn_blocking(call: &mut Call<'_>) -> Result<Value, Trap> {
    let closure = call.take(0);
    let label = call.machine.label_of(&closure);
    let body = call.machine.thread(closure, call.span)?;
    let body = call.machine.within(call.machine.region().thread(), body);
    start(call, label.as_ref(), Some(Arc::default()), body)
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

fn cancel(call: &mut Call<'_>) -> Result<Value, Trap> {
    let handle = call.host(0, |it: &mut Task| it.abort_handle())?;
    handle.__cancel();
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

pub(super) fn id_number(id: task::Id) -> Value {
    Value::u64(id.to_string().parse().unwrap_or_default())
}

fn number(call: &mut Call<'_>) -> Result<Value, Trap> {
    call.host(0, |it: &mut Task| match it {
        Task::Join(handle) => id_number(handle.id()),
        Task::Abort(handle) => id_number(handle.id()),
    })
}

fn second(call: &mut Call<'_>) -> Result<Value, Trap> {
    let handle = call.host(0, |it: &mut Task| it.abort_handle())?;
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
fn wait_for(call: &mut Call<'_>) -> Result<Value, Trap> {
    let future = call.take(0);
    Err(Trap::Wait(call.machine.into_future(future, call.span)))
}

fn tick(call: &mut Call<'_>) -> Result<Value, Trap> {
    let tick = record::tick(call.duration(0)?, call.duration(2)?);
    Ok(call.future(async move {
        tick.await;
        Value::Unit
    }))
}

fn ctrl_c(call: &mut Call<'_>) -> Result<Value, Trap> {
    Ok(call.future(async {
        // It never fails.
        let _ = signal::ctrl_c().await;
        Value::Unit
    }))
}
