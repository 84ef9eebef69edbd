//! A lock that is waited for without blocking.

mod bilock;
mod guards;

pub use bilock::BiLock;
pub use guards::{MappedMutexGuard, MutexGuard, OwnedMutexGuard};

use crate::future::FusedFuture;
use guards::{guard, owned_guard};
use std::cell::UnsafeCell;
use std::collections::VecDeque;
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex as StdMutex};
use std::task::{Context, Poll, Waker};

/// Who holds it and who waits.
struct Queue {
    locked: bool,
    next: u64,
    waiting: VecDeque<(u64, Waker)>,
}

pub struct Mutex<T: ?Sized> {
    queue: StdMutex<Queue>,
    value: UnsafeCell<T>,
}

unsafe impl<T: ?Sized + Send> Send for Mutex<T> {}
unsafe impl<T: ?Sized + Send> Sync for Mutex<T> {}

impl<T> Mutex<T> {
    pub fn new(t: T) -> Mutex<T> {
        let queue = Queue { locked: false, next: 0, waiting: VecDeque::new() };
        Mutex { queue: StdMutex::new(queue), value: UnsafeCell::new(t) }
    }

    pub fn into_inner(self) -> T {
        self.value.into_inner()
    }
}

impl<T: ?Sized> Mutex<T> {
    pub fn try_lock(&self) -> Option<MutexGuard<'_, T>> {
        if self.take() { Some(guard(self)) } else { None }
    }

    pub fn try_lock_owned(self: &Arc<Self>) -> Option<OwnedMutexGuard<T>> {
        if self.take() { Some(owned_guard(self.clone())) } else { None }
    }

    pub fn lock(&self) -> MutexLockFuture<'_, T> {
        MutexLockFuture { mutex: Some(self), place: 0 }
    }

    pub fn lock_owned(self: Arc<Self>) -> OwnedMutexLockFuture<T> {
        OwnedMutexLockFuture { mutex: Some(self), place: 0 }
    }

    pub fn get_mut(&mut self) -> &mut T {
        unsafe { &mut *self.value.get() }
    }

    fn take(&self) -> bool {
        let mut queue = self.queue.lock().unwrap();
        !std::mem::replace(&mut queue.locked, true)
    }

    /// Takes the lock, or waits in the queue at `place`; 0 is no place.
    fn poll_take(&self, place: &mut u64, cx: &mut Context<'_>) -> bool {
        let mut queue = self.queue.lock().unwrap();
        if *place != 0 {
            queue.waiting.retain(|it| it.0 != *place);
        }
        if !queue.locked {
            queue.locked = true;
            *place = 0;
            return true;
        }
        if *place == 0 {
            queue.next += 1;
            *place = queue.next;
            queue.waiting.push_back((*place, cx.waker().clone()));
        } else {
            queue.waiting.push_front((*place, cx.waker().clone()));
        }
        false
    }

    fn forget(&self, place: u64) {
        let mut queue = self.queue.lock().unwrap();
        let waiting = queue.waiting.len();
        queue.waiting.retain(|it| it.0 != place);
        // It had been woken to take the lock: now it is another's turn.
        let woken = waiting == queue.waiting.len() && !queue.locked;
        let waker = if woken { queue.waiting.pop_front() } else { None };
        drop(queue);
        if let Some((_, waker)) = waker {
            waker.wake();
        }
    }

    pub(crate) fn unlock(&self) {
        let mut queue = self.queue.lock().unwrap();
        queue.locked = false;
        let first = queue.waiting.pop_front();
        drop(queue);
        if let Some((_, waker)) = first {
            waker.wake();
        }
    }
}

impl<T: Default> Default for Mutex<T> {
    fn default() -> Self {
        let value: T = T::default();
        Mutex::new(value)
    }
}

impl<T> From<T> for Mutex<T> {
    fn from(t: T) -> Self {
        Mutex::new(t)
    }
}

impl<T: ?Sized> fmt::Debug for Mutex<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let queue = self.queue.lock().unwrap();
        f.debug_struct("Mutex")
            .field("is_locked", &queue.locked)
            .field("has_waiters", &!queue.waiting.is_empty())
            .finish()
    }
}

macro_rules! lock_future {
    ($($name:ident<$($life:lifetime,)? T>($of:ty) -> $guard:ident $make:ident;)*) => {$(
        #[must_use = "futures do nothing unless you `.await` or poll them"]
        pub struct $name<$($life,)? T: ?Sized> {
            mutex: Option<$of>,
            place: u64,
        }

        impl<$($life,)? T: ?Sized> Future for $name<$($life,)? T> {
            type Output = $guard<$($life,)? T>;

            fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
                let this = self.get_mut();
                let mutex = this.mutex.as_ref().expect("polled MutexLockFuture after completion");
                if !mutex.poll_take(&mut this.place, cx) {
                    return Poll::Pending;
                }
                Poll::Ready($make(this.mutex.take().unwrap()))
            }
        }

        impl<$($life,)? T: ?Sized> FusedFuture for $name<$($life,)? T> {
            fn is_terminated(&self) -> bool {
                self.mutex.is_none()
            }
        }

        impl<$($life,)? T: ?Sized> Drop for $name<$($life,)? T> {
            fn drop(&mut self) {
                if let Some(mutex) = &self.mutex {
                    if self.place != 0 {
                        mutex.forget(self.place);
                    }
                }
            }
        }
    )*};
}

lock_future! {
    MutexLockFuture<'a, T>(&'a Mutex<T>) -> MutexGuard guard;
    OwnedMutexLockFuture<T>(Arc<Mutex<T>>) -> OwnedMutexGuard owned_guard;
}
