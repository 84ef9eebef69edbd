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

#[must_use = "if unused the RwLock will immediately unlock"]
pub struct RwLockMappedWriteGuard<'a, T: ?Sized> {
    permit: HostPermit,
    data: &'a mut T,
}

#[must_use = "if unused the RwLock will immediately unlock"]
pub struct OwnedRwLockReadGuard<T: ?Sized, U: ?Sized = T> {
    permit: HostPermit,
    data: *const U,
    lock: Arc<RwLock<T>>,
}

#[must_use = "if unused the RwLock will immediately unlock"]
pub struct OwnedRwLockWriteGuard<T: ?Sized> {
    permit: HostPermit,
    data: *mut T,
    lock: Arc<RwLock<T>>,
}

#[must_use = "if unused the RwLock will immediately unlock"]
pub struct OwnedRwLockMappedWriteGuard<T: ?Sized, U: ?Sized = T> {
    permit: HostPermit,
    data: *mut U,
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
        OwnedRwLockReadGuard { permit, data: self.data.get(), lock: self }
    }

    #[begins]
    pub async fn write_owned(self: Arc<Self>) -> OwnedRwLockWriteGuard<T> {
        let permit = self.host.acquire_permits("write", READERS).await.unwrap();
        OwnedRwLockWriteGuard { permit, data: self.data.get(), lock: self }
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

    pub fn try_read_owned(self: Arc<Self>) -> Result<OwnedRwLockReadGuard<T>, TryLockError> {
        match self.host.try_acquire_permits(1) {
            Ok(permit) => Ok(OwnedRwLockReadGuard { permit, data: self.data.get(), lock: self }),
            Err(_) => Err(TryLockError(())),
        }
    }

    pub fn try_write_owned(self: Arc<Self>) -> Result<OwnedRwLockWriteGuard<T>, TryLockError> {
        match self.host.try_acquire_permits(READERS) {
            Ok(permit) => Ok(OwnedRwLockWriteGuard { permit, data: self.data.get(), lock: self }),
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

    pub fn try_map<U: ?Sized, F: FnOnce(&T) -> Option<&U>>(this: Self, f: F) -> Result<RwLockReadGuard<'a, U>, Self> {
        match f(this.data) {
            Some(data) => Ok(RwLockReadGuard { permit: this.permit, data }),
            None => Err(this),
        }
    }
}

impl<T: ?Sized, U: ?Sized> OwnedRwLockReadGuard<T, U> {
    pub fn map<V: ?Sized, F: FnOnce(&U) -> &V>(this: Self, f: F) -> OwnedRwLockReadGuard<T, V> {
        let OwnedRwLockReadGuard { permit, data, lock } = this;
        OwnedRwLockReadGuard { permit, data: f(unsafe { &*data }), lock }
    }

    pub fn try_map<V: ?Sized, F: FnOnce(&U) -> Option<&V>>(this: Self, f: F) -> Result<OwnedRwLockReadGuard<T, V>, Self> {
        match f(unsafe { &*this.data }) {
            Some(data) => Ok(OwnedRwLockReadGuard { permit: this.permit, data, lock: this.lock }),
            None => Err(this),
        }
    }
}

/// The one permit of a reader, out of all that a writer has.
fn to_read(permit: HostPermit) -> HostPermit {
    permit.split_permits(1).unwrap()
}

impl<'a, T: ?Sized> RwLockWriteGuard<'a, T> {
    pub fn downgrade(self) -> RwLockReadGuard<'a, T> {
        let RwLockWriteGuard { permit, data } = self;
        RwLockReadGuard { permit: to_read(permit), data }
    }

    pub fn downgrade_map<U: ?Sized, F: FnOnce(&T) -> &U>(this: Self, f: F) -> RwLockReadGuard<'a, U> {
        RwLockReadGuard::map(this.downgrade(), f)
    }

    pub fn into_mapped(this: Self) -> RwLockMappedWriteGuard<'a, T> {
        RwLockMappedWriteGuard { permit: this.permit, data: this.data }
    }
}

impl<T: ?Sized> OwnedRwLockWriteGuard<T> {
    pub fn downgrade(self) -> OwnedRwLockReadGuard<T> {
        let OwnedRwLockWriteGuard { permit, data, lock } = self;
        OwnedRwLockReadGuard { permit: to_read(permit), data, lock }
    }

    pub fn downgrade_map<U: ?Sized, F: FnOnce(&T) -> &U>(this: Self, f: F) -> OwnedRwLockReadGuard<T, U> {
        OwnedRwLockReadGuard::map(this.downgrade(), f)
    }

    pub fn into_mapped(this: Self) -> OwnedRwLockMappedWriteGuard<T> {
        OwnedRwLockMappedWriteGuard { permit: this.permit, data: this.data, lock: this.lock }
    }
}

