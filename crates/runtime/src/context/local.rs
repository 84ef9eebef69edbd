//! What a task has while it is being polled, besides its spans: its own variables, and its budget.

use super::with;
use std::any::Any;
use std::rc::Rc;

/// How often a task may ask for its budget in one turn, as in tokio.
pub(super) const BUDGET: u8 = 128;

/// A variable that the poll under way has set.
pub(super) struct Local {
    /// The address of what names it.
    key: usize,
    value: Rc<dyn Any>,
}

/// Calls a function with a variable set.
pub(crate) fn with_local<R>(key: usize, value: Rc<dyn Any>, f: impl FnOnce() -> R) -> R {
    struct Reset(usize);
    impl Drop for Reset {
        fn drop(&mut self) {
            // What is taken out is dropped only after the borrow.
            let set = with(|it| it.locals.split_off(self.0.min(it.locals.len())));
            drop(set);
        }
    }
    let before = with(|it| {
        it.locals.push(Local { key, value });
        it.locals.len() - 1
    });
    let _reset = Reset(before);
    f()
}

/// Returns the variable of this name that was set last.
pub(crate) fn local(key: usize) -> Option<Rc<dyn Any>> {
    with(|it| it.locals.iter().rev().find(|it| it.key == key).map(|it| it.value.clone()))
}

/// Takes one from the budget; returns whether there was one left.
pub(crate) fn consume_budget() -> bool {
    with(|it| match &mut it.budget {
        Some(0) => false,
        Some(left) => {
            *left -= 1;
            true
        }
        None => true,
    })
}

/// Returns whether there is a budget left.
pub(crate) fn has_budget() -> bool {
    with(|it| it.budget != Some(0))
}

/// Calls a function with a budget that never ends.
pub(crate) fn unconstrained<R>(f: impl FnOnce() -> R) -> R {
    struct Restore(Option<u8>);
    impl Drop for Restore {
        fn drop(&mut self) {
            with(|it| it.budget = self.0);
        }
    }
    let _restore = Restore(with(|it| it.budget.take()));
    f()
}
