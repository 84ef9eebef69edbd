//! `[]`.

use super::access::{last_place, stripped};
use super::trail::Trail;
use super::{Machine, Trap};
use crate::code::TypeArgs;
use crate::source::Span;
use crate::tree::FnId;
use crate::value::{Head, Obj, SliceRef, Value};
use std::rc::Rc;

impl Machine {
    /// The place behind `[]`.
    pub(super) fn index(
        self: &Rc<Self>,
        container: &Value,
        index: Value,
        mutable: bool,
        (trail, told): (&Trail, Option<&Rc<TypeArgs>>),
        span: Span,
    ) -> Result<Indexed, Trap> {
        let target = self.indexed(container, mutable, trail)?;
        match (&target, &index) {
            (_, Value::Int(_, index)) if self.has_elements(&target) => {
                let (object, start, len) = self.elements(&target, span)?;
                if (*index as u64) < u64::from(len) {
                    return Ok(Indexed::Place(Value::Ref(start + *index as u32, object)));
                }
                let message =
                    format!("index out of bounds: the len is {len} but the index is {}", *index as u64);
                Err(Trap::panic(span, message))
            }
            (_, _) if self.has_elements(&target) && self.is_range(&index) => {
                let (object, start, len) = self.elements(&target, span)?;
                let (from, to) = self.bounds(&index, len as usize, span)?;
                let slice = SliceRef { object, start: start + from as u32, len: (to - from) as u32 };
                Ok(Indexed::Place(Value::Slice(Rc::new(slice))))
            }
            _ => {
                let (of, name) = if mutable { ("IndexMut", "index_mut") } else { ("Index", "index") };
                let find = |of, name| self.indexing(of, name, (&target, &index), told);
                let function = find(of, name).or_else(|| find("Index", "index"));
                match function {
                    Some(function) => Ok(Indexed::Call(function, [place_of(&target, container), index])),
                    None => {
                        let ty = self.type_name(&target);
                        Err(Trap::unsupported(span, format!("cannot index into a value of type `{ty}`")))
                    }
                }
            }
        }
    }

    fn indexing(
        &self,
        of: &'static str,
        name: &'static str,
        (target, index): (&Value, &Value),
        told: Option<&Rc<TypeArgs>>,
    ) -> Option<FnId> {
        let program = self.program();
        let meant = program.lang.traits.get(of).copied().zip(program.names.find(name));
        let args = [Value::Ref(0, Obj::cell(target.clone())), index.clone()];
        let told = meant.and_then(|it| self.told_function(it, told, &args));
        told.or_else(|| self.implementation_for(target, of, name, Some(index)))
    }

    /// What is indexed: behind references, and behind pointers to what has elements.
    fn indexed(self: &Rc<Self>, container: &Value, mutable: bool, trail: &Trail) -> Result<Value, Trap> {
        let mut value = stripped(container);
        loop {
            if self.has_elements(&value) || self.implementation(&value, "Index", "index").is_some() {
                return Ok(value);
            }
            match self.pointee_along(trail, &value, mutable)? {
                Some(place) => value = stripped(&place),
                None => return Ok(value),
            }
        }
    }

    fn has_elements(&self, value: &Value) -> bool {
        match value {
            Value::Slice(_) => true,
            Value::Obj(object) => object.head == Head::Array || object.head == Head::Adt(self.known.vec),
            _ => false,
        }
    }

    fn is_range(&self, value: &Value) -> bool {
        let Some((adt, _)) = value.variant() else { return false };
        let program = self.program();
        RANGES.iter().any(|it| program.lang.is(adt, it))
    }

    /// The bounds of a range within a length.
    pub(crate) fn bounds(&self, range: &Value, len: usize, span: Span) -> Result<(usize, usize), Trap> {
        let program = self.program();
        let is = |name: &str| match range {
            Value::Unitary(adt, _) => program.lang.is(*adt, name),
            Value::Obj(object) => program.lang.adts.get(name).is_some_and(|it| object.head == Head::Adt(*it)),
            _ => false,
        };
        let part = |slot: u32| match range {
            Value::Obj(object) => object.get(slot).as_host_usize(),
            _ => 0,
        };
        let (from, to) = match () {
            () if is("RangeFull") => (0, len),
            () if is("RangeFrom") => (part(0), len),
            () if is("RangeTo") => (0, part(0)),
            () if is("RangeToInclusive") => (0, part(0) + 1),
            () if is("RangeInclusive") => (part(0), part(1) + 1),
            () => (part(0), part(1)),
        };
        if from > to {
            return Err(Trap::panic(span, format!("slice index starts at {from} but ends at {to}")));
        }
        if to > len {
            let message = format!("range end index {to} out of range for slice of length {len}");
            return Err(Trap::panic(span, message));
        }
        Ok((from, to))
    }
}

/// What `[]` leads to.
pub(super) enum Indexed {
    /// A place.
    Place(Value),
    /// What this function leads to.
    Call(FnId, [Value; 2]),
}

/// The place of what is indexed, which may be behind pointers of the container.
fn place_of(target: &Value, container: &Value) -> Value {
    let place = last_place(container);
    match (target, stripped(&place)) {
        (Value::Obj(target), Value::Obj(there)) if !Rc::ptr_eq(target, &there) => {
            Value::Ref(0, Obj::cell(Value::Obj(target.clone())))
        }
        _ => place,
    }
}

const RANGES: [&str; 6] =
    ["Range", "RangeFrom", "RangeFull", "RangeInclusive", "RangeTo", "RangeToInclusive"];
