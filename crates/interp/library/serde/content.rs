//! Data as a tree, and values made into it.

use crate::ser::{
    Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple, SerializeTupleStruct,
    SerializeTupleVariant, Serializer,
};
use std::fmt::{self, Display};

/// A piece of data, and where it stands in a text: 0 if there is no text.
#[derive(Clone, Debug, PartialEq)]
#[lang = "serde::Content"]
pub struct Content {
    pub kind: Kind,
    /// Line and column before it, and behind it.
    pub start: (usize, usize),
    pub end: (usize, usize),
}

#[derive(Clone, Debug, PartialEq)]
#[lang = "serde::Kind"]
pub enum Kind {
    Null,
    Bool(bool),
    Int(i128),
    Float(f64),
    Float32(f32),
    Text(String),
    List(Vec<Content>),
    Map(Vec<(String, Content)>),
}

impl Content {
    pub fn of(kind: Kind) -> Content {
        Content { kind, start: (0, 0), end: (0, 0) }
    }

    /// What it is, as errors call it.
    pub fn described(&self) -> String {
        match &self.kind {
            Kind::Null => String::from("null"),
            Kind::Bool(it) => format!("boolean `{it}`"),
            Kind::Int(it) => format!("integer `{it}`"),
            Kind::Float(it) => floating(*it),
            Kind::Float32(it) => floating(*it as f64),
            Kind::Text(it) => format!("string {it:?}"),
            Kind::List(_) => String::from("sequence"),
            Kind::Map(_) => String::from("map"),
        }
    }

    /// Where an error about it stands.
    pub fn place(&self) -> (usize, usize) {
        match &self.kind {
            Kind::List(_) | Kind::Map(_) => self.start,
            _ => self.end,
        }
    }
}

fn floating(value: f64) -> String {
    if value.fract() == 0.0 { format!("floating point `{value:.1}`") } else { format!("floating point `{value}`") }
}

/// What can go wrong with data of any format.
#[derive(Clone, PartialEq)]
pub struct DataError {
    pub message: String,
    pub line: usize,
    pub column: usize,
    /// What kind of trouble: `syntax`, `eof`, `data` or `io`.
    pub category: &'static str,
}

impl DataError {
    pub fn at(message: String, place: (usize, usize)) -> DataError {
        DataError { message, line: place.0, column: place.1, category: "data" }
    }
}

impl Display for DataError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.line == 0 {
            return f.write_str(&self.message);
        }
        write!(f, "{} at line {} column {}", self.message, self.line, self.column)
    }
}

impl fmt::Debug for DataError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Error({:?}, line: {}, column: {})", self.message, self.line, self.column)
    }
}

impl std::error::Error for DataError {}

impl crate::ser::Error for DataError {
    fn custom<T: Display>(msg: T) -> Self {
        DataError::at(msg.to_string(), (0, 0))
    }
}

impl crate::de::Error for DataError {
    fn custom<T: Display>(msg: T) -> Self {
        DataError::at(msg.to_string(), (0, 0))
    }
}

/// Makes the tree.
pub struct ContentSerializer;

/// What is made of a value.
pub(crate) fn content_of<T: ?Sized + Serialize>(value: &T) -> Result<Content, DataError> {
    value.serialize(ContentSerializer)
}

/// Gathers the items of a list, which may be the content of a variant.
pub struct Gathering {
    variant: Option<&'static str>,
    items: Vec<Content>,
}

/// Gathers the members of a map, which may be the content of a variant.
pub struct Members {
    variant: Option<&'static str>,
    entries: Vec<(String, Content)>,
    key: Option<String>,
}

fn gathering(variant: Option<&'static str>) -> Gathering {
    Gathering { variant, items: Vec::new() }
}

fn members(variant: Option<&'static str>) -> Members {
    Members { variant, entries: Vec::new(), key: None }
}

fn under(variant: Option<&'static str>, content: Content) -> Content {
    match variant {
        Some(name) => Content::of(Kind::Map(vec![(name.to_string(), content)])),
        None => content,
    }
}

macro_rules! ints {
    ($($name:ident $of:ty)*) => {$(
        fn $name(self, v: $of) -> Result<Content, DataError> {
            Ok(Content::of(Kind::Int(v as i128)))
        }
    )*};
}

impl Serializer for ContentSerializer {
    type Ok = Content;
    type Error = DataError;
    type SerializeSeq = Gathering;
    type SerializeTuple = Gathering;
    type SerializeTupleStruct = Gathering;
    type SerializeTupleVariant = Gathering;
    type SerializeMap = Members;
    type SerializeStruct = Members;
    type SerializeStructVariant = Members;

    ints! {
        serialize_i8 i8 serialize_i16 i16 serialize_i32 i32 serialize_i64 i64 serialize_i128 i128
        serialize_u8 u8 serialize_u16 u16 serialize_u32 u32 serialize_u64 u64 serialize_u128 u128
    }

    fn serialize_bool(self, v: bool) -> Result<Content, DataError> {
        Ok(Content::of(Kind::Bool(v)))
    }

    fn serialize_f32(self, v: f32) -> Result<Content, DataError> {
        Ok(Content::of(if v.is_finite() { Kind::Float32(v) } else { Kind::Null }))
    }

    fn serialize_f64(self, v: f64) -> Result<Content, DataError> {
        Ok(Content::of(if v.is_finite() { Kind::Float(v) } else { Kind::Null }))
    }

