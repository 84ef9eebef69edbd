//! Raw pointers.

use crate::fmt;
use crate::hash::{Hash, Hasher};

pub const fn null<T>() -> *const T {
    native!()
}

pub const fn null_mut<T>() -> *mut T {
    native!()
}

/// Takes the value; the place is empty from then on.
pub unsafe fn read<T>(src: *const T) -> T {
    native!()
}

/// Puts a value without dropping what was there.
pub unsafe fn write<T>(dst: *mut T, src: T) {
    native!()
}

pub unsafe fn drop_in_place<T: ?Sized>(to_drop: *mut T) {
    drop(unsafe { read(to_drop) })
}

pub unsafe fn swap<T>(a: *mut T, b: *mut T) {
    unsafe { crate::mem::swap(&mut *a, &mut *b) }
}

pub unsafe fn replace<T>(dst: *mut T, src: T) -> T {
    unsafe { crate::mem::replace(&mut *dst, src) }
}

pub fn eq<T: ?Sized>(a: *const T, b: *const T) -> bool {
    a == b
}

pub fn addr_eq<T: ?Sized, U: ?Sized>(p: *const T, q: *const U) -> bool {
    p.addr() == q.addr()
}

pub fn from_ref<T: ?Sized>(r: &T) -> *const T {
    r
}

pub fn from_mut<T: ?Sized>(r: &mut T) -> *mut T {
    r
}

/// A pointer that is not null.
pub struct NonNull<T: ?Sized> {
    pointer: *mut T,
}

impl<T: ?Sized> NonNull<T> {
    pub fn new(ptr: *mut T) -> Option<NonNull<T>> {
        if ptr.is_null() { None } else { Some(NonNull { pointer: ptr }) }
    }

    pub const unsafe fn new_unchecked(ptr: *mut T) -> NonNull<T> {
        NonNull { pointer: ptr }
    }

    pub fn dangling() -> NonNull<T> {
        NonNull { pointer: null_mut() }
    }

    pub const fn as_ptr(self) -> *mut T {
        self.pointer
    }

    pub unsafe fn as_ref<'a>(&self) -> &'a T {
        unsafe { &*self.pointer }
    }

    pub unsafe fn as_mut<'a>(&mut self) -> &'a mut T {
        unsafe { &mut *self.pointer }
    }

    pub fn cast<U>(self) -> NonNull<U> {
        NonNull { pointer: self.pointer as *mut U }
    }
}

impl<T: ?Sized> Clone for NonNull<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: ?Sized> Copy for NonNull<T> {}

impl<T: ?Sized> PartialEq for NonNull<T> {
    fn eq(&self, other: &Self) -> bool {
        self.pointer == other.pointer
    }
}

impl<T: ?Sized> Eq for NonNull<T> {}

impl<T: ?Sized> Hash for NonNull<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.pointer.hash(state)
    }
}

impl<T: ?Sized> fmt::Debug for NonNull<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Pointer::fmt(&self.pointer, f)
    }
}

impl<T: ?Sized> fmt::Pointer for NonNull<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Pointer::fmt(&self.pointer, f)
    }
}

impl<T: ?Sized> From<&mut T> for NonNull<T> {
    fn from(r: &mut T) -> Self {
        NonNull { pointer: r }
    }
}

impl<T: ?Sized> From<&T> for NonNull<T> {
    fn from(r: &T) -> Self {
        NonNull { pointer: r as *const T as *mut T }
    }
}
