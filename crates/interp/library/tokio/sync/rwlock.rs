//! The lock for many readers or one writer.

use super::TryLockError;
use super::semaphore::{HostPermit, HostSemaphore};
use std::cell::UnsafeCell;
use std::fmt;
use std::ops::{Deref, DerefMut};
use std::sync::Arc;

/// How many may read at a time: a writer takes all of it.
const READERS: u32 = 536870911;

#[lang = "tokio::RwLock"]
pub struct RwLock<T: ?Sized> {
    host: HostSemaphore,
    data: UnsafeCell<T>,
}

#[must_use = "if unused the RwLock will immediately unlock"]
pub struct RwLockReadGuard<'a, T: ?Sized> {
    permit: HostPermit,
    data: &'a T,
}

#[must_use = "if unused the RwLock will immediately unlock"]
pub struct RwLockWriteGuard<'a, T: ?Sized> {
    permit: HostPermit,
    data: &'a mut T,
}

pub type RwLockMappedWriteGuard<'a, T> = RwLockWriteGuard<'a, T>;

#[must_use = "if unused the RwLock will immediately unlock"]
pub struct OwnedRwLockReadGuard<T: ?Sized> {
    permit: HostPermit,
    lock: Arc<RwLock<T>>,
}

#[must_use = "if unused the RwLock will immediately unlock"]
pub struct OwnedRwLockWriteGuard<T: ?Sized> {
    permit: HostPermit,
    lock: Arc<RwLock<T>>,
}

impl<T> RwLock<T> {
    pub fn new(value: T) -> RwLock<T> {
        RwLock { host: HostSemaphore::new("RwLock", READERS as usize), data: UnsafeCell::new(value) }
    }

    pub const fn const_new(value: T) -> RwLock<T> {
        RwLock { host: HostSemaphore::new("RwLock", READERS as usize), data: UnsafeCell::new(value) }
    }

    pub fn into_inner(self) -> T {
        self.data.into_inner()
    }
}

impl<T: ?Sized> RwLock<T> {
    fn reading(&self, permit: HostPermit) -> RwLockReadGuard<'_, T> {
        RwLockReadGuard { permit, data: unsafe { &*self.data.get() } }
    }

    fn writing(&self, permit: HostPermit) -> RwLockWriteGuard<'_, T> {
        RwLockWriteGuard { permit, data: unsafe { &mut *self.data.get() } }
    }

    #[begins]
    pub async fn read(&self) -> RwLockReadGuard<'_, T> {
        let permit = self.host.acquire_permits("read", 1).await.unwrap();
        self.reading(permit)
    }

    #[begins]
    pub async fn write(&self) -> RwLockWriteGuard<'_, T> {
        let permit = self.host.acquire_permits("write", READERS).await.unwrap();
        self.writing(permit)
    }

    #[begins]
    pub async fn read_owned(self: Arc<Self>) -> OwnedRwLockReadGuard<T> {
        let permit = self.host.acquire_permits("read", 1).await.unwrap();
        OwnedRwLockReadGuard { permit, lock: self }
    }

    #[begins]
    pub async fn write_owned(self: Arc<Self>) -> OwnedRwLockWriteGuard<T> {
        let permit = self.host.acquire_permits("write", READERS).await.unwrap();
        OwnedRwLockWriteGuard { permit, lock: self }
    }

    pub fn try_read(&self) -> Result<RwLockReadGuard<'_, T>, TryLockError> {
        match self.host.try_acquire_permits(1) {
            Ok(permit) => Ok(self.reading(permit)),
            Err(_) => Err(TryLockError(())),
        }
    }

    pub fn try_write(&self) -> Result<RwLockWriteGuard<'_, T>, TryLockError> {
        match self.host.try_acquire_permits(READERS) {
            Ok(permit) => Ok(self.writing(permit)),
            Err(_) => Err(TryLockError(())),
        }
    }

    #[track_caller]
    pub fn blocking_read(&self) -> RwLockReadGuard<'_, T> {
        crate::runtime::wait_for(self.read())
    }

    #[track_caller]
    pub fn blocking_write(&self) -> RwLockWriteGuard<'_, T> {
        crate::runtime::wait_for(self.write())
    }

    pub fn get_mut(&mut self) -> &mut T {
        self.data.get_mut()
    }
}

impl<'a, T: ?Sized> RwLockReadGuard<'a, T> {
    pub fn map<U: ?Sized, F: FnOnce(&T) -> &U>(this: Self, f: F) -> RwLockReadGuard<'a, U> {
        let RwLockReadGuard { permit, data } = this;
        RwLockReadGuard { permit, data: f(data) }
    }
}

impl<'a, T: ?Sized> RwLockWriteGuard<'a, T> {
    pub fn map<U: ?Sized, F: FnOnce(&mut T) -> &mut U>(this: Self, f: F) -> RwLockWriteGuard<'a, U> {
        let RwLockWriteGuard { permit, data } = this;
        RwLockWriteGuard { permit, data: f(data) }
    }

    pub fn downgrade(self) -> RwLockReadGuard<'a, T> {
        let RwLockWriteGuard { permit, data } = self;
        let one = permit.split_permits(1).unwrap();
        drop(permit);
        RwLockReadGuard { permit: one, data }
    }
}

macro_rules! guards {
    ($([$($params:tt)*] $name:ty: |$guard:ident| $data:expr;)*) => {$(
        impl<$($params)*> Deref for $name {
            type Target = T;

            fn deref(&self) -> &T {
                let $guard = self;
                $data
            }
        }

        impl<$($params)*> fmt::Debug for $name
        where
            T: fmt::Debug,
        {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Debug::fmt(&**self, f)
            }
        }

        impl<$($params)*> fmt::Display for $name
        where
            T: fmt::Display,
        {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&**self, f)
            }
        }
    )*};
}

guards! {
    ['a, T: ?Sized] RwLockReadGuard<'a, T>: |guard| guard.data;
    ['a, T: ?Sized] RwLockWriteGuard<'a, T>: |guard| guard.data;
    [T: ?Sized] OwnedRwLockReadGuard<T>: |guard| unsafe { &*guard.lock.data.get() };
    [T: ?Sized] OwnedRwLockWriteGuard<T>: |guard| unsafe { &*guard.lock.data.get() };
}

impl<'a, T: ?Sized> DerefMut for RwLockWriteGuard<'a, T> {
    fn deref_mut(&mut self) -> &mut T {
        self.data
    }
}

impl<T: ?Sized> DerefMut for OwnedRwLockWriteGuard<T> {
    fn deref_mut(&mut self) -> &mut T {
        unsafe { &mut *self.lock.data.get() }
    }
}

impl<T: Default> Default for RwLock<T> {
    fn default() -> Self {
        RwLock::new(T::default())
    }
}

impl<T> From<T> for RwLock<T> {
    fn from(s: T) -> Self {
        RwLock::new(s)
    }
}

impl<T: ?Sized + fmt::Debug> fmt::Debug for RwLock<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut d = f.debug_struct("RwLock");
        match self.try_read() {
            Ok(guard) => d.field("data", &&*guard),
            Err(_) => d.field("data", &std::fmt::Plain("<locked>")),
        };
        d.finish()
    }
}

unsafe impl<T: ?Sized + Send> Send for RwLock<T> {}
unsafe impl<T: ?Sized + Send + Sync> Sync for RwLock<T> {}
