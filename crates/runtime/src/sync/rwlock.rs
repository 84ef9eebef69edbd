//! The lock for many readers or one writer.

use super::guard::guard;
use super::later::Later;
use super::resource::{self, Held, Tag, Tagged, Tagging};
use crate::record::Recorded;
use meanwhile_trace::{ResourceKind, SpanKind};
use std::fmt;
use std::sync::Arc;
use tokio::sync as real;
use tokio::sync::TryLockError;

/// A lock for any number of readers or one writer, as [`tokio::sync::RwLock`]: fair, so that readers who come after a
/// waiting writer wait too.
///
/// What differs: what it protects must be `Sized`.
pub struct RwLock<T> {
    tag: Tag,
    inner: Later<T, real::RwLock<T>>,
}

/// An [`RwLock`] held for reading.
#[must_use = "if unused, the lock is released at once"]
pub struct RwLockReadGuard<'a, T: ?Sized> {
    // Recorded as released before the lock is let go.
    _held: Held,
    inner: real::RwLockReadGuard<'a, T>,
}

/// An [`RwLock`] held for writing.
#[must_use = "if unused, the lock is released at once"]
pub struct RwLockWriteGuard<'a, T> {
    held: Held,
    inner: real::RwLockWriteGuard<'a, T>,
    tag: &'a Tag,
}

/// A part of what an [`RwLock`] held for writing protects.
#[must_use = "if unused, the lock is released at once"]
pub struct RwLockMappedWriteGuard<'a, T: ?Sized> {
    // Recorded as released before the lock is let go.
    _held: Held,
    inner: real::RwLockMappedWriteGuard<'a, T>,
}

/// An [`RwLock`] held for reading by a guard that borrows nothing.
#[must_use = "if unused, the lock is released at once"]
pub struct OwnedRwLockReadGuard<T> {
    // Recorded as released before the lock is let go.
    _held: Held,
    inner: real::OwnedRwLockReadGuard<T>,
    _lock: Arc<RwLock<T>>,
}

/// An [`RwLock`] held for writing by a guard that borrows nothing.
#[must_use = "if unused, the lock is released at once"]
pub struct OwnedRwLockWriteGuard<T> {
    held: Held,
    inner: real::OwnedRwLockWriteGuard<T>,
    lock: Arc<RwLock<T>>,
}

