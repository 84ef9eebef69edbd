//! How much memory objects take, and how they go without using the host's stack.

use super::{Slots, Value};
use std::cell::{Cell, RefCell};

thread_local! {
    static USED: Cell<usize> = const { Cell::new(0) };
    static BURIED: RefCell<Vec<Slots>> = const { RefCell::new(Vec::new()) };
    static BURYING: Cell<bool> = const { Cell::new(false) };
}

/// The bytes that all objects of this thread take. Two programs that run on one thread at the same time are told apart by
/// nobody: each compares with what there was when it began.
pub fn used() -> usize {
    USED.get()
}

/// The bytes that are counted for one object.
#[derive(Debug, Default)]
pub(super) struct Counted(Cell<usize>);

impl Counted {
    pub(super) fn new(bytes: usize) -> Self {
        USED.set(USED.get().wrapping_add(bytes));
        Counted(Cell::new(bytes))
    }

    /// Counts anew.
    pub(super) fn set(&self, bytes: usize) {
        let before = self.0.replace(bytes);
        USED.set(USED.get().wrapping_add(bytes).wrapping_sub(before));
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        USED.set(USED.get().wrapping_sub(self.0.get()));
    }
}

/// Lets go of an object's slots, and of what is in them, one after another: a list of a million objects, each in the one
/// before, would need a stack as deep.
pub(super) fn bury(slots: Slots) {
    if slots.iter().all(Value::is_shallow) {
        return;
    }
    BURIED.with_borrow_mut(|it| it.push(slots));
    if BURYING.replace(true) {
        return;
    }
    while let Some(slots) = BURIED.with_borrow_mut(Vec::pop) {
        drop(slots);
    }
    BURYING.set(false);
}

impl Value {
    /// Whether it leads to no object.
    fn is_shallow(&self) -> bool {
        !matches!(self, Value::Obj(_) | Value::Share(..) | Value::Ref(..) | Value::Slice(_))
    }
}
