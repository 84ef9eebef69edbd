//! serde_json: values to JSON and back.

pub mod error;
mod host;
pub mod map;
mod number;
mod place;
mod read;
pub mod value;
mod write;

pub use error::{Error, Result};
pub use map::Map;
pub use number::Number;
pub use read::{from_reader, from_slice, from_str};
pub use value::{Value, from_value, to_value};
pub use write::{to_string, to_string_pretty, to_vec, to_vec_pretty, to_writer, to_writer_pretty};
