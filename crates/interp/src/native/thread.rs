//! `std::thread`: each thread is a stack of calls of its own, which a task of the run goes on with.

use super::{Call, Table};
use crate::machine::{HostFuture, Machine, Permit, Region, Standing, Trap};
use crate::tree::GlobalId;
use crate::value::{Native, Obj, Value};
use meanwhile_runtime::{record, thread as host, time};
use std::any::Any;
use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::rc::{Rc, Weak};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

pub(super) const TABLE: Table = &[
    ("thread::start", start),
    ("thread::current_thread", current_thread),
    ("Started::join", join),
    ("Started::is_finished", is_finished),
    ("Started::number", number),
    ("thread::unpark_thread", unpark_thread),
    ("thread::sleep_for", sleep_for),
    ("thread::yield_now", yield_now),
    ("thread::park", park),
    ("thread::park_for", park_for),
    ("thread::panicking", panicking),
];

/// A thread of the program.
#[derive(Debug)]
pub(crate) struct Thread {
    number: u64,
    name: String,
    /// Whether it may pass its next `park`.
    token: Cell<bool>,
    parked: RefCell<Option<Waker>>,
    ended: Cell<bool>,
    outcome: RefCell<Option<Result<Value, Value>>>,
    /// What it has of its own of each `thread_local!`, in the order in which they were made.
    locals: RefCell<Vec<(GlobalId, Value)>>,
    joining: RefCell<Option<Waker>>,
    /// How often it has let others run.
    turns: Cell<u32>,
}

/// How often a thread lets others run before time passes for it: it may look again and again for what another one does
/// later.
const PATIENCE: u32 = 64;

/// How often a thread that computes lets others run before time passes for it: some million instructions, which rustc's
/// code does in about as long.
const LONG: u32 = 256;

/// As long as deadlines are apart.
const TICK: Duration = Duration::from_millis(1);

/// Ready when others have had their turn, and a tick later if that is not enough.
async fn turn(ticks: bool) {
    if ticks {
        record::wait(TICK).await;
    }
    let mut begun = false;
    poll_fn(move |cx| {
        if std::mem::replace(&mut begun, true) {
            return Poll::Ready(());
        }
        cx.waker().wake_by_ref();
        Poll::Pending
    })
    .await;
}

impl Thread {
    fn new(number: u64, name: &str) -> Rc<Self> {
        Rc::new(Thread {
            number,
            name: name.to_owned(),
            token: Cell::new(false),
            parked: RefCell::default(),
            ended: Cell::new(false),
            outcome: RefCell::default(),
            locals: RefCell::default(),
            joining: RefCell::default(),
            turns: Cell::new(0),
        })
    }

    fn unpark(&self) {
        self.token.set(true);
        if let Some(waker) = self.parked.take() {
            waker.wake();
        }
    }
}

/// The threads of a program.
#[derive(Debug)]
pub(crate) struct Threads {
    current: RefCell<Rc<Thread>>,
    all: RefCell<HashMap<u64, Rc<Thread>>>,
    started: Cell<u64>,
    running: Cell<u32>,
}

impl Default for Threads {
    fn default() -> Self {
        let main = Thread::new(1, "main");
        Threads {
            current: RefCell::new(main.clone()),
            all: RefCell::new(HashMap::from([(1, main)])),
            started: Cell::new(1),
            running: Cell::new(0),
        }
    }
}

impl Threads {
    /// Whether there are others than the main thread.
    pub(crate) fn several(&self) -> bool {
        self.running.get() > 0
    }

    /// The place that the thread that runs has for a `thread_local!`.
    pub(crate) fn local(&self, global: GlobalId) -> Option<Value> {
        let current = self.current.borrow();
        let locals = current.locals.borrow();
        locals.iter().find(|it| it.0 == global).map(|it| it.1.clone())
    }

    /// Gives the thread that runs a place for a `thread_local!`.
    pub(crate) fn set_local(&self, global: GlobalId, place: Value) {
        self.current.borrow().locals.borrow_mut().push((global, place));
    }

