//! Vectors, slices, arrays.

use super::{Call, Table};
use crate::machine::{Trap, stripped};
use crate::tree::IntTy;
use crate::value::{Head, Obj, SliceRef, Slots, Value};
use std::cmp::Ordering;
use std::rc::Rc;

pub(super) const TABLE: Table = &[
    ("vec::fill_plain", fill_plain),
    ("Vec::into_boxed_slice", into_boxed_slice),
    ("Vec::as_slice", whole),
    ("Vec::as_mut_slice", whole),
    ("Vec::set_len", set_len),
    ("Vec::insert", insert),
    ("Vec::remove", remove),
    ("Vec::push", push),
    ("Range::next", next),
    ("Iter::next", next),
    ("IterMut::next", next),
    ("IntoIter::next", next),
    ("Vec::pop", pop),
    ("Vec::append", append),
    ("Vec::cut", cut),
    ("Vec::len", len),
    ("slice::from_ref", one),
    ("slice::from_mut", one),
    ("slice::from_raw_parts", from_raw_parts),
    ("slice::from_raw_parts_mut", from_raw_parts),
    ("slice::is_ascii", is_ascii),
    ("index::element", element),
    ("index::part", part),
    ("index::part_mut", part),
    ("methods::copy_plain", copy_plain),
    ("slice::len", len),
    ("slice::get", get),
    ("slice::get_mut", get),
    ("slice::as_ptr", first),
    ("slice::as_mut_ptr", first),
    ("slice::swap", swap),
    ("slice::reverse", reverse),
    ("slice::into_vec", into_vec),
    ("sort::sort_plain", sort_plain),
    ("sort::permute", permute),
    ("vec_deque::make_room", make_room),
    ("vec_deque::close_room", close_room),
    ("array::into_vec", into_vec),
    ("array::from_vec", array_from_vec),
    ("array::as_array", whole),
    ("array::as_arrays", as_arrays),
    ("array::as_slice", whole),
    ("array::as_mut_slice", whole),
];

/// What has elements: the object, the first, how many.
type Elements = (Rc<Obj>, usize, usize);

impl Call<'_> {
    /// The elements of an argument.
    pub(super) fn elements(&self, index: usize) -> Result<Elements, Trap> {
        let value = self.args.get(index).cloned().unwrap_or_default();
        let (object, start, len) = self.machine.elements(&value, self.span)?;
        Ok((object, start as usize, len as usize))
    }

    /// An argument that is a `usize`.
    pub(super) fn usize(&self, index: usize) -> usize {
        self.args.get(index).map_or(0, Value::as_host_usize)
    }

    /// A new vector.
    pub(super) fn vec(&self, elements: impl IntoIterator<Item = Value>) -> Value {
        let head = Head::Adt(self.machine.known().vec);
        Value::Obj(Obj::new(head, 0, elements.into_iter().collect()))
    }
}

fn with_slots<R>((object, start, len): &Elements, work: impl FnOnce(&mut [Value]) -> R) -> Option<R> {
    let slots = object.slots()?;
    let mut slots = slots.borrow_mut();
    slots.get_mut(*start..start + len).map(work)
}

fn slice(object: Rc<Obj>, start: usize, len: usize) -> Value {
    Value::Slice(Rc::new(SliceRef { object, start: start as u32, len: len as u32 }))
}

/// The growing storage of the vector that is the first argument.
fn storage(call: &Call<'_>) -> Result<Rc<Obj>, Trap> {
    Ok(call.elements(0)?.0)
}

fn with_storage<R>(call: &Call<'_>, work: impl FnOnce(&mut Slots) -> R) -> Result<R, Trap> {
    let object = storage(call)?;
    match object.slots() {
        Some(slots) => {
            let done = work(&mut slots.borrow_mut());
            object.recount();
            Ok(done)
        }
        None => Err(Trap::fault(call.span, "a vector without slots")),
    }
}

fn len(call: &mut Call<'_>) -> Result<Value, Trap> {
    Ok(Value::usize(call.elements(0)?.2))
}

fn whole(call: &mut Call<'_>) -> Result<Value, Trap> {
    let (object, start, len) = call.elements(0)?;
    Ok(slice(object, start, len))
}

/// Arrays of the elements, so many each: to be looked at only, since they have places of their own.
fn as_arrays(call: &mut Call<'_>) -> Result<Value, Trap> {
    let (object, start, len) = call.elements(0)?;
    let each = call.usize(1).max(1);
    let array = |from: usize| {
        let elements = (from..from + each).map(|it| object.get(it as u32)).collect();
        Value::Obj(Obj::new(Head::Array, 0, elements))
    };
    let all: Slots = (start..start + len).step_by(each).map(array).collect();
    let count = all.len();
    Ok(slice(Obj::new(Head::Array, 0, all), 0, count))
}

