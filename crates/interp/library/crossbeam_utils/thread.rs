//! Threads that borrow from the one that started them.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

pub struct Scope<'env> {
    inner: &'env std::thread::Scope<'env, 'env>,
}

pub type ScopedJoinHandle<'scope, T> = std::thread::ScopedJoinHandle<'scope, T>;

/// Waits for the threads that are started within; an error if one of them has panicked that nobody has joined.
pub fn scope<'env, F, R>(f: F) -> std::thread::Result<R>
where
    F: FnOnce(&Scope<'env>) -> R,
{
    let mut own: Option<Box<dyn Any + Send>> = None;
    let result = catch_unwind(AssertUnwindSafe(|| {
        std::thread::scope(|inner| match catch_unwind(AssertUnwindSafe(|| f(&Scope { inner }))) {
            Ok(value) => Some(value),
            Err(payload) => {
                own = Some(payload);
                None
            }
        })
    }));
    if let Some(payload) = own {
        resume_unwind(payload);
    }
    match result {
        Ok(value) => Ok(value.unwrap()),
        Err(payload) => Err(payload),
    }
}

impl<'env> Scope<'env> {
    pub fn spawn<'scope, F, T>(&'scope self, f: F) -> std::thread::ScopedJoinHandle<'scope, T>
    where
        F: FnOnce(&Scope<'env>) -> T + Send + 'env,
        T: Send + 'env,
    {
        let inner = self.inner;
        inner.spawn(move || f(&Scope { inner }))
    }
}
