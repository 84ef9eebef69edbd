//! Texts: `str`, `String`, and what goes through them.

use super::{Call, Table};
use crate::machine::{Trap, stripped};
use crate::tree::IntTy;
use crate::value::{Body, Head, Obj, Text, Value};
use std::rc::Rc;

pub(super) const TABLE: Table = &[
    ("str::len", len),
    ("String::len", len),
    ("str::is_char_boundary", is_char_boundary),
    ("str::as_bytes", as_bytes),
    ("str::part", part),
    ("str::trim", trim),
    ("str::trim_start", trim),
    ("str::trim_end", trim),
    ("str::is_ascii", is_ascii),
    ("str::eq_ignore_ascii_case", eq_ignore_ascii_case),
    ("str::to_lowercase", changed),
    ("str::to_uppercase", changed),
    ("str::to_ascii_uppercase", changed),
    ("str::to_ascii_lowercase", changed),
    ("str::make_ascii_uppercase", make_ascii),
    ("str::make_ascii_lowercase", make_ascii),
    ("str::repeat", repeat),
    ("str::decode", decode),
    ("impls::bad_range", bad_range),
    ("pattern::find_text", find),
    ("pattern::rfind_text", find),
    ("pattern::find_char", find),
    ("pattern::rfind_char", find),
    ("pattern::starts", starts),
    ("pattern::ends", starts),
    ("iter::char_at", char_at),
    ("iter::char_before", char_before),
    ("iter::count", count),
    ("iter::word", word),
    ("string::from_text", from_text),
    ("string::decode_utf16", decode_utf16),
    ("string::decode_lossy", decode_lossy),
    ("String::as_str", as_str),
    ("String::as_mut_str", as_mut_str),
    ("String::push_str", push_str),
    ("String::push", push),
    ("String::truncate", truncate),
    ("String::pop", pop),
    ("String::splice", splice),
    ("String::into_boxed_str", into_boxed_str),
];

impl Call<'_> {
    /// Looks at an argument that is a text: a `&str`, or what leads to a `String`.
    pub(super) fn with_text<R>(&self, index: usize, work: impl FnOnce(&str) -> R) -> Result<R, Trap> {
        let mut value = self.args.get(index).map(stripped).unwrap_or_default();
        loop {
            match &value {
                Value::Str(text) => return Ok(work(text)),
                Value::Obj(object) if matches!(object.body, Body::Text(_)) => {
                    let Body::Text(text) = &object.body else { continue };
                    return Ok(work(&text.borrow()));
                }
                other => match self.machine.pointee(other, false)? {
                    Some(place) => value = stripped(&place),
                    None => return Err(Trap::fault(self.span, "a text that is none")),
                },
            }
        }
    }

    /// The argument that is a text, to be kept.
    pub(super) fn text(&self, index: usize) -> Result<Rc<Text>, Trap> {
        match self.args.get(index).map(stripped) {
            Some(Value::Str(text)) => Ok(text),
            _ => self.with_text(index, |text| Rc::new(Text::from(text))),
        }
    }

    /// Changes the `String` that an argument refers to.
    fn change<R>(&self, work: impl FnOnce(&mut String) -> R) -> Result<R, Trap> {
        match self.args.first().map(stripped) {
            Some(Value::Obj(object)) => match &object.body {
                Body::Text(text) => {
                    let done = work(&mut text.borrow_mut());
                    object.recount();
                    Ok(done)
                }
                _ => Err(Trap::fault(self.span, "a string that is none")),
            },
            _ => Err(Trap::unsupported(self.span, "a `&mut str` that is no `String` cannot be changed here")),
        }
    }

    /// A slice of bytes as the host's.
    pub(super) fn bytes(&self, index: usize) -> Result<Vec<u8>, Trap> {
        let (object, start, len) = self.elements(index)?;
        let Some(slots) = object.slots() else { return Ok(Vec::new()) };
        let slots = slots.borrow();
        Ok(slots[start..start + len].iter().map(|it| it.as_int().unwrap_or_default() as u8).collect())
    }
}

/// Bytes as values.
pub(super) fn byte_values(bytes: &[u8]) -> impl Iterator<Item = Value> {
    bytes.iter().map(|it| Value::Int(IntTy::U8, i64::from(*it)))
}

fn str_value(text: Text) -> Value {
    Value::Str(Rc::new(text))
}

fn place_of(found: Option<usize>) -> Value {
    found.map_or_else(Value::nowhere, Value::usize)
}

fn len(call: &mut Call<'_>) -> Result<Value, Trap> {
    call.with_text(0, |text| Value::usize(text.len()))
}

fn is_char_boundary(call: &mut Call<'_>) -> Result<Value, Trap> {
    let at = call.usize(1);
    call.with_text(0, |text| Value::Bool(text.is_char_boundary(at)))
}

