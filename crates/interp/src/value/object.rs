//! Objects: what is larger than a register.

use super::Value;
use super::heap::{Counted, bury};
use crate::machine::Machine;
use crate::tree::{AdtId, FnId};
use smallvec::SmallVec;
use std::any::Any;
use std::cell::{Cell, RefCell};
use std::fmt;
use std::rc::Rc;

/// The slots of an object. Most have one or two.
pub type Slots = SmallVec<[Value; 2]>;

/// What kind of thing an object is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Head {
    /// A variable that is referred to, a temporary, the inside of an `Rc`: one slot.
    Cell,
    /// A tuple.
    Tuple,
    /// An array.
    Array,
    /// A struct, or a variant of an enum.
    Adt(AdtId),
    /// Some parts of a struct, which a closure has taken: the other slots are empty, and it has no destructor.
    Parts(AdtId),
    /// A closure: its slots are what it has captured.
    Closure(FnId),
    /// A future that an async function or block has made.
    Coroutine(FnId),
}

/// An object.
#[derive(Debug)]
pub struct Obj {
    /// What it is.
    pub head: Head,
    /// Which variant.
    pub variant: u32,
    /// What is in it.
    pub body: Body,
    /// How many shares and weak shares there are, of the inside of an `Rc` or `Arc`.
    pub shares: Cell<(u32, u32)>,
    counted: Counted,
}

/// What is in an object.
pub enum Body {
    /// Values.
    Slots(RefCell<Slots>),
    /// The text of a `String`.
    Text(RefCell<String>),
    /// Something of the host's.
    Native(RefCell<Option<Box<dyn Native>>>),
}

/// A thing of the host's that lives in an object: a channel's end, a map, a future.
pub trait Native: Any {
    /// Gives up what the thing holds, when its owner drops it. What is left of interpreted values in it is dropped by the
    /// machine.
    fn drop_in(self: Box<Self>, machine: &Machine);

    /// The thing itself, to be cast to what it is.
    fn as_any(&mut self) -> &mut dyn Any;
}

impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Body::Slots(slots) => slots.fmt(f),
            Body::Text(text) => text.fmt(f),
            Body::Native(_) => f.write_str("native"),
        }
    }
}

impl Body {
    /// How much memory an object with this in it takes, about.
    fn bytes(&self) -> usize {
        let more = match self {
            Body::Slots(slots) => {
                let slots = slots.borrow();
                if slots.spilled() { slots.capacity() * size_of::<Value>() } else { 0 }
            }
            Body::Text(text) => text.borrow().capacity(),
            Body::Native(_) => 0,
        };
        size_of::<Obj>() + more
    }
}

impl Drop for Obj {
    fn drop(&mut self) {
        if let Body::Slots(slots) = &mut self.body {
            bury(std::mem::take(slots.get_mut()));
        }
    }
}

impl Obj {
    /// An object of slots.
    pub fn new(head: Head, variant: u32, slots: Slots) -> Rc<Self> {
        Obj::with(head, variant, Body::Slots(RefCell::new(slots)))
    }

    /// An object with one slot that a reference can lead to.
    pub fn cell(value: Value) -> Rc<Self> {
        Obj::new(Head::Cell, 0, smallvec::smallvec![value])
    }

    /// A `String`.
    pub fn text(string: AdtId, text: String) -> Rc<Self> {
        Obj::with(Head::Adt(string), 0, Body::Text(RefCell::new(text)))
    }

    /// A thing of the host's under the name of a type of the library.
    pub fn native(adt: AdtId, native: impl Native) -> Rc<Self> {
        Obj::with(Head::Adt(adt), 0, Body::Native(RefCell::new(Some(Box::new(native)))))
    }

    fn with(head: Head, variant: u32, body: Body) -> Rc<Self> {
        let counted = Counted::new(body.bytes());
        Rc::new(Obj { head, variant, body, shares: Cell::new((1, 0)), counted })
    }

    /// Counts its memory anew, after it has grown.
    pub fn recount(&self) {
        self.counted.set(self.body.bytes());
    }

    /// The slots; `None` of a text or a thing of the host's.
    pub fn slots(&self) -> Option<&RefCell<Slots>> {
        match &self.body {
            Body::Slots(slots) => Some(slots),
            _ => None,
        }
    }

    /// A second handle to what is in a slot; [`Value::Moved`] if there is no such slot.
    pub fn get(&self, slot: u32) -> Value {
        self.slots().and_then(|it| it.borrow().get(slot as usize).cloned()).unwrap_or_default()
    }

    /// Puts a value into a slot and returns what was there.
    pub fn put(&self, slot: u32, value: Value) -> Value {
        let Some(slots) = self.slots() else { return value };
        match slots.borrow_mut().get_mut(slot as usize) {
            Some(place) => std::mem::replace(place, value),
            None => value,
        }
    }

    /// How many slots it has.
    pub fn len(&self) -> usize {
        self.slots().map_or(0, |it| it.borrow().len())
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}
