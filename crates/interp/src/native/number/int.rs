//! Methods of integers, the same for all widths: a name such as `i32::checked_add` is looked up by what is behind `::`.

use super::super::{Call, NativeFn};
use super::array;
use crate::machine::Trap;
use crate::tree::IntTy;
use crate::value::Value;

/// An integer: its type and its value, that of a `u128` by its bits.
type Int = (IntTy, i128);

/// What an operation would come to with no limits: `None` if not even 128 bits are enough.
#[derive(Clone, Copy)]
struct Wide {
    /// Cut to the type's width.
    wrapped: i128,
    /// Whether it does not fit.
    over: bool,
    /// Whether it is below the least value, if it does not fit.
    below: bool,
}

const METHODS: &[(&str, NativeFn)] = &[
    ("checked_add", checked),
    ("checked_sub", checked),
    ("checked_mul", checked),
    ("checked_div", checked_quotient),
    ("checked_rem", checked_quotient),
    ("checked_div_euclid", checked_quotient),
    ("checked_rem_euclid", checked_quotient),
    ("checked_neg", checked),
    ("checked_pow", checked),
    ("checked_add_unsigned", checked),
    ("checked_sub_unsigned", checked),
    ("checked_add_signed", checked),
    ("checked_shl", checked_shift),
    ("checked_shr", checked_shift),
    ("saturating_add", saturating),
    ("saturating_sub", saturating),
    ("saturating_mul", saturating),
    ("saturating_pow", saturating),
    ("saturating_div", plain_quotient),
    ("wrapping_add", wrapping),
    ("wrapping_sub", wrapping),
    ("wrapping_mul", wrapping),
    ("wrapping_neg", wrapping),
    ("wrapping_pow", wrapping),
    ("wrapping_div", plain_quotient),
    ("wrapping_rem", plain_quotient),
    ("wrapping_shl", wrapping_shift),
    ("wrapping_shr", wrapping_shift),
    ("overflowing_add", overflowing),
    ("overflowing_sub", overflowing),
    ("overflowing_mul", overflowing),
    ("overflowing_neg", overflowing),
    ("overflowing_pow", overflowing),
    ("pow", strict),
    ("isqrt", isqrt),
    ("div_euclid", plain_quotient),
    ("rem_euclid", plain_quotient),
    ("ilog", ilog),
    ("ilog2", ilog),
    ("ilog10", ilog),
    ("count_ones", bits),
    ("leading_zeros", bits),
    ("trailing_zeros", bits),
    ("rotate_left", rotated),
    ("rotate_right", rotated),
    ("swap_bytes", rotated),
    ("reverse_bits", rotated),
    ("to_be_bytes", to_bytes),
    ("to_le_bytes", to_bytes),
    ("from_be_bytes", from_bytes),
    ("from_le_bytes", from_bytes),
];

/// Finds a method of an integer type by its whole name.
pub(crate) fn find(name: &str) -> Option<NativeFn> {
    let (ty, method) = name.split_once("::")?;
    IntTy::named(ty)?;
    METHODS.iter().find(|it| it.0 == method).map(|it| it.1)
}

fn method<'a>(call: &Call<'a>) -> &'a str {
    call.name.split_once("::").map_or("", |it| it.1)
}

fn cut(ty: IntTy, value: i128) -> i128 {
    Value::int(ty, value).as_int().unwrap_or_default()
}

fn int(ty: IntTy, value: i128) -> Value {
    Value::int(ty, value)
}

fn u32_value(value: u32) -> Value {
    Value::int(IntTy::U32, i128::from(value))
}

/// Sign and magnitude, which hold every value of every type.
fn parts((ty, value): Int) -> (bool, u128) {
    if ty.signed() { (value < 0, value.unsigned_abs()) } else { (false, value as u128) }
}

/// What a sign and a magnitude come to in a type.
fn fitted(ty: IntTy, negative: bool, magnitude: Option<u128>, wrapped: i128) -> Wide {
    let most = match (ty.signed(), negative) {
        (true, true) => 1 << (ty.bits() - 1),
        (true, false) => (1 << (ty.bits() - 1)) - 1,
        (false, true) => 0,
        (false, false) => u128::MAX >> (128 - ty.bits()),
    };
    let over = magnitude.is_none_or(|it| it > most);
    Wide { wrapped: cut(ty, wrapped), over, below: negative }
}

fn sum(a: Int, b: Int, minus: bool) -> Wide {
    let (ty, ((sa, ma), (sb, mb))) = (a.0, (parts(a), parts(b)));
    let sb = sb != minus;
    let wrapped = if minus { a.1.wrapping_sub(b.1) } else { a.1.wrapping_add(b.1) };
    let (negative, magnitude) = match (sa == sb, ma >= mb) {
        (true, _) => (sa, ma.checked_add(mb)),
        (false, true) => (sa, Some(ma - mb)),
        (false, false) => (sb, Some(mb - ma)),
    };
    fitted(ty, negative && magnitude != Some(0), magnitude, wrapped)
}

