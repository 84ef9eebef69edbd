//! Values that threads share.

use crate::borrow::Borrow;
use crate::cmp::Ordering;
use crate::fmt;
use crate::hash::{Hash, Hasher};
use crate::ops::Deref;
use crate::pin::Pin;

/// A share: the machine counts.
#[lang = "Arc"]
pub struct Arc<T: ?Sized> {
    native: (),
    of: crate::marker::PhantomData<T>,
}

#[lang = "sync::Weak"]
pub struct Weak<T: ?Sized> {
    native: (),
    of: crate::marker::PhantomData<T>,
}

/// A weak share of what is not, or not yet, made.
fn unfilled<T>() -> Weak<T> {
    native!()
}

shares! { Arc }
