//! Which function a method call or a path leads to, by what the values are.

mod fits;
mod key;
mod method;
mod path;
mod pointer;
mod tables;

pub(super) use fits::fits_type;
pub(crate) use key::{key_of, key_of_type};
pub(super) use tables::Tables;

use crate::tree::FnId;
use crate::value::Value;

/// A function with its first argument as it takes it.
#[derive(Debug)]
pub struct Found {
    /// The function.
    pub function: FnId,
    /// The receiver: a reference, or the value itself.
    pub receiver: Value,
}
