//! Being polled and being woken.

mod wake;

pub use wake::{RawWaker, RawWakerVTable, Wake};

use crate::fmt;

#[lang = "Poll"]
#[must_use = "this `Poll` may be a `Pending` variant, which should be handled"]
#[derive(Copy, Clone, Debug, Eq, PartialEq, Ord, PartialOrd, Hash)]
pub enum Poll<T> {
    Ready(T),
    Pending,
}

impl<T> Poll<T> {
    pub fn map<U, F: FnOnce(T) -> U>(self, f: F) -> Poll<U> {
        match self {
            Poll::Ready(t) => Poll::Ready(f(t)),
            Poll::Pending => Poll::Pending,
        }
    }

    pub const fn is_ready(&self) -> bool {
        matches!(self, Poll::Ready(_))
    }

    pub const fn is_pending(&self) -> bool {
        matches!(self, Poll::Pending)
    }
}

impl<T, E> Poll<Result<T, E>> {
    pub fn map_ok<U, F: FnOnce(T) -> U>(self, f: F) -> Poll<Result<U, E>> {
        match self {
            Poll::Ready(Ok(t)) => Poll::Ready(Ok(f(t))),
            Poll::Ready(Err(e)) => Poll::Ready(Err(e)),
            Poll::Pending => Poll::Pending,
        }
    }

    pub fn map_err<U, F: FnOnce(E) -> U>(self, f: F) -> Poll<Result<T, U>> {
        match self {
            Poll::Ready(Ok(t)) => Poll::Ready(Ok(t)),
            Poll::Ready(Err(e)) => Poll::Ready(Err(f(e))),
            Poll::Pending => Poll::Pending,
        }
    }
}

impl<T> From<T> for Poll<T> {
    fn from(t: T) -> Poll<T> {
        Poll::Ready(t)
    }
}

/// What a poll is given.
#[lang = "Context"]
pub struct Context<'a> {
    waker: &'a Waker,
}

impl<'a> Context<'a> {
    pub const fn from_waker(waker: &'a Waker) -> Context<'a> {
        Context { waker }
    }

    pub const fn waker(&self) -> &'a Waker {
        self.waker
    }
}

impl<'a> fmt::Debug for Context<'a> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Context").field("waker", &self.waker).finish()
    }
}

/// Wakes a task; a waker of the host's, which may call a `Wake` or the functions of a table.
#[lang = "Waker"]
pub struct Waker {
    native: (),
}

impl Waker {
    pub fn wake(self) {
        native!()
    }

    pub fn wake_by_ref(&self) {
        native!()
    }

    pub fn will_wake(&self, other: &Waker) -> bool {
        native!()
    }

    pub const unsafe fn from_raw(waker: RawWaker) -> Waker {
        native!()
    }

    pub const unsafe fn new(data: *const (), vtable: &'static RawWakerVTable) -> Waker {
        unsafe { Waker::from_raw(RawWaker::new(data, vtable)) }
    }

    pub const fn noop() -> &'static Waker {
        native!()
    }

    pub fn data(&self) -> *const () {
        native!()
    }

    pub fn vtable(&self) -> &'static RawWakerVTable {
        native!()
    }
}

impl Clone for Waker {
    fn clone(&self) -> Waker {
        native!()
    }
}

impl fmt::Debug for Waker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Waker { .. }")
    }
}
