//! Variables of tasks.

use crate::context;
use pin_project_lite::pin_project;
use std::fmt;
use std::marker::PhantomData;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll};

/// A variable that every task can have a value of its own of, as [`tokio::task::LocalKey`]. Made by
/// [`task_local!`](crate::task_local).
pub struct LocalKey<T: 'static> {
    // Not of size zero, so that each has an address of its own.
    name: &'static str,
    value: PhantomData<fn() -> T>,
}

/// The variable has no value here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("task-local value not set")]
pub struct AccessError {
    _private: (),
}

impl<T: 'static> LocalKey<T> {
    #[doc(hidden)]
    pub const fn new(name: &'static str) -> Self {
        LocalKey { name, value: PhantomData }
    }

    fn address(&'static self) -> usize {
        std::ptr::from_ref(self).addr()
    }

    /// Awaits a future in which the variable has a value. It is not handed on to tasks that the future spawns.
    pub fn scope<F: Future>(&'static self, value: T, future: F) -> TaskLocalFuture<T, F> {
        TaskLocalFuture { key: self, value: Some(Rc::new(value)), future: Some(future) }
    }

    /// Calls a function in which the variable has a value.
    pub fn sync_scope<R>(&'static self, value: T, f: impl FnOnce() -> R) -> R {
        context::with_local(self.address(), Rc::new(value), f)
    }

    /// Calls a function with the variable's value.
    ///
    /// # Panics
    ///
    /// Panics if it has none here.
    #[track_caller]
    pub fn with<R>(&'static self, f: impl FnOnce(&T) -> R) -> R {
        match self.try_with(f) {
            Ok(result) => result,
            Err(_) => panic!("cannot access a task-local storage value without setting it first"),
        }
    }

    /// Calls a function with the variable's value.
    ///
    /// # Errors
    ///
    /// Fails if it has none here.
    pub fn try_with<R>(&'static self, f: impl FnOnce(&T) -> R) -> Result<R, AccessError> {
        let value = context::local(self.address()).and_then(|it| it.downcast::<T>().ok());
        value.map(|it| f(&it)).ok_or(AccessError { _private: () })
    }

    /// Returns the variable's value.
    ///
    /// # Panics
    ///
    /// Panics if it has none here.
    #[track_caller]
    pub fn get(&'static self) -> T
    where
        T: Clone,
    {
        self.with(T::clone)
    }

    /// Returns the variable's value.
    ///
    /// # Errors
    ///
    /// Fails if it has none here.
    pub fn try_get(&'static self) -> Result<T, AccessError>
    where
        T: Clone,
    {
        self.try_with(T::clone)
    }
}

impl<T> fmt::Debug for LocalKey<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LocalKey").field("name", &self.name).finish()
    }
}

pin_project! {
    /// A future in which a variable has a value.
    #[must_use = "futures do nothing unless you `.await` or poll them"]
    pub struct TaskLocalFuture<T: 'static, F> {
        key: &'static LocalKey<T>,
        value: Option<Rc<T>>,
        #[pin]
        future: Option<F>,
    }

    impl<T: 'static, F> PinnedDrop for TaskLocalFuture<T, F> {
        fn drop(this: Pin<&mut Self>) {
            // The destructors of the future see the value too.
            let mut this = this.project();
            if let Some(value) = this.value.clone()
                && this.future.is_some()
            {
                context::with_local(this.key.address(), value, || this.future.set(None));
            }
        }
    }
}

impl<T: 'static, F> TaskLocalFuture<T, F> {
    /// Takes the value out, so that the future finds none any more.
    pub fn take_value(self: Pin<&mut Self>) -> Option<T> {
        Rc::into_inner(self.project().value.take()?)
    }
}

impl<T: 'static, F: Future> Future for TaskLocalFuture<T, F> {
    type Output = F::Output;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<F::Output> {
        let mut this = self.project();
        let Some(future) = this.future.as_mut().as_pin_mut() else {
            panic!("`TaskLocalFuture` polled after completion");
        };
        let result = match this.value.clone() {
            Some(value) => context::with_local(this.key.address(), value, || future.poll(cx)),
            None => future.poll(cx),
        };
        if result.is_ready() {
            this.future.set(None);
        }
        result
    }
}

impl<T: 'static, F> fmt::Debug for TaskLocalFuture<T, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TaskLocalFuture").field("key", self.key).finish_non_exhaustive()
    }
}

/// Declares variables of tasks, with the syntax of tokio's: `task_local! { static REQUEST: u32; }`.
///
/// ```
/// use meanwhile_runtime::{RunConfig, run_to_end, task_local};
///
/// task_local! {
///     static REQUEST: u32;
/// }
///
/// run_to_end(RunConfig::default(), || {
///     Box::pin(async {
///         assert_eq!(REQUEST.scope(7, async { REQUEST.get() }).await, 7);
///         assert!(REQUEST.try_get().is_err());
///         Ok(())
///     })
/// });
/// ```
#[macro_export]
macro_rules! task_local {
    () => {};
    ($(#[$attr:meta])* $vis:vis static $name:ident: $type:ty; $($rest:tt)*) => {
        $crate::task_local!($(#[$attr])* $vis static $name: $type);
        $crate::task_local!($($rest)*);
    };
    ($(#[$attr:meta])* $vis:vis static $name:ident: $type:ty) => {
        $(#[$attr])*
        $vis static $name: $crate::task::LocalKey<$type> =
            $crate::task::LocalKey::new(::std::stringify!($name));
    };
}
