//! Tasks that stay on a thread, and values that tasks have of their own.

use super::JoinHandle;
use std::cell::RefCell;
use std::fmt;
use std::future::Future;

#[derive(Debug, Default)]
pub struct LocalSet;

impl LocalSet {
    pub fn new() -> LocalSet {
        LocalSet
    }

    #[track_caller]
    pub fn spawn_local<F: Future + 'static>(&self, future: F) -> JoinHandle<F::Output> {
        JoinHandle::new(super::host_spawn(future))
    }

    pub async fn run_until<F: Future>(&self, future: F) -> F::Output {
        future.await
    }

    #[track_caller]
    pub fn block_on<F: Future>(&self, rt: &crate::runtime::Runtime, future: F) -> F::Output {
        rt.block_on(future)
    }
}

/// What `task_local!` declares.
pub struct LocalKey<T: 'static> {
    slots: RefCell<Vec<T>>,
}

impl<T: 'static> LocalKey<T> {
    #[lang = "task::LocalKey::new"]
    pub const fn empty() -> LocalKey<T> {
        LocalKey { slots: RefCell::new(Vec::new()) }
    }

    /// The value is there while the future is being polled.
    pub async fn scope<F: Future>(&'static self, value: T, f: F) -> F::Output {
        let mut value = Some(value);
        let mut f = std::pin::pin!(f);
        std::future::poll_fn(|cx| {
            self.slots.borrow_mut().push(value.take().unwrap());
            let polled = f.as_mut().poll(cx);
            value = self.slots.borrow_mut().pop();
            polled
        })
        .await
    }

    pub fn sync_scope<F: FnOnce() -> R, R>(&'static self, value: T, f: F) -> R {
        self.slots.borrow_mut().push(value);
        let result = f();
        drop(self.slots.borrow_mut().pop());
        result
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
