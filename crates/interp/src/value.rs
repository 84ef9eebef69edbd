//! Values, and the objects in which the larger ones live.

pub mod heap;
mod object;
mod text;

pub use object::{Body, Head, Native, Obj, Slots};
pub use text::Text;

use crate::machine::Hidden;
use crate::tree::{AdtId, FnId, IntTy};
use std::rc::Rc;

/// A value, in a register or in a slot of an object.
///
/// `Clone` makes a second handle to the same thing; whether that is a copy in Rust's sense is for the machine to know
/// ([`Value::is_copy`](crate::machine::Machine::is_copy)).
#[derive(Clone, Debug, Default)]
pub enum Value {
    /// Nothing: not yet made, or moved away.
    #[default]
    Moved,
    /// `()`.
    Unit,
    /// A `bool`.
    Bool(bool),
    /// A `char`.
    Char(char),
    /// An integer of at most 64 bits; the unsigned ones by their bits.
    Int(IntTy, i64),
    /// An `f64`.
    F64(f64),
    /// An `f32`.
    F32(f32),
    /// A variant without fields, or a struct without.
    Unitary(AdtId, u32),
    /// An `i128` or a `u128`, by its bits.
    Wide(IntTy, Rc<i128>),
    /// A `&str`.
    Str(Rc<Text>),
    /// A function item or a function pointer, with what its type parameters stand for.
    Fn(FnId, Option<Rc<Hidden>>),
    /// An object that this place owns.
    Obj(Rc<Obj>),
    /// An `Rc`, an `Arc` or a `Weak` (the type is named): a share of an object.
    Share(AdtId, Rc<Obj>),
    /// A reference to a slot of an object.
    Ref(u32, Rc<Obj>),
    /// A reference to several slots: a slice.
    Slice(Rc<SliceRef>),
    /// What type parameters stand for: behind the captures of a closure in a generic function.
    Types(Rc<Hidden>),
}

/// The slot of a null pointer, which no object has.
pub const NOWHERE: u32 = u32::MAX;

/// A reference to some of an object's slots that follow one another.
#[derive(Clone, Debug)]
pub struct SliceRef {
    /// The array or vector.
    pub object: Rc<Obj>,
    /// Its first slot.
    pub start: u32,
    /// How many.
    pub len: u32,
}

impl Value {
    /// An `i32`.
    pub fn i32(value: i32) -> Self {
        Value::Int(IntTy::I32, i64::from(value))
    }

    /// A `usize`.
    pub fn usize(value: usize) -> Self {
        Value::Int(IntTy::Usize, value as i64)
    }

    /// `usize::MAX` of a program, by which the library says that there is no such place. The host's may be smaller.
    pub fn nowhere() -> Self {
        Value::Int(IntTy::Usize, -1)
    }

    /// A `u64`.
    pub fn u64(value: u64) -> Self {
        Value::Int(IntTy::U64, value as i64)
    }

    /// A `&str`.
    pub fn str(text: &str) -> Self {
        Value::Str(Rc::new(Text::from(text)))
    }

    /// An integer of any width, cut to it.
    pub fn int(ty: IntTy, value: i128) -> Self {
        match ty.bits() {
            128 => Value::Wide(ty, Rc::new(value)),
            bits if ty.signed() => Value::Int(ty, ((value << (128 - bits)) >> (128 - bits)) as i64),
            bits => Value::Int(ty, (((value as u128) << (128 - bits)) >> (128 - bits)) as i64),
        }
    }

    /// An integer's value. That of a `u128` is by its bits.
    pub fn as_int(&self) -> Option<i128> {
        match self {
            Value::Int(ty, value) if ty.signed() => Some(i128::from(*value)),
            Value::Int(_, value) => Some(i128::from(*value as u64)),
            Value::Wide(_, value) => Some(**value),
            _ => None,
        }
    }

    /// A `usize` as the host's. Where that is narrower, what is more than it can hold is the most that it can.
    pub fn as_host_usize(&self) -> usize {
        usize::try_from(self.as_int().unwrap_or_default().max(0)).unwrap_or(usize::MAX)
    }

    /// A tuple; `()` if there are no members.
    pub fn tuple(members: impl IntoIterator<Item = Value>) -> Self {
        let slots: Slots = members.into_iter().collect();
        if slots.is_empty() { Value::Unit } else { Value::Obj(Obj::new(Head::Tuple, 0, slots)) }
    }

    /// A struct or a variant with its fields.
    pub fn adt(adt: AdtId, variant: u32, fields: impl IntoIterator<Item = Value>) -> Self {
        let slots: Slots = fields.into_iter().collect();
        if slots.is_empty() {
            Value::Unitary(adt, variant)
        } else {
            Value::Obj(Obj::new(Head::Adt(adt), variant, slots))
        }
    }

    /// Which variant of which type it is, if it is of a struct or an enum.
    pub(crate) fn variant(&self) -> Option<(AdtId, u32)> {
        match self {
            Value::Obj(object) => match object.head {
                Head::Adt(adt) => Some((adt, object.variant)),
                _ => None,
            },
            Value::Unitary(adt, variant) => Some((*adt, *variant)),
            _ => None,
        }
    }

    /// Whether it is all in itself, so that neither copying nor dropping it touches anything else.
    #[inline(always)]
    pub fn is_scalar(&self) -> bool {
        matches!(
            self,
            Value::Moved
                | Value::Unit
                | Value::Bool(_)
                | Value::Char(_)
                | Value::Int(..)
                | Value::F64(_)
                | Value::F32(_)
                | Value::Unitary(..)
        )
    }

    /// Assigns, and knows that most of what registers hold is scalars, which need no dropping.
    #[inline(always)]
    pub(crate) fn set(&mut self, value: Value) {
        if !self.is_scalar() {
            release(self);
        }
        // What is there needs no dropping now, which the compiler cannot know.
        std::mem::forget(std::mem::replace(self, value));
    }

    /// As `clone`, quicker of what registers hold most often.
    #[inline(always)]
    pub(crate) fn handle(&self) -> Self {
        match *self {
            Value::Int(ty, value) => Value::Int(ty, value),
            Value::Bool(value) => Value::Bool(value),
            _ => self.clone(),
        }
    }

    /// Takes the value and leaves [`Value::Moved`].
    #[inline(always)]
    pub fn take(&mut self) -> Value {
        std::mem::take(self)
    }

    /// Whether dropping it does nothing, whatever it is.
    pub fn is_plain(&self) -> bool {
        !matches!(self, Value::Obj(_) | Value::Share(..))
    }
}

/// Lets go of a handle.
#[inline(never)]
fn release(place: &mut Value) {
    drop(place.take());
}
