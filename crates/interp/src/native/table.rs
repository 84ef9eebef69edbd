//! Hashing: the index that maps and sets by hash are made with, and hashes of plain keys.

use super::{Call, Table};
use crate::machine::{Machine, Trap, stripped};
use crate::value::{Body, Head, Native, Obj, Value};
use rustc_hash::FxHashMap;
use smallvec::SmallVec;
use std::any::Any;
use std::hash::Hasher;

pub(super) const TABLE: Table = &[
    ("HashIndex::new", new),
    ("HashIndex::first", first),
    ("HashIndex::after", after),
    ("HashIndex::insert", insert),
    ("HashIndex::remove", remove),
    ("HashIndex::copy", copy),
    ("table::plain_hash", plain_hash),
    ("hash::sip_hash", sip_hash),
];

/// From hashes to the numbers of entries.
#[derive(Clone, Debug, Default)]
struct Index(FxHashMap<u64, SmallVec<[u32; 1]>>);

impl Native for Index {
    fn drop_in(self: Box<Self>, _machine: &Machine) {}

    fn as_any(&mut self) -> &mut dyn Any {
        self
    }
}

fn object(call: &Call<'_>, index: Index) -> Result<Value, Trap> {
    match call.machine.program().lang.adts.get("HashIndex") {
        Some(&adt) => Ok(Value::Obj(Obj::native(adt, index))),
        None => Err(Trap::fault(call.span, "the library has no `HashIndex`")),
    }
}

fn with<R>(call: &Call<'_>, work: impl FnOnce(&mut Index) -> R) -> Result<R, Trap> {
    let fault = || Trap::fault(call.span, "an index that is none");
    let Value::Obj(object) = stripped(&call.args[0]) else { return Err(fault()) };
    let Body::Native(native) = &object.body else { return Err(fault()) };
    let mut native = native.borrow_mut();
    let index = native.as_mut().and_then(|it| it.as_any().downcast_mut::<Index>());
    index.map(work).ok_or_else(fault)
}

fn hash_argument(call: &Call<'_>) -> u64 {
    call.args[1].as_int().unwrap_or_default() as u64
}

fn place(found: Option<u32>) -> Value {
    found.map_or_else(Value::nowhere, |it| Value::usize(it as usize))
}

fn new(call: &mut Call<'_>) -> Result<Value, Trap> {
    object(call, Index::default())
}

fn first(call: &mut Call<'_>) -> Result<Value, Trap> {
    let hash = hash_argument(call);
    with(call, |index| place(index.0.get(&hash).and_then(|it| it.first().copied())))
}

fn after(call: &mut Call<'_>) -> Result<Value, Trap> {
    let (hash, entry) = (hash_argument(call), call.usize(2) as u32);
    with(call, |index| {
        let entries = index.0.get(&hash).map_or(&[][..], |it| it);
        place(entries.iter().skip_while(|it| **it != entry).nth(1).copied())
    })
}

fn insert(call: &mut Call<'_>) -> Result<Value, Trap> {
    let (hash, entry) = (hash_argument(call), call.usize(2) as u32);
    with(call, |index| index.0.entry(hash).or_default().push(entry))?;
    Ok(Value::Unit)
}

fn remove(call: &mut Call<'_>) -> Result<Value, Trap> {
    let (hash, entry) = (hash_argument(call), call.usize(2) as u32);
    with(call, |index| {
        if let Some(entries) = index.0.get_mut(&hash) {
            entries.retain(|it| *it != entry);
            if entries.is_empty() {
                index.0.remove(&hash);
            }
        }
    })?;
    Ok(Value::Unit)
}

fn copy(call: &mut Call<'_>) -> Result<Value, Trap> {
    let index = with(call, |index| index.clone())?;
    object(call, index)
}

/// Feeds a value into a hasher; `false` if it may be hashed or compared in a way of its own.
fn feed(value: &Value, hasher: &mut rustc_hash::FxHasher) -> bool {
    match stripped(value) {
        Value::Unit => hasher.write_u8(1),
        Value::Bool(value) => hasher.write_u8(2 + u8::from(value)),
        Value::Char(value) => hasher.write_u32(value.into()),
        Value::Int(_, value) => hasher.write_i64(value),
        Value::Wide(_, value) => hasher.write_i128(*value),
        Value::Str(text) => hasher.write(text.as_bytes()),
        Value::Obj(object) => match &object.body {
            Body::Text(text) => hasher.write(text.borrow().as_bytes()),
            Body::Slots(slots) if matches!(object.head, Head::Tuple) => {
                return slots.borrow().iter().all(|it| feed(it, hasher));
            }
            _ => return false,
        },
        _ => return false,
    }
    true
}

fn plain_hash(call: &mut Call<'_>) -> Result<Value, Trap> {
    let mut hasher = rustc_hash::FxHasher::default();
    let plain = feed(&call.args[0], &mut hasher);
    Ok(call.machine.option(plain.then(|| Value::u64(hasher.finish()))))
}

fn sip_hash(call: &mut Call<'_>) -> Result<Value, Trap> {
    let bytes = call.bytes(0)?;
    let mut hasher = std::hash::DefaultHasher::new();
    hasher.write(&bytes);
    Ok(Value::u64(hasher.finish()))
}
