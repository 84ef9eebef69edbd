//! Values that are made once, by a future.

use super::{Notify, Semaphore};
use std::cell::UnsafeCell;
use std::fmt;
use std::future::Future;

pub struct OnceCell<T> {
    value: UnsafeCell<Option<T>>,
    making: Semaphore,
}

impl<T> OnceCell<T> {
    pub fn new() -> OnceCell<T> {
        OnceCell { value: UnsafeCell::new(None), making: Semaphore::new(1) }
    }

    pub const fn const_new() -> OnceCell<T> {
        OnceCell { value: UnsafeCell::new(None), making: Semaphore::const_new(1) }
    }

    pub fn new_with(value: Option<T>) -> OnceCell<T> {
        OnceCell { value: UnsafeCell::new(value), making: Semaphore::new(1) }
    }

    pub const fn const_new_with(value: T) -> OnceCell<T> {
        OnceCell { value: UnsafeCell::new(Some(value)), making: Semaphore::const_new(1) }
    }

    pub fn initialized(&self) -> bool {
        self.get().is_some()
    }

    pub fn get(&self) -> Option<&T> {
        unsafe { &*self.value.get() }.as_ref()
    }

    pub fn get_mut(&mut self) -> Option<&mut T> {
        self.value.get_mut().as_mut()
    }

    pub fn set(&self, value: T) -> Result<(), SetError<T>> {
        if self.initialized() {
            return Err(SetError::AlreadyInitializedError(value));
        }
        match self.making.try_acquire() {
            Ok(permit) => {
                unsafe { *self.value.get() = Some(value) };
                drop(permit);
                Ok(())
            }
            Err(_) => Err(SetError::InitializingError(value)),
        }
    }

    pub async fn get_or_init<F: FnOnce() -> Fut, Fut: Future<Output = T>>(&self, f: F) -> &T {
        if !self.initialized() {
            let permit = self.making.acquire().await.unwrap();
            if !self.initialized() {
                let value = f().await;
                unsafe { *self.value.get() = Some(value) };
            }
            drop(permit);
        }
        self.get().unwrap()
    }

    pub async fn get_or_try_init<E, F, Fut>(&self, f: F) -> Result<&T, E>
    where
        F: FnOnce() -> Fut,
        Fut: Future<Output = Result<T, E>>,
    {
        if !self.initialized() {
            let permit = self.making.acquire().await.unwrap();
            if !self.initialized() {
                let value = f().await?;
                unsafe { *self.value.get() = Some(value) };
            }
            drop(permit);
        }
        Ok(self.get().unwrap())
    }

    pub fn into_inner(self) -> Option<T> {
        self.value.into_inner()
    }

    pub fn take(&mut self) -> Option<T> {
        self.value.get_mut().take()
    }
}

impl<T> Default for OnceCell<T> {
    fn default() -> OnceCell<T> {
        OnceCell::new()
    }
}

impl<T: fmt::Debug> fmt::Debug for OnceCell<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OnceCell").field("value", &self.get()).finish()
    }
}

unsafe impl<T: Send> Send for OnceCell<T> {}
unsafe impl<T: Sync + Send> Sync for OnceCell<T> {}

#[derive(Debug, PartialEq, Eq)]
pub enum SetError<T> {
    AlreadyInitializedError(T),
    InitializingError(T),
}

impl<T> fmt::Display for SetError<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            SetError::AlreadyInitializedError(_) => "AlreadyInitializedError",
            SetError::InitializingError(_) => "InitializingError",
        })
    }
}

impl<T: fmt::Debug> std::error::Error for SetError<T> {}

/// A value that is set once, and can be waited for.
pub struct SetOnce<T> {
    value: UnsafeCell<Option<T>>,
    notify: Notify,
}

impl<T> SetOnce<T> {
    pub fn new() -> SetOnce<T> {
        SetOnce { value: UnsafeCell::new(None), notify: Notify::new() }
    }

    pub const fn const_new() -> SetOnce<T> {
        SetOnce { value: UnsafeCell::new(None), notify: Notify::const_new() }
    }

    pub fn new_with(value: Option<T>) -> SetOnce<T> {
        SetOnce { value: UnsafeCell::new(value), notify: Notify::new() }
    }

    pub fn initialized(&self) -> bool {
        self.get().is_some()
    }

    pub fn get(&self) -> Option<&T> {
        unsafe { &*self.value.get() }.as_ref()
    }

    pub fn set(&self, value: T) -> Result<(), SetOnceError<T>> {
        if self.initialized() {
            return Err(SetOnceError(value));
        }
        unsafe { *self.value.get() = Some(value) };
        self.notify.notify_waiters();
        Ok(())
    }

    pub async fn wait(&self) -> &T {
        while !self.initialized() {
            self.notify.notified().await;
        }
        self.get().unwrap()
    }

    pub fn into_inner(self) -> Option<T> {
        self.value.into_inner()
    }
}

impl<T> Default for SetOnce<T> {
    fn default() -> SetOnce<T> {
        SetOnce::new()
    }
}

unsafe impl<T: Send> Send for SetOnce<T> {}
unsafe impl<T: Sync + Send> Sync for SetOnce<T> {}

#[derive(Debug, PartialEq, Eq)]
pub struct SetOnceError<T>(pub T);

impl<T> fmt::Display for SetOnceError<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SetOnceError")
    }
}

impl<T: fmt::Debug> std::error::Error for SetOnceError<T> {}
