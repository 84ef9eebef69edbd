//! Connections and listeners of a task that panics where a panic does not unwind, and so drops nothing.

use crate::context;
use crate::platform::LEAKS;
use crate::run::{Kept, Leak, lock};
use std::sync::Mutex;

/// Sees to it that something is closed if the task that used it last panics.
#[derive(Default)]
pub(super) struct Keeper(Mutex<Option<(u64, Option<Kept>)>>);

impl Keeper {
    /// Notes that the task whose turn it is uses something, and how to close it.
    pub(super) fn used<C: FnOnce() + Send + 'static>(&self, close: impl FnOnce() -> C) {
        if !LEAKS {
            return;
        }
        let (Some(task), Some(run)) = (context::current_task(), context::current_run()) else { return };
        let mut kept = lock(&self.0);
        if kept.as_ref().is_none_or(|it| it.0 != task) {
            *kept = Some((task, run.keep(|| Leak::GiveBack(Box::new(close())))));
        }
    }

    /// Leaves the closing to others.
    pub(super) fn forget(&self) {
        *lock(&self.0) = None;
    }
}