fn fill_plain(call: &mut Call<'_>) -> Result<Value, Trap> {
    let value = crate::machine::stripped(&call.args[1]);
    let plain = value.is_plain() && !matches!(value, Value::Moved);
    if plain {
        let count = call.usize(2);
        call.machine.reserve(count.saturating_mul(size_of::<Value>()), call.span)?;
        with_storage(call, |slots| slots.extend(std::iter::repeat_n(value, count)))?;
    }
    Ok(Value::Bool(plain))
}

fn into_boxed_slice(call: &mut Call<'_>) -> Result<Value, Trap> {
    let array = {
        let (object, start, len) = call.elements(0)?;
        with_slots(&(object, start, len), |slots| slots.iter_mut().map(Value::take).collect::<Slots>())
    };
    let array = Value::Obj(Obj::new(Head::Array, 0, array.unwrap_or_default()));
    Ok(Value::adt(call.machine.known().boxed, 0, [array]))
}

fn set_len(call: &mut Call<'_>) -> Result<Value, Trap> {
    let len = call.usize(1);
    with_storage(call, |slots| slots.resize(len, Value::Moved))?;
    Ok(Value::Unit)
}

fn insert(call: &mut Call<'_>) -> Result<Value, Trap> {
    let (index, value) = (call.usize(1), call.take(2));
    let len = call.elements(0)?.2;
    if index > len {
        let message = format!("insertion index (is {index}) should be <= len (is {len})");
        return Err(Trap::panic(call.span, message));
    }
    with_storage(call, |slots| slots.insert(index, value))?;
    Ok(Value::Unit)
}

fn remove(call: &mut Call<'_>) -> Result<Value, Trap> {
    let index = call.usize(1);
    let len = call.elements(0)?.2;
    if index >= len {
        let message = format!("removal index (is {index}) should be < len (is {len})");
        return Err(Trap::panic(call.span, message));
    }
    with_storage(call, |slots| slots.remove(index))
}

/// `next` of a range, or of the elements of a row.
fn next(call: &mut Call<'_>) -> Result<Value, Trap> {
    let next = match stripped(&call.args[0]) {
        Value::Obj(iterator) => call.machine.quick_next(&iterator),
        _ => None,
    };
    let next = next.ok_or_else(|| Trap::fault(call.span, "an iterator that is none"))?;
    Ok(call.machine.option(next))
}

fn push(call: &mut Call<'_>) -> Result<Value, Trap> {
    let value = call.take(1);
    with_storage(call, |slots| slots.push(value))?;
    Ok(Value::Unit)
}

fn pop(call: &mut Call<'_>) -> Result<Value, Trap> {
    let last = with_storage(call, SmallPop::pop_last)?;
    Ok(call.machine.option(last))
}

/// `pop` by a name that a path can have.
trait SmallPop {
    fn pop_last(&mut self) -> Option<Value>;
}

impl SmallPop for Slots {
    fn pop_last(&mut self) -> Option<Value> {
        self.pop()
    }
}

fn append(call: &mut Call<'_>) -> Result<Value, Trap> {
    let other = call.elements(1)?.0;
    let taken = other.slots().map(|it| std::mem::take(&mut *it.borrow_mut())).unwrap_or_default();
    with_storage(call, |slots| slots.extend(taken))?;
    Ok(Value::Unit)
}

fn cut(call: &mut Call<'_>) -> Result<Value, Trap> {
    let at = call.usize(1);
    let rest: Vec<Value> = with_storage(call, |slots| slots.drain(at.min(slots.len())..).collect())?;
    Ok(call.vec(rest))
}

fn one(call: &mut Call<'_>) -> Result<Value, Trap> {
    match call.take(0) {
        Value::Ref(slot, object) => Ok(slice(object, slot as usize, 1)),
        _ => Err(Trap::fault(call.span, "a slice of what is no reference")),
    }
}

fn from_raw_parts(call: &mut Call<'_>) -> Result<Value, Trap> {
    let len = call.usize(1);
    match call.take(0) {
        Value::Ref(slot, object) => Ok(slice(object, slot as usize, len)),
        _ => Err(Trap::unsupported(call.span, "a slice of this pointer is not supported by the playground")),
    }
}

fn is_ascii(call: &mut Call<'_>) -> Result<Value, Trap> {
    let elements = call.elements(0)?;
    let ascii = with_slots(&elements, |slots| slots.iter().all(|it| it.as_int().is_some_and(|it| it < 128)));
    Ok(Value::Bool(ascii.unwrap_or(true)))
}

fn element(call: &mut Call<'_>) -> Result<Value, Trap> {
    let (object, start, _) = call.elements(0)?;
    Ok(Value::Ref((start + call.usize(1)) as u32, object))
}

fn part(call: &mut Call<'_>) -> Result<Value, Trap> {
    let (object, start, _) = call.elements(0)?;
    let (from, to) = (call.usize(1), call.usize(2));
    Ok(slice(object, start + from, to - from))
}