fn product(a: Int, b: Int) -> Wide {
    let ((sa, ma), (sb, mb)) = (parts(a), parts(b));
    let magnitude = ma.checked_mul(mb);
    fitted(a.0, sa != sb && magnitude != Some(0), magnitude, a.1.wrapping_mul(b.1))
}

fn power(base: Int, mut exponent: u32) -> Wide {
    let (ty, (negative, magnitude)) = (base.0, parts(base));
    let negative = negative && exponent % 2 == 1;
    let magnitude = magnitude.checked_pow(exponent);
    let (mut wrapped, mut square) = (1i128, base.1);
    while exponent > 0 {
        if exponent % 2 == 1 {
            wrapped = wrapped.wrapping_mul(square);
        }
        square = square.wrapping_mul(square);
        exponent /= 2;
    }
    fitted(ty, negative && magnitude != Some(0), magnitude, wrapped)
}

/// The operation that a method is about, by its name behind the first `_`.
fn outcome(call: &Call<'_>) -> Result<Wide, Trap> {
    let a = call.int(0)?;
    let name = method(call);
    let operation = name.split_once('_').map_or(name, |it| it.1);
    Ok(match operation {
        "add" | "add_unsigned" | "add_signed" => sum(a, call.int(1)?, false),
        "sub" | "sub_unsigned" => sum(a, call.int(1)?, true),
        "mul" => product(a, call.int(1)?),
        "neg" => sum((a.0, 0), a, true),
        _ => power(a, call.int(1)?.1 as u32),
    })
}

fn checked(call: &mut Call<'_>) -> Result<Value, Trap> {
    let (ty, wide) = (call.int(0)?.0, outcome(call)?);
    Ok(call.machine.option((!wide.over).then(|| int(ty, wide.wrapped))))
}

fn wrapping(call: &mut Call<'_>) -> Result<Value, Trap> {
    Ok(int(call.int(0)?.0, outcome(call)?.wrapped))
}

fn overflowing(call: &mut Call<'_>) -> Result<Value, Trap> {
    let (ty, wide) = (call.int(0)?.0, outcome(call)?);
    Ok(Value::tuple([int(ty, wide.wrapped), Value::Bool(wide.over)]))
}

fn least(ty: IntTy) -> i128 {
    if ty.signed() { cut(ty, 1 << (ty.bits() - 1)) } else { 0 }
}

fn saturating(call: &mut Call<'_>) -> Result<Value, Trap> {
    let (ty, wide) = (call.int(0)?.0, outcome(call)?);
    Ok(int(
        ty,
        match (wide.over, wide.below) {
            (false, _) => wide.wrapped,
            (true, true) => least(ty),
            (true, false) => !least(ty),
        },
    ))
}

/// `pow`, which panics where it does not fit.
fn strict(call: &mut Call<'_>) -> Result<Value, Trap> {
    let (ty, wide) = (call.int(0)?.0, power(call.int(0)?, call.int(1)?.1 as u32));
    match wide.over {
        false => Ok(int(ty, wide.wrapped)),
        true => Err(Trap::panic(call.span, "attempt to multiply with overflow")),
    }
}

/// The quotient or remainder that a method is about; `None` if the divisor is 0 or the quotient does not fit.
fn quotient(a: Int, b: Int, operation: &str) -> Option<i128> {
    let ty = a.0;
    if b.1 == 0 {
        return None;
    }
    if !ty.signed() {
        let (a, b) = (a.1 as u128, b.1 as u128);
        return Some((if operation.starts_with("div") { a / b } else { a % b }) as i128);
    }
    if a.1 == least(ty) && b.1 == -1 {
        return None;
    }
    Some(match operation {
        "div" => a.1 / b.1,
        "rem" => a.1 % b.1,
        "div_euclid" => a.1.div_euclid(b.1),
        _ => a.1.rem_euclid(b.1),
    })
}

fn checked_quotient(call: &mut Call<'_>) -> Result<Value, Trap> {
    let (a, b) = (call.int(0)?, call.int(1)?);
    let operation = method(call).trim_start_matches("checked_");
    Ok(call.machine.option(quotient(a, b, operation).map(|it| int(a.0, it))))
}

