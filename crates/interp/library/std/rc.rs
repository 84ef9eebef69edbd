//! Shared values of one thread.

use crate::borrow::Borrow;
use crate::cmp::Ordering;
use crate::fmt;
use crate::hash::{Hash, Hasher};
use crate::ops::Deref;
use crate::pin::Pin;

/// A share: the machine counts.
#[lang = "Rc"]
pub struct Rc<T: ?Sized> {
    native: (),
    of: crate::marker::PhantomData<T>,
}

#[lang = "rc::Weak"]
pub struct Weak<T: ?Sized> {
    native: (),
    of: crate::marker::PhantomData<T>,
}

/// A weak share of what is not, or not yet, made.
fn unfilled<T>() -> Weak<T> {
    native!()
}

shares! { Rc }
