//! A cell that counts its borrows.

use super::{Cell, UnsafeCell};
use crate::cmp::Ordering;
use crate::fmt;
use crate::ops::{Deref, DerefMut};

/// How often it is borrowed; -1 is mutably.
#[lang = "RefCell"]
pub struct RefCell<T: ?Sized> {
    borrows: Cell<isize>,
    value: UnsafeCell<T>,
}

pub struct BorrowError(());

impl fmt::Debug for BorrowError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BorrowError")
    }
}

impl fmt::Display for BorrowError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RefCell already mutably borrowed")
    }
}

impl crate::error::Error for BorrowError {}

pub struct BorrowMutError(());

impl fmt::Debug for BorrowMutError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BorrowMutError")
    }
}

impl fmt::Display for BorrowMutError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RefCell already borrowed")
    }
}

impl crate::error::Error for BorrowMutError {}

impl<T> RefCell<T> {
    pub const fn new(value: T) -> RefCell<T> {
        RefCell { borrows: Cell::new(0), value: UnsafeCell::new(value) }
    }

    pub fn into_inner(self) -> T {
        self.value.into_inner()
    }

    #[track_caller]
    pub fn replace(&self, t: T) -> T {
        crate::mem::replace(&mut *self.borrow_mut(), t)
    }

    #[track_caller]
    pub fn replace_with<F: FnOnce(&mut T) -> T>(&self, f: F) -> T {
        let mut guard = self.borrow_mut();
        let replacement = f(&mut *guard);
        crate::mem::replace(&mut *guard, replacement)
    }

    #[track_caller]
    pub fn swap(&self, other: &RefCell<T>) {
        crate::mem::swap(&mut *self.borrow_mut(), &mut *other.borrow_mut())
    }

    #[track_caller]
    pub fn take(&self) -> T
    where
        T: Default,
    {
        self.replace(T::default())
    }
}

impl<T: ?Sized> RefCell<T> {
    #[track_caller]
    pub fn borrow(&self) -> Ref<'_, T> {
        if self.borrows.get() < 0 {
            panic!("{}", BorrowError(()));
        }
        self.share()
    }

    pub fn try_borrow(&self) -> Result<Ref<'_, T>, BorrowError> {
        if self.borrows.get() < 0 { Err(BorrowError(())) } else { Ok(self.share()) }
    }

    fn share(&self) -> Ref<'_, T> {
        self.borrows.set(self.borrows.get() + 1);
        Ref { value: unsafe { &*self.value.get() }, borrows: &self.borrows }
    }

    #[track_caller]
    pub fn borrow_mut(&self) -> RefMut<'_, T> {
        if self.borrows.get() != 0 {
            panic!("{}", BorrowMutError(()));
        }
        self.lend()
    }

    pub fn try_borrow_mut(&self) -> Result<RefMut<'_, T>, BorrowMutError> {
        if self.borrows.get() != 0 { Err(BorrowMutError(())) } else { Ok(self.lend()) }
    }

    fn lend(&self) -> RefMut<'_, T> {
        self.borrows.set(-1);
        RefMut { value: unsafe { &mut *self.value.get() }, borrows: &self.borrows }
    }

    pub fn as_ptr(&self) -> *mut T {
        self.value.get()
    }

    pub fn get_mut(&mut self) -> &mut T {
        self.value.get_mut()
    }
}

#[lang = "Ref"]
pub struct Ref<'b, T: ?Sized> {
    value: &'b T,
    borrows: &'b Cell<isize>,
}

