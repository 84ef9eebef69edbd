//! The types that values of a program have.

use super::chance::Chance;
use std::fmt;

/// A type whose values can be cloned, compared for equality and shown.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Ty {
    Int(&'static str),
    Bool,
    Char,
    Float,
    Text,
    Opt(Box<Ty>),
    List(Box<Ty>),
    Pair(Box<Ty>, Box<Ty>),
    /// By its place among the program's.
    Struct(usize),
    Enum(usize),
}

pub(super) const INTS: [&str; 12] =
    ["i8", "i16", "i32", "i64", "i128", "isize", "u8", "u16", "u32", "u64", "u128", "usize"];

impl fmt::Display for Ty {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Ty::Int(name) => f.write_str(name),
            Ty::Bool => f.write_str("bool"),
            Ty::Char => f.write_str("char"),
            Ty::Float => f.write_str("f64"),
            Ty::Text => f.write_str("String"),
            Ty::Opt(inner) => write!(f, "Option<{inner}>"),
            Ty::List(inner) => write!(f, "Vec<{inner}>"),
            Ty::Pair(a, b) => write!(f, "({a}, {b})"),
            Ty::Struct(index) => write!(f, "S{index}"),
            Ty::Enum(index) => write!(f, "E{index}"),
        }
    }
}

impl Ty {
    pub(super) fn is_copy(&self) -> bool {
        match self {
            Ty::Int(_) | Ty::Bool | Ty::Char | Ty::Float => true,
            Ty::Opt(inner) => inner.is_copy(),
            Ty::Pair(a, b) => a.is_copy() && b.is_copy(),
            Ty::Text | Ty::List(_) | Ty::Struct(_) | Ty::Enum(_) => false,
        }
    }

    pub(super) fn is_signed(&self) -> bool {
        matches!(self, Ty::Int(name) if name.starts_with('i'))
    }
}

pub(super) fn int(chance: &mut Chance) -> Ty {
    // Those that are used most come most often.
    if chance.percent(40) { Ty::Int("i32") } else { Ty::Int(INTS[chance.below(INTS.len())]) }
}

pub(super) fn scalar(chance: &mut Chance) -> Ty {
    match chance.below(10) {
        0 => Ty::Bool,
        1 => Ty::Char,
        2 => Ty::Float,
        _ => int(chance),
    }
}