    /// Drops what the thread that runs has of its own, the last first; a destructor may make more of it.
    pub(crate) fn end_locals(&self, machine: &Rc<Machine>) {
        loop {
            let last = self.current.borrow().locals.borrow_mut().pop();
            let Some((_, Value::Ref(slot, object))) = last else { break };
            // A destructor that panics here has said so on standard error.
            let _ = machine.drop_value(object.put(slot, Value::Moved));
        }
    }

    /// Lets others run, if there are any, because the thread says so by itself or because it computes for long.
    pub(crate) fn give_way(&self, asked: bool) -> Option<HostFuture> {
        if !self.several() {
            return None;
        }
        let turns = &self.current.borrow().turns;
        turns.set(turns.get().wrapping_add(1));
        let ticks = if asked { turns.get() > PATIENCE } else { turns.get().is_multiple_of(LONG) };
        Some(Box::pin(async move {
            turn(ticks).await;
            Ok(Value::Unit)
        }))
    }

    /// The name of the thread that runs, as a panic says it.
    pub(crate) fn name(&self) -> String {
        let name = self.current.borrow().name.clone();
        if name.is_empty() { "<unnamed>".to_owned() } else { name }
    }
}

/// A handle to a thread that was started.
struct Started(Rc<Thread>, Weak<Machine>);

impl Native for Started {
    fn drop_in(self: Box<Self>, _machine: &Machine) {
        let outcome = self.0.outcome.take();
        if let (Some(machine), Some(Ok(value) | Err(value))) = (self.1.upgrade(), outcome) {
            // A destructor that panics here has said so on standard error.
            let _ = machine.drop_value(value);
        }
    }

    fn as_any(&mut self) -> &mut dyn Any {
        self
    }
}

/// A thread's calls, as the future that a task polls.
struct Running {
    machine: Rc<Machine>,
    threads: Rc<Threads>,
    thread: Rc<Thread>,
    closure: Value,
    body: Option<HostFuture>,
    _permit: Permit,
}

impl Future for Running {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        let Some(mut body) = self.body.take() else { return Poll::Ready(()) };
        let outer = self.threads.current.replace(self.thread.clone());
        let polled = body.as_mut().poll(cx);
        if polled.is_pending() {
            self.body = Some(body);
        } else {
            drop(body);
            let closure = self.closure.take();
            // As above.
            let _ = self.machine.drop_value(closure);
            self.threads.end_locals(&self.machine);
        }
        self.threads.current.replace(outer);
        let Poll::Ready(outcome) = polled else { return Poll::Pending };
        self.threads.running.set(self.threads.running.get() - 1);
        let outcome = match outcome {
            Ok(value) => Ok(value),
            Err(Trap::Panic(mut panic)) => {
                self.machine.remember_lost("thread", &self.thread.name, &panic);
                Err(self.machine.payload(&mut panic))
            }
            Err(trap) => {
                self.machine.fail(trap);
                return Poll::Pending;
            }
        };
        self.thread.outcome.replace(Some(outcome));
        self.thread.ended.set(true);
        self.threads.all.borrow_mut().remove(&self.thread.number);
        if let Some(waker) = self.thread.joining.take() {
            waker.wake();
        }
        Poll::Ready(())
    }
}

fn threads(call: &Call<'_>) -> Rc<Threads> {
    call.machine.state.of::<Threads>()
}

fn start(call: &mut Call<'_>) -> Result<Value, Trap> {
    let name = call.text(0)?.to_string();
    let closure = call.take(1);
    let threads = threads(call);
    let permit = call.machine.thread_permit(call.span)?;
    let number = threads.started.get() + 1;
    threads.started.set(number);
    let thread = Thread::new(number, &name);
    threads.all.borrow_mut().insert(number, thread.clone());
    threads.running.set(threads.running.get() + 1);
    let body = call.machine.thread(closure.clone(), call.span)?;
    let body = call.machine.within(Region::default(), body);
    let machine = call.machine.clone();
    let running =
        Running { machine, threads, thread: thread.clone(), closure, body: Some(body), _permit: permit };
    let label = if name.is_empty() { format!("thread {number}") } else { format!("thread {name}") };
    drop(record::spawn(label, call.span.line, call.span.column, running));
    let program = call.machine.program();
    match program.lang.adts.get("Started") {
        Some(&adt) => Ok(Value::Obj(Obj::native(adt, Started(thread, Rc::downgrade(call.machine))))),
        None => Err(Trap::fault(call.span, "the library has no `Started`")),
    }
}

