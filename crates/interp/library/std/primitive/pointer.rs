//! Raw pointers: to the machine they are references that may also be null.

use crate::cmp::Ordering;
use crate::fmt;
use crate::hash::{Hash, Hasher};

/// A number that tells what a pointer points at from everything else.
fn address<T: ?Sized>(pointer: *const T) -> usize {
    native!()
}

/// The pointer to an element so many places on, in an array.
fn offset<T>(pointer: *const T, count: isize) -> *const T {
    native!()
}

macro_rules! pointer_methods {
    ($($ty:ty;)*) => {$(
        impl<T: ?Sized> $ty {
            pub fn is_null(self) -> bool {
                address(self as *const T) == 0
            }

            pub fn addr(self) -> usize {
                address(self as *const T)
            }

            pub unsafe fn as_ref<'a>(self) -> Option<&'a T> {
                if self.is_null() { None } else { Some(unsafe { &*self }) }
            }

            pub unsafe fn read(self) -> T {
                unsafe { crate::ptr::read(self) }
            }
        }

        impl<T: ?Sized> PartialEq for $ty {
            fn eq(&self, other: &$ty) -> bool {
                address(*self) == address(*other)
            }
        }

        impl<T: ?Sized> Eq for $ty {}

        impl<T: ?Sized> PartialOrd for $ty {
            fn partial_cmp(&self, other: &$ty) -> Option<Ordering> {
                Some(address(*self).cmp(&address(*other)))
            }
        }

        impl<T: ?Sized> Ord for $ty {
            fn cmp(&self, other: &$ty) -> Ordering {
                address(*self).cmp(&address(*other))
            }
        }

        impl<T: ?Sized> Hash for $ty {
            fn hash<H: Hasher>(&self, state: &mut H) {
                state.write_usize(address(*self))
            }
        }

        impl<T: ?Sized> fmt::Debug for $ty {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Pointer::fmt(self, f)
            }
        }

        impl<T: ?Sized> fmt::Pointer for $ty {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::pointer(address(*self), f)
            }
        }
    )*};
}

pointer_methods! {
    *const T;
    *mut T;
}

impl<T: ?Sized> *const T {
    pub fn cast<U>(self) -> *const U {
        self as *const U
    }

    pub fn cast_mut(self) -> *mut T {
        self as *mut T
    }

    pub unsafe fn add(self, count: usize) -> *const T {
        offset(self, count as isize)
    }

    pub unsafe fn sub(self, count: usize) -> *const T {
        offset(self, -(count as isize))
    }

    pub unsafe fn offset(self, count: isize) -> *const T {
        offset(self, count)
    }
}

impl<T: ?Sized> *mut T {
    pub fn cast<U>(self) -> *mut U {
        self as *mut U
    }

    pub fn cast_const(self) -> *const T {
        self as *const T
    }

    pub unsafe fn as_mut<'a>(self) -> Option<&'a mut T> {
        if self.is_null() { None } else { Some(unsafe { &mut *self }) }
    }

    pub unsafe fn write(self, val: T) {
        unsafe { crate::ptr::write(self, val) }
    }

    pub unsafe fn replace(self, src: T) -> T {
        unsafe { crate::mem::replace(&mut *self, src) }
    }

    pub unsafe fn add(self, count: usize) -> *mut T {
        offset(self as *const T, count as isize) as *mut T
    }

    pub unsafe fn sub(self, count: usize) -> *mut T {
        offset(self as *const T, -(count as isize)) as *mut T
    }

    pub unsafe fn offset(self, count: isize) -> *mut T {
        offset(self as *const T, count) as *mut T
    }

    pub unsafe fn drop_in_place(self) {
        unsafe { crate::ptr::drop_in_place(self) }
    }
}
