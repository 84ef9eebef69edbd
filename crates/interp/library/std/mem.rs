//! Moving, swapping, dropping, measuring.

use crate::ops::{Deref, DerefMut};

pub fn swap<T>(x: &mut T, y: &mut T) {
    native!()
}

#[must_use = "if you don't need the old value, you can just assign the new value directly"]
pub fn replace<T>(dest: &mut T, src: T) -> T {
    native!()
}

pub fn take<T: Default>(dest: &mut T) -> T {
    replace(dest, T::default())
}

pub fn drop<T>(_x: T) {}

pub fn forget<T>(t: T) {
    native!()
}

pub const fn size_of<T>() -> usize {
    native!()
}

pub fn size_of_val<T: ?Sized>(val: &T) -> usize {
    size_as::<T, T>(val)
}

/// The size of a value that is known to be an `As`, which the value alone need not tell.
fn size_as<As: ?Sized, T: ?Sized>(val: &T) -> usize {
    native!()
}

pub const fn align_of<T>() -> usize {
    native!()
}

pub fn align_of_val<T: ?Sized>(val: &T) -> usize {
    align_as::<T, T>(val)
}

fn align_as<As: ?Sized, T: ?Sized>(val: &T) -> usize {
    native!()
}

pub const fn needs_drop<T: ?Sized>() -> bool {
    native!()
}

pub fn discriminant<T>(v: &T) -> Discriminant<T> {
    Discriminant { number: discriminant_number(v), of: crate::marker::PhantomData }
}

fn discriminant_number<T>(v: &T) -> isize {
    native!()
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Discriminant<T> {
    number: isize,
    of: crate::marker::PhantomData<T>,
}

impl<T> crate::fmt::Debug for Discriminant<T> {
    fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result {
        f.debug_tuple("Discriminant").field(&self.number).finish()
    }
}

#[derive(Copy, Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ManuallyDrop<T> {
    value: Kept<T>,
}

/// What is dropped by hand only: the machine leaves a value of this type alone.
#[lang = "Kept"]
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Kept<T>(T);

impl<T> ManuallyDrop<T> {
    pub const fn new(value: T) -> ManuallyDrop<T> {
        ManuallyDrop { value: Kept(value) }
    }

    pub fn into_inner(slot: ManuallyDrop<T>) -> T {
        unsafe { crate::ptr::read(&slot.value.0) }
    }

    pub unsafe fn take(slot: &mut ManuallyDrop<T>) -> T {
        unsafe { crate::ptr::read(&slot.value.0) }
    }

    pub unsafe fn drop(slot: &mut ManuallyDrop<T>) {
        drop(unsafe { crate::ptr::read(&slot.value.0) })
    }
}

impl<T> Deref for ManuallyDrop<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value.0
    }
}

impl<T> DerefMut for ManuallyDrop<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.value.0
    }
}

/// A place for a value that is not there yet; an empty slot stands for it.
pub struct MaybeUninit<T> {
    slot: Option<Kept<T>>,
}

impl<T> MaybeUninit<T> {
    pub const fn new(val: T) -> MaybeUninit<T> {
        MaybeUninit { slot: Some(Kept(val)) }
    }

    pub const fn uninit() -> MaybeUninit<T> {
        MaybeUninit { slot: None }
    }

    pub fn write(&mut self, val: T) -> &mut T {
        self.slot = Some(Kept(val));
        unsafe { self.assume_init_mut() }
    }

    #[track_caller]
    pub unsafe fn assume_init(self) -> T {
        match self.slot {
            Some(kept) => kept.0,
            None => panic!("a `MaybeUninit` was taken for initialized, which it is not"),
        }
    }

    #[track_caller]
    pub unsafe fn assume_init_ref(&self) -> &T {
        match &self.slot {
            Some(kept) => &kept.0,
            None => panic!("a `MaybeUninit` was taken for initialized, which it is not"),
        }
    }

    #[track_caller]
    pub unsafe fn assume_init_mut(&mut self) -> &mut T {
        match &mut self.slot {
            Some(kept) => &mut kept.0,
            None => panic!("a `MaybeUninit` was taken for initialized, which it is not"),
        }
    }

    #[track_caller]
    pub unsafe fn assume_init_read(&self) -> T {
        unsafe { crate::ptr::read(self.assume_init_ref()) }
    }

    pub unsafe fn assume_init_drop(&mut self) {
        drop(unsafe { crate::ptr::read(self.assume_init_mut()) })
    }
}
