//! Numbers: what integers and floats do beyond operators, characters, parsing.

use super::{Call, Table};
use crate::machine::{Trap, stripped};
use crate::tree::IntTy;
use crate::value::{Head, Obj, Value};

mod float;
mod int;

pub(super) use float::find as find_float;
pub(super) use int::find as find_int;

pub(super) const TABLE: Table = &[
    ("int::parse_int", parse_int),
    ("float::parse_float", parse_float),
    ("char::from_u32", from_u32),
    ("char::encode_utf8", encode_utf8),
    ("char::escape_byte", escape_byte),
    ("char::escape_debug", escape_debug),
    ("char::cased", cased),
    ("char::is_alphabetic", |call| classify(call, char::is_alphabetic)),
    ("char::is_lowercase", |call| classify(call, char::is_lowercase)),
    ("char::is_uppercase", |call| classify(call, char::is_uppercase)),
    ("char::is_whitespace", |call| classify(call, char::is_whitespace)),
    ("char::is_alphanumeric", |call| classify(call, char::is_alphanumeric)),
    ("char::is_control", |call| classify(call, char::is_control)),
    ("char::is_numeric", |call| classify(call, char::is_numeric)),
    ("duration::parts_f64", seconds),
    ("duration::parts_f32", seconds),
];

impl Call<'_> {
    /// An argument that is an integer, with its type.
    pub(super) fn int(&self, index: usize) -> Result<(IntTy, i128), Trap> {
        match self.args.get(index).map(stripped) {
            Some(value @ (Value::Int(ty, _) | Value::Wide(ty, _))) => {
                Ok((ty, value.as_int().unwrap_or_default()))
            }
            _ => Err(Trap::fault(self.span, "an integer that is none")),
        }
    }

    /// An argument that is a character.
    fn char(&self, index: usize) -> Result<char, Trap> {
        match self.args.get(index).map(stripped) {
            Some(Value::Char(char)) => Ok(char),
            _ => Err(Trap::fault(self.span, "a character that is none")),
        }
    }
}

/// A `Vec<u8>`'s or `[u8; N]`'s worth of bytes, as an array.
pub(super) fn array(bytes: &[u8]) -> Value {
    Value::Obj(Obj::new(Head::Array, 0, super::text::byte_values(bytes).collect()))
}

/// As std parses: an optional sign, then digits. The numbers of the errors are those that the library expects.
fn parsed(text: &str, radix: u32, ty: IntTy) -> Result<i128, u8> {
    let (negative, digits) = match text.as_bytes() {
        [] => return Err(0),
        [b'+' | b'-'] => return Err(1),
        [b'+', ..] => (false, &text[1..]),
        [b'-', ..] if ty.signed() => (true, &text[1..]),
        _ => (false, text),
    };
    let mut value: u128 = 0;
    let mut over = false;
    for char in digits.chars() {
        let digit = char.to_digit(radix).ok_or(1)?;
        match value.checked_mul(u128::from(radix)).and_then(|it| it.checked_add(u128::from(digit))) {
            Some(next) => value = next,
            None => over = true,
        }
    }
    let bits = ty.bits();
    let most = match (ty.signed(), negative) {
        (true, true) => 1 << (bits - 1),
        (true, false) => (1 << (bits - 1)) - 1,
        (false, _) => u128::MAX >> (128 - bits),
    };
    if over || value > most {
        return Err(if negative { 3 } else { 2 });
    }
    Ok(if negative { (value as i128).wrapping_neg() } else { value as i128 })
}

fn parse_int(call: &mut Call<'_>) -> Result<Value, Trap> {
    let (radix, (ty, _)) = (call.usize(1) as u32, call.int(2)?);
    let parsed = call.with_text(0, |text| parsed(text, radix, ty))?;
    let parsed = parsed.map(|it| Value::int(ty, it)).map_err(|it| Value::Int(IntTy::U8, i64::from(it)));
    Ok(call.machine.result(parsed))
}

fn parse_float(call: &mut Call<'_>) -> Result<Value, Trap> {
    let small = matches!(call.args[1], Value::F32(_));
    let parsed = call.with_text(0, |text| match small {
        true => text.parse().ok().map(Value::F32),
        false => text.parse().ok().map(Value::F64),
    })?;
    Ok(call.machine.option(parsed))
}

fn from_u32(call: &mut Call<'_>) -> Result<Value, Trap> {
    let char = char::from_u32(call.int(0)?.1 as u32);
    Ok(call.machine.option(char.map(Value::Char)))
}

fn encode_utf8(call: &mut Call<'_>) -> Result<Value, Trap> {
    let char = call.char(0)?;
    let (object, start, len) = call.elements(1)?;
    let mut buffer = [0; 4];
    let text = char.encode_utf8(&mut buffer);
    if text.len() > len {
        let needed = text.len();
        let message = format!(
            "encode_utf8: need {needed} bytes to encode U+{:x} but buffer has just {len}",
            u32::from(char)
        );
        return Err(Trap::panic(call.span, message));
    }
    for (index, value) in super::text::byte_values(text.as_bytes()).enumerate() {
        object.put((start + index) as u32, value);
    }
    Ok(Value::str(text))
}

fn escape_byte(call: &mut Call<'_>) -> Result<Value, Trap> {
    let text = std::ascii::escape_default(call.int(0)?.1 as u8).to_string();
    Ok(call.machine.string(text))
}

fn escape_debug(call: &mut Call<'_>) -> Result<Value, Trap> {
    let text = call.char(0)?.escape_debug().to_string();
    Ok(call.machine.string(text))
}

fn cased(call: &mut Call<'_>) -> Result<Value, Trap> {
    let (char, upper) = (call.char(0)?, matches!(call.args[1], Value::Bool(true)));
    let text = if upper { char.to_uppercase().to_string() } else { char.to_lowercase().to_string() };
    Ok(call.machine.string(text))
}

fn classify(call: &mut Call<'_>, is: fn(char) -> bool) -> Result<Value, Trap> {
    Ok(Value::Bool(is(call.char(0)?)))
}

/// Seconds as a duration's parts; else whether they are negative.
fn seconds(call: &mut Call<'_>) -> Result<Value, Trap> {
    let (duration, negative) = match stripped(&call.args[0]) {
        Value::F32(secs) => (std::time::Duration::try_from_secs_f32(secs), secs < 0.0),
        Value::F64(secs) => (std::time::Duration::try_from_secs_f64(secs), secs < 0.0),
        _ => return Err(Trap::fault(call.span, "seconds that are no float")),
    };
    let parts = duration.map(|it| {
        let nanos = Value::int(IntTy::U32, i128::from(it.subsec_nanos()));
        Value::tuple([Value::u64(it.as_secs()), nanos])
    });
    Ok(call.machine.result(parts.map_err(|_| Value::Bool(negative))))
}
