//! What the primitive types can do.

mod bool;
mod float;
mod int;
mod int_bits;
mod pointer;
mod signed;
mod unsigned;
