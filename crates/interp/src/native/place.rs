//! `std::mem`, `std::ptr`, comparing: what works on any value in its place.

use super::{Call, Table};
use crate::machine::{Trap, behind, stripped, text_of};
use crate::tree::Comparison;
use crate::value::{NOWHERE, Obj, Value};
use std::cmp::Ordering;
use std::rc::Rc;

pub(super) const TABLE: Table = &[
    ("mem::swap", swap),
    ("mem::replace", replace),
    ("mem::forget", forget),
    ("mem::discriminant_number", discriminant),
    ("mem::needs_drop", needs_drop),
    ("ptr::null", null),
    ("ptr::null_mut", null),
    ("ptr::read", read),
    ("ptr::write", write),
    ("pointer::address", address),
    ("pointer::offset", offset),
    ("cmp::compare", compare),
    ("cmp::order", compare),
    ("cmp::compare_floats", compare_floats),
    ("convert::fits", fits),
    ("clone::of_parts", clone_of_parts),
];

fn clone_of_parts(call: &mut Call<'_>) -> Result<Value, Trap> {
    let callable = stripped(&call.take(0));
    call.machine.cloned(&callable, call.span)
}

fn exchange(call: &Call<'_>, place: &Value, value: Value) -> Result<Value, Trap> {
    match place {
        Value::Ref(slot, object) => Ok(object.put(*slot, value)),
        _ => Err(Trap::fault(call.span, "a place that is none")),
    }
}

/// How many references lead to what a value is in the end.
fn depth(value: &Value) -> usize {
    match value {
        Value::Ref(slot, object) => 1 + depth(&object.get(*slot)),
        Value::Str(_) | Value::Slice(_) => 1,
        _ => 0,
    }
}

/// The place whose content is as far from its end as that: a reference too many may lead to it.
fn at_depth(place: Value, wanted: usize) -> Value {
    match behind(&place) {
        Some(inner @ Value::Ref(..)) if depth(&inner) > wanted => at_depth(inner, wanted),
        _ => place,
    }
}

fn swap(call: &mut Call<'_>) -> Result<Value, Trap> {
    let (x, y) = (call.take(0), call.take(1));
    let wanted = depth(&x).min(depth(&y)).saturating_sub(1);
    let (x, y) = (at_depth(x, wanted), at_depth(y, wanted));
    let taken = exchange(call, &x, Value::Moved)?;
    let other = exchange(call, &y, taken)?;
    exchange(call, &x, other)?;
    Ok(Value::Unit)
}

fn replace(call: &mut Call<'_>) -> Result<Value, Trap> {
    let (place, value) = (call.take(0), call.take(1));
    exchange(call, &at_depth(place, depth(&value)), value)
}

fn forget(call: &mut Call<'_>) -> Result<Value, Trap> {
    call.take(0);
    Ok(Value::Unit)
}

fn discriminant(call: &mut Call<'_>) -> Result<Value, Trap> {
    let number = match stripped(&call.args[0]) {
        Value::Unitary(adt, variant) => {
            call.machine.program().adt(adt).variants[variant as usize].discriminant
        }
        Value::Obj(object) => i128::from(object.variant),
        _ => 0,
    };
    Ok(Value::int(crate::tree::IntTy::Isize, number))
}

fn needs_drop(_: &mut Call<'_>) -> Result<Value, Trap> {
    Ok(Value::Bool(true))
}

fn null(_: &mut Call<'_>) -> Result<Value, Trap> {
    Ok(Value::Ref(NOWHERE, Obj::cell(Value::Moved)))
}

fn read(call: &mut Call<'_>) -> Result<Value, Trap> {
    let place = call.take(0);
    Ok(call.machine.load(&place))
}

fn write(call: &mut Call<'_>) -> Result<Value, Trap> {
    let (place, value) = (call.take(0), call.take(1));
    match place {
        Value::Ref(slot, object) => {
            object.put(slot, value);
            Ok(Value::Unit)
        }
        _ => Err(Trap::fault(call.span, "a place that is none")),
    }
}

fn address(call: &mut Call<'_>) -> Result<Value, Trap> {
    Ok(Value::usize(address_of(&call.args[0])))
}

/// The address that a pointer is told apart from others by.
pub(crate) fn address_of(pointer: &Value) -> usize {
    match pointer {
        Value::Ref(NOWHERE, _) => 0,
        Value::Ref(slot, object) => Rc::as_ptr(object).addr() + 16 * (*slot as usize + 1),
        Value::Slice(slice) => Rc::as_ptr(&slice.object).addr() + 16 * (slice.start as usize + 1),
        Value::Str(text) => text.as_ptr().addr(),
        Value::Fn(function, _) => 16 * (function.index() + 1),
        other => behind(other).map_or(16, |_| 32),
    }
}

fn offset(call: &mut Call<'_>) -> Result<Value, Trap> {
    let by = call.args[1].as_int().unwrap_or_default();
    match call.take(0) {
        Value::Ref(slot, object) => Ok(Value::Ref((i128::from(slot) + by) as u32, object)),
        other => Ok(other),
    }
}

fn compare(call: &mut Call<'_>) -> Result<Value, Trap> {
    let (left, right) = (stripped(&call.args[0]), stripped(&call.args[1]));
    let order = match (text_of(&left), text_of(&right)) {
        (Some(left), Some(right)) => Some(left.cmp(&right)),
        _ => call.machine.compared(&left, &right, Comparison::Total, call.span)?,
    };
    Ok(call.machine.ordering(order.unwrap_or(Ordering::Equal)))
}

fn compare_floats(call: &mut Call<'_>) -> Result<Value, Trap> {
    let (left, right) = (stripped(&call.args[0]), stripped(&call.args[1]));
    let order = call.machine.compared(&left, &right, Comparison::Partial, call.span)?;
    Ok(call.machine.option(order.map(|it| call.machine.ordering(it))))
}

fn fits(call: &mut Call<'_>) -> Result<Value, Trap> {
    let unsigned = |it: &Value| matches!(it, Value::Wide(crate::tree::IntTy::U128, _));
    let number = |index: usize| {
        let value = stripped(&call.args[index]);
        // What is above the greatest `i128` is only within bounds that are, too.
        let high = unsigned(&value) && value.as_int().is_some_and(|it| it < 0);
        (high, value.as_int().unwrap_or_default())
    };
    let (value, least, most) = (number(0), number(1), number(2));
    Ok(Value::Bool(least <= value && value <= most))
}
