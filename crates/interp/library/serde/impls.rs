//! What std's types are as data.

use crate::content::{Content, DataError, Kind};
use crate::de::{Deserialize, Deserializer};
use crate::read::{Fields, invalid_type, too_many, value_of};
use crate::ser::{Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeTuple, Serializer};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap, HashMap, HashSet, LinkedList, VecDeque};
use std::hash::Hash;
use std::rc::Rc;
use std::sync::Arc;

macro_rules! plain {
    ($($of:ty: $name:ident)*) => {$(
        impl Serialize for $of {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.$name(*self)
            }
        }
    )*};
}

plain! {
    bool: serialize_bool i8: serialize_i8 i16: serialize_i16 i32: serialize_i32 i64: serialize_i64
    i128: serialize_i128 u8: serialize_u8 u16: serialize_u16 u32: serialize_u32 u64: serialize_u64
    u128: serialize_u128 f32: serialize_f32 f64: serialize_f64 char: serialize_char
}

impl Serialize for usize {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u64(*self as u64)
    }
}

impl Serialize for isize {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_i64(*self as i64)
    }
}

impl Serialize for str {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self)
    }
}

impl Serialize for String {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self)
    }
}

impl Serialize for () {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_unit()
    }
}

impl<T: Serialize> Serialize for Option<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Some(value) => serializer.serialize_some(value),
            None => serializer.serialize_none(),
        }
    }
}

macro_rules! through {
    ($([$($param:tt)*] $of:ty;)*) => {$(
        impl<$($param)*> Serialize for $of {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                (**self).serialize(serializer)
            }
        }
    )*};
}

through! {
    [T: ?Sized + Serialize] &T;
    [T: ?Sized + Serialize] &mut T;
    [T: ?Sized + Serialize] Box<T>;
    [T: ?Sized + Serialize] Rc<T>;
    [T: ?Sized + Serialize] Arc<T>;
    ['a, T: ?Sized + Serialize + ToOwned] Cow<'a, T>;
}

macro_rules! lists {
    ($([$($param:tt)*] $of:ty;)*) => {$(
        impl<$($param)*> Serialize for $of {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let mut seq = serializer.serialize_seq(None)?;
                for item in self.iter() {
                    seq.serialize_element(item)?;
                }
                seq.end()
            }
        }
    )*};
}

lists! {
    [T: Serialize] [T];
    [T: Serialize, const N: usize] [T; N];
    [T: Serialize] Vec<T>;
    [T: Serialize] VecDeque<T>;
    [T: Serialize] LinkedList<T>;
    [T: Serialize] HashSet<T>;
    [T: Serialize] BTreeSet<T>;
    [T: Serialize] BinaryHeap<T>;
}

macro_rules! maps {
    ($($of:ident)*) => {$(
        impl<K: Serialize, V: Serialize> Serialize for $of<K, V> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let mut map = serializer.serialize_map(None)?;
                for (key, value) in self.iter() {
                    map.serialize_entry(key, value)?;
                }
                map.end()
            }
        }
    )*};
}

maps! { HashMap BTreeMap }

macro_rules! ints {
    ($($of:ident)*) => {$(
        impl<'de> Deserialize<'de> for $of {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let content = deserializer.content()?;
                let value = match &content.kind {
                    Kind::Int(value) => *value,
                    // The key of a map.
                    Kind::Text(text) if content.start == content.end => match text.parse::<i128>() {
                        Ok(value) => value,
                        Err(_) => return invalid_type(&content, stringify!($of)),
                    },
                    _ => return invalid_type(&content, stringify!($of)),
                };
                match $of::try_from(value) {
                    Ok(value) => Ok(value),
                    Err(_) => {
                        let message = format!("invalid value: integer `{value}`, expected {}", stringify!($of));
                        Err(DataError::at(message, content.place()))
                    }
                }
            }
        }
    )*};
}

ints! { i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }

macro_rules! floats {
    ($($of:ident)*) => {$(
        impl<'de> Deserialize<'de> for $of {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let content = deserializer.content()?;
                match &content.kind {
                    Kind::Float(value) => Ok(*value as $of),
                    Kind::Float32(value) => Ok(*value as $of),
                    Kind::Int(value) => Ok(*value as $of),
                    _ => invalid_type(&content, stringify!($of)),
                }
            }
        }
    )*};
}

floats! { f32 f64 }

impl<'de> Deserialize<'de> for bool {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let content = deserializer.content()?;
        match &content.kind {
            Kind::Bool(value) => Ok(*value),
            _ => invalid_type(&content, "a boolean"),
        }
    }
}

impl<'de> Deserialize<'de> for char {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let content = deserializer.content()?;
        match &content.kind {
            Kind::Text(text) if text.chars().count() == 1 => Ok(text.chars().next().unwrap()),
            _ => invalid_type(&content, "a character"),
        }
    }
}

impl<'de> Deserialize<'de> for String {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let content = deserializer.content()?;
        match content.kind {
            Kind::Text(text) => Ok(text),
            kind => invalid_type(&Content { kind, start: content.start, end: content.end }, "a string"),
        }
    }
}

impl<'de> Deserialize<'de> for &'de str {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let content = deserializer.content()?;
        match content.kind {
            Kind::Text(text) => Ok(text.leak()),
            kind => invalid_type(&Content { kind, start: content.start, end: content.end }, "a borrowed string"),
        }
    }
}

