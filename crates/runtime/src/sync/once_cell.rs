//! A value that is made once.

use crate::record::{Body, Recorded, SpanGuard, succeeds};
use meanwhile_trace::SpanKind;
use std::fmt;
use tokio::sync as real;
use tokio::sync::SetError;

/// A cell that is set once, by a future if need be, as [`tokio::sync::OnceCell`].
///
/// It is no resource of the trace: who waits for it and who makes its value are the same call.
pub struct OnceCell<T> {
    inner: real::OnceCell<T>,
}

impl<T> OnceCell<T> {
    /// Makes an empty cell.
    pub fn new() -> Self {
        OnceCell { inner: real::OnceCell::new() }
    }

    /// Makes an empty cell for a `static`.
    pub const fn const_new() -> Self {
        OnceCell { inner: real::OnceCell::const_new() }
    }

    /// Makes a cell with this value, or an empty one.
    pub fn new_with(value: Option<T>) -> Self {
        OnceCell { inner: real::OnceCell::new_with(value) }
    }

    /// Returns whether it has a value.
    pub fn initialized(&self) -> bool {
        self.inner.initialized()
    }

    /// Returns the value, if it has one.
    pub fn get(&self) -> Option<&T> {
        self.inner.get()
    }

    /// Returns the value for changing, if it has one.
    pub fn get_mut(&mut self) -> Option<&mut T> {
        self.inner.get_mut()
    }

    /// Sets the value.
    ///
    /// # Errors
    ///
    /// Fails, and gives the value back, if it has one or is being set.
    pub fn set(&self, value: T) -> Result<(), SetError<T>> {
        self.inner.set(value)
    }

    /// Returns the value, made by `init` if it has none. Whoever comes meanwhile waits.
    ///
    /// # Cancel safety
    ///
    /// If the call whose `init` runs is dropped, the next one that waits runs its own.
    pub fn get_or_init<F, Fut>(&self, init: F) -> Recorded<impl Future<Output = &T>>
    where
        F: FnOnce() -> Fut,
        Fut: Future<Output = T>,
    {
        Recorded::new(span("get_or_init"), succeeds, self.inner.get_or_init(init))
    }

    /// Returns the value, made by `init` if it has none and `init` succeeds. Cancel safe as
    /// [`get_or_init`](OnceCell::get_or_init).
    ///
    /// # Errors
    ///
    /// Fails if `init` does; the cell stays empty.
    pub fn get_or_try_init<E, F, Fut>(&self, init: F) -> Recorded<impl Future<Output = Result<&T, E>>>
    where
        F: FnOnce() -> Fut,
        Fut: Future<Output = Result<T, E>>,
    {
        Recorded::new(span("get_or_try_init"), Result::is_err, self.inner.get_or_try_init(init))
    }

    /// Returns the value, if it has one.
    pub fn into_inner(self) -> Option<T> {
        self.inner.into_inner()
    }

    /// Takes the value out, and leaves the cell empty.
    pub fn take(&mut self) -> Option<T> {
        self.inner.take()
    }
}

fn span(name: &str) -> SpanGuard {
    SpanGuard::new(SpanKind::Signal, name, None, Body::Unknown)
}

impl<T> Default for OnceCell<T> {
    fn default() -> Self {
        OnceCell::new()
    }
}

impl<T> From<T> for OnceCell<T> {
    fn from(value: T) -> Self {
        OnceCell::new_with(Some(value))
    }
}

impl<T: fmt::Debug> fmt::Debug for OnceCell<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.inner, f)
    }
}
