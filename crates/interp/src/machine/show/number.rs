//! Integers and floats as text.

use super::pad::{self, Spec};
use crate::tree::{FormatTrait, IntTy};
use crate::value::Value;

/// Prints a number; `false` if the value is none.
pub(super) fn show(out: &mut String, value: &Value, spec: &Spec) -> bool {
    match value {
        Value::Int(ty, _) | Value::Wide(ty, _) => {
            integer(out, *ty, value.as_int().unwrap_or_default(), spec);
            true
        }
        Value::F64(value) => {
            float(out, value.is_sign_negative(), value.is_nan(), &text_of(*value, spec), spec);
            true
        }
        Value::F32(value) => {
            float(out, value.is_sign_negative(), value.is_nan(), &text_of(*value, spec), spec);
            true
        }
        _ => false,
    }
}

fn integer(out: &mut String, ty: IntTy, value: i128, spec: &Spec) {
    let unsigned = value as u128;
    let bits = if ty.bits() == 128 { unsigned } else { unsigned & ((1 << ty.bits()) - 1) };
    let by = match (spec.of.by, spec.of.debug_hex) {
        (FormatTrait::Debug, Some(false)) => FormatTrait::LowerHex,
        (FormatTrait::Debug, Some(true)) => FormatTrait::UpperHex,
        (by, _) => by,
    };
    let negative = ty.signed() && value < 0;
    let magnitude = if negative { value.unsigned_abs() } else { bits };
    // Only the bases show the bits of a negative number instead of a sign.
    let (negative, prefix, digits) = match by {
        FormatTrait::LowerHex => (false, "0x", format!("{bits:x}")),
        FormatTrait::UpperHex => (false, "0x", format!("{bits:X}")),
        FormatTrait::Binary => (false, "0b", format!("{bits:b}")),
        FormatTrait::Octal => (false, "0o", format!("{bits:o}")),
        FormatTrait::LowerExp => (negative, "", exponent(magnitude, spec)),
        FormatTrait::UpperExp => (negative, "", exponent(magnitude, spec).to_uppercase()),
        _ => (negative, "", magnitude.to_string()),
    };
    let prefix = if spec.of.alternate { prefix } else { "" };
    pad::number(out, sign(negative, spec), prefix, &digits, spec);
}

fn exponent(magnitude: u128, spec: &Spec) -> String {
    match spec.precision {
        Some(digits) => format!("{magnitude:.digits$e}"),
        None => format!("{magnitude:e}"),
    }
}

fn sign(negative: bool, spec: &Spec) -> &'static str {
    match (negative, spec.of.plus) {
        (true, _) => "-",
        (false, true) => "+",
        (false, false) => "",
    }
}

/// The digits of a float, with its sign.
fn text_of<F: std::fmt::Display + std::fmt::Debug + std::fmt::LowerExp>(value: F, spec: &Spec) -> String {
    match (spec.of.by, spec.precision) {
        (FormatTrait::LowerExp, None) => format!("{value:e}"),
        (FormatTrait::LowerExp, Some(digits)) => format!("{value:.digits$e}"),
        (FormatTrait::UpperExp, None) => format!("{value:e}").to_uppercase(),
        (FormatTrait::UpperExp, Some(digits)) => format!("{value:.digits$e}").to_uppercase(),
        (FormatTrait::Debug, None) => format!("{value:?}"),
        (FormatTrait::Debug, Some(digits)) => format!("{value:.digits$?}"),
        (_, None) => format!("{value}"),
        (_, Some(digits)) => format!("{value:.digits$}"),
    }
}

/// What is not finite gets zeros in front, too.
fn float(out: &mut String, negative: bool, nan: bool, text: &str, spec: &Spec) {
    let sign = if nan { "" } else { sign(negative, spec) };
    pad::number(out, sign, "", text.trim_start_matches('-'), spec);
}
