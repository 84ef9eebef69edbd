//! What can go wrong.

use crate::fmt::{Debug, Display};

#[lang = "Error"]
pub trait Error: Debug + Display {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        None
    }

    fn description(&self) -> &str {
        "description() is deprecated; use Display"
    }

    fn cause(&self) -> Option<&dyn Error> {
        self.source()
    }
}

/// Whether a value is of a type.
fn is_of<T, E: ?Sized>(error: &E) -> bool {
    crate::any::is_of::<T, E>(error)
}

impl dyn Error {
    pub fn is<T: Error + 'static>(&self) -> bool {
        is_of::<T, Self>(self)
    }

    pub fn downcast_ref<T: Error + 'static>(&self) -> Option<&T> {
        if is_of::<T, Self>(self) { Some(crate::any::cast_ref(self)) } else { None }
    }

    pub fn downcast_mut<T: Error + 'static>(&mut self) -> Option<&mut T> {
        if is_of::<T, Self>(self) { Some(crate::any::cast_mut(self)) } else { None }
    }

    pub fn downcast<T: Error + 'static>(self: Box<Self>) -> Result<Box<T>, Box<dyn Error>> {
        if is_of::<T, Self>(&*self) { Ok(crate::any::cast_box(self)) } else { Err(self) }
    }
}

impl<T: Error + ?Sized> Error for &T {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        (**self).source()
    }
}

impl<T: Error> Error for Box<T> {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        (**self).source()
    }
}

impl<T: Error + ?Sized> Error for crate::sync::Arc<T> {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        (**self).source()
    }
}

/// A text as an error.
struct StringError(String);

impl Error for StringError {
    fn description(&self) -> &str {
        &self.0
    }
}

impl Display for StringError {
    fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result {
        Display::fmt(&self.0, f)
    }
}

impl Debug for StringError {
    fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result {
        Debug::fmt(&self.0, f)
    }
}

macro_rules! boxed {
    ($($of:ty)*) => {$(
        impl<E: Error> From<E> for Box<$of> {
            fn from(error: E) -> Box<$of> {
                Box::new(error)
            }
        }

        impl From<&str> for Box<$of> {
            fn from(text: &str) -> Box<$of> {
                Box::new(StringError(String::from(text)))
            }
        }

        impl From<String> for Box<$of> {
            fn from(text: String) -> Box<$of> {
                Box::new(StringError(text))
            }
        }

        impl From<crate::borrow::Cow<'_, str>> for Box<$of> {
            fn from(text: crate::borrow::Cow<'_, str>) -> Box<$of> {
                Box::new(StringError(text.into_owned()))
            }
        }
    )*};
}

boxed! { (dyn Error) (dyn Error + Send + Sync) }
