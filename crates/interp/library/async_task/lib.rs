//! async-task: what executors are made of. A task is a future with somewhere to be put when it is woken.

use std::cell::{Cell, RefCell};
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, Wake, Waker};

type Schedule = Arc<dyn Fn(Runnable) + Send + Sync>;

struct Shared<T> {
    future: RefCell<Option<Pin<Box<dyn Future<Output = T>>>>>,
    output: RefCell<Option<T>>,
    awaiting: RefCell<Option<Waker>>,
    schedule: Schedule,
    /// Whether there is a `Runnable` of it.
    scheduled: Cell<bool>,
    running: Cell<bool>,
    /// Whether it was cancelled.
    closed: Cell<bool>,
}

unsafe impl<T> Send for Shared<T> {}
unsafe impl<T> Sync for Shared<T> {}

struct Waking<T> {
    task: Arc<Shared<T>>,
}

impl<T: 'static> Wake for Waking<T> {
    fn wake(self: Arc<Self>) {
        schedule_again(&self.task);
    }
}

/// Has the task run once more, unless it will anyway.
fn schedule_again<T: 'static>(task: &Arc<Shared<T>>) {
    let is_over = task.future.borrow().is_none() && !task.running.get();
    if task.closed.get() || task.scheduled.get() || is_over {
        return;
    }
    task.scheduled.set(true);
    if !task.running.get() {
        (task.schedule)(runnable(task));
    }
}

fn runnable<T: 'static>(task: &Arc<Shared<T>>) -> Runnable {
    let waker = Waker::from(Arc::new(Waking { task: task.clone() }));
    let (own, woken) = (task.clone(), waker.clone());
    Runnable { run: Box::new(move || run_once(&own, &woken)), schedule: task.schedule.clone(), waker }
}

/// Polls the future; whether it was woken meanwhile and is scheduled again.
fn run_once<T: 'static>(task: &Arc<Shared<T>>, waker: &Waker) -> bool {
    task.scheduled.set(false);
    let Some(mut future) = task.future.borrow_mut().take() else { return false };
    task.running.set(true);
    let polled = future.as_mut().poll(&mut Context::from_waker(waker));
    task.running.set(false);
    match polled {
        Poll::Pending if task.closed.get() => false,
        Poll::Pending => {
            *task.future.borrow_mut() = Some(future);
            let again = task.scheduled.get();
            if again {
                (task.schedule)(runnable(task));
            }
            again
        }
        Poll::Ready(output) => {
            drop(future);
            *task.output.borrow_mut() = Some(output);
            let awaiting = task.awaiting.borrow_mut().take();
            if let Some(waker) = awaiting {
                waker.wake();
            }
            false
        }
    }
}

pub fn spawn<F, S>(future: F, schedule: S) -> (Runnable, Task<F::Output>)
where
    F: Future + Send + 'static,
    F::Output: Send + 'static,
    S: Fn(Runnable) + Send + Sync + 'static,
{
    spawn_local(future, schedule)
}

pub fn spawn_local<F, S>(future: F, schedule: S) -> (Runnable, Task<F::Output>)
where
    F: Future + 'static,
    F::Output: 'static,
    S: Fn(Runnable) + 'static,
{
    let task = Arc::new(Shared {
        future: RefCell::new(Some(Box::pin(future))),
        output: RefCell::new(None),
        awaiting: RefCell::new(None),
        schedule: Arc::new(schedule),
        scheduled: Cell::new(true),
        running: Cell::new(false),
        closed: Cell::new(false),
    });
    (runnable(&task), Task { task, detached: false })
}

/// A task that is to run once.
pub struct Runnable {
    run: Box<dyn FnOnce() -> bool + Send>,
    schedule: Schedule,
    waker: Waker,
}

impl Runnable {
    pub fn schedule(self) {
        let schedule = self.schedule.clone();
        schedule(self)
    }

    pub fn run(self) -> bool {
        (self.run)()
    }

    pub fn waker(&self) -> Waker {
        self.waker.clone()
    }
}

impl fmt::Debug for Runnable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Runnable").finish_non_exhaustive()
    }
}

#[must_use = "tasks get canceled when dropped, use `.detach()` to run them in the background"]
pub struct Task<T> {
    task: Arc<Shared<T>>,
    detached: bool,
}

impl<T> Task<T> {
    pub fn detach(mut self) {
        self.detached = true;
    }

    pub async fn cancel(self) -> Option<T> {
        let output = self.task.output.borrow_mut().take();
        drop(self);
        output
    }

    pub fn is_finished(&self) -> bool {
        !self.task.running.get() && self.task.future.borrow().is_none()
    }
}

impl<T> Future for Task<T> {
    type Output = T;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<T> {
        let output = self.task.output.borrow_mut().take();
        match output {
            Some(output) => Poll::Ready(output),
            None => {
                *self.task.awaiting.borrow_mut() = Some(cx.waker().clone());
                Poll::Pending
            }
        }
    }
}

impl<T> Drop for Task<T> {
    fn drop(&mut self) {
        if !self.detached {
            self.task.closed.set(true);
            let future = self.task.future.borrow_mut().take();
            drop(future);
        }
    }
}

impl<T> fmt::Debug for Task<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Task").finish_non_exhaustive()
    }
}
