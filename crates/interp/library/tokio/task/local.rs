//! Tasks that stay on a thread, and values that tasks have of their own.

use super::{AbortHandle, JoinHandle};
use std::cell::{Cell, RefCell};
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

/// What is known of the tasks of a set.
struct Tasks {
    running: Cell<usize>,
    handles: RefCell<Vec<AbortHandle>>,
    waiting: RefCell<Vec<Waker>>,
}

thread_local! {
    /// The set of the task that is being polled.
    static CURRENT: RefCell<Option<Rc<Tasks>>> = const { RefCell::new(None) };
}

/// A task of a set.
struct Counted<F> {
    future: Pin<Box<F>>,
    tasks: Rc<Tasks>,
}

impl<F: Future> Future for Counted<F> {
    type Output = F::Output;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<F::Output> {
        let _entered = LocalEnterGuard { outer: CURRENT.replace(Some(self.tasks.clone())) };
        self.future.as_mut().poll(cx)
    }
}

impl<F> Drop for Counted<F> {
    fn drop(&mut self) {
        self.tasks.running.set(self.tasks.running.get() - 1);
        if self.tasks.running.get() == 0 {
            let waiting = self.tasks.waiting.take();
            for waker in waiting {
                waker.wake();
            }
        }
    }
}

fn spawn_counted<F: Future + 'static>(tasks: &Rc<Tasks>, future: F) -> JoinHandle<F::Output> {
    tasks.running.set(tasks.running.get() + 1);
    let counted = Counted { future: Box::pin(future), tasks: tasks.clone() };
    let handle = JoinHandle::new(super::host_spawn(counted));
    tasks.handles.borrow_mut().push(handle.abort_handle());
    handle
}

/// Spawns a task into the set of the one that runs, if it is of one.
pub(super) fn spawn_here<F: Future + 'static>(future: F) -> JoinHandle<F::Output> {
    let current = CURRENT.with_borrow(|it| it.clone());
    match current {
        Some(tasks) => spawn_counted(&tasks, future),
        None => JoinHandle::new(super::host_spawn(future)),
    }
}

/// What is spawned while it is there is of a set.
pub struct LocalEnterGuard {
    outer: Option<Rc<Tasks>>,
}

impl Drop for LocalEnterGuard {
    fn drop(&mut self) {
        CURRENT.set(self.outer.take());
    }
}

pub struct LocalSet {
    tasks: Rc<Tasks>,
}

impl LocalSet {
    pub fn new() -> LocalSet {
        let (handles, waiting) = (RefCell::new(Vec::new()), RefCell::new(Vec::new()));
        LocalSet { tasks: Rc::new(Tasks { running: Cell::new(0), handles, waiting }) }
    }

    #[track_caller]
    pub fn spawn_local<F: Future + 'static>(&self, future: F) -> JoinHandle<F::Output> {
        spawn_counted(&self.tasks, future)
    }

    /// What the future spawns is of this set.
    pub async fn run_until<F: Future>(&self, future: F) -> F::Output {
        let mut future = std::pin::pin!(future);
        std::future::poll_fn(|cx| {
            let _entered = self.enter();
            future.as_mut().poll(cx)
        })
        .await
    }

    #[track_caller]
    pub fn block_on<F: Future>(&self, rt: &crate::runtime::Runtime, future: F) -> F::Output {
        rt.block_on(self.run_until(future))
    }

    pub fn enter(&self) -> LocalEnterGuard {
        LocalEnterGuard { outer: CURRENT.replace(Some(self.tasks.clone())) }
    }
}

/// Waits for all of its tasks.
impl Future for LocalSet {
    type Output = ();

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        if self.tasks.running.get() == 0 {
            return Poll::Ready(());
        }
        self.tasks.waiting.borrow_mut().push(cx.waker().clone());
        Poll::Pending
    }
}

impl Drop for LocalSet {
    fn drop(&mut self) {
        let handles = self.tasks.handles.take();
        for handle in handles {
            handle.task.cancel_task();
        }
    }
}

impl Default for LocalSet {
    fn default() -> LocalSet {
        LocalSet::new()
    }
}

impl fmt::Debug for LocalSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LocalSet").finish()
    }
}

/// What `task_local!` declares.
pub struct LocalKey<T: 'static> {
    slots: RefCell<Vec<T>>,
}

/// A value is in its slot, and is taken back from there in the end, by a panic too.
struct Set<'v, T: 'static> {
    key: &'static LocalKey<T>,
    value: &'v mut Option<T>,
}

impl<'v, T: 'static> Set<'v, T> {
    fn new(key: &'static LocalKey<T>, value: &'v mut Option<T>) -> Set<'v, T> {
        key.slots.borrow_mut().extend(value.take());
        Set { key, value }
    }
}

impl<'v, T: 'static> Drop for Set<'v, T> {
    fn drop(&mut self) {
        *self.value = self.key.slots.borrow_mut().pop();
    }
}

struct Scoped<T: 'static, F> {
    key: &'static LocalKey<T>,
    value: Option<T>,
    future: Option<Pin<Box<F>>>,
}

impl<T: 'static, F> Scoped<T, F> {
    fn within<R>(&mut self, f: impl FnOnce(&mut Option<Pin<Box<F>>>) -> R) -> R {
        let _set = Set::new(self.key, &mut self.value);
        f(&mut self.future)
    }
}

impl<T: 'static, F> Drop for Scoped<T, F> {
    fn drop(&mut self) {
        self.within(|future| *future = None);
    }
}

impl<T: 'static> LocalKey<T> {
    #[lang = "task::LocalKey::new"]
    pub const fn empty() -> LocalKey<T> {
        LocalKey { slots: RefCell::new(Vec::new()) }
    }

    /// The value is there while the future is being polled, and while it is dropped.
    pub async fn scope<F: Future>(&'static self, value: T, f: F) -> F::Output {
        let mut scoped = Scoped { key: self, value: Some(value), future: Some(Box::pin(f)) };
        std::future::poll_fn(|cx| {
            scoped.within(|future| {
                let polled = future.as_mut().unwrap().as_mut().poll(cx);
                if polled.is_ready() {
                    *future = None;
                }
                polled
            })
        })
        .await
    }

    pub fn sync_scope<F: FnOnce() -> R, R>(&'static self, value: T, f: F) -> R {
        let mut value = Some(value);
        let _set = Set::new(self, &mut value);
        f()
    }

    #[track_caller]
    pub fn with<F: FnOnce(&T) -> R, R>(&'static self, f: F) -> R {
        match self.try_with(f) {
            Ok(result) => result,
            Err(_) => panic!("cannot access a task-local storage value without setting it first"),
        }
    }

    pub fn try_with<F: FnOnce(&T) -> R, R>(&'static self, f: F) -> Result<R, AccessError> {
        let slots = self.slots.borrow();
        match slots.last() {
            Some(value) => Ok(f(value)),
            None => Err(AccessError {}),
        }
    }

    pub fn get(&'static self) -> T
    where
        T: Clone,
    {
        self.with(|value| value.clone())
    }
}

impl<T: 'static> LocalKey<T> {
    pub fn try_get(&'static self) -> Result<T, AccessError>
    where
        T: Clone,
    {
        self.try_with(|value| value.clone())
    }
}

impl<T: 'static> fmt::Debug for LocalKey<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("LocalKey")
    }
}

#[derive(Clone, Copy, Eq, PartialEq)]
pub struct AccessError {}

impl fmt::Debug for AccessError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AccessError").finish()
    }
}

impl fmt::Display for AccessError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("task-local value not set")
    }
}

impl std::error::Error for AccessError {}