/// Division that panics where the divisor is 0, and wraps, saturates or panics where the quotient does not fit.
fn plain_quotient(call: &mut Call<'_>) -> Result<Value, Trap> {
    let (a, b) = (call.int(0)?, call.int(1)?);
    let name = method(call);
    let operation = name.trim_start_matches("wrapping_").trim_start_matches("saturating_");
    let divides = operation.starts_with("div");
    if b.1 == 0 {
        let message = match divides {
            true => "attempt to divide by zero",
            false => "attempt to calculate the remainder with a divisor of zero",
        };
        return Err(Trap::panic(call.span, message));
    }
    match (quotient(a, b, operation), name) {
        (Some(value), _) => Ok(int(a.0, value)),
        (None, "wrapping_div") => Ok(int(a.0, a.1)),
        (None, "wrapping_rem") => Ok(int(a.0, 0)),
        (None, "saturating_div") => Ok(int(a.0, !least(a.0))),
        (None, _) if divides => Err(Trap::panic(call.span, "attempt to divide with overflow")),
        (None, _) => Err(Trap::panic(call.span, "attempt to calculate the remainder with overflow")),
    }
}

fn shifted(a: Int, by: u32, left: bool) -> Value {
    int(
        a.0,
        match (left, a.0.signed()) {
            (true, _) => a.1 << by,
            (false, true) => a.1 >> by,
            (false, false) => ((a.1 as u128) >> by) as i128,
        },
    )
}

fn checked_shift(call: &mut Call<'_>) -> Result<Value, Trap> {
    let (a, by) = (call.int(0)?, call.int(1)?.1 as u32);
    let left = method(call) == "checked_shl";
    Ok(call.machine.option((by < a.0.bits()).then(|| shifted(a, by, left))))
}

fn wrapping_shift(call: &mut Call<'_>) -> Result<Value, Trap> {
    let (a, by) = (call.int(0)?, call.int(1)?.1 as u32);
    Ok(shifted(a, by % a.0.bits(), method(call) == "wrapping_shl"))
}

fn isqrt(call: &mut Call<'_>) -> Result<Value, Trap> {
    let a = call.int(0)?;
    if a.0.signed() && a.1 < 0 {
        return Err(Trap::panic(call.span, "argument of integer square root cannot be negative"));
    }
    Ok(int(a.0, (a.1 as u128).isqrt() as i128))
}

fn ilog(call: &mut Call<'_>) -> Result<Value, Trap> {
    let (negative, magnitude) = parts(call.int(0)?);
    if negative || magnitude == 0 {
        return Err(Trap::panic(call.span, "argument of integer logarithm must be positive"));
    }
    let base = match method(call) {
        "ilog2" => 2,
        "ilog10" => 10,
        _ => parts(call.int(1)?).1,
    };
    if base < 2 {
        return Err(Trap::panic(call.span, "base of integer logarithm must be at least 2"));
    }
    Ok(u32_value(magnitude.ilog(base)))
}

/// The bits of a value, without its sign's.
fn pattern((ty, value): Int) -> u128 {
    value as u128 & (u128::MAX >> (128 - ty.bits()))
}

fn bits(call: &mut Call<'_>) -> Result<Value, Trap> {
    let a = call.int(0)?;
    let (width, bits) = (a.0.bits(), pattern(a));
    Ok(u32_value(match method(call) {
        "count_ones" => bits.count_ones(),
        "leading_zeros" => bits.leading_zeros() - (128 - width),
        _ => bits.trailing_zeros().min(width),
    }))
}

fn rotated(call: &mut Call<'_>) -> Result<Value, Trap> {
    let a = call.int(0)?;
    let (width, bits) = (a.0.bits(), pattern(a));
    let rotate = |by: u32| match by % width {
        0 => bits,
        by => (bits << by) | (bits >> (width - by)),
    };
    let result = match method(call) {
        "rotate_left" => rotate(call.int(1)?.1 as u32),
        "rotate_right" => rotate(width - call.int(1)?.1 as u32 % width),
        "swap_bytes" => bits.swap_bytes() >> (128 - width),
        _ => bits.reverse_bits() >> (128 - width),
    };
    Ok(int(a.0, result as i128))
}

fn to_bytes(call: &mut Call<'_>) -> Result<Value, Trap> {
    let a = call.int(0)?;
    let count = a.0.bits() as usize / 8;
    let mut bytes = pattern(a).to_le_bytes()[..count].to_vec();
    if method(call) == "to_be_bytes" {
        bytes.reverse();
    }
    Ok(array(&bytes))
}

fn from_bytes(call: &mut Call<'_>) -> Result<Value, Trap> {
    let mut bytes = call.bytes(0)?;
    if method(call) == "from_be_bytes" {
        bytes.reverse();
    }
    let ty = call.name.split_once("::").and_then(|it| IntTy::named(it.0)).unwrap_or(IntTy::U8);
    let value = bytes.iter().rev().fold(0u128, |value, byte| (value << 8) | u128::from(*byte));
    Ok(int(ty, value as i128))
}
