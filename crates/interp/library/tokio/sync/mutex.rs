//! The lock for one whose guard may be held across an await.

use super::semaphore::{HostPermit, HostSemaphore};
use std::cell::UnsafeCell;
use std::fmt;
use std::ops::{Deref, DerefMut};
use std::sync::Arc;

#[lang = "tokio::Mutex"]
pub struct Mutex<T: ?Sized> {
    host: HostSemaphore,
    data: UnsafeCell<T>,
}

#[must_use = "if unused the Mutex will immediately unlock"]
pub struct MutexGuard<'a, T: ?Sized> {
    permit: HostPermit,
    lock: &'a Mutex<T>,
}

#[must_use = "if unused the Mutex will immediately unlock"]
pub struct OwnedMutexGuard<T: ?Sized> {
    permit: HostPermit,
    lock: Arc<Mutex<T>>,
}

#[must_use = "if unused the Mutex will immediately unlock"]
pub struct MappedMutexGuard<'a, T: ?Sized> {
    permit: HostPermit,
    data: &'a mut T,
}

#[must_use = "if unused the Mutex will immediately unlock"]
pub struct OwnedMappedMutexGuard<T: ?Sized, U: ?Sized = T> {
    permit: HostPermit,
    data: *mut U,
    lock: Arc<Mutex<T>>,
}

impl<T> Mutex<T> {
    pub fn new(t: T) -> Mutex<T> {
        Mutex { host: HostSemaphore::new("Mutex", 1), data: UnsafeCell::new(t) }
    }

    pub const fn const_new(t: T) -> Mutex<T> {
        Mutex { host: HostSemaphore::new("Mutex", 1), data: UnsafeCell::new(t) }
    }

    pub fn into_inner(self) -> T {
        self.data.into_inner()
    }
}

impl<T: ?Sized> Mutex<T> {
    #[begins]
    pub async fn lock(&self) -> MutexGuard<'_, T> {
        let permit = self.host.acquire_permits("lock", 1).await.unwrap();
        MutexGuard { permit, lock: self }
    }

    #[begins]
    pub async fn lock_owned(self: Arc<Self>) -> OwnedMutexGuard<T> {
        let permit = self.host.acquire_permits("lock", 1).await.unwrap();
        OwnedMutexGuard { permit, lock: self }
    }

    pub fn try_lock(&self) -> Result<MutexGuard<'_, T>, TryLockError> {
        match self.host.try_acquire_permits(1) {
            Ok(permit) => Ok(MutexGuard { permit, lock: self }),
            Err(_) => Err(TryLockError(())),
        }
    }

    pub fn try_lock_owned(self: Arc<Self>) -> Result<OwnedMutexGuard<T>, TryLockError> {
        match self.host.try_acquire_permits(1) {
            Ok(permit) => Ok(OwnedMutexGuard { permit, lock: self }),
            Err(_) => Err(TryLockError(())),
        }
    }

    #[track_caller]
    pub fn blocking_lock(&self) -> MutexGuard<'_, T> {
        crate::runtime::wait_for(self.lock())
    }

    pub fn get_mut(&mut self) -> &mut T {
        self.data.get_mut()
    }
}

impl<'a, T: ?Sized> MutexGuard<'a, T> {
    pub fn mutex(this: &MutexGuard<'a, T>) -> &'a Mutex<T> {
        this.lock
    }
}

impl<T: ?Sized> OwnedMutexGuard<T> {
    pub fn mutex(this: &Self) -> &Arc<Mutex<T>> {
        &this.lock
    }
}

macro_rules! guards {
    ($([$($params:tt)*] $name:ty: $of:ty, |$guard:ident| $data:expr;)*) => {$(
        impl<$($params)*> Deref for $name {
            type Target = $of;

            fn deref(&self) -> &$of {
                let $guard = self;
                unsafe { &*$data }
            }
        }

        impl<$($params)*> DerefMut for $name {
            fn deref_mut(&mut self) -> &mut $of {
                let $guard = self;
                unsafe { &mut *$data }
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
    ['a, T: ?Sized] MutexGuard<'a, T>: T, |guard| guard.lock.data.get();
    [T: ?Sized] OwnedMutexGuard<T>: T, |guard| guard.lock.data.get();
    ['a, T: ?Sized] MappedMutexGuard<'a, T>: T, |guard| guard.data;
    [T: ?Sized, U: ?Sized] OwnedMappedMutexGuard<T, U>: U, |guard| guard.data;
}

macro_rules! mapped {
    ($([$($params:tt)*] $name:ty: $of:ty => $mapped:ident<$arg:tt>, |$this:ident, $data:ident| $made:expr;)*) => {$(
        impl<$($params)*> $name {
            pub fn map<V: ?Sized, F: FnOnce(&mut $of) -> &mut V>(this: Self, f: F) -> $mapped<$arg, V> {
                let mut $this = this;
                let $data = f(&mut *$this);
                $made
            }

            pub fn try_map<V: ?Sized, F: FnOnce(&mut $of) -> Option<&mut V>>(
                this: Self,
                f: F,
            ) -> Result<$mapped<$arg, V>, Self> {
                let mut $this = this;
                match f(&mut *$this) {
                    Some($data) => Ok($made),
                    None => Err($this),
                }
            }
        }
    )*};
}

mapped! {
    ['a, T: ?Sized] MutexGuard<'a, T>: T => MappedMutexGuard<'a>,
        |this, data| MappedMutexGuard { permit: this.permit, data };
    ['a, T: ?Sized] MappedMutexGuard<'a, T>: T => MappedMutexGuard<'a>,
        |this, data| MappedMutexGuard { permit: this.permit, data };
    [T: ?Sized] OwnedMutexGuard<T>: T => OwnedMappedMutexGuard<T>,
        |this, data| OwnedMappedMutexGuard { permit: this.permit, data, lock: this.lock };
    [T: ?Sized, U: ?Sized] OwnedMappedMutexGuard<T, U>: U => OwnedMappedMutexGuard<T>,
        |this, data| OwnedMappedMutexGuard { permit: this.permit, data, lock: this.lock };
}

impl<T: Default> Default for Mutex<T> {
    fn default() -> Self {
        Mutex::new(T::default())
    }
}

impl<T> From<T> for Mutex<T> {
    fn from(s: T) -> Self {
        Mutex::new(s)
    }
}

impl<T: ?Sized + fmt::Debug> fmt::Debug for Mutex<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut d = f.debug_struct("Mutex");
        match self.try_lock() {
            Ok(guard) => d.field("data", &&*guard),
            Err(_) => d.field("data", &std::fmt::Plain("<locked>")),
        };
        d.finish()
    }
}

unsafe impl<T: ?Sized + Send> Send for Mutex<T> {}
unsafe impl<T: ?Sized + Send> Sync for Mutex<T> {}
unsafe impl<T: ?Sized + Send, U: ?Sized + Send> Send for OwnedMappedMutexGuard<T, U> {}
unsafe impl<T: ?Sized + Send, U: ?Sized + Sync> Sync for OwnedMappedMutexGuard<T, U> {}

#[derive(Debug)]
pub struct TryLockError(pub(super) ());

impl fmt::Display for TryLockError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("operation would block")
    }
}

impl std::error::Error for TryLockError {}
