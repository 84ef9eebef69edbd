//! What threads and tasks wait on: queues of those that wait, and what the timeline knows of it.

use super::{Call, Table};
use crate::machine::{Machine, Trap, stripped};
use crate::native::thread::Threads;
use crate::value::{Native, Value};
use meanwhile_runtime::record::{Hold, Resource, name_of_made};
use meanwhile_runtime::time;
use meanwhile_trace::{ResourceKind, SpanKind};
use std::any::Any;
use std::borrow::Cow;
use std::cell::{Cell, OnceCell, RefCell};
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

/// How one that waited was woken.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
enum Woken {
    #[default]
    No,
    /// Alone: if it does not make use of that, another is.
    Alone,
    WithAll,
}

/// One that waits.
#[derive(Default)]
struct Waiter {
    woken: Cell<Woken>,
    waker: RefCell<Option<Waker>>,
}

/// Those that wait, the one that has waited longest first.
#[derive(Default)]
pub(super) struct Queue {
    waiters: RefCell<VecDeque<Rc<Waiter>>>,
    /// Whether one was to be woken when nobody waited, and the next need not wait.
    kept: Cell<bool>,
}

impl Queue {
    pub(super) fn wake_first(&self) -> bool {
        let first = self.waiters.borrow_mut().pop_front();
        self.wake(first)
    }

    pub(super) fn wake_last(&self) -> bool {
        let last = self.waiters.borrow_mut().pop_back();
        self.wake(last)
    }

    pub(super) fn wake_all(&self) {
        let all = std::mem::take(&mut *self.waiters.borrow_mut());
        for waiter in all {
            waiter.wake(Woken::WithAll);
        }
    }

    pub(super) fn keep(&self) {
        self.kept.set(true);
    }

    pub(super) fn take_kept(&self) -> bool {
        self.kept.take()
    }

    fn wake(&self, waiter: Option<Rc<Waiter>>) -> bool {
        let Some(waiter) = waiter else { return false };
        waiter.wake(Woken::Alone);
        true
    }
}

impl Waiter {
    fn wake(&self, how: Woken) {
        self.woken.set(how);
        let waker = self.waker.take();
        if let Some(waker) = waker {
            waker.wake();
        }
    }
}

/// Ready when it has been woken. One that is dropped passes its turn on.
pub(super) struct Turn {
    queue: Rc<Queue>,
    waiter: Rc<Waiter>,
    taken: bool,
}

impl Turn {
    pub(super) fn new(queue: Rc<Queue>) -> Self {
        let waiter = Rc::<Waiter>::default();
        queue.waiters.borrow_mut().push_back(waiter.clone());
        Turn { queue, waiter, taken: false }
    }
}

impl Future for Turn {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        if self.waiter.woken.get() != Woken::No {
            self.taken = true;
            return Poll::Ready(());
        }
        self.waiter.waker.replace(Some(cx.waker().clone()));
        Poll::Pending
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        match self.waiter.woken.get() {
            Woken::No => self.queue.waiters.borrow_mut().retain(|it| !Rc::ptr_eq(it, &self.waiter)),
            Woken::Alone if !self.taken => {
                if !self.queue.wake_first() {
                    self.queue.keep();
                }
            }
            Woken::Alone | Woken::WithAll => {}
        }
    }
}

/// The queue of an object of std's. The timeline hears of the object as soon as there are several threads.
struct Waiting {
    queue: Rc<Queue>,
    kind: ResourceKind,
    name: Option<Cow<'static, str>>,
    resource: OnceCell<Resource>,
    held: RefCell<Vec<Hold>>,
}

impl Waiting {
    /// The resource, where it is worth to be shown: without threads nobody waits for it.
    fn resource(&self, threads: &Threads) -> Option<Resource> {
        threads.several().then(|| {
            let make = || {
                let outer = name_of_made(self.name.clone());
                let made = Resource::new(self.kind);
                name_of_made(outer);
                made
            };
            self.resource.get_or_init(make).clone()
        })
    }
}

impl Native for Waiting {
    fn drop_in(self: Box<Self>, _machine: &Machine) {}

    fn as_any(&mut self) -> &mut dyn Any {
        self
    }
}

fn resource(call: &Call<'_>) -> Result<Option<Resource>, Trap> {
    let threads = call.machine.state.of::<Threads>();
    call.host(0, |it: &mut Waiting| it.resource(&threads))
}

fn queue(call: &Call<'_>) -> Result<Rc<Queue>, Trap> {
    call.host(0, |it: &mut Waiting| it.queue.clone())
}

fn new(call: &mut Call<'_>) -> Result<Value, Trap> {
    let kind = match &**call.text(0)? {
        "Mutex" => ResourceKind::Mutex,
        "RwLock" => ResourceKind::RwLock,
        "mpsc channel" => ResourceKind::Channel,
        _ => ResourceKind::Signal,
    };
    let name = name_of_made(None);
    name_of_made(name.clone());
    let (resource, held) = (OnceCell::new(), RefCell::default());
    let waiting = Waiting { queue: Rc::default(), kind, name, resource, held };
    call.native("Waiting", waiting)
}

/// In which span a wait is shown that a method of this name makes.
fn span_of(label: &str) -> (SpanKind, &'static str) {
    const KINDS: [(&str, SpanKind); 6] = [
        ("lock", SpanKind::Lock),
        ("read", SpanKind::Lock),
        ("write", SpanKind::Lock),
        ("recv", SpanKind::Recv),
        ("recv_timeout", SpanKind::Recv),
        ("send", SpanKind::Send),
    ];
    let found = KINDS.iter().find(|it| it.0 == label);
    found.map_or((SpanKind::Signal, "wait"), |(name, kind)| (*kind, *name))
}

fn wait(call: &mut Call<'_>) -> Result<Value, Trap> {
    let (turn, resource) = (Turn::new(queue(call)?), resource(call)?);
    let (kind, name) = span_of(&call.text(1)?);
    let shown = resource.map(|it| (it.clone(), kind, name));
    Err(Trap::Wait(Box::pin(async move {
        match shown {
            Some((resource, kind, name)) => resource.wait(kind, name, turn).await,
            None => turn.await,
        }
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
    Ok(Value::Bool(queue(call)?.wake_first()))
}

/// Who holds it is known by where it stands.
fn hold(call: &mut Call<'_>) -> Result<Value, Trap> {
    let held = matches!(call.args[1], Value::Bool(true));
    let resource = resource(call)?.filter(|_| held);
    call.host(0, |it: &mut Waiting| match (held, resource) {
        (true, Some(resource)) => it.held.borrow_mut().push(resource.hold()),
        (true, None) => {}
        (false, _) => drop(it.held.borrow_mut().pop()),
    })?;
    Ok(Value::Unit)
}
