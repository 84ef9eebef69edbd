//! Any JSON.

pub use crate::map::Map;
use crate::error::{Error, Result};
use crate::number::N;
use crate::place::Place;
pub use crate::number::Number;
use crate::write::text_of;
use serde::__private::{Content, ContentSerializer, Kind, value_of};
use serde::de::{Deserialize, DeserializeOwned, Deserializer};
use serde::ser::{Serialize, Serializer};
use std::fmt;
use std::ops;
use std::str::FromStr;

#[derive(Clone, PartialEq, Default)]
pub enum Value {
    #[default]
    Null,
    Bool(bool),
    Number(Number),
    String(String),
    Array(Vec<Value>),
    Object(Map<String, Value>),
}

fn of_content(content: Content) -> Value {
    match content.kind {
        Kind::Null => Value::Null,
        Kind::Bool(it) => Value::Bool(it),
        Kind::Int(it) => Value::Number(Number { n: N::Int(it) }),
        Kind::Float(it) => Value::Number(Number { n: N::Float(it) }),
        Kind::Float32(it) => Value::Number(Number { n: N::Float(it as f64) }),
        Kind::Text(it) => Value::String(it),
        Kind::List(items) => Value::Array(items.into_iter().map(of_content).collect::<Vec<Value>>()),
        Kind::Map(entries) => {
            let mut map = Map::new();
            for (key, value) in entries {
                map.insert(key, of_content(value));
            }
            Value::Object(map)
        }
    }
}

fn to_content(value: &Value) -> Content {
    Content::of(match value {
        Value::Null => Kind::Null,
        Value::Bool(it) => Kind::Bool(*it),
        Value::Number(it) => match it.n {
            N::Int(it) => Kind::Int(it),
            N::Float(it) => Kind::Float(it),
        },
        Value::String(it) => Kind::Text(it.clone()),
        Value::Array(items) => Kind::List(items.iter().map(to_content).collect::<Vec<Content>>()),
        Value::Object(map) => {
            let mut entries = Vec::new();
            for (key, value) in map.iter() {
                entries.push((key.clone(), to_content(value)));
            }
            Kind::Map(entries)
        }
    })
}

pub fn to_value<T: Serialize>(value: T) -> Result<Value> {
    Ok(of_content(value.serialize(ContentSerializer)?))
}

pub fn from_value<T: DeserializeOwned>(value: Value) -> Result<T> {
    value_of::<T>(to_content(&value))
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        to_content(self).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
        Ok(of_content(deserializer.content()?))
    }
}

impl FromStr for Value {
    type Err = Error;

    fn from_str(s: &str) -> std::result::Result<Value, Error> {
        Ok(of_content(crate::read::content(s)?))
    }
}

impl Value {
    pub fn get<I: Place>(&self, index: I) -> Option<&Value> {
        index.place_in(self)
    }

    pub fn get_mut<I: Place>(&mut self, index: I) -> Option<&mut Value> {
        index.place_mut_in(self)
    }

    pub fn is_object(&self) -> bool {
        matches!(self, Value::Object(_))
    }

    pub fn as_object(&self) -> Option<&Map<String, Value>> {
        match self {
            Value::Object(map) => Some(map),
            _ => None,
        }
    }

    pub fn as_object_mut(&mut self) -> Option<&mut Map<String, Value>> {
        match self {
            Value::Object(map) => Some(map),
            _ => None,
        }
    }

    pub fn is_array(&self) -> bool {
        matches!(self, Value::Array(_))
    }

    pub fn as_array(&self) -> Option<&Vec<Value>> {
        match self {
            Value::Array(all) => Some(all),
            _ => None,
        }
    }

    pub fn as_array_mut(&mut self) -> Option<&mut Vec<Value>> {
        match self {
            Value::Array(all) => Some(all),
            _ => None,
        }
    }

    pub fn is_string(&self) -> bool {
        matches!(self, Value::String(_))
    }

    pub fn as_str(&self) -> Option<&str> {
        match self {
            Value::String(text) => Some(text.as_str()),
            _ => None,
        }
    }

    pub fn is_number(&self) -> bool {
        matches!(self, Value::Number(_))
    }

    pub fn as_number(&self) -> Option<&Number> {
        match self {
            Value::Number(number) => Some(number),
            _ => None,
        }
    }

    pub fn is_i64(&self) -> bool {
        self.as_i64().is_some()
    }

    pub fn is_u64(&self) -> bool {
        self.as_u64().is_some()
    }

    pub fn is_f64(&self) -> bool {
        self.as_number().is_some_and(|it| it.is_f64())
    }

    pub fn as_i64(&self) -> Option<i64> {
        self.as_number().and_then(|it| it.as_i64())
    }

    pub fn as_u64(&self) -> Option<u64> {
        self.as_number().and_then(|it| it.as_u64())
    }

    pub fn as_f64(&self) -> Option<f64> {
        self.as_number().and_then(|it| it.as_f64())
    }

    pub fn is_boolean(&self) -> bool {
        matches!(self, Value::Bool(_))
    }

    pub fn as_bool(&self) -> Option<bool> {
        match self {
            Value::Bool(it) => Some(*it),
            _ => None,
        }
    }

    pub fn is_null(&self) -> bool {
        matches!(self, Value::Null)
    }

    pub fn as_null(&self) -> Option<()> {
        if self.is_null() { Some(()) } else { None }
    }

    pub fn pointer(&self, pointer: &str) -> Option<&Value> {
        let mut value = self;
        for name in names_in(pointer)? {
            value = match value {
                Value::Object(map) => map.get(name.as_str())?,
                Value::Array(all) => all.get(index_in(&name)?)?,
                _ => return None,
            };
        }
        Some(value)
    }

