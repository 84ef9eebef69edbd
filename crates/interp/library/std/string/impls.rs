//! What a string implements.

use super::{FromUtf8Error, String, from_text};
use crate::borrow::{Borrow, BorrowMut, Cow};
use crate::cmp::Ordering;
use crate::convert::Infallible;
use crate::error::Error;
use crate::fmt;
use crate::hash::{Hash, Hasher};
use crate::ops::{Add, AddAssign, Deref, DerefMut, Index, IndexMut};
use crate::rc::Rc;
use crate::slice::SliceIndex;
use crate::str::FromStr;
use crate::sync::Arc;

impl Deref for String {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl DerefMut for String {
    fn deref_mut(&mut self) -> &mut str {
        self.as_mut_str()
    }
}

impl<I: SliceIndex<str>> Index<I> for String {
    type Output = I::Output;

    #[track_caller]
    fn index(&self, index: I) -> &I::Output {
        index.index(self.as_str())
    }
}

impl<I: SliceIndex<str>> IndexMut<I> for String {
    #[track_caller]
    fn index_mut(&mut self, index: I) -> &mut I::Output {
        index.index_mut(self.as_mut_str())
    }
}

impl Clone for String {
    fn clone(&self) -> String {
        from_text(self.as_str())
    }
}

impl Default for String {
    fn default() -> String {
        String::new()
    }
}

impl fmt::Display for String {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for String {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

impl fmt::Write for String {
    fn write_str(&mut self, s: &str) -> fmt::Result {
        self.push_str(s);
        Ok(())
    }

    fn write_char(&mut self, c: char) -> fmt::Result {
        self.push(c);
        Ok(())
    }
}

impl Hash for String {
    fn hash<H: Hasher>(&self, state: &mut H) {
        Hash::hash(self.as_str(), state)
    }
}

macro_rules! equal {
    ($($left:ty, $right:ty;)*) => {$(
        impl PartialEq<$right> for $left {
            fn eq(&self, other: &$right) -> bool {
                self[..] == other[..]
            }
        }
    )*};
}

equal! {
    String, String;
    String, str;
    String, &str;
    str, String;
    &str, String;
    Cow<'_, str>, str;
    Cow<'_, str>, &str;
    Cow<'_, str>, String;
    str, Cow<'_, str>;
    &str, Cow<'_, str>;
    String, Cow<'_, str>;
}

impl Eq for String {}

impl PartialOrd for String {
    fn partial_cmp(&self, other: &String) -> Option<Ordering> {
        Some(self.as_str().cmp(other.as_str()))
    }
}

impl Ord for String {
    fn cmp(&self, other: &String) -> Ordering {
        self.as_str().cmp(other.as_str())
    }
}

impl Add<&str> for String {
    type Output = String;

    fn add(mut self, other: &str) -> String {
        self.push_str(other);
        self
    }
}

impl AddAssign<&str> for String {
    fn add_assign(&mut self, other: &str) {
        self.push_str(other);
    }
}

impl FromStr for String {
    type Err = Infallible;

    fn from_str(s: &str) -> Result<String, Infallible> {
        Ok(from_text(s))
    }
}

/// What a string can be made longer by.
trait Part {
    fn add_to(self, string: &mut String);
}

impl Part for char {
    fn add_to(self, string: &mut String) {
        string.push(self)
    }
}

impl Part for &char {
    fn add_to(self, string: &mut String) {
        string.push(*self)
    }
}

impl Part for &str {
    fn add_to(self, string: &mut String) {
        string.push_str(self)
    }
}

impl Part for String {
    fn add_to(self, string: &mut String) {
        string.push_str(&self)
    }
}

impl Part for Box<str> {
    fn add_to(self, string: &mut String) {
        string.push_str(&self)
    }
}

impl Part for Cow<'_, str> {
    fn add_to(self, string: &mut String) {
        string.push_str(&self)
    }
}

impl<A: Part> FromIterator<A> for String {
    fn from_iter<I: IntoIterator<Item = A>>(iter: I) -> String {
        let mut string = String::new();
        for part in iter {
            part.add_to(&mut string);
        }
        string
    }
}

impl<A: Part> Extend<A> for String {
    fn extend<I: IntoIterator<Item = A>>(&mut self, iter: I) {
        for part in iter {
            part.add_to(self);
        }
    }
}

impl FromIterator<char> for Box<str> {
    fn from_iter<I: IntoIterator<Item = char>>(iter: I) -> Box<str> {
        iter.into_iter().collect::<String>().into_boxed_str()
    }
}

impl AsRef<str> for String {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl AsRef<[u8]> for String {
    fn as_ref(&self) -> &[u8] {
        self.as_bytes()
    }
}

impl AsMut<str> for String {
    fn as_mut(&mut self) -> &mut str {
        self.as_mut_str()
    }
}

impl Borrow<str> for String {
    fn borrow(&self) -> &str {
        self.as_str()
    }
}

impl BorrowMut<str> for String {
    fn borrow_mut(&mut self) -> &mut str {
        self.as_mut_str()
    }
}

impl TryFrom<Vec<u8>> for String {
    type Error = FromUtf8Error;

    fn try_from(bytes: Vec<u8>) -> Result<String, FromUtf8Error> {
        String::from_utf8(bytes)
    }
}

impl From<&str> for String {
    fn from(s: &str) -> String {
        from_text(s)
    }
}

impl From<&mut str> for String {
    fn from(s: &mut str) -> String {
        from_text(s)
    }
}

impl From<&String> for String {
    fn from(s: &String) -> String {
        from_text(s.as_str())
    }
}

impl From<char> for String {
    fn from(c: char) -> String {
        let mut string = String::new();
        string.push(c);
        string
    }
}

impl From<Box<str>> for String {
    fn from(s: Box<str>) -> String {
        from_text(&*s)
    }
}

impl<'a> From<Cow<'a, str>> for String {
    fn from(s: Cow<'a, str>) -> String {
        s.into_owned()
    }
}

impl From<String> for Box<str> {
    fn from(s: String) -> Box<str> {
        s.into_boxed_str()
    }
}

impl From<&str> for Box<str> {
    fn from(s: &str) -> Box<str> {
        from_text(s).into_boxed_str()
    }
}

/// An error that is only a text.
struct StringError(String);

impl Error for StringError {}

impl fmt::Display for StringError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl fmt::Debug for StringError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

macro_rules! boxed_errors {
    ($($bound:ty),*) => {$(
        impl From<String> for Box<$bound> {
            fn from(text: String) -> Box<$bound> {
                Box::new(StringError(text))
            }
        }

        impl<'a> From<&'a str> for Box<$bound> {
            fn from(text: &'a str) -> Box<$bound> {
                Box::new(StringError(from_text(text)))
            }
        }

        impl<'a> From<Cow<'a, str>> for Box<$bound> {
            fn from(text: Cow<'a, str>) -> Box<$bound> {
                Box::new(StringError(text.into_owned()))
            }
        }

        impl<E: Error> From<E> for Box<$bound> {
            fn from(error: E) -> Box<$bound> {
                Box::new(error)
            }
        }
    )*};
}

boxed_errors! { dyn Error, dyn Error + Send, dyn Error + Send + Sync }
