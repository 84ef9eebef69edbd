//! Which function a method call or a path leads to, by what the values are.

mod fits;
mod key;
mod method;
mod path;
mod pointer;
mod tables;
mod typed;

pub(super) use fits::fits_type;
pub(crate) use key::{key_of, key_of_type};
pub(super) use tables::Tables;
pub(super) use typed::is_declared;

use crate::code::Key;
use crate::tree::FnId;
use crate::value::Value;

/// A function of a trait that is asked for a type, by their names.
pub(super) type Asked = (Key, &'static str, &'static str);

/// The function, and whether there are several of which the arguments say which.
pub(super) type Answer = (Option<FnId>, bool);

/// A function with its first argument as it takes it.
#[derive(Debug)]
pub struct Found {
    /// The function.
    pub function: FnId,
    /// The receiver: a reference, or the value itself.
    pub receiver: Value,
}
