//! The lock for many readers or one writer.

use super::{LockResult, PoisonError, TryLockError, TryLockResult, Waiting};
use crate::cell::{Cell, UnsafeCell};
use crate::fmt;
use crate::ops::{Deref, DerefMut};

/// How many read it; -1 is one that writes.
#[lang = "sync::RwLock"]
pub struct RwLock<T: ?Sized> {
    waiting: Waiting,
    users: Cell<isize>,
    poisoned: Cell<bool>,
    data: UnsafeCell<T>,
}

#[must_use = "if unused the RwLock will immediately unlock"]
pub struct RwLockReadGuard<'a, T: ?Sized> {
    lock: &'a RwLock<T>,
}

#[must_use = "if unused the RwLock will immediately unlock"]
pub struct RwLockWriteGuard<'a, T: ?Sized> {
    lock: &'a RwLock<T>,
    panicking: bool,
}

impl<T> RwLock<T> {
    pub const fn new(t: T) -> RwLock<T> {
        RwLock {
            waiting: Waiting::new("RwLock"),
            users: Cell::new(0),
            poisoned: Cell::new(false),
            data: UnsafeCell::new(t),
        }
    }

    pub fn into_inner(self) -> LockResult<T> {
        let poisoned = self.poisoned.get();
        let data = self.data.into_inner();
        if poisoned { Err(PoisonError::new(data)) } else { Ok(data) }
    }
}

impl<T: ?Sized> RwLock<T> {
    pub fn read(&self) -> LockResult<RwLockReadGuard<'_, T>> {
        while self.users.get() < 0 {
            self.waiting.wait("read");
        }
        self.take_read()
    }

    pub fn try_read(&self) -> TryLockResult<RwLockReadGuard<'_, T>> {
        if self.users.get() < 0 {
            return Err(TryLockError::WouldBlock);
        }
        match self.take_read() {
            Ok(guard) => Ok(guard),
            Err(error) => Err(TryLockError::Poisoned(error)),
        }
    }

    fn take_read(&self) -> LockResult<RwLockReadGuard<'_, T>> {
        self.users.set(self.users.get() + 1);
        self.waiting.hold(true);
        let guard = RwLockReadGuard { lock: self };
        if self.poisoned.get() { Err(PoisonError::new(guard)) } else { Ok(guard) }
    }

    pub fn write(&self) -> LockResult<RwLockWriteGuard<'_, T>> {
        while self.users.get() != 0 {
            self.waiting.wait("write");
        }
        self.take_write()
    }

    pub fn try_write(&self) -> TryLockResult<RwLockWriteGuard<'_, T>> {
        if self.users.get() != 0 {
            return Err(TryLockError::WouldBlock);
        }
        match self.take_write() {
            Ok(guard) => Ok(guard),
            Err(error) => Err(TryLockError::Poisoned(error)),
        }
    }

    fn take_write(&self) -> LockResult<RwLockWriteGuard<'_, T>> {
        self.users.set(-1);
        self.waiting.hold(true);
        let guard = RwLockWriteGuard { lock: self, panicking: super::waiting::panicking() };
        if self.poisoned.get() { Err(PoisonError::new(guard)) } else { Ok(guard) }
    }

    fn release(&self) {
        self.waiting.hold(false);
        if self.users.get() == 0 {
            self.waiting.wake_all();
        }
    }

    pub fn is_poisoned(&self) -> bool {
        self.poisoned.get()
    }

    pub fn clear_poison(&self) {
        self.poisoned.set(false)
    }

    pub fn get_mut(&mut self) -> LockResult<&mut T> {
        let poisoned = self.poisoned.get();
        let data = self.data.get_mut();
        if poisoned { Err(PoisonError::new(data)) } else { Ok(data) }
    }
}

impl<'a, T: ?Sized> Drop for RwLockReadGuard<'a, T> {
    fn drop(&mut self) {
        self.lock.users.set(self.lock.users.get() - 1);
        self.lock.release();
    }
}

impl<'a, T: ?Sized> Drop for RwLockWriteGuard<'a, T> {
    fn drop(&mut self) {
        if !self.panicking && super::waiting::panicking() {
            self.lock.poisoned.set(true);
        }
        self.lock.users.set(0);
        self.lock.release();
    }
}

macro_rules! guards {
    ($($name:ident)*) => {$(
        impl<'a, T: ?Sized> Deref for $name<'a, T> {
            type Target = T;

            fn deref(&self) -> &T {
                unsafe { &*self.lock.data.get() }
            }
        }

        impl<'a, T: ?Sized> !Send for $name<'a, T> {}

        impl<'a, T: ?Sized + fmt::Debug> fmt::Debug for $name<'a, T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Debug::fmt(&**self, f)
            }
        }

        impl<'a, T: ?Sized + fmt::Display> fmt::Display for $name<'a, T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&**self, f)
            }
        }
    )*};
}

guards! { RwLockReadGuard RwLockWriteGuard }

impl<'a, T: ?Sized> DerefMut for RwLockWriteGuard<'a, T> {
    fn deref_mut(&mut self) -> &mut T {
        unsafe { &mut *self.lock.data.get() }
    }
}

impl<T: Default> Default for RwLock<T> {
    fn default() -> RwLock<T> {
        RwLock::new(T::default())
    }
}

impl<T> From<T> for RwLock<T> {
    fn from(t: T) -> RwLock<T> {
        RwLock::new(t)
    }
}

impl<T: ?Sized + fmt::Debug> fmt::Debug for RwLock<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut d = f.debug_struct("RwLock");
        if self.users.get() < 0 {
            d.field("data", &crate::fmt::Plain("<locked>"));
        } else {
            d.field("data", unsafe { &*self.data.get() });
        }
        d.field("poisoned", &self.poisoned.get());
        d.finish_non_exhaustive()
    }
}

unsafe impl<T: ?Sized + Send> Send for RwLock<T> {}
unsafe impl<T: ?Sized + Send + Sync> Sync for RwLock<T> {}
