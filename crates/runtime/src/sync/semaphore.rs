//! Permits.

use super::later::Later;
use super::resource::{self, Held, Tag, Tagged, Tagging};
use crate::record::Recorded;
use meanwhile_trace::{ResourceKind, SpanKind};
use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;
use tokio::sync as real;
use tokio::sync::{AcquireError, TryAcquireError};

/// A number of permits to be taken and given back, as [`tokio::sync::Semaphore`]: fair, first come first served.
pub struct Semaphore {
    tag: Tag,
    inner: Later<usize, real::Semaphore>,
}

/// Permits of a [`Semaphore`], given back when dropped.
#[must_use = "if unused, the permits are given back at once"]
#[derive(Debug)]
pub struct SemaphorePermit<'a> {
    held: Held,
    /// `None` once the permits are forgotten.
    inner: Option<real::SemaphorePermit<'a>>,
}

/// Permits of a [`Semaphore`] that borrow nothing, given back when dropped.
#[must_use = "if unused, the permits are given back at once"]
#[derive(Debug)]
pub struct OwnedSemaphorePermit {
    held: Held,
    /// `None` once the permits are forgotten.
    inner: Option<real::OwnedSemaphorePermit>,
    semaphore: Arc<Semaphore>,
}

fn name(permits: u32) -> Cow<'static, str> {
    if permits == 1 { Cow::Borrowed("acquire") } else { Cow::Owned(format!("acquire {permits}")) }
}

/// A lock as the interpreter makes one of permits: recorded as what it is.
pub fn lock_of_permits(kind: ResourceKind, permits: usize) -> Semaphore {
    Semaphore { tag: Tag::new(kind), inner: Later::new(permits, real::Semaphore::new) }
}

/// Waits for a lock that is made of permits, by the name of its method.
///
/// # Errors
///
/// Never fails unless it is closed, which locks are not.
pub fn lock_by_permits(
    lock: Arc<Semaphore>,
    method: &'static str,
    permits: u32,
) -> Recorded<impl Future<Output = Result<OwnedSemaphorePermit, AcquireError>>> {
    let inner = lock.inner.get().clone().acquire_many_owned(permits);
    let tagged = Tagged(lock.clone());
    let done = move |_: &Tag, got: Result<_, _>| {
        Ok(OwnedSemaphorePermit { inner: Some(got?), held: lock.hold(permits), semaphore: lock })
    };
    resource::wait(tagged, SpanKind::Lock, method, inner, done)
}

impl Semaphore {
    /// The most permits a semaphore can have.
    pub const MAX_PERMITS: usize = real::Semaphore::MAX_PERMITS;

    /// Makes a semaphore with this many permits.
    ///
    /// # Panics
    ///
    /// Its first use panics if there are more than [`MAX_PERMITS`](Semaphore::MAX_PERMITS).
    pub fn new(permits: usize) -> Self {
        Semaphore { tag: Tag::new(ResourceKind::Semaphore), inner: Later::new(permits, real::Semaphore::new) }
    }

    /// Makes a semaphore for a `static`.
    pub const fn const_new(permits: usize) -> Self {
        Semaphore {
            tag: Tag::new_const(ResourceKind::Semaphore),
            inner: Later::new(permits, real::Semaphore::new),
        }
    }

