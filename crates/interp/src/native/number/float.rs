//! Methods of `f32` and `f64`, looked up by what is behind `::`.

use super::super::{Call, NativeFn};
use crate::machine::{Trap, stripped};
use crate::tree::IntTy;
use crate::value::Value;

macro_rules! methods {
    (one: $($one:ident)*; two: $($two:ident)*;) => {
        const METHODS: &[(&str, NativeFn)] = &[
            $((stringify!($one), |call| match stripped(&call.args[0]) {
                Value::F32(value) => Ok(Value::F32(value.$one())),
                Value::F64(value) => Ok(Value::F64(value.$one())),
                _ => Err(no_float(call)),
            }),)*
            $((stringify!($two), |call| match (stripped(&call.args[0]), stripped(&call.args[1])) {
                (Value::F32(value), Value::F32(other)) => Ok(Value::F32(value.$two(other))),
                (Value::F64(value), Value::F64(other)) => Ok(Value::F64(value.$two(other))),
                _ => Err(no_float(call)),
            }),)*
            ("powi", powi),
            ("mul_add", mul_add),
            ("to_bits", to_bits),
            ("from_bits", from_bits),
            ("is_sign_negative", is_sign_negative),
        ];
    };
}

methods! {
    one: floor ceil round round_ties_even trunc abs signum sqrt exp exp2 exp_m1 ln ln_1p log2 log10 cbrt sin cos tan asin
        acos atan sinh cosh tanh asinh acosh atanh to_degrees to_radians;
    two: copysign div_euclid rem_euclid powf log hypot atan2 max min;
}

/// Finds a method of a float type by its whole name.
pub(crate) fn find(name: &str) -> Option<NativeFn> {
    let (ty, method) = name.split_once("::")?;
    let found = METHODS.iter().find(|it| it.0 == method)?;
    (ty == "f32" || ty == "f64").then_some(found.1)
}

fn no_float(call: &Call<'_>) -> Trap {
    Trap::fault(call.span, "a float that is none")
}

fn powi(call: &mut Call<'_>) -> Result<Value, Trap> {
    let by = call.int(1)?.1 as i32;
    match stripped(&call.args[0]) {
        Value::F32(value) => Ok(Value::F32(value.powi(by))),
        Value::F64(value) => Ok(Value::F64(value.powi(by))),
        _ => Err(no_float(call)),
    }
}

fn mul_add(call: &mut Call<'_>) -> Result<Value, Trap> {
    match (stripped(&call.args[0]), stripped(&call.args[1]), stripped(&call.args[2])) {
        (Value::F32(value), Value::F32(a), Value::F32(b)) => Ok(Value::F32(value.mul_add(a, b))),
        (Value::F64(value), Value::F64(a), Value::F64(b)) => Ok(Value::F64(value.mul_add(a, b))),
        _ => Err(no_float(call)),
    }
}

fn to_bits(call: &mut Call<'_>) -> Result<Value, Trap> {
    match stripped(&call.args[0]) {
        Value::F32(value) => Ok(Value::int(IntTy::U32, i128::from(value.to_bits()))),
        Value::F64(value) => Ok(Value::u64(value.to_bits())),
        _ => Err(no_float(call)),
    }
}

fn from_bits(call: &mut Call<'_>) -> Result<Value, Trap> {
    let (ty, bits) = call.int(0)?;
    Ok(match ty {
        IntTy::U32 => Value::F32(f32::from_bits(bits as u32)),
        _ => Value::F64(f64::from_bits(bits as u64)),
    })
}

fn is_sign_negative(call: &mut Call<'_>) -> Result<Value, Trap> {
    match stripped(&call.args[0]) {
        Value::F32(value) => Ok(Value::Bool(value.is_sign_negative())),
        Value::F64(value) => Ok(Value::Bool(value.is_sign_negative())),
        _ => Err(no_float(call)),
    }
}
