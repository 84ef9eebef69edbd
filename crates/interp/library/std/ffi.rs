//! Texts of the system's: here they are texts as all others.

mod c_str;

pub use c_str::CStr;

use crate::borrow::Cow;
use crate::fmt;

#[derive(PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OsStr {
    text: String,
}

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct OsString {
    inner: OsStr,
}

impl OsStr {
    pub fn new<S: AsRef<OsStr> + ?Sized>(s: &S) -> &OsStr {
        s.as_ref()
    }

    pub fn eq_ignore_ascii_case<S: AsRef<OsStr>>(&self, other: S) -> bool {
        self.text.eq_ignore_ascii_case(&other.as_ref().text)
    }

    pub fn to_ascii_lowercase(&self) -> OsString {
        OsString::from(self.text.to_ascii_lowercase())
    }

    pub fn to_ascii_uppercase(&self) -> OsString {
        OsString::from(self.text.to_ascii_uppercase())
    }

    pub fn display(&self) -> &str {
        &self.text
    }

    pub fn to_str(&self) -> Option<&str> {
        Some(&self.text)
    }

    pub fn to_string_lossy(&self) -> Cow<'_, str> {
        Cow::Borrowed(&self.text)
    }

    pub fn to_os_string(&self) -> OsString {
        OsString { inner: self.clone() }
    }

    pub fn len(&self) -> usize {
        self.text.len()
    }

    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }
}

impl Clone for OsStr {
    fn clone(&self) -> OsStr {
        OsStr { text: self.text.clone() }
    }
}

impl Default for OsStr {
    fn default() -> OsStr {
        OsStr { text: String::new() }
    }
}

impl fmt::Debug for OsStr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.text, f)
    }
}

impl AsRef<OsStr> for OsStr {
    fn as_ref(&self) -> &OsStr {
        self
    }
}

impl PartialEq<str> for OsStr {
    fn eq(&self, other: &str) -> bool {
        self.text == *other
    }
}

impl OsString {
    pub fn new() -> OsString {
        OsString { inner: OsStr { text: String::new() } }
    }

    pub fn as_os_str(&self) -> &OsStr {
        &self.inner
    }

    pub fn into_string(self) -> Result<String, OsString> {
        Ok(self.inner.text)
    }

    pub fn push<T: AsRef<OsStr>>(&mut self, s: T) {
        self.inner.text.push_str(&s.as_ref().text);
    }
}

impl crate::ops::Deref for OsString {
    type Target = OsStr;

    fn deref(&self) -> &OsStr {
        &self.inner
    }
}

impl AsRef<OsStr> for str {
    fn as_ref(&self) -> &OsStr {
        Box::leak(Box::new(OsStr { text: String::from(self) }))
    }
}

impl AsRef<OsStr> for String {
    fn as_ref(&self) -> &OsStr {
        self.as_str().as_ref()
    }
}

impl AsRef<crate::path::Path> for OsStr {
    fn as_ref(&self) -> &crate::path::Path {
        crate::path::Path::new(self)
    }
}

impl ToOwned for OsStr {
    type Owned = OsString;

    fn to_owned(&self) -> OsString {
        self.to_os_string()
    }
}

impl crate::borrow::Borrow<OsStr> for OsString {
    fn borrow(&self) -> &OsStr {
        &self.inner
    }
}

impl From<&OsStr> for OsString {
    fn from(s: &OsStr) -> OsString {
        s.to_os_string()
    }
}

impl AsRef<OsStr> for OsString {
    fn as_ref(&self) -> &OsStr {
        &self.inner
    }
}

impl AsRef<crate::path::Path> for OsString {
    fn as_ref(&self) -> &crate::path::Path {
        crate::path::Path::new(&self.inner.text)
    }
}

impl From<String> for OsString {
    fn from(s: String) -> OsString {
        OsString { inner: OsStr { text: s } }
    }
}

impl From<&str> for OsString {
    fn from(s: &str) -> OsString {
        OsString { inner: OsStr { text: String::from(s) } }
    }
}

impl PartialEq<str> for OsString {
    fn eq(&self, other: &str) -> bool {
        self.inner.text == *other
    }
}

impl PartialEq<&str> for OsString {
    fn eq(&self, other: &&str) -> bool {
        self.inner.text == **other
    }
}

impl fmt::Debug for OsString {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.inner, f)
    }
}