macro_rules! mapped {
    ($([$($params:tt)*] $name:ty: $of:ty => $mapped:ident<$arg:tt>, |$this:ident, $data:ident| $made:expr;)*) => {$(
        impl<$($params)*> $name {
            pub fn map<V: ?Sized, F: FnOnce(&mut $of) -> &mut V>(this: Self, f: F) -> $mapped<$arg, V> {
                let $this = this;
                let $data = f(unsafe { &mut *$this.data });
                $made
            }

            pub fn try_map<V: ?Sized, F: FnOnce(&mut $of) -> Option<&mut V>>(
                this: Self,
                f: F,
            ) -> Result<$mapped<$arg, V>, Self> {
                let $this = this;
                match f(unsafe { &mut *$this.data }) {
                    Some($data) => Ok($made),
                    None => Err($this),
                }
            }
        }
    )*};
}

mapped! {
    ['a, T: ?Sized] RwLockWriteGuard<'a, T>: T => RwLockMappedWriteGuard<'a>,
        |this, data| RwLockMappedWriteGuard { permit: this.permit, data };
    ['a, T: ?Sized] RwLockMappedWriteGuard<'a, T>: T => RwLockMappedWriteGuard<'a>,
        |this, data| RwLockMappedWriteGuard { permit: this.permit, data };
    [T: ?Sized] OwnedRwLockWriteGuard<T>: T => OwnedRwLockMappedWriteGuard<T>,
        |this, data| OwnedRwLockMappedWriteGuard { permit: this.permit, data, lock: this.lock };
    [T: ?Sized, U: ?Sized] OwnedRwLockMappedWriteGuard<T, U>: U => OwnedRwLockMappedWriteGuard<T>,
        |this, data| OwnedRwLockMappedWriteGuard { permit: this.permit, data, lock: this.lock };
}

macro_rules! of_a_lock {
    ($([$($params:tt)*] $name:ty;)*) => {$(
        impl<$($params)*> $name {
            pub fn rwlock(this: &Self) -> &Arc<RwLock<T>> {
                &this.lock
            }
        }
    )*};
}

of_a_lock! {
    [T: ?Sized, U: ?Sized] OwnedRwLockReadGuard<T, U>;
    [T: ?Sized] OwnedRwLockWriteGuard<T>;
    [T: ?Sized, U: ?Sized] OwnedRwLockMappedWriteGuard<T, U>;
}

macro_rules! guards {
    ($([$($params:tt)*] $name:ty: $of:ty;)*) => {$(
        impl<$($params)*> Deref for $name {
            type Target = $of;

            fn deref(&self) -> &$of {
                unsafe { &*self.data }
            }
        }

        impl<$($params)*> fmt::Debug for $name
        where
            $of: fmt::Debug,
        {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Debug::fmt(&**self, f)
            }
        }

        impl<$($params)*> fmt::Display for $name
        where
            $of: fmt::Display,
        {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&**self, f)
            }
        }
    )*};
}

guards! {
    ['a, T: ?Sized] RwLockReadGuard<'a, T>: T;
    ['a, T: ?Sized] RwLockWriteGuard<'a, T>: T;
    ['a, T: ?Sized] RwLockMappedWriteGuard<'a, T>: T;
    [T: ?Sized, U: ?Sized] OwnedRwLockReadGuard<T, U>: U;
    [T: ?Sized] OwnedRwLockWriteGuard<T>: T;
    [T: ?Sized, U: ?Sized] OwnedRwLockMappedWriteGuard<T, U>: U;
}

macro_rules! writers {
    ($([$($params:tt)*] $name:ty: $of:ty;)*) => {$(
        impl<$($params)*> DerefMut for $name {
            fn deref_mut(&mut self) -> &mut $of {
                unsafe { &mut *self.data }
            }
        }
    )*};
}

writers! {
    ['a, T: ?Sized] RwLockWriteGuard<'a, T>: T;
    ['a, T: ?Sized] RwLockMappedWriteGuard<'a, T>: T;
    [T: ?Sized] OwnedRwLockWriteGuard<T>: T;
    [T: ?Sized, U: ?Sized] OwnedRwLockMappedWriteGuard<T, U>: U;
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
unsafe impl<T: ?Sized + Send + Sync, U: ?Sized + Sync> Send for OwnedRwLockReadGuard<T, U> {}
unsafe impl<T: ?Sized + Send + Sync, U: ?Sized + Sync> Sync for OwnedRwLockReadGuard<T, U> {}
unsafe impl<T: ?Sized + Send + Sync> Send for OwnedRwLockWriteGuard<T> {}
unsafe impl<T: ?Sized + Send + Sync> Sync for OwnedRwLockWriteGuard<T> {}
unsafe impl<T: ?Sized + Send + Sync, U: ?Sized + Send + Sync> Send for OwnedRwLockMappedWriteGuard<T, U> {}
unsafe impl<T: ?Sized + Send + Sync, U: ?Sized + Send + Sync> Sync for OwnedRwLockMappedWriteGuard<T, U> {}
