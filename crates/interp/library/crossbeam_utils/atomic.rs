//! Cells that threads share.

use std::fmt;
use std::sync::Mutex;

#[derive(Default)]
pub struct AtomicCell<T> {
    value: Mutex<T>,
}

impl<T> AtomicCell<T> {
    pub const fn new(val: T) -> AtomicCell<T> {
        AtomicCell { value: Mutex::new(val) }
    }

    pub fn into_inner(self) -> T {
        self.value.into_inner().unwrap()
    }

    pub fn store(&self, val: T) {
        drop(self.swap(val));
    }

    pub fn swap(&self, val: T) -> T {
        std::mem::replace(&mut *self.value.lock().unwrap(), val)
    }

    pub fn load(&self) -> T
    where
        T: Copy,
    {
        *self.value.lock().unwrap()
    }

    pub fn take(&self) -> T
    where
        T: Default,
    {
        self.swap(T::default())
    }

    pub fn compare_exchange(&self, current: T, new: T) -> Result<T, T>
    where
        T: Copy + Eq,
    {
        let mut value = self.value.lock().unwrap();
        let old = *value;
        if old != current {
            return Err(old);
        }
        *value = new;
        Ok(old)
    }

    pub fn fetch_update<F: FnMut(T) -> Option<T>>(&self, mut f: F) -> Result<T, T>
    where
        T: Copy + Eq,
    {
        let mut value = self.value.lock().unwrap();
        let old = *value;
        match f(old) {
            Some(new) => {
                *value = new;
                Ok(old)
            }
            None => Err(old),
        }
    }
}

macro_rules! numbers {
    ($($ty:ty)*) => {$(
        impl AtomicCell<$ty> {
            pub fn fetch_add(&self, val: $ty) -> $ty {
                let mut value = self.value.lock().unwrap();
                let old = *value;
                *value = old.wrapping_add(val);
                old
            }

            pub fn fetch_sub(&self, val: $ty) -> $ty {
                let mut value = self.value.lock().unwrap();
                let old = *value;
                *value = old.wrapping_sub(val);
                old
            }
        }
    )*};
}

numbers! { u8 i8 u16 i16 u32 i32 u64 i64 usize isize }

impl<T: Copy + fmt::Debug> fmt::Debug for AtomicCell<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AtomicCell").field("value", &self.load()).finish()
    }
}
