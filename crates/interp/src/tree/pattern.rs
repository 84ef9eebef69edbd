//! Patterns.

use super::{AdtId, Expr, LocalId};
use crate::source::Span;

/// A pattern.
#[derive(Clone, Debug)]
pub struct Pat {
    /// What it is.
    pub kind: PatKind,
    /// Where.
    pub span: Span,
}

/// What a pattern is.
#[derive(Clone, Debug)]
pub enum PatKind {
    /// `_`: takes nothing.
    Wild,
    /// `..`, in a tuple, a tuple struct or a slice.
    Rest,
    /// `x`, `mut x`, `ref x`, `ref mut x`, `x @ pattern`.
    Bind {
        /// The variable.
        local: LocalId,
        /// Whether `ref` (`Some(false)`) or `ref mut` (`Some(true)`) is said.
        by_ref: Option<bool>,
        /// What is behind `@`.
        inner: Option<Box<Pat>>,
    },
    /// A literal or a constant: compared by `==`.
    Value(Box<Expr>),
    /// `a..=b`, `a..b`, `a..`, `..=b`.
    Range {
        /// The least that matches.
        start: Option<Box<Expr>>,
        /// The end.
        end: Option<Box<Expr>>,
        /// Whether the end matches, too.
        inclusive: bool,
    },
    /// `&pattern` or `&mut pattern`.
    Ref(Box<Pat>),
    /// `(a, b, ..)`; at most one of them is [`PatKind::Rest`].
    Tuple(Vec<Pat>),
    /// `[a, .., b]`; at most one of them is [`PatKind::Rest`], plain or behind `x @`.
    Slice(Vec<Pat>),
    /// `Path`, `Path(a, ..)` or `Path { x, y: pattern, .. }`: fields by their numbers; those left out match.
    Variant {
        /// Of which type.
        adt: AdtId,
        /// Which variant.
        variant: u32,
        /// Fields with their numbers.
        fields: Vec<(u32, Pat)>,
    },
    /// `a | b`: all bind the same variables.
    Or(Vec<Pat>),
}