    fn serialize_char(self, v: char) -> Result<Content, DataError> {
        Ok(Content::of(Kind::Text(v.to_string())))
    }

    fn serialize_str(self, v: &str) -> Result<Content, DataError> {
        Ok(Content::of(Kind::Text(v.to_string())))
    }

    fn serialize_bytes(self, v: &[u8]) -> Result<Content, DataError> {
        Ok(Content::of(Kind::List(v.iter().map(|it| Content::of(Kind::Int(*it as i128))).collect::<Vec<_>>())))
    }

    fn serialize_none(self) -> Result<Content, DataError> {
        Ok(Content::of(Kind::Null))
    }

    fn serialize_some<T: ?Sized + Serialize>(self, value: &T) -> Result<Content, DataError> {
        content_of(value)
    }

    fn serialize_unit(self) -> Result<Content, DataError> {
        Ok(Content::of(Kind::Null))
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<Content, DataError> {
        Ok(Content::of(Kind::Null))
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<Content, DataError> {
        Ok(Content::of(Kind::Text(variant.to_string())))
    }

    fn serialize_newtype_struct<T: ?Sized + Serialize>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<Content, DataError> {
        content_of(value)
    }

    fn serialize_newtype_variant<T: ?Sized + Serialize>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<Content, DataError> {
        Ok(under(Some(variant), content_of(value)?))
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Gathering, DataError> {
        Ok(gathering(None))
    }

    fn serialize_tuple(self, _: usize) -> Result<Gathering, DataError> {
        Ok(gathering(None))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Gathering, DataError> {
        Ok(gathering(None))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Gathering, DataError> {
        Ok(gathering(Some(variant)))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Members, DataError> {
        Ok(members(None))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Members, DataError> {
        Ok(members(None))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Members, DataError> {
        Ok(members(Some(variant)))
    }
}

macro_rules! gather {
    ($($of:ident: $name:ident)*) => {$(
        impl $of for Gathering {
            type Ok = Content;
            type Error = DataError;

            fn $name<T: ?Sized + Serialize>(&mut self, value: &T) -> Result<(), DataError> {
                self.items.push(content_of(value)?);
                Ok(())
            }

            fn end(self) -> Result<Content, DataError> {
                Ok(under(self.variant, Content::of(Kind::List(self.items))))
            }
        }
    )*};
}

gather! {
    SerializeSeq: serialize_element
    SerializeTuple: serialize_element
    SerializeTupleStruct: serialize_field
    SerializeTupleVariant: serialize_field
}

macro_rules! gather_named {
    ($($of:ident)*) => {$(
        impl $of for Members {
            type Ok = Content;
            type Error = DataError;

            fn serialize_field<T: ?Sized + Serialize>(&mut self, key: &'static str, value: &T) -> Result<(), DataError> {
                let content = content_of(value)?;
                self.entries.push((key.to_string(), content));
                Ok(())
            }

            fn end(self) -> Result<Content, DataError> {
                Ok(under(self.variant, Content::of(Kind::Map(self.entries))))
            }
        }
    )*};
}

gather_named! { SerializeStruct SerializeStructVariant }

impl Members {
    /// All entries of a value's own map.
    pub fn flatten<T: ?Sized + Serialize>(&mut self, value: &T) -> Result<(), DataError> {
        match content_of(value)?.kind {
            Kind::Map(entries) => self.entries.extend(entries),
            Kind::Null => {}
            _ => return Err(DataError::at(String::from("can only flatten structs and maps"), (0, 0))),
        }
        Ok(())
    }
}

impl Serialize for Content {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.kind {
            Kind::Null => serializer.serialize_unit(),
            Kind::Bool(it) => serializer.serialize_bool(*it),
            Kind::Int(it) => serializer.serialize_i128(*it),
            Kind::Float(it) => serializer.serialize_f64(*it),
            Kind::Float32(it) => serializer.serialize_f32(*it),
            Kind::Text(it) => serializer.serialize_str(it),
            Kind::List(items) => {
                let mut seq = serializer.serialize_seq(None)?;
                for item in items {
                    seq.serialize_element(item)?;
                }
                seq.end()
            }
            Kind::Map(entries) => {
                let mut map = serializer.serialize_map(None)?;
                for (key, value) in entries {
                    map.serialize_entry(key, value)?;
                }
                map.end()
            }
        }
    }
}

impl SerializeMap for Members {
    type Ok = Content;
    type Error = DataError;

    fn serialize_key<T: ?Sized + Serialize>(&mut self, key: &T) -> Result<(), DataError> {
        self.key = Some(match content_of(key)?.kind {
            Kind::Text(text) => text,
            Kind::Int(number) => number.to_string(),
            Kind::Bool(it) => it.to_string(),
            Kind::Float(it) => it.to_string(),
            _ => return Err(DataError::at(String::from("key must be a string"), (0, 0))),
        });
        Ok(())
    }

    fn serialize_value<T: ?Sized + Serialize>(&mut self, value: &T) -> Result<(), DataError> {
        let key = self.key.take().expect("serialize_value called before serialize_key");
        let content = content_of(value)?;
        self.entries.push((key, content));
        Ok(())
    }

    fn end(self) -> Result<Content, DataError> {
        Ok(under(self.variant, Content::of(Kind::Map(self.entries))))
    }
}
