//! Short ways to fields and elements: they look through references without taking handles on the objects between. Where
//! one answers `None`, the long way knows more.

use super::access::headed;
use super::{Machine, Trap, arith};
use crate::code::FieldSite;
use crate::source::Span;
use crate::tree::{AdtId, BinaryOp};
use crate::value::{Head, Obj, Value};
use std::rc::Rc;

/// The object behind references that something is in, and what is made of it.
#[inline(always)]
fn object<R>(value: &Value, found: impl FnOnce(&Rc<Obj>) -> Option<R>) -> Option<R> {
    match value {
        Value::Obj(object) => found(object),
        Value::Ref(slot, object) => behind(object, *slot, found),
        Value::Share(_, object) => behind(object, 0, found),
        _ => None,
    }
}

fn behind<R>(around: &Obj, slot: u32, found: impl FnOnce(&Rc<Obj>) -> Option<R>) -> Option<R> {
    let slots = around.slots()?.borrow();
    match slots.get(slot as usize)? {
        Value::Obj(object) => found(object),
        Value::Ref(slot, object) => {
            let slots = object.slots()?.borrow();
            match slots.get(*slot as usize)? {
                Value::Obj(object) => found(object),
                _ => None,
            }
        }
        _ => None,
    }
}

/// The slot of a field that was found in an object of the same kind before.
#[inline(always)]
fn slot_of(object: &Obj, site: &FieldSite) -> Option<u32> {
    let (adt, variant, slot) = site.last.get()?;
    (headed(object.head) == Some(adt) && object.variant == variant).then_some(slot)
}

/// A scalar in a slot.
#[inline(always)]
fn scalar(object: &Obj, slot: u32) -> Option<Value> {
    let slots = object.slots()?.borrow();
    let value = slots.get(slot as usize)?;
    (value.is_scalar() && !matches!(value, Value::Moved)).then(|| value.handle())
}

/// The value of a field, if it is a scalar.
pub(super) fn field_value(base: &Value, site: &FieldSite) -> Option<Value> {
    object(base, |it| scalar(it, slot_of(it, site)?))
}

/// The place of a field.
pub(super) fn field(base: &Value, site: &FieldSite) -> Option<Value> {
    object(base, |it| Some(Value::Ref(slot_of(it, site)?, it.clone())))
}

/// The place of a slot.
pub(super) fn slot(base: &Value, slot: u16) -> Option<Value> {
    match base {
        Value::Obj(_) | Value::Ref(..) => object(base, |it| Some(Value::Ref(u32::from(slot), it.clone()))),
        _ => None,
    }
}

/// What is at a place, if it is a scalar.
#[inline(always)]
pub(super) fn load(place: &Value) -> Option<Value> {
    match place {
        Value::Ref(slot, object) => scalar(object, *slot),
        _ => None,
    }
}

/// What is in a variable's cell, if it is a scalar.
#[inline(always)]
pub(super) fn in_cell(cell: &Value) -> Option<Value> {
    match cell {
        Value::Obj(object) => scalar(object, 0),
        _ => load(cell),
    }
}

/// Puts a scalar in the place of another.
pub(super) fn store(place: &Value, new: &Value) -> Option<()> {
    match place {
        Value::Ref(slot, object) => put(object, *slot, new),
        _ => None,
    }
}

/// As `store`, in a variable's cell.
pub(super) fn store_cell(cell: &Value, new: &Value) -> Option<()> {
    match cell {
        Value::Obj(object) => put(object, 0, new),
        _ => store(cell, new),
    }
}

#[inline(always)]
fn put(object: &Obj, slot: u32, new: &Value) -> Option<()> {
    let mut slots = object.slots()?.borrow_mut();
    let old = slots.get_mut(slot as usize)?;
    (new.is_scalar() && old.is_scalar()).then(|| old.set(new.handle()))
}

/// `place op= value`, of integers.
pub(super) fn assign(op: BinaryOp, place: &Value, with: &Value) -> Option<()> {
    match place {
        Value::Ref(slot, object) => change(op, object, *slot, with),
        _ => None,
    }
}

/// As `assign`, of what is in a variable's cell.
pub(super) fn assign_cell(op: BinaryOp, cell: &Value, with: &Value) -> Option<()> {
    match cell {
        Value::Obj(object) => change(op, object, 0, with),
        _ => assign(op, cell, with),
    }
}

fn change(op: BinaryOp, object: &Obj, slot: u32, with: &Value) -> Option<()> {
    let Value::Int(_, y) = *with else { return None };
    let mut slots = object.slots()?.borrow_mut();
    let old = slots.get_mut(slot as usize)?;
    let Value::Int(ty, x) = *old else { return None };
    old.set(arith::quick(op, ty, x, y)?);
    Some(())
}

/// The place of an element of an array, a vector or a slice.
pub(super) fn element(container: &Value, index: &Value, vec: AdtId) -> Option<Value> {
    let Value::Int(_, index) = *index else { return None };
    let index = u32::try_from(index as u64).ok()?;
    let slice = |value: &Value| match value {
        Value::Slice(it) if index < it.len => Some(Value::Ref(it.start + index, it.object.clone())),
        _ => None,
    };
    match container {
        Value::Slice(_) => return slice(container),
        Value::Ref(slot, object) => {
            if let Some(place) = object.slots().and_then(|it| slice(it.borrow().get(*slot as usize)?)) {
                return Some(place);
            }
        }
        _ => {}
    }
    object(container, |it| {
        let elements = it.head == Head::Array || it.head == Head::Adt(vec);
        (elements && (index as usize) < it.len()).then(|| Value::Ref(index, it.clone()))
    })
}

/// The variant of what is at a place.
pub(super) fn variant(place: &Value) -> Option<u32> {
    match place {
        Value::Ref(slot, object) => match object.slots()?.borrow().get(*slot as usize)? {
            Value::Unitary(_, variant) => Some(*variant),
            Value::Obj(object) => Some(object.variant),
            _ => None,
        },
        _ => None,
    }
}

/// Whether a place leads to no further one, so that a pattern looks into what is there.
pub(super) fn is_last(place: &Value) -> bool {
    let Value::Ref(slot, object) = place else { return false };
    let Some(slots) = object.slots() else { return false };
    match slots.borrow().get(*slot as usize) {
        Some(value) => !matches!(value, Value::Ref(..) | Value::Slice(_) | Value::Str(_)),
        None => false,
    }
}

impl Machine {
    /// An operator of something and a constant.
    #[inline(never)]
    pub(super) fn with_constant(
        self: &Rc<Self>,
        op: BinaryOp,
        left: &Value,
        right: i32,
        span: Span,
    ) -> Result<Value, Trap> {
        let right = match left {
            Value::Int(ty, _) => Value::Int(*ty, i64::from(right)),
            Value::Wide(ty, _) => Value::int(*ty, i128::from(right)),
            _ => Value::i32(right),
        };
        match arith::binary(op, left, &right, span) {
            Some(value) => value,
            None => self.operation(op, &left.clone(), &right, span),
        }
    }

    /// Whether a comparison of anything holds.
    #[inline(never)]
    pub(super) fn compares(
        self: &Rc<Self>,
        op: BinaryOp,
        left: &Value,
        right: &Value,
        span: Span,
    ) -> Result<bool, Trap> {
        let answer = match arith::binary(op, left, right, span) {
            Some(answer) => answer?,
            None => self.operation(op, &left.clone(), &right.clone(), span)?,
        };
        Ok(matches!(answer, Value::Bool(true)))
    }
}
