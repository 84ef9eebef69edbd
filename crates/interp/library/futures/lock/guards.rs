//! What holds a lock.

use super::Mutex;
use std::fmt;
use std::mem;
use std::ops::{Deref, DerefMut};
use std::sync::Arc;

pub struct MutexGuard<'a, T: ?Sized> {
    mutex: &'a Mutex<T>,
}

pub struct OwnedMutexGuard<T: ?Sized> {
    mutex: Arc<Mutex<T>>,
}

pub struct MappedMutexGuard<'a, T: ?Sized, U: ?Sized> {
    mutex: &'a Mutex<T>,
    value: &'a mut U,
}

pub(super) fn guard<T: ?Sized>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    MutexGuard { mutex }
}

pub(super) fn owned_guard<T: ?Sized>(mutex: Arc<Mutex<T>>) -> OwnedMutexGuard<T> {
    OwnedMutexGuard { mutex }
}

impl<'a, T: ?Sized> MutexGuard<'a, T> {
    pub fn map<U: ?Sized, F: FnOnce(&mut T) -> &mut U>(this: Self, f: F) -> MappedMutexGuard<'a, T, U> {
        let mutex = this.mutex;
        mem::forget(this);
        MappedMutexGuard { mutex, value: f(unsafe { &mut *mutex.value.get() }) }
    }
}

impl<'a, T: ?Sized, U: ?Sized> MappedMutexGuard<'a, T, U> {
    pub fn map<V: ?Sized, F: FnOnce(&mut U) -> &mut V>(this: Self, f: F) -> MappedMutexGuard<'a, T, V> {
        let mutex = this.mutex;
        let value = unsafe { &mut *(this.value as *mut U) };
        mem::forget(this);
        MappedMutexGuard { mutex, value: f(value) }
    }
}

macro_rules! guards {
    ($($name:ident<$($life:lifetime,)? $($param:ident),*> => $target:ident |$this:ident| $shared:expr, $unique:expr;)*) => {$(
        impl<$($life,)? $($param: ?Sized),*> Deref for $name<$($life,)? $($param),*> {
            type Target = $target;

            fn deref(&self) -> &$target {
                let $this = self;
                $shared
            }
        }

        impl<$($life,)? $($param: ?Sized),*> DerefMut for $name<$($life,)? $($param),*> {
            fn deref_mut(&mut self) -> &mut $target {
                let $this = self;
                $unique
            }
        }

        impl<$($life,)? $($param: ?Sized),*> Drop for $name<$($life,)? $($param),*> {
            fn drop(&mut self) {
                self.mutex.unlock()
            }
        }
    )*};
}

guards! {
    MutexGuard<'a, T> => T |this| unsafe { &*this.mutex.value.get() }, unsafe { &mut *this.mutex.value.get() };
    OwnedMutexGuard<T> => T |this| unsafe { &*this.mutex.value.get() }, unsafe { &mut *this.mutex.value.get() };
    MappedMutexGuard<'a, T, U> => U |this| &*this.value, &mut *this.value;
}

impl<T: ?Sized + fmt::Debug> fmt::Debug for MutexGuard<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MutexGuard").field("value", &&**self).field("mutex", &self.mutex).finish()
    }
}

impl<T: ?Sized + fmt::Debug> fmt::Debug for OwnedMutexGuard<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OwnedMutexGuard").field("value", &&**self).field("mutex", &self.mutex).finish()
    }
}

impl<T: ?Sized, U: ?Sized + fmt::Debug> fmt::Debug for MappedMutexGuard<'_, T, U> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MappedMutexGuard").field("value", &&**self).field("mutex", &self.mutex).finish()
    }
}
