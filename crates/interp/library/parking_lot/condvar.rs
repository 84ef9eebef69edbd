//! Waiting for something under a lock.

use super::MutexGuard;
use std::sync;
use std::sync::PoisonError;
use std::time::{Duration, Instant};

#[derive(Debug, Default)]
pub struct Condvar {
    inner: sync::Condvar,
}

#[derive(Debug, Copy, Clone, PartialEq, Eq)]
pub struct WaitTimeoutResult(bool);

impl WaitTimeoutResult {
    pub fn timed_out(self) -> bool {
        self.0
    }
}

impl Condvar {
    pub const fn new() -> Condvar {
        Condvar { inner: sync::Condvar::new() }
    }

    pub fn notify_one(&self) -> bool {
        self.inner.notify_one();
        true
    }

    pub fn notify_all(&self) -> usize {
        self.inner.notify_all();
        0
    }

    pub fn wait<T: ?Sized>(&self, mutex_guard: &mut MutexGuard<'_, T>) {
        let guard = mutex_guard.inner.take().unwrap();
        mutex_guard.inner = Some(self.inner.wait(guard).unwrap_or_else(PoisonError::into_inner));
    }

    pub fn wait_while<T: ?Sized, F: FnMut(&mut T) -> bool>(
        &self,
        mutex_guard: &mut MutexGuard<'_, T>,
        mut condition: F,
    ) {
        while condition(&mut **mutex_guard) {
            self.wait(mutex_guard);
        }
    }

    pub fn wait_for<T: ?Sized>(
        &self,
        mutex_guard: &mut MutexGuard<'_, T>,
        timeout: Duration,
    ) -> WaitTimeoutResult {
        let guard = mutex_guard.inner.take().unwrap();
        let (guard, result) = self.inner.wait_timeout(guard, timeout).unwrap_or_else(PoisonError::into_inner);
        mutex_guard.inner = Some(guard);
        WaitTimeoutResult(result.timed_out())
    }

    pub fn wait_until<T: ?Sized>(
        &self,
        mutex_guard: &mut MutexGuard<'_, T>,
        timeout: Instant,
    ) -> WaitTimeoutResult {
        self.wait_for(mutex_guard, timeout.saturating_duration_since(Instant::now()))
    }
}
