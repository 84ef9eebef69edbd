//! How much room vectors and texts have: the machine's own storage grows in another way than rustc's.

use super::{Call, Table};
use crate::machine::{Trap, stripped};
use crate::tree::IntTy;
use crate::value::{Body, Obj, Value};
use std::rc::Rc;

pub(super) const TABLE: Table = &[
    ("Vec::new", |call| Ok(begun(call.vec([]), 0))),
    ("Vec::with_capacity", |call| Ok(begun(call.vec([]), call.usize(0)))),
    ("Vec::capacity", capacity),
    ("Vec::reserve", |call| reserve(call, false)),
    ("Vec::reserve_exact", |call| reserve(call, true)),
    ("Vec::shrink_to_fit", shrink),
    ("String::new", |call| Ok(begun(call.machine.string(String::new()), 0))),
    ("String::with_capacity", |call| Ok(begun(call.machine.string(String::new()), call.usize(0)))),
    ("String::capacity", capacity),
    ("String::reserve", |call| reserve(call, false)),
    ("String::reserve_exact", |call| reserve(call, true)),
    ("String::shrink_to_fit", shrink),
];

/// Says that there is a note: without one there is as much room as was needed.
const NOTED: u32 = u32::MAX;

/// Notes how much room there is at first. The counts of shares, which only the inside of an `Rc` has, keep it.
fn begun(value: Value, room: usize) -> Value {
    if let Value::Obj(object) = &value {
        note(object, room);
    }
    value
}

fn note(object: &Obj, room: usize) {
    object.shares.set((u32::try_from(room).unwrap_or(u32::MAX), NOTED));
}

fn object(call: &Call<'_>) -> Result<Rc<Obj>, Trap> {
    match stripped(&call.args[0]) {
        Value::Obj(object) => Ok(object),
        _ => Err(Trap::fault(call.span, "a vector that is none")),
    }
}

/// How many elements or bytes are in it, and how much room there is when there is any.
fn length(object: &Obj) -> (usize, usize) {
    match &object.body {
        Body::Text(text) => (text.borrow().len(), 8),
        _ => {
            let is_byte = !object.is_empty() && matches!(object.get(0), Value::Int(IntTy::U8 | IntTy::I8, _));
            (object.len(), if is_byte { 8 } else { 4 })
        }
    }
}

/// The room of something that has grown bit by bit: it doubles.
fn room(object: &Obj) -> usize {
    let (len, least) = length(object);
    let (noted, NOTED) = object.shares.get() else { return len };
    let mut room = noted as usize;
    while room < len {
        room = (room * 2).max(least);
    }
    room
}

fn capacity(call: &mut Call<'_>) -> Result<Value, Trap> {
    Ok(Value::usize(room(&*object(call)?)))
}

fn reserve(call: &mut Call<'_>, exact: bool) -> Result<Value, Trap> {
    let object = object(call)?;
    let ((len, least), room) = (length(&object), room(&object));
    let wanted = len.saturating_add(call.usize(1));
    if wanted > room {
        note(&object, if exact { wanted } else { wanted.max(room * 2).max(least) });
    }
    Ok(Value::Unit)
}

fn shrink(call: &mut Call<'_>) -> Result<Value, Trap> {
    let object = object(call)?;
    let (len, _) = length(&object);
    note(&object, len);
    Ok(Value::Unit)
}
