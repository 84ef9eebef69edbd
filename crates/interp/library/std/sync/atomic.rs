//! Values that threads change without a lock. Only one thread of a program runs at a time, so that every order is the
//! strictest.

use crate::cell::Cell;
use crate::fmt;

#[lang = "atomic::Ordering"]
#[derive(Copy, Clone, Debug, Eq, PartialEq, Hash)]
pub enum Ordering {
    Relaxed,
    Release,
    Acquire,
    AcqRel,
    SeqCst,
}

#[track_caller]
pub fn fence(order: Ordering) {
    if order == Ordering::Relaxed {
        panic!("there is no such thing as a relaxed fence");
    }
}

pub fn compiler_fence(order: Ordering) {
    fence(order)
}

pub fn spin_loop_hint() {
    crate::hint::spin_loop()
}

macro_rules! atomics {
    ($([$($params:tt)*] $name:ty, $plain:ident: $value:ty;)*) => {$(
        impl<$($params)*> $name {
            pub const fn new(v: $value) -> $name {
                $plain { v: Cell::new(v) }
            }

            pub fn get_mut(&mut self) -> &mut $value {
                self.v.get_mut()
            }

            pub fn into_inner(self) -> $value {
                self.v.into_inner()
            }

            pub fn as_ptr(&self) -> *mut $value {
                self.v.as_ptr()
            }

            #[track_caller]
            pub fn load(&self, order: Ordering) -> $value {
                match order {
                    Ordering::Release => panic!("there is no such thing as a release load"),
                    Ordering::AcqRel => panic!("there is no such thing as an acquire-release load"),
                    _ => self.v.get(),
                }
            }

            #[track_caller]
            pub fn store(&self, val: $value, order: Ordering) {
                match order {
                    Ordering::Acquire => panic!("there is no such thing as an acquire store"),
                    Ordering::AcqRel => panic!("there is no such thing as an acquire-release store"),
                    _ => self.v.set(val),
                }
            }

            pub fn swap(&self, val: $value, order: Ordering) -> $value {
                self.v.replace(val)
            }

            pub fn compare_and_swap(&self, current: $value, new: $value, order: Ordering) -> $value {
                match self.compare_exchange(current, new, order, Ordering::Relaxed) {
                    Ok(old) => old,
                    Err(old) => old,
                }
            }

            pub fn compare_exchange(
                &self,
                current: $value,
                new: $value,
                success: Ordering,
                failure: Ordering,
            ) -> Result<$value, $value> {
                let old = self.v.get();
                if old == current {
                    self.v.set(new);
                    Ok(old)
                } else {
                    Err(old)
                }
            }

            pub fn compare_exchange_weak(
                &self,
                current: $value,
                new: $value,
                success: Ordering,
                failure: Ordering,
            ) -> Result<$value, $value> {
                self.compare_exchange(current, new, success, failure)
            }

            pub fn fetch_update<F: FnMut($value) -> Option<$value>>(
                &self,
                set_order: Ordering,
                fetch_order: Ordering,
                mut f: F,
            ) -> Result<$value, $value> {
                let old = self.v.get();
                match f(old) {
                    Some(new) => {
                        self.v.set(new);
                        Ok(old)
                    }
                    None => Err(old),
                }
            }
        }

        impl<$($params)*> From<$value> for $name {
            fn from(v: $value) -> $name {
                $plain { v: Cell::new(v) }
            }
        }

        impl<$($params)*> fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Debug::fmt(&self.v.get(), f)
            }
        }
    )*};
}

macro_rules! atomic_ints {
    ($($name:ident $ty:ident;)*) => {$(
        pub struct $name {
            v: Cell<$ty>,
        }

        atomics! { [] $name, $name: $ty; }

        impl $name {
            pub fn fetch_add(&self, val: $ty, order: Ordering) -> $ty {
                let old = self.v.get();
                self.v.set(old.wrapping_add(val));
                old
            }

            pub fn fetch_sub(&self, val: $ty, order: Ordering) -> $ty {
                let old = self.v.get();
                self.v.set(old.wrapping_sub(val));
                old
            }

            pub fn fetch_and(&self, val: $ty, order: Ordering) -> $ty {
                self.v.replace(self.v.get() & val)
            }

            pub fn fetch_nand(&self, val: $ty, order: Ordering) -> $ty {
                self.v.replace(!(self.v.get() & val))
            }

            pub fn fetch_or(&self, val: $ty, order: Ordering) -> $ty {
                self.v.replace(self.v.get() | val)
            }

            pub fn fetch_xor(&self, val: $ty, order: Ordering) -> $ty {
                self.v.replace(self.v.get() ^ val)
            }

            pub fn fetch_max(&self, val: $ty, order: Ordering) -> $ty {
                self.v.replace(self.v.get().max(val))
            }

            pub fn fetch_min(&self, val: $ty, order: Ordering) -> $ty {
                self.v.replace(self.v.get().min(val))
            }
        }

        impl Default for $name {
            fn default() -> $name {
                $name::new(0)
            }
        }
    )*};
}

atomic_ints! {
    AtomicI8 i8;
    AtomicI16 i16;
    AtomicI32 i32;
    AtomicI64 i64;
    AtomicIsize isize;
    AtomicU8 u8;
    AtomicU16 u16;
    AtomicU32 u32;
    AtomicU64 u64;
    AtomicUsize usize;
}

pub struct AtomicBool {
    v: Cell<bool>,
}

atomics! { [] AtomicBool, AtomicBool: bool; }

impl AtomicBool {
    pub fn fetch_and(&self, val: bool, order: Ordering) -> bool {
        self.v.replace(self.v.get() & val)
    }

    pub fn fetch_nand(&self, val: bool, order: Ordering) -> bool {
        self.v.replace(!(self.v.get() & val))
    }

    pub fn fetch_or(&self, val: bool, order: Ordering) -> bool {
        self.v.replace(self.v.get() | val)
    }

    pub fn fetch_xor(&self, val: bool, order: Ordering) -> bool {
        self.v.replace(self.v.get() ^ val)
    }

    pub fn fetch_not(&self, order: Ordering) -> bool {
        self.v.replace(!self.v.get())
    }
}

impl Default for AtomicBool {
    fn default() -> AtomicBool {
        AtomicBool::new(false)
    }
}

pub struct AtomicPtr<T> {
    v: Cell<*mut T>,
}

atomics! { [T] AtomicPtr<T>, AtomicPtr: *mut T; }

impl<T> Default for AtomicPtr<T> {
    fn default() -> AtomicPtr<T> {
        AtomicPtr::new(crate::ptr::null_mut())
    }
}
