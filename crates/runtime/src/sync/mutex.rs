//! The lock for one.

use super::guard::guard;
use super::later::Later;
use super::resource::{self, Held, Tag, Tagged, Tagging};
use crate::record::Recorded;
use meanwhile_trace::{ResourceKind, SpanKind};
use std::fmt;
use std::sync::Arc;
use tokio::sync as real;
use tokio::sync::TryLockError;

/// A mutual exclusion lock whose guard can be held across an `.await`, as [`tokio::sync::Mutex`].
///
/// What differs: what it protects must be `Sized`.
///
/// ```
/// # use meanwhile_runtime::{run_to_end, RunConfig, sync::Mutex};
/// # run_to_end(RunConfig::default(), || Box::pin(async {
/// let till = Mutex::new(5);
/// *till.lock().await += 1;
/// assert_eq!(*till.lock().await, 6);
/// # Ok(()) }));
/// ```
pub struct Mutex<T> {
    tag: Tag,
    inner: Later<T, real::Mutex<T>>,
}

/// A held [`Mutex`], released when dropped.
#[must_use = "if unused, the lock is released at once"]
pub struct MutexGuard<'a, T> {
    held: Held,
    inner: real::MutexGuard<'a, T>,
    mutex: &'a Mutex<T>,
}

/// A held [`Mutex`] that borrows nothing, released when dropped.
#[must_use = "if unused, the lock is released at once"]
pub struct OwnedMutexGuard<T> {
    // Recorded as released before the lock is let go.
    _held: Held,
    inner: real::OwnedMutexGuard<T>,
    mutex: Arc<Mutex<T>>,
}

/// A part of what a held [`Mutex`] protects; the lock is released when it is dropped.
#[must_use = "if unused, the lock is released at once"]
pub struct MappedMutexGuard<'a, T: ?Sized> {
    // Recorded as released before the lock is let go.
    _held: Held,
    inner: real::MappedMutexGuard<'a, T>,
}

guard!(['a, T] MutexGuard<'a, T> => T, mutable);
guard!([T] OwnedMutexGuard<T> => T, mutable);
guard!(['a, T: ?Sized] MappedMutexGuard<'a, T> => T, mutable);

impl<T> Mutex<T> {
    /// Makes a mutex that protects `value`.
    pub fn new(value: T) -> Self {
        Mutex { tag: Tag::new(ResourceKind::Mutex), inner: Later::new(value, real::Mutex::new) }
    }

    /// Makes a mutex for a `static`.
    pub const fn const_new(value: T) -> Self {
        Mutex { tag: Tag::new_const(ResourceKind::Mutex), inner: Later::new(value, real::Mutex::new) }
    }

    /// Waits for the lock.
    ///
    /// # Cancel safety
    ///
    /// A wait that is dropped loses its place in the queue, and nothing else.
    pub fn lock(&self) -> Recorded<impl Future<Output = MutexGuard<'_, T>>> {
        let done = |tag: &Tag, inner| MutexGuard { held: tag.hold(), inner, mutex: self };
        self.tag.wait(SpanKind::Lock, "lock", self.inner.get().lock(), done)
    }

    /// Waits for the lock, with a guard that borrows nothing.
    ///
    /// # Cancel safety
    ///
    /// As [`lock`](Mutex::lock).
    pub fn lock_owned(self: Arc<Self>) -> Recorded<impl Future<Output = OwnedMutexGuard<T>>> {
        let inner = self.inner.get().clone().lock_owned();
        let tagged = Tagged(self.clone());
        let done = |tag: &Tag, inner| OwnedMutexGuard { _held: tag.hold(), inner, mutex: self };
        resource::wait(tagged, SpanKind::Lock, "lock", inner, done)
    }

    /// Takes the lock if it is free.
    ///
    /// # Errors
    ///
    /// Fails if it is not.
    pub fn try_lock(&self) -> Result<MutexGuard<'_, T>, TryLockError> {
        let inner = self.inner.get().try_lock()?;
        Ok(MutexGuard { held: self.tag.hold(), inner, mutex: self })
    }

    /// Takes the lock if it is free, with a guard that borrows nothing.
    ///
    /// # Errors
    ///
    /// Fails if it is not.
    pub fn try_lock_owned(self: Arc<Self>) -> Result<OwnedMutexGuard<T>, TryLockError> {
        let inner = self.inner.get().clone().try_lock_owned()?;
        Ok(OwnedMutexGuard { _held: self.tag.hold(), inner, mutex: self })
    }

    /// Returns the value, which nobody else can reach.
    pub fn get_mut(&mut self) -> &mut T {
        self.inner.get_mut().get_mut()
    }

    /// Returns the value.
    pub fn into_inner(self) -> T {
        self.inner.into_inner().into_inner()
    }
}

impl<T> Tagging for Mutex<T> {
    fn tag(&self) -> &Tag {
        &self.tag
    }
}

impl<'a, T> MutexGuard<'a, T> {
    /// Narrows the guard to a part of the value.
    pub fn map<U: ?Sized>(this: Self, part: impl FnOnce(&mut T) -> &mut U) -> MappedMutexGuard<'a, U> {
        MappedMutexGuard { _held: this.held, inner: real::MutexGuard::map(this.inner, part) }
    }

    /// Returns the mutex that is held.
    pub fn mutex(this: &Self) -> &'a Mutex<T> {
        this.mutex
    }
}

impl<T> OwnedMutexGuard<T> {
    /// Returns the mutex that is held.
    pub fn mutex(this: &Self) -> &Arc<Mutex<T>> {
        &this.mutex
    }
}

impl<T: Default> Default for Mutex<T> {
    fn default() -> Self {
        Mutex::new(T::default())
    }
}

impl<T> From<T> for Mutex<T> {
    fn from(value: T) -> Self {
        Mutex::new(value)
    }
}

impl<T: fmt::Debug> fmt::Debug for Mutex<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self.inner.get(), f)
    }
}