impl<'b, T: ?Sized> Ref<'b, T> {
    pub fn clone(orig: &Ref<'b, T>) -> Ref<'b, T> {
        orig.borrows.set(orig.borrows.get() + 1);
        Ref { value: orig.value, borrows: orig.borrows }
    }

    pub fn map<U: ?Sized, F: FnOnce(&T) -> &U>(orig: Ref<'b, T>, f: F) -> Ref<'b, U> {
        let value = f(orig.value);
        let borrows = orig.borrows;
        crate::mem::forget(orig);
        Ref { value, borrows }
    }

    pub fn filter_map<U: ?Sized, F: FnOnce(&T) -> Option<&U>>(orig: Ref<'b, T>, f: F) -> Result<Ref<'b, U>, Ref<'b, T>> {
        match f(orig.value) {
            Some(value) => {
                let borrows = orig.borrows;
                crate::mem::forget(orig);
                Ok(Ref { value, borrows })
            }
            None => Err(orig),
        }
    }
}

impl<'b, T: ?Sized> Drop for Ref<'b, T> {
    fn drop(&mut self) {
        self.borrows.set(self.borrows.get() - 1);
    }
}

impl<'b, T: ?Sized> Deref for Ref<'b, T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.value
    }
}

#[lang = "RefMut"]
pub struct RefMut<'b, T: ?Sized> {
    value: &'b mut T,
    borrows: &'b Cell<isize>,
}

impl<'b, T: ?Sized> RefMut<'b, T> {
    pub fn map<U: ?Sized, F: FnOnce(&mut T) -> &mut U>(orig: RefMut<'b, T>, f: F) -> RefMut<'b, U> {
        let value = f(unsafe { &mut *(orig.value as *mut T) });
        let borrows = orig.borrows;
        crate::mem::forget(orig);
        RefMut { value, borrows }
    }

    pub fn filter_map<U: ?Sized, F: FnOnce(&mut T) -> Option<&mut U>>(
        orig: RefMut<'b, T>,
        f: F,
    ) -> Result<RefMut<'b, U>, RefMut<'b, T>> {
        match f(unsafe { &mut *(orig.value as *mut T) }) {
            Some(value) => {
                let borrows = orig.borrows;
                crate::mem::forget(orig);
                Ok(RefMut { value, borrows })
            }
            None => Err(orig),
        }
    }
}

impl<'b, T: ?Sized> Drop for RefMut<'b, T> {
    fn drop(&mut self) {
        self.borrows.set(0);
    }
}

impl<'b, T: ?Sized> Deref for RefMut<'b, T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.value
    }
}

impl<'b, T: ?Sized> DerefMut for RefMut<'b, T> {
    fn deref_mut(&mut self) -> &mut T {
        self.value
    }
}

macro_rules! shown_as_inner {
    ($($name:ident)*) => {$(
        impl<'b, T: ?Sized + fmt::Debug> fmt::Debug for $name<'b, T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Debug::fmt(&**self, f)
            }
        }

        impl<'b, T: ?Sized + fmt::Display> fmt::Display for $name<'b, T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&**self, f)
            }
        }
    )*};
}

shown_as_inner! { Ref RefMut }

impl<T: Clone> Clone for RefCell<T> {
    #[track_caller]
    fn clone(&self) -> RefCell<T> {
        RefCell::new((*self.borrow()).clone())
    }
}

impl<T: Default> Default for RefCell<T> {
    fn default() -> RefCell<T> {
        RefCell::new(T::default())
    }
}

impl<T: ?Sized + PartialEq> PartialEq for RefCell<T> {
    fn eq(&self, other: &RefCell<T>) -> bool {
        *self.borrow() == *other.borrow()
    }
}

impl<T: ?Sized + Eq> Eq for RefCell<T> {}

impl<T: ?Sized + PartialOrd> PartialOrd for RefCell<T> {
    fn partial_cmp(&self, other: &RefCell<T>) -> Option<Ordering> {
        PartialOrd::partial_cmp(&*self.borrow(), &*other.borrow())
    }
}

impl<T: ?Sized + Ord> Ord for RefCell<T> {
    fn cmp(&self, other: &RefCell<T>) -> Ordering {
        Ord::cmp(&*self.borrow(), &*other.borrow())
    }
}

impl<T> From<T> for RefCell<T> {
    fn from(t: T) -> RefCell<T> {
        RefCell::new(t)
    }
}

impl<T: ?Sized + fmt::Debug> fmt::Debug for RefCell<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut d = f.debug_struct("RefCell");
        match self.try_borrow() {
            Ok(borrow) => d.field("value", &borrow),
            Err(_) => d.field("value", &crate::fmt::Plain("<borrowed>")),
        };
        d.finish()
    }
}