guard!(['a, T: ?Sized] RwLockReadGuard<'a, T> => T);
guard!(['a, T] RwLockWriteGuard<'a, T> => T, mutable);
guard!(['a, T: ?Sized] RwLockMappedWriteGuard<'a, T> => T, mutable);
guard!([T] OwnedRwLockReadGuard<T> => T);
guard!([T] OwnedRwLockWriteGuard<T> => T, mutable);

impl<T> RwLock<T> {
    /// Makes a lock that protects `value`.
    pub fn new(value: T) -> Self {
        RwLock { tag: Tag::new(ResourceKind::RwLock), inner: Later::new(value, real::RwLock::new) }
    }

    /// Makes a lock for a `static`.
    pub const fn const_new(value: T) -> Self {
        RwLock { tag: Tag::new_const(ResourceKind::RwLock), inner: Later::new(value, real::RwLock::new) }
    }

    /// Waits until no writer holds it or waits before us.
    ///
    /// # Cancel safety
    ///
    /// A wait that is dropped loses its place in the queue, and nothing else.
    pub fn read(&self) -> Recorded<impl Future<Output = RwLockReadGuard<'_, T>>> {
        let done = |tag: &Tag, inner| RwLockReadGuard { _held: tag.hold(), inner };
        self.tag.wait(SpanKind::Lock, "read", self.inner.get().read(), done)
    }

    /// Waits until nobody else holds it.
    ///
    /// # Cancel safety
    ///
    /// A wait that is dropped loses its place in the queue, and nothing else.
    pub fn write(&self) -> Recorded<impl Future<Output = RwLockWriteGuard<'_, T>>> {
        let done = |tag: &Tag, inner| RwLockWriteGuard { held: tag.hold(), inner, tag: &self.tag };
        self.tag.wait(SpanKind::Lock, "write", self.inner.get().write(), done)
    }

    /// As [`read`](RwLock::read), with a guard that borrows nothing.
    pub fn read_owned(self: Arc<Self>) -> Recorded<impl Future<Output = OwnedRwLockReadGuard<T>>> {
        let inner = self.inner.get().clone().read_owned();
        let tagged = Tagged(self.clone());
        let done = |tag: &Tag, inner| OwnedRwLockReadGuard { _held: tag.hold(), inner, _lock: self };
        resource::wait(tagged, SpanKind::Lock, "read", inner, done)
    }

    /// As [`write`](RwLock::write), with a guard that borrows nothing.
    pub fn write_owned(self: Arc<Self>) -> Recorded<impl Future<Output = OwnedRwLockWriteGuard<T>>> {
        let inner = self.inner.get().clone().write_owned();
        let tagged = Tagged(self.clone());
        let done = |tag: &Tag, inner| OwnedRwLockWriteGuard { held: tag.hold(), inner, lock: self };
        resource::wait(tagged, SpanKind::Lock, "write", inner, done)
    }

    /// Takes it for reading if that is possible at once.
    ///
    /// # Errors
    ///
    /// Fails if it is not.
    pub fn try_read(&self) -> Result<RwLockReadGuard<'_, T>, TryLockError> {
        let inner = self.inner.get().try_read()?;
        Ok(RwLockReadGuard { _held: self.tag.hold(), inner })
    }

    /// Takes it for writing if that is possible at once.
    ///
    /// # Errors
    ///
    /// Fails if it is not.
    pub fn try_write(&self) -> Result<RwLockWriteGuard<'_, T>, TryLockError> {
        let inner = self.inner.get().try_write()?;
        Ok(RwLockWriteGuard { held: self.tag.hold(), inner, tag: &self.tag })
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

impl<T> Tagging for RwLock<T> {
    fn tag(&self) -> &Tag {
        &self.tag
    }
}

impl<'a, T: ?Sized> RwLockReadGuard<'a, T> {
    /// Narrows the guard to a part of the value.
    pub fn map<U: ?Sized>(this: Self, part: impl FnOnce(&T) -> &U) -> RwLockReadGuard<'a, U> {
        RwLockReadGuard { _held: this._held, inner: real::RwLockReadGuard::map(this.inner, part) }
    }
}

impl<'a, T> RwLockWriteGuard<'a, T> {
    /// Narrows the guard to a part of the value.
    pub fn map<U: ?Sized>(this: Self, part: impl FnOnce(&mut T) -> &mut U) -> RwLockMappedWriteGuard<'a, U> {
        RwLockMappedWriteGuard { _held: this.held, inner: real::RwLockWriteGuard::map(this.inner, part) }
    }

    /// Goes on reading, without letting another writer in between.
    pub fn downgrade(self) -> RwLockReadGuard<'a, T> {
        let RwLockWriteGuard { held, inner, tag } = self;
        drop(held);
        RwLockReadGuard { _held: tag.hold(), inner: inner.downgrade() }
    }
}

impl<T> OwnedRwLockWriteGuard<T> {
    /// Goes on reading, without letting another writer in between.
    pub fn downgrade(self) -> OwnedRwLockReadGuard<T> {
        let OwnedRwLockWriteGuard { held, inner, lock } = self;
        drop(held);
        OwnedRwLockReadGuard { _held: lock.tag.hold(), inner: inner.downgrade(), _lock: lock }
    }
}

impl<T: Default> Default for RwLock<T> {
    fn default() -> Self {
        RwLock::new(T::default())
    }
}

impl<T> From<T> for RwLock<T> {
    fn from(value: T) -> Self {
        RwLock::new(value)
    }
}

impl<T: fmt::Debug> fmt::Debug for RwLock<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self.inner.get(), f)
    }
}
