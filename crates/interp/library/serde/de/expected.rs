//! What data is, and what it was expected to be.

use super::Visitor;
use std::fmt::{self, Display};

#[derive(Clone, PartialEq, Debug)]
pub enum Unexpected<'a> {
    Bool(bool),
    Unsigned(u64),
    Signed(i64),
    Float(f64),
    Char(char),
    Str(&'a str),
    Bytes(&'a [u8]),
    Unit,
    Option,
    NewtypeStruct,
    Seq,
    Map,
    Enum,
    UnitVariant,
    NewtypeVariant,
    TupleVariant,
    StructVariant,
    Other(&'a str),
}

impl Display for Unexpected<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Unexpected::Bool(it) => return write!(f, "boolean `{it}`"),
            Unexpected::Unsigned(it) => return write!(f, "integer `{it}`"),
            Unexpected::Signed(it) => return write!(f, "integer `{it}`"),
            Unexpected::Float(it) if it.fract() == 0.0 => return write!(f, "floating point `{it:.1}`"),
            Unexpected::Float(it) => return write!(f, "floating point `{it}`"),
            Unexpected::Char(it) => return write!(f, "character `{it}`"),
            Unexpected::Str(it) => return write!(f, "string {it:?}"),
            Unexpected::Bytes(_) => "byte array",
            // JSON's errors say so, where serde itself says "unit value".
            Unexpected::Unit => "null",
            Unexpected::Option => "Option value",
            Unexpected::NewtypeStruct => "newtype struct",
            Unexpected::Seq => "sequence",
            Unexpected::Map => "map",
            Unexpected::Enum => "enum",
            Unexpected::UnitVariant => "unit variant",
            Unexpected::NewtypeVariant => "newtype variant",
            Unexpected::TupleVariant => "tuple variant",
            Unexpected::StructVariant => "struct variant",
            Unexpected::Other(it) => it,
        })
    }
}

pub trait Expected {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result;
}

impl<'de, T: Visitor<'de>> Expected for T {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.expecting(formatter)
    }
}

impl Expected for &str {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self)
    }
}

impl Display for dyn Expected + '_ {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        Expected::fmt(self, formatter)
    }
}
