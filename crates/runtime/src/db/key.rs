//! Keys, in IndexedDB's order.

use super::{Error, Result};
use std::cmp::Ordering;
use std::fmt;
use std::ops::{Bound, RangeBounds};

/// The largest whole number up to which JavaScript's numbers have no gaps.
pub(super) const LARGEST: u64 = 1 << 53;

/// What can stand for a key of a store: whole numbers up to 2^53, finite numbers, strings, and tuples of these.
///
/// Cannot be implemented outside of this crate.
pub trait AsKey: sealed::Encode {}

/// What a key of a store can be; see [`AsKey`].
pub trait Key: AsKey + sealed::Decode {}

impl<K: sealed::Encode + ?Sized> AsKey for K {}
impl<K: sealed::Encode + sealed::Decode> Key for K {}

/// A key as the platform has it.
#[derive(Clone, Debug)]
pub enum KeyData {
    /// Finite.
    Number(f64),
    /// Any text.
    Text(String),
    /// A tuple.
    List(Vec<KeyData>),
}

/// A range of keys.
#[derive(Clone, Debug)]
pub(crate) struct KeyRange {
    pub(crate) start: Bound<KeyData>,
    pub(crate) end: Bound<KeyData>,
}

pub(super) mod sealed {
    use super::{KeyData, Result};

    pub trait Encode {
        fn encode(&self) -> Result<KeyData>;
    }

    pub trait Decode: Sized {
        fn decode(data: KeyData) -> Option<Self>;
    }
}

use sealed::{Decode, Encode};

impl KeyData {
    fn rank(&self) -> u8 {
        match self {
            KeyData::Number(_) => 0,
            KeyData::Text(_) => 1,
            KeyData::List(_) => 2,
        }
    }

    /// Returns about how many bytes it takes.
    #[cfg(not(target_family = "wasm"))]
    pub(crate) fn bytes(&self) -> u64 {
        match self {
            KeyData::Number(_) => 8,
            KeyData::Text(text) => text.len() as u64,
            KeyData::List(parts) => parts.iter().map(KeyData::bytes).sum(),
        }
    }
}

impl Ord for KeyData {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self, other) {
            (KeyData::Number(a), KeyData::Number(b)) => a.total_cmp(b),
            // JavaScript's strings are of UTF-16, and so is their order.
            (KeyData::Text(a), KeyData::Text(b)) => a.encode_utf16().cmp(b.encode_utf16()),
            (KeyData::List(a), KeyData::List(b)) => a.cmp(b),
            _ => self.rank().cmp(&other.rank()),
        }
    }
}

impl PartialOrd for KeyData {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for KeyData {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for KeyData {}

impl fmt::Display for KeyData {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            KeyData::Number(number) => write!(f, "{number}"),
            KeyData::Text(text) => f.write_str(text),
            KeyData::List(parts) => {
                let parts: Vec<_> = parts.iter().map(ToString::to_string).collect();
                write!(f, "({})", parts.join(", "))
            }
        }
    }
}

impl KeyRange {
    pub(super) fn only(key: KeyData) -> Self {
        KeyRange { start: Bound::Included(key.clone()), end: Bound::Included(key) }
    }

    pub(super) fn of<K: Encode>(range: &impl RangeBounds<K>) -> Result<Self> {
        let bound = |it: Bound<&K>| {
            Ok(match it {
                Bound::Included(key) => Bound::Included(key.encode()?),
                Bound::Excluded(key) => Bound::Excluded(key.encode()?),
                Bound::Unbounded => Bound::Unbounded,
            })
        };
        Ok(KeyRange { start: bound(range.start_bound())?, end: bound(range.end_bound())? })
    }

    pub(crate) fn contains(&self, key: &KeyData) -> bool {
        (self.start.as_ref(), self.end.as_ref()).contains(key)
    }

    /// Returns whether no key can be in it.
    pub(super) fn is_empty(&self) -> bool {
        match (&self.start, &self.end) {
            (Bound::Included(start), Bound::Included(end)) => start > end,
            (
                Bound::Included(start) | Bound::Excluded(start),
                Bound::Included(end) | Bound::Excluded(end),
            ) => start >= end,
            _ => false,
        }
    }
}

/// Numbers that a `f64` holds whatever they are.
macro_rules! small {
    ($($type:ty),*) => {
        $(
            impl Encode for $type {
                fn encode(&self) -> Result<KeyData> {
                    Ok(KeyData::Number(f64::from(*self)))
                }
            }

            impl Decode for $type {
                fn decode(data: KeyData) -> Option<Self> {
                    let KeyData::Number(number) = data else { return None };
                    let whole = number as Self;
                    (f64::from(whole) == number).then_some(whole)
                }
            }
        )*
    };
}

