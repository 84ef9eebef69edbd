//! What each thread has its own of.

use crate::cell::{Cell, RefCell};
use crate::error::Error;
use crate::fmt;

/// What `thread_local!` declares: a function to the place that belongs to the thread that runs.
#[lang = "LocalKey"]
pub struct LocalKey<T: 'static> {
    inner: fn() -> &'static T,
}

impl<T: 'static> LocalKey<T> {
    #[lang = "LocalKey::new"]
    pub const fn from_place(inner: fn() -> &'static T) -> LocalKey<T> {
        LocalKey { inner }
    }

    pub fn with<F: FnOnce(&T) -> R, R>(&'static self, f: F) -> R {
        f((self.inner)())
    }

    pub fn try_with<F: FnOnce(&T) -> R, R>(&'static self, f: F) -> Result<R, AccessError> {
        Ok(f((self.inner)()))
    }
}

/// What both kinds of cells can do.
trait Kept<T> {
    fn put_in(&self, value: T);
    fn take_out(&self) -> T;
    fn change_for(&self, value: T) -> T;
}

macro_rules! kept {
    ($($name:ident)*) => {$(
        impl<T> Kept<T> for $name<T> {
            fn put_in(&self, value: T) {
                drop(self.replace(value))
            }

            fn take_out(&self) -> T {
                self.take()
            }

            fn change_for(&self, value: T) -> T {
                self.replace(value)
            }
        }
    )*};
}

kept! { Cell RefCell }

impl<T: 'static> LocalKey<Cell<T>> {
    pub fn set(&'static self, value: T) {
        self.with(|cell| cell.put_in(value))
    }

    pub fn get(&'static self) -> T
    where
        T: Copy,
    {
        self.with(|cell| cell.get())
    }

    pub fn take(&'static self) -> T
    where
        T: Default,
    {
        self.with(|cell| cell.take_out())
    }

    pub fn replace(&'static self, value: T) -> T {
        self.with(|cell| cell.change_for(value))
    }
}

impl<T: 'static> LocalKey<RefCell<T>> {
    #[track_caller]
    pub fn with_borrow<F: FnOnce(&T) -> R, R>(&'static self, f: F) -> R {
        self.with(|cell| f(&*cell.borrow()))
    }

    #[track_caller]
    pub fn with_borrow_mut<F: FnOnce(&mut T) -> R, R>(&'static self, f: F) -> R {
        self.with(|cell| f(&mut *cell.borrow_mut()))
    }

    #[track_caller]
    pub fn set(&'static self, value: T) {
        self.with(|cell| cell.put_in(value))
    }

    #[track_caller]
    pub fn take(&'static self) -> T
    where
        T: Default,
    {
        self.with(|cell| cell.take_out())
    }

    #[track_caller]
    pub fn replace(&'static self, value: T) -> T {
        self.with(|cell| cell.change_for(value))
    }
}

impl<T: 'static> fmt::Debug for LocalKey<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LocalKey").finish_non_exhaustive()
    }
}

#[derive(Clone, Copy, Eq, PartialEq)]
pub struct AccessError;

impl fmt::Debug for AccessError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AccessError")
    }
}

impl fmt::Display for AccessError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("already destroyed")
    }
}

impl Error for AccessError {}
