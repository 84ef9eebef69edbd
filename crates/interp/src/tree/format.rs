//! Texts with arguments in them.

use super::Expr;
use std::rc::Rc;

/// A text with arguments in it.
#[derive(Clone, Debug)]
pub struct FormatArgs {
    /// What is printed, in order.
    pub pieces: Vec<Piece>,
    /// The arguments, each evaluated once.
    pub args: Vec<Expr>,
}

/// A part of a formatted text.
#[derive(Clone, PartialEq, Debug)]
pub enum Piece {
    /// Printed as it is.
    Text(Rc<str>),
    /// An argument.
    Arg(u32, FormatSpec),
}

/// How an argument is printed: `{:>8.2}`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FormatSpec<C = Count> {
    /// By which trait.
    pub by: FormatTrait,
    /// What fills up the width.
    pub fill: char,
    /// Where the value stands in the width.
    pub align: Option<Align>,
    /// `+`.
    pub plus: bool,
    /// `#`.
    pub alternate: bool,
    /// `0`.
    pub zero: bool,
    /// The least width.
    pub width: Option<C>,
    /// The digits behind the point, or the most characters.
    pub precision: Option<C>,
    /// `x?` (`Some(false)`) or `X?` (`Some(true)`).
    pub debug_hex: Option<bool>,
}

impl<C> FormatSpec<C> {
    /// `{}` or its like, without anything.
    pub const fn plain(by: FormatTrait) -> Self {
        FormatSpec {
            by,
            fill: ' ',
            align: None,
            plus: false,
            alternate: false,
            zero: false,
            width: None,
            precision: None,
            debug_hex: None,
        }
    }

    /// The same with another width and precision.
    pub fn sized<D>(&self, width: Option<D>, precision: Option<D>) -> FormatSpec<D> {
        let FormatSpec { by, fill, align, plus, alternate, zero, debug_hex, .. } = *self;
        FormatSpec { by, fill, align, plus, alternate, zero, width, precision, debug_hex }
    }
}

/// A width or precision.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Count {
    /// As the text says.
    Is(u32),
    /// That of an argument.
    Arg(u32),
}

/// Where a value stands in a wider field.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs)]
pub enum Align {
    Left,
    Center,
    Right,
}

/// By which trait an argument is printed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs)]
pub enum FormatTrait {
    Display,
    Debug,
    LowerHex,
    UpperHex,
    Binary,
    Octal,
    LowerExp,
    UpperExp,
    Pointer,
}

impl FormatTrait {
    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            FormatTrait::Display => "Display",
            FormatTrait::Debug => "Debug",
            FormatTrait::LowerHex => "LowerHex",
            FormatTrait::UpperHex => "UpperHex",
            FormatTrait::Binary => "Binary",
            FormatTrait::Octal => "Octal",
            FormatTrait::LowerExp => "LowerExp",
            FormatTrait::UpperExp => "UpperExp",
            FormatTrait::Pointer => "Pointer",
        }
    }
}
