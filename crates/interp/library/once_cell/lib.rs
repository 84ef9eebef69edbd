//! once_cell: values that are made once.

pub mod sync {
    //! For several threads.

    use std::sync::OnceLock;
    pub use std::sync::LazyLock as Lazy;

    #[derive(Debug, Default, Clone)]
    pub struct OnceCell<T> {
        inner: OnceLock<T>,
    }

    impl<T> OnceCell<T> {
        pub const fn new() -> OnceCell<T> {
            OnceCell { inner: OnceLock::new() }
        }

        pub fn with_value(value: T) -> OnceCell<T> {
            OnceCell { inner: OnceLock::from(value) }
        }

        pub fn get(&self) -> Option<&T> {
            self.inner.get()
        }

        pub fn get_mut(&mut self) -> Option<&mut T> {
            self.inner.get_mut()
        }

        pub fn wait(&self) -> &T {
            self.inner.wait()
        }

        pub fn set(&self, value: T) -> Result<(), T> {
            self.inner.set(value)
        }

        pub fn get_or_init<F: FnOnce() -> T>(&self, f: F) -> &T {
            self.inner.get_or_init(f)
        }

        pub fn get_or_try_init<F: FnOnce() -> Result<T, E>, E>(&self, f: F) -> Result<&T, E> {
            if self.get().is_none() {
                let value = f()?;
                let _ = self.inner.set(value);
            }
            Ok(self.get().unwrap())
        }

        pub fn take(&mut self) -> Option<T> {
            self.inner.take()
        }

        pub fn into_inner(self) -> Option<T> {
            self.inner.into_inner()
        }
    }
}

pub mod unsync {
    //! For one thread.

    pub use std::cell::{LazyCell as Lazy, OnceCell};
}
