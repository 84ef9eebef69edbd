//! From values to JSON.

use crate::error::Result;
use crate::host::{float_as_json, text_as_json};
use serde::__private::{Content, ContentSerializer, Kind};
use serde::Serialize;
use std::io::Write;

fn write(content: &Content, pretty: bool, depth: usize, out: &mut String) {
    match &content.kind {
        Kind::Null => out.push_str("null"),
        Kind::Bool(it) => out.push_str(if *it { "true" } else { "false" }),
        Kind::Int(it) => out.push_str(&it.to_string()),
        Kind::Float(it) => out.push_str(&float_as_json(*it)),
        Kind::Float32(it) => out.push_str(&float_as_json(*it)),
        Kind::Text(it) => out.push_str(&text_as_json(it)),
        Kind::List(items) => {
            out.push('[');
            for (at, item) in items.iter().enumerate() {
                begin(at, pretty, depth + 1, out);
                write(item, pretty, depth + 1, out);
            }
            end(items.is_empty(), pretty, depth, out);
            out.push(']');
        }
        Kind::Map(entries) => {
            out.push('{');
            for (at, (key, value)) in entries.iter().enumerate() {
                begin(at, pretty, depth + 1, out);
                out.push_str(&text_as_json(key));
                out.push_str(if pretty { ": " } else { ":" });
                write(value, pretty, depth + 1, out);
            }
            end(entries.is_empty(), pretty, depth, out);
            out.push('}');
        }
    }
}

fn begin(at: usize, pretty: bool, depth: usize, out: &mut String) {
    if at > 0 {
        out.push(',');
    }
    if pretty {
        out.push('\n');
        out.push_str(&"  ".repeat(depth));
    }
}

fn end(is_empty: bool, pretty: bool, depth: usize, out: &mut String) {
    if pretty && !is_empty {
        out.push('\n');
        out.push_str(&"  ".repeat(depth));
    }
}

pub(crate) fn text_of(content: &Content, pretty: bool) -> String {
    let mut out = String::new();
    write(content, pretty, 0, &mut out);
    out
}

pub fn to_string<T: ?Sized + Serialize>(value: &T) -> Result<String> {
    let content = value.serialize(ContentSerializer)?;
    Ok(text_of(&content, false))
}

pub fn to_string_pretty<T: ?Sized + Serialize>(value: &T) -> Result<String> {
    let content = value.serialize(ContentSerializer)?;
    Ok(text_of(&content, true))
}

pub fn to_vec<T: ?Sized + Serialize>(value: &T) -> Result<Vec<u8>> {
    Ok(to_string(value)?.into_bytes())
}

pub fn to_vec_pretty<T: ?Sized + Serialize>(value: &T) -> Result<Vec<u8>> {
    Ok(to_string_pretty(value)?.into_bytes())
}

/// What a writer says of what was written to it.
fn written(result: std::io::Result<()>) -> Result<()> {
    let error = |it: std::io::Error| crate::Error { message: it.to_string(), line: 0, column: 0, category: "io" };
    result.map_err(error)
}

pub fn to_writer<W: Write, T: ?Sized + Serialize>(mut writer: W, value: &T) -> Result<()> {
    let text = to_string(value)?;
    written(writer.write_all(text.as_bytes()))
}

pub fn to_writer_pretty<W: Write, T: ?Sized + Serialize>(mut writer: W, value: &T) -> Result<()> {
    let text = to_string_pretty(value)?;
    written(writer.write_all(text.as_bytes()))
}
