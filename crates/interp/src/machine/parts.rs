//! What a closure takes of a variable, where it is not the whole.

use super::Machine;
use crate::code::{FieldPath, FieldSite};
use crate::names::Symbol;
use crate::source::Span;
use crate::value::{Head, Obj, Slots, Value};
use std::cell::Cell;
use std::rc::Rc;

impl Machine {
    /// Takes some parts of the variable in a register: they are in an object like the variable's own, so that the same
    /// fields lead to them.
    pub(super) fn parts_taken(&self, register: &mut Value, parts: &[FieldPath]) -> Value {
        let whole = match &*register {
            Value::Obj(cell) if cell.head == Head::Cell => cell.get(0),
            other => other.clone(),
        };
        let paths: Vec<&[Symbol]> = parts.iter().map(|it| &**it).collect();
        match (&whole, register) {
            (Value::Obj(object), _) if self.has_slots(object) && self.may_be_cut(object, &paths) => {
                self.skeleton(object, &paths)
            }
            (_, Value::Obj(cell)) if cell.head == Head::Cell => self.load(&Value::Ref(0, cell.clone())),
            (_, register) => self.use_value(register),
        }
    }

    fn has_slots(&self, object: &Obj) -> bool {
        matches!(object.head, Head::Adt(_) | Head::Parts(_) | Head::Tuple) && object.slots().is_some()
    }

    /// An object with what these paths lead to, and nothing else.
    fn skeleton(&self, whole: &Rc<Obj>, paths: &[&[Symbol]]) -> Value {
        let mut slots: Slots = (0..whole.len()).map(|_| Value::Moved).collect();
        for (slot, place) in slots.iter_mut().enumerate() {
            let below: Vec<&[Symbol]> =
                paths.iter().filter(|it| self.leads_to(whole, it, slot)).map(|it| &it[1..]).collect();
            if below.is_empty() {
                continue;
            }
            *place = match whole.get(slot as u32) {
                Value::Obj(inner)
                    if below.iter().all(|it| !it.is_empty())
                        && self.has_slots(&inner)
                        && self.may_be_cut(&inner, &below) =>
                {
                    self.skeleton(&inner, &below)
                }
                _ => self.load(&Value::Ref(slot as u32, whole.clone())),
            };
        }
        let head = match whole.head {
            Head::Adt(adt) => Head::Parts(adt),
            head => head,
        };
        Value::Obj(Obj::new(head, whole.variant, slots))
    }

    fn leads_to(&self, object: &Obj, path: &[Symbol], slot: usize) -> bool {
        let Some(&name) = path.first() else { return false };
        self.slot_of(object, &FieldSite { name, from: None, last: Cell::new(None) }, Span::NONE)
            == Some(slot as u32)
    }

    /// Nothing is moved out of what has a destructor; what is copied may be taken alone.
    fn may_be_cut(&self, object: &Rc<Obj>, paths: &[&[Symbol]]) -> bool {
        let Head::Adt(adt) = object.head else { return true };
        self.tables.drop_of(adt).is_none() || paths.iter().all(|it| self.is_copied(object, it))
    }

    /// Whether a part is copied when it is taken.
    fn is_copied(&self, object: &Rc<Obj>, path: &[Symbol]) -> bool {
        let mut value = Value::Obj(object.clone());
        for &name in path {
            let Value::Obj(object) = &value else { return true };
            let Some(slot) =
                self.slot_of(object, &FieldSite { name, from: None, last: Cell::new(None) }, Span::NONE)
            else {
                return false;
            };
            let next = object.get(slot);
            value = next;
        }
        self.is_copy(&value)
    }
}