    /// Waits for a permit.
    ///
    /// # Errors
    ///
    /// Fails if the semaphore is or gets closed.
    ///
    /// # Cancel safety
    ///
    /// A wait that is dropped loses its place in the queue, and nothing else.
    pub fn acquire(&self) -> Recorded<impl Future<Output = Result<SemaphorePermit<'_>, AcquireError>>> {
        self.acquire_many(1)
    }

    /// Waits for several permits. Errors and cancel safety are those of [`acquire`](Semaphore::acquire).
    pub fn acquire_many(
        &self,
        permits: u32,
    ) -> Recorded<impl Future<Output = Result<SemaphorePermit<'_>, AcquireError>>> {
        let done = move |_: &Tag, got: Result<_, _>| {
            Ok(SemaphorePermit { inner: Some(got?), held: self.hold(permits) })
        };
        self.tag.wait(SpanKind::Permit, name(permits), self.inner.get().acquire_many(permits), done)
    }

    /// Waits for a permit that borrows nothing. Errors and cancel safety are those of
    /// [`acquire`](Semaphore::acquire).
    pub fn acquire_owned(
        self: Arc<Self>,
    ) -> Recorded<impl Future<Output = Result<OwnedSemaphorePermit, AcquireError>>> {
        self.acquire_many_owned(1)
    }

    /// Waits for several permits that borrow nothing. Errors and cancel safety are those of
    /// [`acquire`](Semaphore::acquire).
    pub fn acquire_many_owned(
        self: Arc<Self>,
        permits: u32,
    ) -> Recorded<impl Future<Output = Result<OwnedSemaphorePermit, AcquireError>>> {
        let inner = self.inner.get().clone().acquire_many_owned(permits);
        let tagged = Tagged(self.clone());
        let done = move |_: &Tag, got: Result<_, _>| {
            Ok(OwnedSemaphorePermit { inner: Some(got?), held: self.hold(permits), semaphore: self })
        };
        resource::wait(tagged, SpanKind::Permit, name(permits), inner, done)
    }

    /// Takes a permit if there is one.
    ///
    /// # Errors
    ///
    /// Fails if there is none, or the semaphore is closed.
    pub fn try_acquire(&self) -> Result<SemaphorePermit<'_>, TryAcquireError> {
        self.try_acquire_many(1)
    }

    /// Takes several permits if there are enough.
    ///
    /// # Errors
    ///
    /// Fails if there are not, or the semaphore is closed.
    pub fn try_acquire_many(&self, permits: u32) -> Result<SemaphorePermit<'_>, TryAcquireError> {
        let inner = self.inner.get().try_acquire_many(permits)?;
        Ok(SemaphorePermit { inner: Some(inner), held: self.hold(permits) })
    }

    /// Takes a permit that borrows nothing if there is one. Fails as [`try_acquire`](Semaphore::try_acquire).
    pub fn try_acquire_owned(self: Arc<Self>) -> Result<OwnedSemaphorePermit, TryAcquireError> {
        self.try_acquire_many_owned(1)
    }

    /// Takes several permits that borrow nothing. Fails as [`try_acquire_many`](Semaphore::try_acquire_many).
    pub fn try_acquire_many_owned(
        self: Arc<Self>,
        permits: u32,
    ) -> Result<OwnedSemaphorePermit, TryAcquireError> {
        let inner = self.inner.get().clone().try_acquire_many_owned(permits)?;
        Ok(OwnedSemaphorePermit { inner: Some(inner), held: self.hold(permits), semaphore: self })
    }

    /// Returns how many permits are there to be taken.
    pub fn available_permits(&self) -> usize {
        self.inner.get().available_permits()
    }

    /// Adds permits.
    ///
    /// # Panics
    ///
    /// Panics if there would be more than [`MAX_PERMITS`](Semaphore::MAX_PERMITS).
    pub fn add_permits(&self, permits: usize) {
        self.inner.get().add_permits(permits);
    }

    /// Takes up to this many permits out for good, and returns how many.
    pub fn forget_permits(&self, permits: usize) -> usize {
        self.inner.get().forget_permits(permits)
    }

    /// Records that permits are held. A task that is leaked by a panic gives them back all the same.
    fn hold(&self, permits: u32) -> Held {
        let inner = self.inner.get().clone();
        self.tag.hold_to_give_back(move || inner.add_permits(permits as usize))
    }

    /// Closes it: who waits gets an error.
    pub fn close(&self) {
        self.inner.get().close();
    }

    /// Returns whether it is closed.
    pub fn is_closed(&self) -> bool {
        self.inner.get().is_closed()
    }
}

impl Tagging for Semaphore {
    fn tag(&self) -> &Tag {
        &self.tag
    }
}

/// What both kinds of permits do.
macro_rules! permits {
    ($permit:ty) => {
        impl $permit {
            /// Keeps the permits from being given back.
            pub fn forget(mut self) {
                self.held.forget();
                if let Some(inner) = self.inner.take() {
                    inner.forget();
                }
            }

            /// Returns how many permits these are.
            pub fn num_permits(&self) -> usize {
                self.inner.as_ref().map_or(0, |it| it.num_permits())
            }
        }

        impl Drop for $permit {
            fn drop(&mut self) {
                if self.held.is_given_back()
                    && let Some(inner) = self.inner.take()
                {
                    inner.forget();
                }
            }
        }
    };
}

permits!(SemaphorePermit<'_>);
permits!(OwnedSemaphorePermit);

impl OwnedSemaphorePermit {
    /// Returns the semaphore they are of.
    pub fn semaphore(&self) -> &Arc<Semaphore> {
        &self.semaphore
    }

    /// Takes some of the permits away, to be given back by themselves; nothing if there are fewer.
    pub fn split(&mut self, permits: usize) -> Option<OwnedSemaphorePermit> {
        let inner = self.inner.as_mut()?;
        let part = inner.split(permits)?;
        let left = inner.num_permits() as u32;
        self.held = self.semaphore.hold(left);
        let held = self.semaphore.hold(permits as u32);
        Some(OwnedSemaphorePermit { inner: Some(part), held, semaphore: self.semaphore.clone() })
    }

    /// Takes over the permits of another.
    ///
    /// # Panics
    ///
    /// Panics if the other is of another semaphore.
    pub fn merge(&mut self, mut other: OwnedSemaphorePermit) {
        if let (Some(inner), Some(others)) = (&mut self.inner, other.inner.take()) {
            inner.merge(others);
            self.held = self.semaphore.hold(inner.num_permits() as u32);
        }
    }
}

impl fmt::Debug for Semaphore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Semaphore").field("permits", &self.available_permits()).finish_non_exhaustive()
    }
}