fn as_bytes(call: &mut Call<'_>) -> Result<Value, Trap> {
    let slots = call.with_text(0, |text| byte_values(text.as_bytes()).collect())?;
    let object = Obj::new(Head::Array, 0, slots);
    let len = object.len() as u32;
    Ok(Value::Slice(Rc::new(crate::value::SliceRef { object, start: 0, len })))
}

fn part(call: &mut Call<'_>) -> Result<Value, Trap> {
    let (start, end) = (call.usize(1), call.usize(2));
    if let Some(Value::Str(text)) = call.args.first().map(stripped) {
        let found = text.get(start..end).map(|_| str_value(text.slice(start..end)));
        return Ok(call.machine.option(found));
    }
    let found = call.with_text(0, |text| text.get(start..end).map(|it| str_value(Text::from(it))))?;
    Ok(call.machine.option(found))
}

fn trim(call: &mut Call<'_>) -> Result<Value, Trap> {
    let text = call.text(0)?;
    let trimmed = match call.name {
        "str::trim_start" => text.trim_start(),
        "str::trim_end" => text.trim_end(),
        _ => text.trim(),
    };
    let start = trimmed.as_ptr().addr() - text.as_ptr().addr();
    Ok(str_value(text.slice(start..start + trimmed.len())))
}

fn is_ascii(call: &mut Call<'_>) -> Result<Value, Trap> {
    call.with_text(0, |text| Value::Bool(text.is_ascii()))
}

fn eq_ignore_ascii_case(call: &mut Call<'_>) -> Result<Value, Trap> {
    let other = call.text(1)?;
    call.with_text(0, |text| Value::Bool(text.eq_ignore_ascii_case(&other)))
}

fn changed(call: &mut Call<'_>) -> Result<Value, Trap> {
    let text = call.with_text(0, |text| match call.name {
        "str::to_lowercase" => text.to_lowercase(),
        "str::to_uppercase" => text.to_uppercase(),
        "str::to_ascii_lowercase" => text.to_ascii_lowercase(),
        _ => text.to_ascii_uppercase(),
    })?;
    Ok(call.machine.string(text))
}

fn make_ascii(call: &mut Call<'_>) -> Result<Value, Trap> {
    let upper = call.name == "str::make_ascii_uppercase";
    call.change(|text| if upper { text.make_ascii_uppercase() } else { text.make_ascii_lowercase() })?;
    Ok(Value::Unit)
}

fn repeat(call: &mut Call<'_>) -> Result<Value, Trap> {
    let times = call.args.get(1).and_then(Value::as_int).unwrap_or_default();
    // As programs count, whatever the host's own `usize` holds.
    let size = times.saturating_mul(call.with_text(0, str::len)? as i128);
    if size > i128::from(i64::MAX) {
        return Err(Trap::panic(call.span, "capacity overflow"));
    }
    call.machine.reserve(usize::try_from(size).unwrap_or(usize::MAX), call.span)?;
    let times = call.usize(1);
    let text = call.with_text(0, |text| text.repeat(times))?;
    Ok(call.machine.string(text))
}

fn decode(call: &mut Call<'_>) -> Result<Value, Trap> {
    let bytes = call.bytes(0)?;
    Ok(call.machine.result(match std::str::from_utf8(&bytes) {
        Ok(text) => Ok(Value::str(text)),
        Err(error) => {
            let len = error.error_len().unwrap_or(0);
            Err(Value::tuple([Value::usize(error.valid_up_to()), Value::usize(len)]))
        }
    }))
}

/// Says as std why a range is none of a text's.
fn bad_range(call: &mut Call<'_>) -> Result<Value, Trap> {
    let text = call.text(0)?;
    let (start, end, len) = (call.usize(1), call.usize(2), text.len());
    let message = if start > len || end > len {
        let (which, at) = if start > len { ("start", start) } else { ("end", end) };
        format!("{which} byte index {at} is out of bounds of `{}`", &**text)
    } else if start > end {
        format!("begin > end ({start} > {end}) when slicing `{}`", &**text)
    } else {
        let (which, at) = if text.is_char_boundary(start) { ("end", end) } else { ("start", start) };
        let first = (0..=at).rev().find(|it| text.is_char_boundary(*it)).unwrap_or_default();
        let within = text[first..].chars().next().unwrap_or_default();
        let last = first + within.len_utf8();
        format!(
            "{which} byte index {at} is not a char boundary; it is inside {within:?} (bytes {first}..{last}) of `{}`",
            &**text
        )
    };
    Err(Trap::panic(call.span, message))
}

fn find(call: &mut Call<'_>) -> Result<Value, Trap> {
    let last = call.name.starts_with("pattern::r");
    if let Some(Value::Char(needle)) = call.args.get(1).map(stripped) {
        return call.with_text(0, |text| place_of(if last { text.rfind(needle) } else { text.find(needle) }));
    }
    let needle = call.text(1)?;
    call.with_text(0, |text| place_of(if last { text.rfind(&**needle) } else { text.find(&**needle) }))
}

