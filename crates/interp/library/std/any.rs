//! Types at run time.

use crate::fmt;
use crate::rc::Rc;
use crate::sync::Arc;

#[lang = "Any"]
pub trait Any {
    fn type_id(&self) -> TypeId {
        TypeId { name: type_key_of_val(self) }
    }
}

impl<T: ?Sized> Any for T {}

/// A type, by its name: no two types of a program have the same.
#[derive(Clone, Copy, Eq, PartialEq, PartialOrd, Ord, Hash)]
pub struct TypeId {
    name: &'static str,
}

impl TypeId {
    pub fn of<T: ?Sized + 'static>() -> TypeId {
        TypeId { name: type_key::<T>() }
    }
}

impl fmt::Debug for TypeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "TypeId({})", self.name)
    }
}

pub fn type_name<T: ?Sized>() -> &'static str {
    native!()
}

pub fn type_name_of_val<T: ?Sized>(val: &T) -> &'static str {
    native!()
}

/// What tells a type from others, whether or not its name is known.
pub(crate) fn type_key<T: ?Sized>() -> &'static str {
    native!()
}

pub(crate) fn type_key_of_val<T: ?Sized>(val: &T) -> &'static str {
    native!()
}

/// Whether a value, behind boxes' `dyn`, is of a type.
pub(crate) fn is_of<T, V: ?Sized>(value: &V) -> bool {
    native!()
}

/// The same value as one of the type that it is.
pub(crate) fn cast_ref<T, V: ?Sized>(value: &V) -> &T {
    native!()
}

/// As [`cast_ref`].
pub(crate) fn cast_mut<T, V: ?Sized>(value: &mut V) -> &mut T {
    native!()
}

/// As [`cast_ref`].
pub(crate) fn cast_box<T, V: ?Sized>(value: Box<V>) -> Box<T> {
    native!()
}

/// As [`cast_ref`], of a share.
fn cast_share<T, V>(value: V) -> T {
    native!()
}

impl dyn Any {
    pub fn is<T: Any>(&self) -> bool {
        is_of::<T, Self>(self)
    }

    pub fn downcast_ref<T: Any>(&self) -> Option<&T> {
        if is_of::<T, Self>(self) { Some(cast_ref::<T, Self>(self)) } else { None }
    }

    pub fn downcast_mut<T: Any>(&mut self) -> Option<&mut T> {
        if is_of::<T, Self>(self) { Some(cast_mut::<T, Self>(self)) } else { None }
    }
}

impl Box<dyn Any> {
    pub fn downcast<T: Any>(self) -> Result<Box<T>, Box<dyn Any>> {
        if is_of::<T, dyn Any>(&*self) { Ok(cast_box::<T, dyn Any>(self)) } else { Err(self) }
    }
}

impl Rc<dyn Any> {
    pub fn downcast<T: Any>(self) -> Result<Rc<T>, Rc<dyn Any>> {
        if is_of::<T, dyn Any>(&*self) { Ok(cast_share::<Rc<T>, Rc<dyn Any>>(self)) } else { Err(self) }
    }
}

impl Arc<dyn Any> {
    pub fn downcast<T: Any>(self) -> Result<Arc<T>, Arc<dyn Any>> {
        if is_of::<T, dyn Any>(&*self) { Ok(cast_share::<Arc<T>, Arc<dyn Any>>(self)) } else { Err(self) }
    }
}

impl fmt::Debug for dyn Any {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Any { .. }")
    }
}