fn current_thread(call: &mut Call<'_>) -> Result<Value, Trap> {
    let current = threads(call).current.borrow().clone();
    Ok(Value::tuple([Value::u64(current.number), call.machine.string(current.name.as_str())]))
}

fn thread(call: &Call<'_>) -> Result<Rc<Thread>, Trap> {
    call.host(0, |it: &mut Started| it.0.clone())
}

fn join(call: &mut Call<'_>) -> Result<Value, Trap> {
    let thread = thread(call)?;
    let machine = call.machine.clone();
    Err(Trap::Wait(Box::pin(poll_fn(move |cx| match thread.outcome.take() {
        Some(outcome) => Poll::Ready(Ok(machine.result(outcome))),
        None => {
            thread.joining.replace(Some(cx.waker().clone()));
            Poll::Pending
        }
    }))))
}

fn is_finished(call: &mut Call<'_>) -> Result<Value, Trap> {
    Ok(Value::Bool(thread(call)?.ended.get()))
}

fn number(call: &mut Call<'_>) -> Result<Value, Trap> {
    Ok(Value::u64(thread(call)?.number))
}

fn unpark_thread(call: &mut Call<'_>) -> Result<Value, Trap> {
    let number = call.args[0].as_int().unwrap_or_default() as u64;
    let thread = threads(call).all.borrow().get(&number).cloned();
    if let Some(thread) = thread {
        thread.unpark();
    }
    Ok(Value::Unit)
}

/// A time given by seconds and nanoseconds.
fn duration(call: &Call<'_>) -> Duration {
    let number = |index: usize| call.args.get(index).and_then(Value::as_int).unwrap_or_default();
    Duration::new(number(0) as u64, number(1) as u32)
}

fn sleep_for(call: &mut Call<'_>) -> Result<Value, Trap> {
    let duration = duration(call);
    // On several threads only that of the async body is blocked.
    let has_others = call.machine.standing() == Standing::Task && call.machine.region().workers > 0;
    if has_others || call.machine.standing() == Standing::Thread {
        let sleep = time::sleep(duration);
        return Err(Trap::Wait(Box::pin(async move {
            sleep.await;
            Ok(Value::Unit)
        })));
    }
    // An async body that blocks keeps all others from running.
    host::sleep(duration);
    Ok(Value::Unit)
}

fn yield_now(call: &mut Call<'_>) -> Result<Value, Trap> {
    if call.machine.standing() != Standing::Thread {
        return Ok(Value::Unit);
    }
    match threads(call).give_way(true) {
        Some(turn) => Err(Trap::Wait(turn)),
        None => Ok(Value::Unit),
    }
}

/// A future that is ready when the thread may go on.
fn unparked(thread: Rc<Thread>) -> impl Future<Output = ()> {
    poll_fn(move |cx| {
        if thread.token.take() {
            return Poll::Ready(());
        }
        thread.parked.replace(Some(cx.waker().clone()));
        Poll::Pending
    })
}

fn park(call: &mut Call<'_>) -> Result<Value, Trap> {
    let current = threads(call).current.borrow().clone();
    if current.token.take() {
        return Ok(Value::Unit);
    }
    Err(Trap::Wait(Box::pin(async move {
        unparked(current).await;
        Ok(Value::Unit)
    })))
}

fn park_for(call: &mut Call<'_>) -> Result<Value, Trap> {
    let current = threads(call).current.borrow().clone();
    let duration = duration(call);
    Err(Trap::Wait(Box::pin(async move {
        // Whether it was unparked or its time was up, it goes on.
        let _ = time::timeout(duration, unparked(current)).await;
        Ok(Value::Unit)
    })))
}

fn panicking(call: &mut Call<'_>) -> Result<Value, Trap> {
    Ok(Value::Bool(call.machine.is_unwinding()))
}
