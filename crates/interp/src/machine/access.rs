//! Places and what is in them.

use super::trail::Trail;
use super::{Machine, Trap};
use crate::code::FieldSite;
use crate::source::Span;
use crate::tree::{AdtId, Derive, Field};
use crate::value::{Head, Obj, SliceRef, Slots, Value};
use std::rc::Rc;

/// Stands for "a tuple" where a field was last found.
const TUPLE: AdtId = AdtId(u32::MAX);

/// What is at a place: what a reference leads to, a step.
pub(crate) fn behind(place: &Value) -> Option<Value> {
    match place {
        Value::Ref(slot, object) => Some(object.get(*slot)),
        Value::Share(_, object) => Some(object.get(0)),
        _ => None,
    }
}

/// What is behind all references.
pub(crate) fn stripped(value: &Value) -> Value {
    let mut value = value.clone();
    while let Value::Ref(slot, object) = &value {
        value = object.get(*slot);
    }
    value
}

/// The last place behind all references; a value that is no reference is its own.
pub(crate) fn last_place(value: &Value) -> Value {
    let mut place = value.clone();
    while let Value::Ref(slot, object) = &place {
        match object.get(*slot) {
            next @ (Value::Ref(..) | Value::Slice(_) | Value::Str(_)) => place = next,
            _ => break,
        }
    }
    place
}

/// By what the fields of an object are found.
#[inline]
pub(super) fn headed(head: Head) -> Option<AdtId> {
    match head {
        Head::Adt(adt) | Head::Parts(adt) => Some(adt),
        Head::Tuple => Some(TUPLE),
        _ => None,
    }
}

impl Machine {
    /// Whether a use of the value copies it.
    pub fn is_copy(&self, value: &Value) -> bool {
        match value {
            Value::Obj(object) => match object.head {
                Head::Tuple | Head::Array => self.all_copy(object),
                Head::Adt(adt) => self.adt_is_copy(adt) && self.all_copy(object),
                Head::Closure(_) => self.all_copy(object),
                Head::Parts(_) => self.parts_copy(object),
                Head::Cell | Head::Coroutine(_) => false,
            },
            Value::Share(..) | Value::Moved => false,
            _ => true,
        }
    }

    /// Whether what a closure has taken of a variable is copied when it is.
    fn parts_copy(&self, object: &Obj) -> bool {
        let Some(slots) = object.slots() else { return false };
        slots.borrow().iter().all(|it| matches!(it, Value::Moved) || self.is_copy(it))
    }

    fn all_copy(&self, object: &Obj) -> bool {
        let Some(slots) = object.slots() else { return false };
        slots.borrow().iter().all(|it| match it {
            Value::Obj(cell) if cell.head == Head::Cell => self.is_copy(&cell.get(0)),
            other => self.is_copy(other),
        })
    }

    fn adt_is_copy(&self, adt: AdtId) -> bool {
        let program = self.program.borrow();
        program.adt(adt).derives.contains(&Derive::Copy) || self.tables.implements_copy(adt)
    }

    /// A copy of what is `Copy`.
    pub(crate) fn copied(&self, value: &Value) -> Value {
        match value {
            Value::Obj(object) if object.slots().is_some() => {
                let slots = object.slots().map(|it| it.borrow().clone()).unwrap_or_default();
                let slots: Slots = slots.iter().map(|it| self.copied(it)).collect();
                Value::Obj(Obj::new(object.head, object.variant, slots))
            }
            other => other.clone(),
        }
    }

    /// Uses what is in a register: copies it, or takes it.
    pub(super) fn use_value(&self, register: &mut Value) -> Value {
        if self.is_copy(register) { self.copied(register) } else { register.take() }
    }

    /// Uses what is at a place.
    pub(crate) fn load(&self, place: &Value) -> Value {
        match place {
            Value::Ref(slot, object) => {
                let value = object.get(*slot);
                if self.is_copy(&value) { self.copied(&value) } else { object.put(*slot, Value::Moved) }
            }
            other => other.clone(),
        }
    }

    /// The place of a field, through references and pointers.
    pub(super) fn field(
        self: &Rc<Self>,
        base: &Value,
        (site, mutable): (&FieldSite, bool),
        trail: &Trail,
        span: Span,
    ) -> Result<Value, Trap> {
        let mut value = base.clone();
        loop {
            let object = match &value {
                Value::Ref(slot, object) => {
                    value = object.get(*slot);
                    continue;
                }
                Value::Share(_, object) => {
                    value = object.get(0);
                    continue;
                }
                Value::Obj(object) => object.clone(),
                _ => return Err(self.no_field(site, span)),
            };
            if let Some(slot) = self.slot_of(&object, site, span) {
                return Ok(Value::Ref(slot, object));
            }
            let target = self.pointee_along(trail, &value, mutable)?;
            value = target.ok_or_else(|| self.no_field(site, span))?;
        }
    }

    fn no_field(&self, site: &FieldSite, span: Span) -> Trap {
        Trap::unsupported(span, format!("no field `{}` on this value", self.text(site.name)))
    }