    pub fn pointer_mut(&mut self, pointer: &str) -> Option<&mut Value> {
        let mut value = self;
        for name in names_in(pointer)? {
            value = match value {
                Value::Object(map) => map.get_mut(name.as_str())?,
                Value::Array(all) => all.get_mut(index_in(&name)?)?,
                _ => return None,
            };
        }
        Some(value)
    }

    pub fn take(&mut self) -> Value {
        std::mem::replace(self, Value::Null)
    }
}

/// The names that a pointer is made of; it is empty, or begins with a slash.
fn names_in(pointer: &str) -> Option<Vec<String>> {
    if !pointer.is_empty() && !pointer.starts_with('/') {
        return None;
    }
    Some(pointer.split('/').skip(1).map(|it| it.replace("~1", "/").replace("~0", "~")).collect())
}

fn index_in(name: &str) -> Option<usize> {
    if name.starts_with('+') || (name.starts_with('0') && name.len() > 1) { None } else { name.parse().ok() }
}

static NULL: Value = Value::Null;

impl<I: Place> ops::Index<I> for Value {
    type Output = Value;

    fn index(&self, index: I) -> &Value {
        match index.place_in(self) {
            Some(value) => value,
            None => &NULL,
        }
    }
}

impl<I: Place> ops::IndexMut<I> for Value {
    fn index_mut(&mut self, index: I) -> &mut Value {
        index.make_in(self);
        index.place_mut_in(self).expect("no entry found for key")
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&text_of(&to_content(self), f.alternate()))
    }
}

impl fmt::Debug for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Null => f.write_str("Null"),
            Value::Bool(it) => write!(f, "Bool({it})"),
            Value::Number(it) => fmt::Debug::fmt(it, f),
            Value::String(it) => write!(f, "String({it:?})"),
            Value::Array(all) => {
                f.write_str("Array ")?;
                fmt::Debug::fmt(all, f)
            }
            Value::Object(map) => {
                f.write_str("Object ")?;
                fmt::Debug::fmt(map, f)
            }
        }
    }
}

macro_rules! from {
    ($($of:ty: |$it:ident| $made:expr;)*) => {$(
        impl From<$of> for Value {
            fn from($it: $of) -> Value {
                $made
            }
        }
    )*};
}

from! {
    bool: |it| Value::Bool(it);
    i8: |it| Value::Number(Number::from(it));
    i16: |it| Value::Number(Number::from(it));
    i32: |it| Value::Number(Number::from(it));
    i64: |it| Value::Number(Number::from(it));
    isize: |it| Value::Number(Number::from(it));
    u8: |it| Value::Number(Number::from(it));
    u16: |it| Value::Number(Number::from(it));
    u32: |it| Value::Number(Number::from(it));
    u64: |it| Value::Number(Number::from(it));
    usize: |it| Value::Number(Number::from(it));
    f32: |it| Number::from_f64(it as f64).map_or(Value::Null, Value::Number);
    f64: |it| Number::from_f64(it).map_or(Value::Null, Value::Number);
    String: |it| Value::String(it);
    &str: |it| Value::String(it.to_string());
    (): |it| Value::Null;
    Map<String, Value>: |it| Value::Object(it);
}

impl<T: Into<Value>> From<Vec<T>> for Value {
    fn from(all: Vec<T>) -> Value {
        let mut items: Vec<Value> = Vec::new();
        for item in all {
            items.push(item.into());
        }
        Value::Array(items)
    }
}

impl<T: Clone + Into<Value>> From<&[T]> for Value {
    fn from(all: &[T]) -> Value {
        Value::from(all.to_vec())
    }
}

impl<T: Into<Value>, const N: usize> From<[T; N]> for Value {
    fn from(all: [T; N]) -> Value {
        Value::from(Vec::from(all))
    }
}

/// What a value can be collected from: items make a list, pairs an object.
trait Collected {
    fn add_to(self, items: &mut Vec<Value>, map: &mut Map<String, Value>);
}

impl<T: Into<Value>> Collected for T {
    fn add_to(self, items: &mut Vec<Value>, _: &mut Map<String, Value>) {
        items.push(self.into());
    }
}

impl<K: Into<String>, V: Into<Value>> Collected for (K, V) {
    fn add_to(self, _: &mut Vec<Value>, map: &mut Map<String, Value>) {
        map.insert(self.0.into(), self.1.into());
    }
}

impl<T: Collected> FromIterator<T> for Value {
    fn from_iter<I: IntoIterator<Item = T>>(iter: I) -> Value {
        let mut items: Vec<Value> = Vec::new();
        let mut map: Map<String, Value> = Map::new();
        for item in iter {
            item.add_to(&mut items, &mut map);
        }
        if map.is_empty() { Value::Array(items) } else { Value::Object(map) }
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(it: Option<T>) -> Value {
        match it {
            Some(it) => it.into(),
            None => Value::Null,
        }
    }
}

macro_rules! equal {
    ($($of:ty: |$value:ident, $other:ident| $equal:expr;)*) => {$(
        impl PartialEq<$of> for Value {
            fn eq(&self, other: &$of) -> bool {
                let ($value, $other) = (self, other);
                $equal
            }
        }
    )*};
}

equal! {
    str: |value, other| value.as_str() == Some(other);
    &str: |value, other| value.as_str() == Some(*other);
    String: |value, other| value.as_str() == Some(other.as_str());
    bool: |value, other| value.as_bool() == Some(*other);
    i32: |value, other| value.as_i64() == Some(*other as i64);
    i64: |value, other| value.as_i64() == Some(*other);
    u32: |value, other| value.as_u64() == Some(*other as u64);
    u64: |value, other| value.as_u64() == Some(*other);
    usize: |value, other| value.as_u64() == Some(*other as u64);
    f64: |value, other| value.as_f64() == Some(*other);
}
