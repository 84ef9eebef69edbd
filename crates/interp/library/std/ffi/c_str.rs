//! Texts as C has them. There is no C to pass them to: they are made of literals, and read.

use crate::borrow::Cow;
use crate::fmt;
use crate::str::Utf8Error;

#[derive(PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CStr {
    bytes: Vec<u8>,
}

impl CStr {
    /// What a literal `c"text"` stands for.
    pub fn of_literal(bytes: &[u8]) -> &'static CStr {
        Box::leak(Box::new(CStr { bytes: bytes.to_vec() }))
    }

    pub fn to_str(&self) -> Result<&str, Utf8Error> {
        crate::str::from_utf8(&self.bytes)
    }

    pub fn to_string_lossy(&self) -> Cow<'_, str> {
        String::from_utf8_lossy(&self.bytes)
    }

    pub fn to_bytes(&self) -> &[u8] {
        &self.bytes
    }

    pub fn count_bytes(&self) -> usize {
        self.bytes.len()
    }

    pub fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }
}

impl fmt::Debug for CStr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&*self.to_string_lossy(), f)
    }
}
