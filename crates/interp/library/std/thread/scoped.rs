//! Threads that borrow from the one that started them.

use super::{JoinHandle, Result, Thread, start};
use crate::cell::Cell;
use crate::fmt;
use crate::sync::{Arc, Waiting};

pub struct Scope<'scope, 'env: 'scope> {
    state: Arc<State>,
    of: crate::marker::PhantomData<(&'scope (), &'env ())>,
}

struct State {
    running: Cell<usize>,
    panicked: Cell<bool>,
    waiting: Waiting,
}

/// Counts a thread of a scope until it has ended, however it does.
struct Running {
    state: Arc<State>,
    ended: Cell<bool>,
}

impl Drop for Running {
    fn drop(&mut self) {
        if !self.ended.get() {
            self.state.panicked.set(true);
        }
        self.state.running.set(self.state.running.get() - 1);
        if self.state.running.get() == 0 {
            self.state.waiting.wake_all();
        }
    }
}

#[track_caller]
pub fn scope<'env, F, T>(f: F) -> T
where
    F: for<'scope> FnOnce(&'scope Scope<'scope, 'env>) -> T,
{
    let state = Arc::new(State { running: Cell::new(0), panicked: Cell::new(false), waiting: Waiting::new("scope") });
    let scope = Scope { state: state.clone(), of: crate::marker::PhantomData };
    let result = crate::panic::catch_unwind(|| f(&scope));
    while state.running.get() > 0 {
        state.waiting.wait("scope");
    }
    match result {
        Err(payload) => crate::panic::resume_unwind(payload),
        Ok(_) if state.panicked.get() => panic!("a scoped thread panicked"),
        Ok(value) => value,
    }
}

impl<'scope, 'env> Scope<'scope, 'env> {
    pub fn spawn<F, T>(&'scope self, f: F) -> ScopedJoinHandle<'scope, T>
    where
        F: FnOnce() -> T + Send + 'scope,
        T: Send + 'scope,
    {
        self.start("", f)
    }

    pub(super) fn start<F: FnOnce() -> T, T>(&'scope self, name: &str, f: F) -> ScopedJoinHandle<'scope, T> {
        self.state.running.set(self.state.running.get() + 1);
        let running = Running { state: self.state.clone(), ended: Cell::new(false) };
        let started = start(name, move || {
            let running = running;
            let value = f();
            running.ended.set(true);
            value
        });
        ScopedJoinHandle {
            handle: JoinHandle::new(started, name),
            state: self.state.clone(),
            of: crate::marker::PhantomData,
        }
    }
}

impl<'scope, 'env> fmt::Debug for Scope<'scope, 'env> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Scope").finish_non_exhaustive()
    }
}

pub struct ScopedJoinHandle<'scope, T> {
    handle: JoinHandle<T>,
    state: Arc<State>,
    of: crate::marker::PhantomData<&'scope ()>,
}

impl<'scope, T> ScopedJoinHandle<'scope, T> {
    pub fn thread(&self) -> &Thread {
        self.handle.thread()
    }

    /// A panic that is asked for is not the scope's any more.
    pub fn join(self) -> Result<T> {
        let result = self.handle.join();
        if result.is_err() {
            self.state.panicked.set(false);
        }
        result
    }

    pub fn is_finished(&self) -> bool {
        self.handle.is_finished()
    }
}

impl<'scope, T> fmt::Debug for ScopedJoinHandle<'scope, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ScopedJoinHandle").finish_non_exhaustive()
    }
}
