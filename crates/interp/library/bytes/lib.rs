//! bytes: shared pieces of bytes.

mod adapters;
pub mod buf;
mod show;

pub use buf::{Buf, BufMut};

use std::ops::{Deref, DerefMut, RangeBounds};

#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Bytes {
    bytes: Vec<u8>,
}

#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BytesMut {
    bytes: Vec<u8>,
}

/// Where a range begins and ends.
fn ends(range: impl RangeBounds<usize>, len: usize) -> (usize, usize) {
    use std::ops::Bound;
    let start = match range.start_bound() {
        Bound::Included(at) => *at,
        Bound::Excluded(at) => *at + 1,
        Bound::Unbounded => 0,
    };
    let end = match range.end_bound() {
        Bound::Included(at) => *at + 1,
        Bound::Excluded(at) => *at,
        Bound::Unbounded => len,
    };
    (start, end)
}

impl Bytes {
    pub fn new() -> Bytes {
        Bytes { bytes: Vec::new() }
    }

    pub fn from_static(bytes: &'static [u8]) -> Bytes {
        Bytes { bytes: bytes.to_vec() }
    }

    pub fn copy_from_slice(data: &[u8]) -> Bytes {
        Bytes { bytes: data.to_vec() }
    }

    pub fn len(&self) -> usize {
        self.bytes.len()
    }

    pub fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    pub fn slice(&self, range: impl RangeBounds<usize>) -> Bytes {
        let (start, end) = ends(range, self.bytes.len());
        Bytes { bytes: self.bytes[start..end].to_vec() }
    }

    pub fn split_off(&mut self, at: usize) -> Bytes {
        Bytes { bytes: self.bytes.split_off(at) }
    }

    pub fn split_to(&mut self, at: usize) -> Bytes {
        let rest = self.bytes.split_off(at);
        Bytes { bytes: std::mem::replace(&mut self.bytes, rest) }
    }

    pub fn truncate(&mut self, len: usize) {
        self.bytes.truncate(len)
    }

    pub fn clear(&mut self) {
        self.bytes.clear()
    }
}

impl BytesMut {
    pub fn new() -> BytesMut {
        BytesMut { bytes: Vec::new() }
    }

    pub fn with_capacity(capacity: usize) -> BytesMut {
        BytesMut { bytes: Vec::with_capacity(capacity) }
    }

    pub fn len(&self) -> usize {
        self.bytes.len()
    }

    pub fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    pub fn capacity(&self) -> usize {
        self.bytes.capacity()
    }

    pub fn reserve(&mut self, additional: usize) {
        self.bytes.reserve(additional)
    }

    pub fn freeze(self) -> Bytes {
        Bytes { bytes: self.bytes }
    }

    pub fn split(&mut self) -> BytesMut {
        BytesMut { bytes: std::mem::take(&mut self.bytes) }
    }

    pub fn split_off(&mut self, at: usize) -> BytesMut {
        BytesMut { bytes: self.bytes.split_off(at) }
    }

    pub fn split_to(&mut self, at: usize) -> BytesMut {
        let rest = self.bytes.split_off(at);
        BytesMut { bytes: std::mem::replace(&mut self.bytes, rest) }
    }

    pub fn extend_from_slice(&mut self, extend: &[u8]) {
        self.bytes.extend_from_slice(extend)
    }

    pub fn resize(&mut self, new_len: usize, value: u8) {
        self.bytes.resize(new_len, value)
    }

    pub fn truncate(&mut self, len: usize) {
        self.bytes.truncate(len)
    }

    pub fn clear(&mut self) {
        self.bytes.clear()
    }
}

macro_rules! both {
    ($($name:ident)*) => {$(
        impl Deref for $name {
            type Target = [u8];

            fn deref(&self) -> &[u8] {
                &self.bytes
            }
        }

        impl AsRef<[u8]> for $name {
            fn as_ref(&self) -> &[u8] {
                &self.bytes
            }
        }

        impl From<Vec<u8>> for $name {
            fn from(bytes: Vec<u8>) -> Self {
                $name { bytes }
            }
        }

        impl From<&[u8]> for $name {
            fn from(bytes: &[u8]) -> Self {
                $name { bytes: bytes.to_vec() }
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                $name { bytes: text.as_bytes().to_vec() }
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                $name { bytes: text.into_bytes() }
            }
        }

        impl From<$name> for Vec<u8> {
            fn from(it: $name) -> Vec<u8> {
                it.bytes
            }
        }

        impl PartialEq<[u8]> for $name {
            fn eq(&self, other: &[u8]) -> bool {
                self.bytes[..] == *other
            }
        }

        impl PartialEq<&[u8]> for $name {
            fn eq(&self, other: &&[u8]) -> bool {
                self.bytes[..] == **other
            }
        }

        impl PartialEq<&str> for $name {
            fn eq(&self, other: &&str) -> bool {
                self.bytes[..] == *other.as_bytes()
            }
        }

        impl PartialEq<Vec<u8>> for $name {
            fn eq(&self, other: &Vec<u8>) -> bool {
                self.bytes == *other
            }
        }

        impl IntoIterator for $name {
            type Item = u8;
            type IntoIter = std::vec::IntoIter<u8>;

            fn into_iter(self) -> Self::IntoIter {
                self.bytes.into_iter()
            }
        }

        impl FromIterator<u8> for $name {
            fn from_iter<T: IntoIterator<Item = u8>>(iter: T) -> Self {
                $name { bytes: iter.into_iter().collect::<Vec<u8>>() }
            }
        }
    )*};
}

both! { Bytes BytesMut }

impl DerefMut for BytesMut {
    fn deref_mut(&mut self) -> &mut [u8] {
        &mut self.bytes
    }
}

impl Extend<u8> for BytesMut {
    fn extend<T: IntoIterator<Item = u8>>(&mut self, iter: T) {
        self.bytes.extend(iter)
    }
}