    pub(super) fn slot_of(&self, object: &Obj, site: &FieldSite, span: Span) -> Option<u32> {
        let adt = headed(object.head)?;
        if let Some((last, variant, slot)) = site.last.get()
            && (last, variant) == (adt, object.variant)
        {
            return Some(slot);
        }
        let slot = if adt == TUPLE {
            self.text(site.name).parse().ok()?
        } else {
            let program = self.program.borrow();
            let item = program.adt(adt);
            let fields = &item.variants.get(object.variant as usize)?.fields;
            let reaches = |it: &Field| site.from.is_none_or(|from| program.reaches(from, item, it));
            let meant = |it: &Field| it.name == site.name && item.shows(it, span.file) && reaches(it);
            fields.iter().position(meant)? as u32
        };
        site.last.set(Some((adt, object.variant, slot)));
        Some(slot)
    }

    /// Where a pointer leads: a `Box`, an `Rc`, a `Pin`, a guard, whatever implements `Deref`; `None` of anything else.
    pub(crate) fn pointee(self: &Rc<Self>, value: &Value, mutable: bool) -> Result<Option<Value>, Trap> {
        self.pointee_along(&Trail::of_host(), value, mutable)
    }

    /// As [`pointee`](Machine::pointee), on the way that an instruction goes.
    pub(super) fn pointee_along(
        self: &Rc<Self>,
        trail: &Trail,
        value: &Value,
        mutable: bool,
    ) -> Result<Option<Value>, Trap> {
        let Value::Obj(object) = value else { return Ok(behind_pointer(value)) };
        let Head::Adt(adt) = object.head else { return Ok(None) };
        if adt == self.known.boxed {
            return Ok(Some(Value::Ref(0, object.clone())));
        }
        if adt == self.known.pin {
            let inner = object.get(0);
            return match &inner {
                Value::Ref(..) => Ok(Some(inner)),
                other => self.pointee_along(trail, other, mutable),
            };
        }
        match self.tables.deref(adt, mutable) {
            Some(function) => {
                let place = Value::Ref(0, Obj::cell(value.clone()));
                self.along(trail, function, place).map(Some)
            }
            None => Ok(None),
        }
    }

    /// The place behind `*`.
    pub(super) fn deref(
        self: &Rc<Self>,
        base: &Value,
        (is_place, mutable): (bool, bool),
        trail: &Trail,
        span: Span,
    ) -> Result<Value, Trap> {
        let pointer = if is_place { behind(base).unwrap_or_else(|| base.clone()) } else { base.clone() };
        match &pointer {
            Value::Ref(..) | Value::Slice(_) | Value::Str(_) => Ok(pointer),
            Value::Share(_, object) => Ok(Value::Ref(0, object.clone())),
            // `*string` and `*vec` are seen through what they are in.
            Value::Obj(object) if self.is_sequence(object) => Ok(match is_place {
                true => base.clone(),
                false => Value::Ref(0, Obj::cell(pointer.clone())),
            }),
            other => {
                let found = self.pointee_along(trail, other, mutable)?;
                found.ok_or_else(|| Trap::unsupported(span, "this value cannot be dereferenced"))
            }
        }
    }

    fn is_sequence(&self, object: &Obj) -> bool {
        object.head == Head::Adt(self.known.vec) || object.head == Head::Adt(self.known.string)
    }

    /// The elements behind a place: the object that has them, the first, how many.
    pub(crate) fn elements(self: &Rc<Self>, base: &Value, span: Span) -> Result<(Rc<Obj>, u32, u32), Trap> {
        let mut value = base.clone();
        loop {
            match &value {
                Value::Slice(slice) => return Ok((slice.object.clone(), slice.start, slice.len)),
                Value::Obj(object)
                    if matches!(object.head, Head::Array | Head::Tuple)
                        || object.head == Head::Adt(self.known.vec) =>
                {
                    return Ok((object.clone(), 0, object.len() as u32));
                }
                Value::Ref(slot, object) => value = object.get(*slot),
                other => match self.pointee(other, false)? {
                    Some(place) => value = place,
                    None => return Err(Trap::unsupported(span, "this value has no elements")),
                },
            }
        }
    }

    /// The place of an element.
    pub(super) fn element(
        self: &Rc<Self>,
        base: &Value,
        index: u32,
        from_end: bool,
        span: Span,
    ) -> Result<Value, Trap> {
        let (object, start, len) = self.elements(base, span)?;
        let index = if from_end { len.wrapping_sub(index) } else { index };
        if index >= len {
            return Err(Trap::panic(
                span,
                format!("index out of bounds: the len is {len} but the index is {index}"),
            ));
        }
        Ok(Value::Ref(start + index, object))
    }

    /// A slice of what a place has, from an element to one counted from the end.
    pub(super) fn rest(
        self: &Rc<Self>,
        base: &Value,
        from: u32,
        back: u32,
        span: Span,
    ) -> Result<Value, Trap> {
        let (object, start, len) = self.elements(base, span)?;
        let len = len.saturating_sub(from + back);
        Ok(Value::Slice(Rc::new(SliceRef { object, start: start + from, len })))
    }
}

fn behind_pointer(value: &Value) -> Option<Value> {
    match value {
        Value::Ref(..) | Value::Slice(_) | Value::Str(_) => None,
        Value::Share(_, object) => Some(Value::Ref(0, object.clone())),
        _ => None,
    }
}
