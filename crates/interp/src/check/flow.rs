//! A body as a graph of events: what is read, moved, borrowed and written to, and in which order that may happen.

use super::capture::Captured;
use crate::names::Symbol;
use crate::source::Span;
use crate::tree::{FnId, LocalId, Ty};

/// By what kind of pointer a place is reached.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) enum Pointer {
    Shared,
    Mutable,
    Boxed,
}

/// A step from a place to a part of it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) enum Step {
    /// A field: of which variant, and its number there.
    Field(u32, u32, Option<Symbol>),
    /// What a pointer leads to.
    Deref(Pointer),
    /// An element of an array or a slice.
    Element,
}

impl Step {
    /// Whether what it leads from cannot be left without what it leads to.
    pub(super) fn bars_taking(&self) -> bool {
        matches!(self, Step::Deref(Pointer::Shared | Pointer::Mutable) | Step::Element)
    }
}

/// The variant of the steps to elements by a pattern, from the front and from the back.
pub(super) const FRONT: u32 = u32::MAX;
pub(super) const BACK: u32 = u32::MAX - 1;

/// A variable or a part of it.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(super) struct Place {
    pub(super) local: LocalId,
    pub(super) path: Vec<Step>,
}

impl Place {
    pub(super) fn of(local: LocalId) -> Self {
        Place { local, path: Vec::new() }
    }

    pub(super) fn is_whole(&self) -> bool {
        self.path.is_empty()
    }

    /// Whether this is the other one, or something around it.
    pub(super) fn holds(&self, part: &Place) -> bool {
        self.local == part.local && part.path.starts_with(&self.path)
    }

    pub(super) fn overlaps(&self, other: &Place) -> bool {
        self.holds(other) || other.holds(self)
    }

    /// Whether it is reached by a reference.
    pub(super) fn is_behind_reference(&self) -> bool {
        self.path.iter().any(|it| matches!(it, Step::Deref(Pointer::Shared | Pointer::Mutable)))
    }

    pub(super) fn is_behind_shared(&self) -> bool {
        self.path.contains(&Step::Deref(Pointer::Shared))
    }
}

/// How a value is used.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum How {
    Copied,
    /// A shared reference, copied where a reference is wanted: what it leads to is lent on.
    LentOn,
    Moved,
    /// It is looked at; nothing more is known.
    Seen,
}

/// How a place is borrowed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    Shared,
    Mutable,
    /// Mutable in the end, and shared until the call for which it is made: that of a receiver.
    TwoPhase,
}

/// What may be referred to by a value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum From {
    Loan(u32),
    /// All that a variable refers to at that point.
    Local(LocalId),
}

/// What happens.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Event {
    Nothing,
    /// A variable comes into being, without a value.
    Live(LocalId),
    /// The value of a variable is dropped, if it still has one.
    Drop(LocalId),
    /// A variable is no more.
    Dead(LocalId),
    Use(Place, How),
    /// A place is borrowed, by that loan.
    Borrow(u32),
    /// A loan of two phases enters its second one.
    Activate(u32),
    /// A variable gets its first value, or (`again`) a place a new one.
    Assign {
        place: Place,
        from: Vec<From>,
        again: bool,
    },
    /// A variable refers to more than before.
    Hold(LocalId, Vec<From>),
    /// The function gives back what this variable stands for.
    Return(LocalId),
    /// What this variable stands for goes to where it may outlive the function.
    Escape(LocalId),
    /// A future is awaited.
    Await,
}

/// An event and what may come next.
#[derive(Debug)]
pub(super) struct Node {
    pub(super) event: Event,
    pub(super) span: Span,
    /// Why it happens, where the text shows no more than a closure or a call.
    pub(super) why: Why,
    pub(super) next: Vec<u32>,
}

/// Why something happens.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Why {
    Plain,
    /// A closure (`false`) or an async block (`true`) uses it there.
    Captured(bool, Span),
    /// A method takes its receiver.
    Receiver(FnId),
    /// A `for` loop goes through it.
    Loop,
    /// It is awaited.
    Awaited,
}

/// A place that is borrowed.
#[derive(Clone, Debug)]
pub(super) struct Loan {
    pub(super) place: Place,
    pub(super) kind: Kind,
    pub(super) span: Span,
    /// Whether the place is reached by `Deref` or `Index` of a type, of which no more is known.
    pub(super) cut: Option<Cut>,
    pub(super) why: Why,
}

/// How a place goes on where nothing is known of its parts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Cut {
    /// By `DerefMut` or `IndexMut`, which borrow what is before it.
    Writable,
    /// By something of which it is not known.
    Unsure,
    /// By an `Rc` or an `Arc`, which cannot be written to.
    Shared(&'static str),
    /// By a reference that is in there: who refers to what it leads to need not refer to the place.
    Behind,
}

/// A value that is taken out of something that cannot be without it.
#[derive(Clone, Debug)]
pub(super) struct Robbed {
    pub(super) span: Span,
    pub(super) of: Owner,
    /// The type of the value.
    pub(super) ty: Ty,
    pub(super) why: Why,
}

/// What a value is taken out of.
#[derive(Clone, Debug)]
pub(super) enum Owner {
    /// A place behind a reference, or an element of an array.
    Place(Place),
    /// The variant of an enum there, by a pattern.
    Variant(Place, Symbol),
    /// What an index of such a type leads to.
    Index(Ty),
    /// An `Rc` or an `Arc`.
    Shared(&'static str),
    /// An `Rc` or an `Arc`, in which something is written over.
    Written(&'static str),
}

/// What a call gives to a thread or a task.
#[derive(Clone, Debug)]
pub(super) struct Sent {
    pub(super) what: Goods,
    pub(super) span: Span,
    pub(super) rules: Rules,
}

/// What is given away.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Goods {
    Closure(FnId),
    Block(FnId),
    /// The future of an async function.
    Call(FnId),
    /// Something that a function gives back.
    Returned(FnId),
}

/// What is asked of what is given away.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Rules {
    pub(super) outlives: bool,
    pub(super) send: bool,
}

/// A body.
#[derive(Debug)]
pub(super) struct Graph {
    pub(super) function: FnId,
    pub(super) nodes: Vec<Node>,
    pub(super) loans: Vec<Loan>,
    /// Of all variables: those of the body, then those that stand for intermediate values.
    pub(super) types: Vec<Ty>,
    /// How many variables are those of the body.
    pub(super) named: usize,
    /// What it takes from around, in terms of the body around.
    pub(super) captured: Vec<Captured>,
    /// Whether it is a closure that can be called only once.
    pub(super) once: bool,
    /// Whether it writes to what it has captured.
    pub(super) writes: bool,
    pub(super) sent: Vec<Sent>,
    pub(super) robbed: Vec<Robbed>,
    /// Async bodies that are awaited, and where.
    pub(super) awaited: Vec<(FnId, u32)>,
}
