//! crossbeam-utils: threads that borrow, and small things for those that share memory.

pub mod atomic;
pub mod sync;
pub mod thread;

use std::cell::Cell;
use std::fmt;
use std::ops::{Deref, DerefMut};

#[derive(Clone, Copy, Default, Hash, PartialEq, Eq)]
pub struct CachePadded<T> {
    value: T,
}

impl<T> CachePadded<T> {
    pub const fn new(t: T) -> CachePadded<T> {
        CachePadded { value: t }
    }

    pub fn into_inner(self) -> T {
        self.value
    }
}

impl<T> Deref for CachePadded<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T> DerefMut for CachePadded<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.value
    }
}

impl<T: fmt::Debug> fmt::Debug for CachePadded<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CachePadded").field("value", &self.value).finish()
    }
}

#[derive(Debug, Default)]
pub struct Backoff {
    step: Cell<u32>,
}

impl Backoff {
    pub fn new() -> Backoff {
        Backoff { step: Cell::new(0) }
    }

    pub fn reset(&self) {
        self.step.set(0);
    }

    pub fn spin(&self) {
        self.step.set((self.step.get() + 1).min(7));
        std::thread::yield_now();
    }

    pub fn snooze(&self) {
        self.step.set((self.step.get() + 1).min(11));
        std::thread::yield_now();
    }

    pub fn is_completed(&self) -> bool {
        self.step.get() > 10
    }
}