impl<'de> Deserialize<'de> for () {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let content = deserializer.content()?;
        match &content.kind {
            Kind::Null => Ok(()),
            _ => invalid_type(&content, "unit"),
        }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Option<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match deserializer.optional()? {
            None => Ok(None),
            Some(content) if content.kind == Kind::Null => Ok(None),
            Some(content) => Ok(Some(value_of::<T>(content)?)),
        }
    }
}

macro_rules! owners {
    ($($of:ident)*) => {$(
        impl<'de, T: Deserialize<'de>> Deserialize<'de> for $of<T> {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                Ok($of::new(value_of::<T>(deserializer.content()?)?))
            }
        }
    )*};
}

owners! { Box Rc Arc }

/// The pieces of a list.
fn items(content: Content) -> Result<Vec<Content>, DataError> {
    match content.kind {
        Kind::List(items) => Ok(items),
        kind => invalid_type(&Content { kind, start: content.start, end: content.end }, "a sequence"),
    }
}

macro_rules! collections {
    ($($of:ident $add:ident [$($bound:tt)*];)*) => {$(
        impl<'de, T: Deserialize<'de> $($bound)*> Deserialize<'de> for $of<T> {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let mut all = $of::new();
                for content in items(deserializer.content()?)? {
                    all.$add(value_of::<T>(content)?);
                }
                Ok(all)
            }
        }
    )*};
}

collections! {
    Vec push [];
    VecDeque push_back [];
    LinkedList push_back [];
    HashSet insert [+ Eq + Hash];
    BTreeSet insert [+ Ord];
    BinaryHeap push [+ Ord];
}

impl<'de, T: Deserialize<'de>, const N: usize> Deserialize<'de> for [T; N] {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let content = deserializer.content()?;
        let end = content.end;
        let mut all = Vec::new();
        for content in items(content)? {
            all.push(value_of::<T>(content)?);
        }
        match all.try_into() {
            Ok(array) => Ok(array),
            Err(_) => Err(DataError::at(String::from("invalid length, expected an array"), end)),
        }
    }
}

macro_rules! keyed {
    ($($of:ident [$($bound:tt)*];)*) => {$(
        impl<'de, K: Deserialize<'de> + $($bound)*, V: Deserialize<'de>> Deserialize<'de> for $of<K, V> {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let content = deserializer.content()?;
                let Kind::Map(entries) = content.kind else { return invalid_type(&content, "a map") };
                let mut all = $of::new();
                for (key, value) in entries {
                    let at = value.start;
                    let key = Content { kind: Kind::Text(key), start: at, end: at };
                    all.insert(value_of::<K>(key)?, value_of::<V>(value)?);
                }
                Ok(all)
            }
        }
    )*};
}

keyed! { HashMap [Eq + Hash]; BTreeMap [Ord]; }

macro_rules! tuples {
    ($($len:literal: $($name:ident $at:tt)*;)*) => {$(
        impl<$($name: Serialize),*> Serialize for ($($name,)*) {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let mut tuple = serializer.serialize_tuple($len)?;
                $(tuple.serialize_element(&self.$at)?;)*
                tuple.end()
            }
        }

        impl<'de, $($name: Deserialize<'de>),*> Deserialize<'de> for ($($name,)*) {
            fn deserialize<De: Deserializer<'de>>(deserializer: De) -> Result<Self, De::Error> {
                let content = deserializer.content()?;
                let end = content.end;
                let found = items(content)?;
                if found.len() < $len {
                    let message = format!("invalid length {}, expected a tuple of size {}", found.len(), $len);
                    return Err(DataError::at(message, end));
                }
                too_many(&found, $len)?;
                let mut found = found.into_iter();
                Ok(($(value_of::<$name>(found.next().unwrap())?,)*))
            }
        }
    )*};
}

tuples! {
    1: A 0;
    2: A 0 B 1;
    3: A 0 B 1 C 2;
    4: A 0 B 1 C 2 D 3;
    5: A 0 B 1 C 2 D 3 E 4;
    6: A 0 B 1 C 2 D 3 E 4 F 5;
    7: A 0 B 1 C 2 D 3 E 4 F 5 G 6;
    8: A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7;
    9: A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8;
    10: A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 J 9;
    11: A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 J 9 K 10;
    12: A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 J 9 K 10 L 11;
    13: A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 J 9 K 10 L 11 M 12;
    14: A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 J 9 K 10 L 11 M 12 N 13;
    15: A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 J 9 K 10 L 11 M 12 N 13 O 14;
    16: A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 J 9 K 10 L 11 M 12 N 13 O 14 P 15;
}

impl Serialize for std::time::Duration {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut made = serializer.serialize_struct("Duration", 2)?;
        made.serialize_field("secs", &self.as_secs())?;
        made.serialize_field("nanos", &self.subsec_nanos())?;
        made.end()
    }
}

impl<'de> Deserialize<'de> for std::time::Duration {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let content = deserializer.content()?;
        let mut fields = Fields::of(content, "struct Duration", &["nanos", "secs"], true)?;
        let secs = fields.take::<u64>(&["secs"])?;
        Ok(std::time::Duration::new(secs, fields.take::<u32>(&["nanos"])?))
    }
}
