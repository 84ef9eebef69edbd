//! `Rc`, `Arc`, `Weak`, `Box` and raw pointers to what they own.

use super::{Call, Table};
use crate::machine::{Trap, stripped};
use crate::tree::AdtId;
use crate::value::{Obj, Value};
use std::rc::Rc;

macro_rules! table {
    ($($name:literal),*) => {
        &[
            $((concat!($name, "::new"), new),
            (concat!($name, "::unwrap_only"), unwrap_only),
            (concat!($name, "::into_raw"), into_raw),
            (concat!($name, "::from_raw"), from_raw),
            (concat!($name, "::increment_strong_count"), increment),
            (concat!($name, "::as_ptr"), inside),
            (concat!($name, "::downgrade"), downgrade),
            (concat!($name, "::weak_count"), weak_count),
            (concat!($name, "::strong_count"), strong_count),
            (concat!($name, "::ptr_eq"), ptr_eq),
            (concat!($name, "::as_mut_unchecked"), inside),
            (concat!($name, "::deref"), inside),
            (concat!($name, "::clone"), clone),)*
            ("Weak::fill", fill),
            ("Weak::upgrade", upgrade),
            ("Weak::strong_count", strong_count),
            ("Weak::weak_count", weak_count),
            ("Weak::ptr_eq", ptr_eq),
            ("Weak::as_ptr", inside),
            ("Weak::clone", clone),
            ("rc::unfilled", unfilled),
            ("sync::unfilled", unfilled),
            ("arc::unfilled", unfilled),
            ("Box::into_raw", box_into_raw),
            ("Box::from_raw", box_from_raw),
        ]
    };
}

pub(super) const TABLE: Table = table!("Rc", "Arc");

/// Which of the two families a function is of, by its name or by what it works on.
fn family(call: &Call<'_>, share: &str) -> Result<AdtId, Trap> {
    let program = call.machine.program();
    let found = program.lang.adts.get(share).copied();
    found.ok_or_else(|| Trap::fault(call.span, format!("the library has no `{share}`")))
}

/// The name of the family: `Rc` or `Arc`.
fn family_name(call: &Call<'_>) -> &'static str {
    if call.name.starts_with("Arc") { "Arc" } else { "Rc" }
}

/// The share that is the first argument, or that it refers to.
fn share(call: &Call<'_>) -> Result<(AdtId, Rc<Obj>), Trap> {
    match stripped(&call.args[0]) {
        Value::Share(adt, object) => Ok((adt, object)),
        _ => Err(Trap::fault(call.span, "a share that is none")),
    }
}

/// The weak family of a strong one, and the other way round.
fn partner(call: &Call<'_>, adt: AdtId) -> Result<AdtId, Trap> {
    let program = call.machine.program();
    let adts = &program.lang.adts;
    for (strong, weak) in [("Rc", "rc::Weak"), ("Arc", "sync::Weak")] {
        let (strong, weak) = (adts.get(strong).copied(), adts.get(weak).copied());
        if let (Some(strong), Some(weak)) = (strong, weak) {
            if adt == strong {
                return Ok(weak);
            }
            if adt == weak {
                return Ok(strong);
            }
        }
    }
    Err(Trap::fault(call.span, "a share of no family"))
}

fn add(object: &Obj, strong: i64, weak: i64) {
    let (s, w) = object.shares.get();
    object.shares.set(((i64::from(s) + strong) as u32, (i64::from(w) + weak) as u32));
}

fn new(call: &mut Call<'_>) -> Result<Value, Trap> {
    let adt = family(call, family_name(call))?;
    Ok(Value::Share(adt, Obj::cell(call.take(0))))
}

fn unwrap_only(call: &mut Call<'_>) -> Result<Value, Trap> {
    let (_, object) = share(call)?;
    call.take(0);
    add(&object, -1, 0);
    Ok(object.put(0, Value::Moved))
}

fn into_raw(call: &mut Call<'_>) -> Result<Value, Trap> {
    let (_, object) = share(call)?;
    call.take(0);
    Ok(Value::Ref(0, object))
}

fn from_raw(call: &mut Call<'_>) -> Result<Value, Trap> {
    let adt = family(call, family_name(call))?;
    match call.take(0) {
        Value::Ref(0, object) => Ok(Value::Share(adt, object)),
        _ => Err(Trap::unsupported(call.span, "this pointer does not come from `into_raw`")),
    }
}

fn increment(call: &mut Call<'_>) -> Result<Value, Trap> {
    if let Value::Ref(_, object) = &call.args[0] {
        add(object, 1, 0);
    }
    Ok(Value::Unit)
}

fn inside(call: &mut Call<'_>) -> Result<Value, Trap> {
    Ok(Value::Ref(0, share(call)?.1))
}

fn downgrade(call: &mut Call<'_>) -> Result<Value, Trap> {
    let (adt, object) = share(call)?;
    add(&object, 0, 1);
    Ok(Value::Share(partner(call, adt)?, object))
}

fn weak_count(call: &mut Call<'_>) -> Result<Value, Trap> {
    let (strong, weak) = share(call)?.1.shares.get();
    let seen = if call.name.starts_with("Weak") && strong == 0 { 0 } else { weak };
    Ok(Value::usize(seen as usize))
}

fn strong_count(call: &mut Call<'_>) -> Result<Value, Trap> {
    Ok(Value::usize(share(call)?.1.shares.get().0 as usize))
}

fn ptr_eq(call: &mut Call<'_>) -> Result<Value, Trap> {
    let (_, one) = share(call)?;
    match stripped(&call.args[1]) {
        Value::Share(_, other) => Ok(Value::Bool(Rc::ptr_eq(&one, &other))),
        _ => Err(Trap::fault(call.span, "a share that is none")),
    }
}

fn clone(call: &mut Call<'_>) -> Result<Value, Trap> {
    let (adt, object) = share(call)?;
    if call.name.starts_with("Weak") {
        add(&object, 0, 1);
    } else {
        add(&object, 1, 0);
    }
    Ok(Value::Share(adt, object))
}

fn unfilled(call: &mut Call<'_>) -> Result<Value, Trap> {
    let weak = if call.name.starts_with("rc") { "rc::Weak" } else { "sync::Weak" };
    let object = Obj::cell(Value::Moved);
    object.shares.set((0, 1));
    Ok(Value::Share(family(call, weak)?, object))
}

fn fill(call: &mut Call<'_>) -> Result<Value, Trap> {
    let (adt, object) = share(call)?;
    object.put(0, call.take(1));
    add(&object, 1, 0);
    Ok(Value::Share(partner(call, adt)?, object))
}

fn upgrade(call: &mut Call<'_>) -> Result<Value, Trap> {
    let (adt, object) = share(call)?;
    if object.shares.get().0 == 0 {
        return Ok(call.machine.none());
    }
    add(&object, 1, 0);
    let strong = Value::Share(partner(call, adt)?, object);
    Ok(call.machine.some(strong))
}

fn box_into_raw(call: &mut Call<'_>) -> Result<Value, Trap> {
    match call.take(0) {
        Value::Obj(object) => Ok(Value::Ref(0, object)),
        _ => Err(Trap::fault(call.span, "a box that is none")),
    }
}

fn box_from_raw(call: &mut Call<'_>) -> Result<Value, Trap> {
    match call.take(0) {
        Value::Ref(0, object) => Ok(Value::Obj(object)),
        _ => Err(Trap::unsupported(call.span, "this pointer does not come from `into_raw`")),
    }
}