fn starts(call: &mut Call<'_>) -> Result<Value, Trap> {
    let needle = call.text(1)?;
    let at_end = call.name == "pattern::ends";
    call.with_text(0, |text| {
        Value::Bool(if at_end { text.ends_with(&**needle) } else { text.starts_with(&**needle) })
    })
}

fn char_at(call: &mut Call<'_>) -> Result<Value, Trap> {
    let at = call.usize(1);
    call.with_text(0, |text| Value::Char(text.get(at..).and_then(|it| it.chars().next()).unwrap_or_default()))
}

fn char_before(call: &mut Call<'_>) -> Result<Value, Trap> {
    let at = call.usize(1);
    call.with_text(0, |text| {
        Value::Char(text.get(..at).and_then(|it| it.chars().next_back()).unwrap_or_default())
    })
}

fn count(call: &mut Call<'_>) -> Result<Value, Trap> {
    call.with_text(0, |text| Value::usize(text.chars().count()))
}

fn word(call: &mut Call<'_>) -> Result<Value, Trap> {
    let from = call.usize(1);
    let found = call.with_text(0, |text| {
        let word = text.get(from..)?.split_whitespace().next()?;
        let start = word.as_ptr().addr() - text.as_ptr().addr();
        Some(Value::tuple([Value::usize(start), Value::usize(start + word.len())]))
    })?;
    Ok(call.machine.option(found))
}

fn from_text(call: &mut Call<'_>) -> Result<Value, Trap> {
    let text = call.with_text(0, str::to_owned)?;
    Ok(call.machine.string(text))
}

fn decode_utf16(call: &mut Call<'_>) -> Result<Value, Trap> {
    let (object, start, len) = call.elements(0)?;
    let slots = object.slots().map(|it| it.borrow().to_vec()).unwrap_or_default();
    let units = slots[start..start + len].iter().map(|it| it.as_int().unwrap_or_default() as u16);
    let units: Vec<u16> = units.collect();
    let lossy = matches!(call.args[1], Value::Bool(true));
    let text = if lossy { Some(String::from_utf16_lossy(&units)) } else { String::from_utf16(&units).ok() };
    Ok(call.machine.option(text.map(|it| call.machine.string(it))))
}

fn decode_lossy(call: &mut Call<'_>) -> Result<Value, Trap> {
    let bytes = call.bytes(0)?;
    Ok(call.machine.string(String::from_utf8_lossy(&bytes)))
}

fn as_str(call: &mut Call<'_>) -> Result<Value, Trap> {
    Ok(Value::Str(call.text(0)?))
}

/// The string itself stands for the `&mut str`, so that it can be changed through it.
fn as_mut_str(call: &mut Call<'_>) -> Result<Value, Trap> {
    Ok(call.take(0))
}

fn push_str(call: &mut Call<'_>) -> Result<Value, Trap> {
    let more = call.text(1)?;
    call.change(|text| text.push_str(&more))?;
    Ok(Value::Unit)
}

fn push(call: &mut Call<'_>) -> Result<Value, Trap> {
    let Value::Char(more) = stripped(&call.args[1]) else {
        return Err(Trap::fault(call.span, "a character that is none"));
    };
    call.change(|text| text.push(more))?;
    Ok(Value::Unit)
}

fn truncate(call: &mut Call<'_>) -> Result<Value, Trap> {
    let len = call.usize(1);
    let fits = call.change(|text| {
        let fits = len >= text.len() || text.is_char_boundary(len);
        if fits {
            text.truncate(len);
        }
        fits
    })?;
    match fits {
        true => Ok(Value::Unit),
        false => Err(Trap::panic(call.span, "assertion failed: self.is_char_boundary(new_len)")),
    }
}

fn pop(call: &mut Call<'_>) -> Result<Value, Trap> {
    let last = call.change(String::pop)?;
    Ok(call.machine.option(last.map(Value::Char)))
}

fn splice(call: &mut Call<'_>) -> Result<Value, Trap> {
    let (start, end, with) = (call.usize(1), call.usize(2), call.text(3)?);
    let fits = call.change(|text| {
        let fits = text.get(start..end).is_some();
        if fits {
            text.replace_range(start..end, &with);
        }
        fits
    })?;
    match fits {
        true => Ok(Value::Unit),
        false => Err(Trap::panic(call.span, "a range that cuts a character or is out of bounds")),
    }
}

fn into_boxed_str(call: &mut Call<'_>) -> Result<Value, Trap> {
    let text = Value::Str(call.text(0)?);
    Ok(Value::adt(call.machine.known().boxed, 0, [text]))
}
