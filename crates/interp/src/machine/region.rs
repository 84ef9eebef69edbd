//! Where code runs: in a runtime or outside, and whether it may block there.

use super::future::HostFuture;
use super::{Machine, Trap};
use crate::tree::Function;
use crate::value::Value;
use std::cell::{Cell, RefCell};
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

/// How many workers a runtime has that is not told.
pub(crate) const WORKERS: u16 = 4;

/// What a runtime allows where code runs.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) enum Place {
    /// There is no runtime.
    #[default]
    Outside,
    /// Async code, which must not block.
    Async,
    /// It belongs to a runtime, but may block: a job's thread, a thread that has entered a runtime.
    Thread,
}

/// Where code runs.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct Region {
    pub(crate) place: Place,
    /// How many threads the runtime's tasks share besides `main`'s; 0 if all is on one thread.
    pub(crate) workers: u16,
    /// Whether it is `main`, or a future that a thread waits for, and no task that was spawned.
    pub(crate) is_main: bool,
    /// The number of the runtime: 0 is that of `main`'s attribute.
    pub(crate) runtime: u32,
}

impl Region {
    /// That of a task spawned from here.
    pub(crate) fn task(self) -> Self {
        Region { place: Place::Async, is_main: false, ..self }
    }

    /// That of a call on a thread for what blocks.
    pub(crate) fn thread(self) -> Self {
        Region { place: Place::Thread, ..self }
    }

    /// That of a future which a runtime runs to its end.
    pub(crate) fn main(workers: u16) -> Self {
        Region { place: Place::Async, workers, is_main: true, runtime: 0 }
    }
}

/// The workers, of which those that are blocked run no task.
#[derive(Default)]
pub(super) struct Workers {
    blocked: Cell<u16>,
    waiting: RefCell<Vec<Waker>>,
    /// Whether the task that is being polled is blocked.
    this: RefCell<Option<Rc<Cell<bool>>>>,
}

impl Workers {
    /// Waits for a worker.
    fn wait(&self, cx: &Context<'_>) {
        self.waiting.borrow_mut().push(cx.waker().clone());
    }

    fn set_blocked(&self, task: &Cell<bool>, region: Region, blocked: bool) {
        if task.replace(blocked) == blocked {
            return;
        }
        // On several threads `main` has one of its own.
        let counts = !(region.is_main && region.workers > 0);
        let count = self.blocked.get();
        match (counts, blocked) {
            (true, true) => self.blocked.set(count + 1),
            (true, false) => self.blocked.set(count.saturating_sub(1)),
            (false, _) => {}
        }
        if !blocked {
            let waiting = std::mem::take(&mut *self.waiting.borrow_mut());
            waiting.into_iter().for_each(Waker::wake);
        }
    }

    fn are_all_blocked(&self, region: Region) -> bool {
        let free = region.is_main && region.workers > 0;
        !free && self.blocked.get() >= region.workers.max(1)
    }
}

impl Machine {
    /// Where the code that runs is.
    pub(crate) fn region(&self) -> Region {
        self.region.get()
    }

    /// Changes that; returns where it was.
    pub(crate) fn set_region(&self, region: Region) -> Region {
        self.region.replace(region)
    }

    /// A future that runs in a region: a task, a thread.
    pub(crate) fn within(self: &Rc<Self>, region: Region, inner: HostFuture) -> HostFuture {
        let blocked = Rc::default();
        Box::pin(Within { machine: self.clone(), region, blocked, inner: Some(inner) })
    }

    /// Notes that the task that is being polled blocks its worker, or does no longer.
    pub(super) fn block(&self, blocked: bool) {
        let task = self.workers.this.borrow().clone();
        if let Some(task) = task {
            self.workers.set_blocked(&task, self.region.get(), blocked);
        }
    }

    /// Whether the thread of the code that is about to run is blocked by another part of its task. It is woken when that
    /// is over.
    pub(super) fn is_blocked(&self, cx: &Context<'_>) -> bool {
        let blocked = self.task_is_blocked();
        if blocked {
            self.workers.wait(cx);
        }
        blocked
    }

    /// Whether the task that is being polled blocks its worker.
    pub(super) fn task_is_blocked(&self) -> bool {
        self.workers.this.borrow().as_ref().is_some_and(|it| it.get())
    }

    /// How many workers `main`'s attribute asks for.
    pub(super) fn workers_of(main: &Function) -> u16 {
        let Some(attribute) = main.attributes.iter().find(|it| &*it.path == "tokio::main") else {
            return WORKERS;
        };
        let arg =
            |name: &str| attribute.args.iter().find(|it| &*it.0 == name).map(|it| it.1.trim_matches('"'));
        match (arg("flavor"), arg("worker_threads")) {
            (Some("current_thread"), _) => 0,
            (_, Some(number)) => number.parse().unwrap_or(WORKERS),
            (_, None) => WORKERS,
        }
    }
}

struct Within {
    machine: Rc<Machine>,
    region: Region,
    blocked: Rc<Cell<bool>>,
    inner: Option<HostFuture>,
}

impl Within {
    /// Does something in the region.
    fn inside<R>(&mut self, work: impl FnOnce(&mut Self) -> R) -> R {
        let machine = self.machine.clone();
        let region = machine.region.replace(self.region);
        let task = machine.workers.this.replace(Some(self.blocked.clone()));
        let result = work(self);
        machine.workers.this.replace(task);
        self.region = machine.region.replace(region);
        result
    }
}

impl Future for Within {
    type Output = Result<Value, Trap>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let is_async = self.region.place == Place::Async;
        if is_async && !self.blocked.get() && self.machine.workers.are_all_blocked(self.region) {
            self.machine.workers.wait(cx);
            return Poll::Pending;
        }
        self.inside(|this| {
            let Some(inner) = &mut this.inner else { return Poll::Pending };
            let polled = inner.as_mut().poll(cx);
            if polled.is_ready() {
                this.inner = None;
            }
            polled
        })
    }
}

impl Drop for Within {
    fn drop(&mut self) {
        self.inside(|this| this.inner = None);
        let machine = self.machine.clone();
        machine.workers.set_blocked(&self.blocked, self.region, false);
    }
}