fn copy_plain(call: &mut Call<'_>) -> Result<Value, Trap> {
    let elements = call.elements(0)?;
    let copies = with_slots(&elements, |slots| {
        let plain = slots.iter().all(|it| it.is_plain() && !matches!(it, Value::Moved));
        plain.then(|| slots.to_vec())
    });
    let copies = copies.flatten().map(|it| call.vec(it));
    Ok(call.machine.option(copies))
}

fn get(call: &mut Call<'_>) -> Result<Value, Trap> {
    let (object, start, len) = call.elements(0)?;
    let found = match &call.args[1] {
        Value::Int(_, index) => {
            let index = *index as u64;
            (index < len as u64).then(|| Value::Ref((start as u64 + index) as u32, object))
        }
        range => match call.machine.bounds(range, len, call.span) {
            Ok((from, to)) => Some(slice(object, start + from, to - from)),
            Err(_) => None,
        },
    };
    Ok(call.machine.option(found))
}

fn first(call: &mut Call<'_>) -> Result<Value, Trap> {
    let (object, start, _) = call.elements(0)?;
    Ok(Value::Ref(start as u32, object))
}

fn swap(call: &mut Call<'_>) -> Result<Value, Trap> {
    let elements = call.elements(0)?;
    let (a, b) = (call.usize(1), call.usize(2));
    for index in [a, b] {
        if index >= elements.2 {
            let message = format!("index out of bounds: the len is {} but the index is {index}", elements.2);
            return Err(Trap::panic(call.span, message));
        }
    }
    with_slots(&elements, |slots| slots.swap(a, b));
    Ok(Value::Unit)
}

fn reverse(call: &mut Call<'_>) -> Result<Value, Trap> {
    let elements = call.elements(0)?;
    with_slots(&elements, <[Value]>::reverse);
    Ok(Value::Unit)
}

fn into_vec(call: &mut Call<'_>) -> Result<Value, Trap> {
    let elements = call.elements(0)?;
    let taken = with_slots(&elements, |slots| slots.iter_mut().map(Value::take).collect::<Vec<_>>());
    Ok(call.vec(taken.unwrap_or_default()))
}

fn array_from_vec(call: &mut Call<'_>) -> Result<Value, Trap> {
    let elements = call.elements(0)?;
    let taken = with_slots(&elements, |slots| slots.iter_mut().map(Value::take).collect::<Slots>());
    Ok(Value::Obj(Obj::new(Head::Array, 0, taken.unwrap_or_default())))
}

/// Scalars and texts; floats have no total order.
fn order(a: &Value, b: &Value) -> Option<Ordering> {
    match (a, b) {
        (Value::Int(x, _), Value::Int(y, _)) if x == y => Some(a.as_int()?.cmp(&b.as_int()?)),
        (Value::Wide(IntTy::I128, _), Value::Wide(IntTy::I128, _)) => Some(a.as_int()?.cmp(&b.as_int()?)),
        (Value::Char(x), Value::Char(y)) => Some(x.cmp(y)),
        (Value::Bool(x), Value::Bool(y)) => Some(x.cmp(y)),
        _ => Some(crate::machine::text_of(a)?.cmp(&crate::machine::text_of(b)?)),
    }
}

fn sort_plain(call: &mut Call<'_>) -> Result<Value, Trap> {
    let elements = call.elements(0)?;
    let sorted = with_slots(&elements, |slots| {
        let ordered = slots.first().is_none_or(|first| slots.iter().all(|it| order(first, it).is_some()));
        if ordered {
            slots.sort_by(|a, b| order(a, b).unwrap_or(Ordering::Equal));
        }
        ordered
    });
    Ok(Value::Bool(sorted.unwrap_or(true)))
}

fn permute(call: &mut Call<'_>) -> Result<Value, Trap> {
    let (elements, places) = (call.elements(0)?, call.elements(1)?);
    let places = with_slots(&places, |slots| {
        slots.iter().filter_map(Value::as_int).map(|it| it as usize).collect::<Vec<_>>()
    });
    with_slots(&elements, |slots| {
        let mut old: Vec<Value> = slots.iter_mut().map(Value::take).collect();
        for (slot, place) in slots.iter_mut().zip(places.unwrap_or_default()) {
            *slot = old.get_mut(place).map(Value::take).unwrap_or_default();
        }
    });
    Ok(Value::Unit)
}

fn make_room(call: &mut Call<'_>) -> Result<Value, Trap> {
    let count = call.usize(1);
    with_storage(call, |slots| slots.insert_many(0, std::iter::repeat_n(Value::Moved, count)))?;
    Ok(Value::Unit)
}

fn close_room(call: &mut Call<'_>) -> Result<Value, Trap> {
    let count = call.usize(1);
    with_storage(call, |slots| {
        slots.drain(..count.min(slots.len()));
    })?;
    Ok(Value::Unit)
}
