//! What more of std's types are as data: what they hold, or how they are written.

use crate::content::{Content, DataError, Kind};
use crate::de::{Deserialize, Deserializer};
use crate::read::{Fields, invalid_type, value_of};
use crate::ser::{Serialize, SerializeStruct, Serializer};
use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::cmp::Reverse;
use std::marker::PhantomData;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::num::{NonZero, Saturating, Wrapping};
use std::ops::{Range, RangeInclusive};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, RwLock};

impl<'de, 'a, T: ?Sized + ToOwned> Deserialize<'de> for Cow<'a, T>
where
    T::Owned: Deserialize<'de>,
{
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Cow::Owned(value_of::<T::Owned>(deserializer.content()?)?))
    }
}

/// Types around one value: how that is looked at, and how they are made of it.
macro_rules! around {
    ($($of:ident $this:ident => $inner:expr, $new:expr;)*) => {$(
        impl<T: Serialize> Serialize for $of<T> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let $this = self;
                (*$inner).serialize(serializer)
            }
        }

        impl<'de, T: Deserialize<'de>> Deserialize<'de> for $of<T> {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                Ok($new(value_of::<T>(deserializer.content()?)?))
            }
        }
    )*};
}

around! {
    Cell it => &it.get(), Cell::new;
    RefCell it => it.borrow(), RefCell::new;
    Mutex it => it.lock().unwrap(), Mutex::new;
    RwLock it => it.read().unwrap(), RwLock::new;
    Reverse it => &it.0, Reverse;
    Wrapping it => &it.0, Wrapping;
    Saturating it => &it.0, Saturating;
}

macro_rules! nonzero {
    ($($of:ident)*) => {$(
        impl Serialize for NonZero<$of> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                self.get().serialize(serializer)
            }
        }

        impl<'de> Deserialize<'de> for NonZero<$of> {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let content = deserializer.content()?;
                let place = content.place();
                let value = match value_of::<$of>(content) {
                    Ok(value) => value,
                    Err(error) => {
                        let message = error.message.replace("expected ", "expected a nonzero ");
                        return Err(DataError { message, ..error });
                    }
                };
                match NonZero::<$of>::new(value) {
                    Some(value) => Ok(value),
                    None => {
                        let message = concat!("invalid value: integer `0`, expected a nonzero ", stringify!($of));
                        Err(DataError::at(String::from(message), place))
                    }
                }
            }
        }
    )*};
}

nonzero! { i8 i16 i32 i64 isize u8 u16 u32 u64 usize }

/// Types that are written as texts and read from them.
macro_rules! written {
    ($($of:ty: $expected:literal;)*) => {$(
        impl Serialize for $of {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $of {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let content = deserializer.content()?;
                let Kind::Text(text) = &content.kind else { return invalid_type(&content, $expected) };
                match text.parse::<$of>() {
                    Ok(value) => Ok(value),
                    Err(error) => Err(DataError::at(error.to_string(), content.place())),
                }
            }
        }
    )*};
}

written! {
    IpAddr: "IP address";
    Ipv4Addr: "IPv4 address";
    Ipv6Addr: "IPv6 address";
    SocketAddr: "socket address";
}

impl Serialize for Path {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.display())
    }
}

impl Serialize for PathBuf {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.display())
    }
}

impl<'de> Deserialize<'de> for PathBuf {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let content = deserializer.content()?;
        match content.kind {
            Kind::Text(text) => Ok(PathBuf::from(text)),
            kind => invalid_type(&Content { kind, start: content.start, end: content.end }, "path string"),
        }
    }
}

impl<T: ?Sized> Serialize for PhantomData<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        ().serialize(serializer)
    }
}

impl<'de, T: ?Sized> Deserialize<'de> for PhantomData<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        value_of::<()>(deserializer.content()?)?;
        Ok(PhantomData)
    }
}

impl<T: Serialize, E: Serialize> Serialize for Result<T, E> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Ok(value) => serializer.serialize_newtype_variant("Result", 0, "Ok", value),
            Err(error) => serializer.serialize_newtype_variant("Result", 1, "Err", error),
        }
    }
}

macro_rules! ranges {
    ($($of:ident $name:literal $this:ident ($start:expr, $end:expr) $new:expr;)*) => {$(
        impl<T: Serialize> Serialize for $of<T> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let $this = self;
                let mut made = serializer.serialize_struct($name, 2)?;
                made.serialize_field("start", $start)?;
                made.serialize_field("end", $end)?;
                made.end()
            }
        }

        impl<'de, T: Deserialize<'de>> Deserialize<'de> for $of<T> {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let content = deserializer.content()?;
                let mut fields = Fields::of(content, concat!("struct ", $name), &["start", "end"], true)?;
                let start = fields.take::<T>(&["start"])?;
                Ok($new(start, fields.take::<T>(&["end"])?))
            }
        }
    )*};
}

ranges! {
    Range "Range" it (&it.start, &it.end) |start, end| start..end;
    RangeInclusive "RangeInclusive" it (it.start(), it.end()) RangeInclusive::new;
}
