//! bytes: shared pieces of bytes.

mod adapters;
pub mod buf;
mod show;

pub use buf::{Buf, BufMut};

use std::cmp::Ordering;
use std::hash::{Hash, Hasher};
use std::ops::{Deref, DerefMut, RangeBounds};

#[derive(Clone, Default)]
pub struct Bytes {
    bytes: Vec<u8>,
    /// What is in front of it has been taken off.
    start: usize,
}

#[derive(Clone, Default)]
pub struct BytesMut {
    bytes: Vec<u8>,
    /// What is in front of it has been taken off; it goes when there is more of it than behind it and more is added.
    start: usize,
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
    pub fn from_static(bytes: &'static [u8]) -> Bytes {
        Bytes::from(bytes)
    }

    pub fn copy_from_slice(data: &[u8]) -> Bytes {
        Bytes::from(data)
    }

    pub fn slice(&self, range: impl RangeBounds<usize>) -> Bytes {
        let (start, end) = ends(range, self.len());
        Bytes::from(&self[start..end])
    }
}

impl BytesMut {
    pub fn with_capacity(capacity: usize) -> BytesMut {
        BytesMut::from(Vec::with_capacity(capacity))
    }

    pub fn capacity(&self) -> usize {
        self.bytes.capacity() - self.start
    }

    pub fn reserve(&mut self, additional: usize) {
        self.room().reserve(additional)
    }

    pub fn freeze(self) -> Bytes {
        Bytes { bytes: self.bytes, start: self.start }
    }

    pub fn zeroed(len: usize) -> BytesMut {
        BytesMut::from(&vec![0; len][..])
    }

    /// Puts what was split off back to its end.
    pub fn unsplit(&mut self, other: BytesMut) {
        self.extend_from_slice(&other)
    }

    pub fn split(&mut self) -> BytesMut {
        std::mem::take(self)
    }

    pub fn extend_from_slice(&mut self, extend: &[u8]) {
        self.room().extend_from_slice(extend)
    }

    pub fn resize(&mut self, new_len: usize, value: u8) {
        let start = self.start;
        self.bytes.resize(start + new_len, value)
    }

    /// The bytes, to have more added to them.
    fn room(&mut self) -> &mut Vec<u8> {
        if self.start > self.len() {
            self.bytes.drain(..self.start);
            self.start = 0;
        }
        &mut self.bytes
    }
}

macro_rules! both {
    ($($name:ident)*) => {$(
        impl $name {
            pub fn new() -> $name {
                $name::default()
            }

            pub fn len(&self) -> usize {
                self.bytes.len() - self.start
            }

            pub fn is_empty(&self) -> bool {
                self.len() == 0
            }

            pub fn split_off(&mut self, at: usize) -> $name {
                let start = self.start;
                $name::from(self.bytes.split_off(start + at))
            }

            pub fn split_to(&mut self, at: usize) -> $name {
                let len = self.len();
                assert!(at <= len, "split_to out of bounds: {at:?} <= {len:?}");
                let front = $name::from(&self[..at]);
                self.start += at;
                front
            }

            pub fn truncate(&mut self, len: usize) {
                if len < self.len() {
                    self.bytes.truncate(self.start + len)
                }
            }

            pub fn clear(&mut self) {
                self.truncate(0)
            }
        }

        impl Deref for $name {
            type Target = [u8];

            fn deref(&self) -> &[u8] {
                &self.bytes[self.start..]
            }
        }

        impl AsRef<[u8]> for $name {
            fn as_ref(&self) -> &[u8] {
                &**self
            }
        }

        impl PartialEq for $name {
            fn eq(&self, other: &$name) -> bool {
                **self == **other
            }
        }

        impl Eq for $name {}

        impl PartialOrd for $name {
            fn partial_cmp(&self, other: &$name) -> Option<Ordering> {
                Some(self.cmp(other))
            }
        }

        impl Ord for $name {
            fn cmp(&self, other: &$name) -> Ordering {
                (**self).cmp(&**other)
            }
        }

        impl Hash for $name {
            fn hash<H: Hasher>(&self, state: &mut H) {
                (**self).hash(state)
            }
        }

        impl From<Vec<u8>> for $name {
            fn from(bytes: Vec<u8>) -> Self {
                $name { bytes, start: 0 }
            }
        }

        impl From<&[u8]> for $name {
            fn from(bytes: &[u8]) -> Self {
                $name::from(bytes.to_vec())
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                $name::from(text.as_bytes())
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                $name::from(text.into_bytes())
            }
        }

        impl From<$name> for Vec<u8> {
            fn from(it: $name) -> Vec<u8> {
                let start = it.start;
                let mut bytes = it.bytes;
                bytes.drain(..start);
                bytes
            }
        }

        impl PartialEq<[u8]> for $name {
            fn eq(&self, other: &[u8]) -> bool {
                **self == *other
            }
        }

        impl PartialEq<&[u8]> for $name {
            fn eq(&self, other: &&[u8]) -> bool {
                **self == **other
            }
        }

        impl PartialEq<&str> for $name {
            fn eq(&self, other: &&str) -> bool {
                **self == *other.as_bytes()
            }
        }

        impl PartialEq<Vec<u8>> for $name {
            fn eq(&self, other: &Vec<u8>) -> bool {
                **self == **other
            }
        }

        impl IntoIterator for $name {
            type Item = u8;
            type IntoIter = std::vec::IntoIter<u8>;

            fn into_iter(self) -> Self::IntoIter {
                Vec::from(self).into_iter()
            }
        }

        impl FromIterator<u8> for $name {
            fn from_iter<T: IntoIterator<Item = u8>>(iter: T) -> Self {
                $name::from(iter.into_iter().collect::<Vec<u8>>())
            }
        }
    )*};
}

both! { Bytes BytesMut }

impl DerefMut for BytesMut {
    fn deref_mut(&mut self) -> &mut [u8] {
        let start = self.start;
        &mut self.bytes[start..]
    }
}

impl Extend<u8> for BytesMut {
    fn extend<T: IntoIterator<Item = u8>>(&mut self, iter: T) {
        self.room().extend(iter)
    }
}