/// Numbers that a `f64` holds up to a limit.
macro_rules! large {
    ($($type:ty),*) => {
        $(
            impl Encode for $type {
                fn encode(&self) -> Result<KeyData> {
                    let fits = i128::from(*self).unsigned_abs() <= u128::from(LARGEST);
                    if fits { Ok(KeyData::Number(*self as f64)) } else { Err(Error::Key(self.to_string())) }
                }
            }

            impl Decode for $type {
                fn decode(data: KeyData) -> Option<Self> {
                    let KeyData::Number(number) = data else { return None };
                    let whole = number as Self;
                    (whole as f64 == number).then_some(whole)
                }
            }
        )*
    };
}

small!(u8, u16, u32, i8, i16, i32);
large!(u64, i64);

impl Encode for f64 {
    fn encode(&self) -> Result<KeyData> {
        // Minus zero is zero to IndexedDB.
        if self.is_finite() { Ok(KeyData::Number(*self + 0.0)) } else { Err(Error::Key(self.to_string())) }
    }
}

impl Decode for f64 {
    fn decode(data: KeyData) -> Option<Self> {
        match data {
            KeyData::Number(number) => Some(number),
            _ => None,
        }
    }
}

impl Encode for str {
    fn encode(&self) -> Result<KeyData> {
        Ok(KeyData::Text(self.to_owned()))
    }
}

impl Encode for String {
    fn encode(&self) -> Result<KeyData> {
        self.as_str().encode()
    }
}

impl Decode for String {
    fn decode(data: KeyData) -> Option<Self> {
        match data {
            KeyData::Text(text) => Some(text),
            _ => None,
        }
    }
}

macro_rules! tuple {
    ($($part:ident $at:tt),*) => {
        impl<$($part: Encode),*> Encode for ($($part,)*) {
            fn encode(&self) -> Result<KeyData> {
                Ok(KeyData::List(vec![$(self.$at.encode()?),*]))
            }
        }

        impl<$($part: Decode),*> Decode for ($($part,)*) {
            fn decode(data: KeyData) -> Option<Self> {
                let KeyData::List(parts) = data else { return None };
                let mut parts = parts.into_iter();
                let key = ($($part::decode(parts.next()?)?,)*);
                parts.next().is_none().then_some(key)
            }
        }
    };
}

tuple!(A 0, B 1);
tuple!(A 0, B 1, C 2);
tuple!(A 0, B 1, C 2, D 3);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_come_back_and_keep_indexed_dbs_order() {
        let keys = [
            (-1.5).encode(),
            7u32.encode(),
            (1u64 << 53).encode(),
            "Z".encode(),
            "a".encode(),
            // In UTF-16 what is beyond the basic plane comes before the end of it.
            "😀".encode(),
            "\u{ffff}".encode(),
            (1u8, "b".to_owned()).encode(),
            (2u8, "a".to_owned()).encode(),
        ];
        let keys: Vec<_> = keys.into_iter().map(Result::unwrap).collect();
        assert!(keys.is_sorted(), "{keys:?}");
        assert_eq!(u32::decode(keys[1].clone()), Some(7));
        assert_eq!(i8::decode(keys[2].clone()), None);
        assert_eq!(<(u8, String)>::decode(keys[7].clone()), Some((1, "b".to_owned())));
        assert_eq!(<(u8, u8)>::decode(keys[7].clone()), None);
    }

    #[test]
    fn what_is_no_key_is_refused() {
        assert_eq!(f64::NAN.encode(), Err(Error::Key("NaN".to_owned())));
        assert_eq!(u64::MAX.encode(), Err(Error::Key(u64::MAX.to_string())));
        assert_eq!((-0.0).encode(), 0.encode());
    }

    #[test]
    fn a_range_without_keys_is_seen() {
        assert!(KeyRange::of(&(3..3)).unwrap().is_empty());
        #[expect(clippy::reversed_empty_ranges, reason = "that is the point")]
        let reversed = KeyRange::of(&(4..=3)).unwrap();
        assert!(reversed.is_empty());
        assert!(!KeyRange::of(&(3..=3)).unwrap().is_empty());
        assert!(!KeyRange::of::<u32>(&..).unwrap().is_empty());
    }
}
