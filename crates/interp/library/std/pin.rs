//! Values that stay where they are: in the interpreter all do.

use crate::cmp::Ordering;
use crate::fmt;
use crate::future::Future;
use crate::hash::{Hash, Hasher};
use crate::ops::{Deref, DerefMut};
use crate::task::{Context, Poll};

#[lang = "Pin"]
#[derive(Copy, Clone)]
pub struct Pin<Ptr> {
    pointer: Ptr,
}

impl<Ptr: Deref> Pin<Ptr> {
    pub const fn new(pointer: Ptr) -> Pin<Ptr> {
        Pin { pointer }
    }

    pub const unsafe fn new_unchecked(pointer: Ptr) -> Pin<Ptr> {
        Pin { pointer }
    }

    pub fn into_inner(pin: Pin<Ptr>) -> Ptr {
        pin.pointer
    }

    pub unsafe fn into_inner_unchecked(pin: Pin<Ptr>) -> Ptr {
        pin.pointer
    }

    pub fn as_ref(&self) -> Pin<&Ptr::Target> {
        Pin { pointer: self.pointer.deref() }
    }

    pub fn as_mut(&mut self) -> Pin<&mut Ptr::Target>
    where
        Ptr: DerefMut,
    {
        Pin { pointer: self.pointer.deref_mut() }
    }

    pub fn as_deref_mut(self: Pin<&mut Pin<Ptr>>) -> Pin<&mut Ptr::Target>
    where
        Ptr: DerefMut,
    {
        unsafe { self.get_unchecked_mut() }.as_mut()
    }

    pub fn set(&mut self, value: Ptr::Target)
    where
        Ptr: DerefMut,
        Ptr::Target: Sized,
    {
        *self.pointer.deref_mut() = value;
    }
}

impl<'a, T: ?Sized> Pin<&'a T> {
    pub unsafe fn map_unchecked<U: ?Sized, F: FnOnce(&T) -> &U>(self, func: F) -> Pin<&'a U> {
        Pin { pointer: func(self.pointer) }
    }

    pub const fn get_ref(self) -> &'a T {
        self.pointer
    }
}

impl<'a, T: ?Sized> Pin<&'a mut T> {
    pub const fn into_ref(self) -> Pin<&'a T> {
        Pin { pointer: self.pointer }
    }

    pub const fn get_mut(self) -> &'a mut T {
        self.pointer
    }

    pub const unsafe fn get_unchecked_mut(self) -> &'a mut T {
        self.pointer
    }

    pub unsafe fn map_unchecked_mut<U: ?Sized, F: FnOnce(&mut T) -> &mut U>(self, func: F) -> Pin<&'a mut U> {
        Pin { pointer: func(self.pointer) }
    }
}

impl<T: ?Sized> Pin<&'static T> {
    pub const fn static_ref(r: &'static T) -> Pin<&'static T> {
        Pin { pointer: r }
    }
}

impl<Ptr: Deref> Deref for Pin<Ptr> {
    type Target = Ptr::Target;

    fn deref(&self) -> &Ptr::Target {
        self.pointer.deref()
    }
}

impl<Ptr: DerefMut> DerefMut for Pin<Ptr> {
    fn deref_mut(&mut self) -> &mut Ptr::Target {
        self.pointer.deref_mut()
    }
}

impl<P: DerefMut> Future for Pin<P>
where
    P::Target: Future,
{
    type Output = <<P as Deref>::Target as Future>::Output;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        Future::poll(unsafe { self.get_unchecked_mut() }.as_mut(), cx)
    }
}

impl<Ptr: fmt::Debug> fmt::Debug for Pin<Ptr> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.pointer, f)
    }
}

impl<Ptr: fmt::Display> fmt::Display for Pin<Ptr> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.pointer, f)
    }
}

impl<Ptr: fmt::Pointer> fmt::Pointer for Pin<Ptr> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Pointer::fmt(&self.pointer, f)
    }
}

impl<Ptr: Deref> PartialEq for Pin<Ptr>
where
    Ptr::Target: PartialEq,
{
    fn eq(&self, other: &Pin<Ptr>) -> bool {
        **self == **other
    }
}

impl<Ptr: Deref> PartialOrd for Pin<Ptr>
where
    Ptr::Target: PartialOrd,
{
    fn partial_cmp(&self, other: &Pin<Ptr>) -> Option<Ordering> {
        PartialOrd::partial_cmp(&**self, &**other)
    }
}

impl<Ptr: Deref> Hash for Pin<Ptr>
where
    Ptr::Target: Hash,
{
    fn hash<H: Hasher>(&self, state: &mut H) {
        Hash::hash(&**self, state)
    }
}
