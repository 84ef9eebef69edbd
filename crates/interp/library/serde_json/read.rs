//! From JSON to values.

use crate::error::{Error, Result};
use crate::host::parse_json;
use serde::__private::{Content, ContentDeserializer};
use serde::de::{Deserialize, DeserializeOwned};
use std::io::Read;

pub(crate) fn content(text: &str) -> Result<Content> {
    match parse_json(text) {
        Ok(content) => Ok(content),
        Err((message, line, column, category)) => Err(Error { message, line, column, category }),
    }
}

/// The value of a whole text. What a type of its own says of that has no place.
fn whole<'a, T: Deserialize<'a>>(content: Content) -> Result<T> {
    T::deserialize(ContentDeserializer { content })
}

pub fn from_str<'a, T: Deserialize<'a>>(s: &'a str) -> Result<T> {
    whole::<T>(content(s)?)
}

pub fn from_slice<'a, T: Deserialize<'a>>(v: &'a [u8]) -> Result<T> {
    let text = String::from_utf8_lossy(v).into_owned();
    whole::<T>(content(&text)?)
}

pub fn from_reader<R: Read, T: DeserializeOwned>(mut rdr: R) -> Result<T> {
    let mut text = String::new();
    match rdr.read_to_string(&mut text) {
        Ok(_) => whole::<T>(content(&text)?),
        Err(error) => Err(Error { message: error.to_string(), line: 0, column: 0, category: "io" }),
    }
}
