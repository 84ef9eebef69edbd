//! What modules keep for a run: ports, files, databases. Made at first use, gone when the run is over.
//!
//! A program that uses none of them has none, and links none.

use super::core::{RunCore, lock};
use crate::context;
use std::any::Any;
use std::sync::{Arc, Mutex};

/// What a module keeps for a run.
pub(crate) trait Part: Send + Sync + 'static {
    /// Makes it, for a run or for what goes on outside of all runs.
    fn make(run: Option<&RunCore>) -> Self;
}

/// The parts of a run, one of each type.
#[derive(Default)]
pub(crate) struct Parts(Mutex<Vec<Arc<dyn Any + Send + Sync>>>);

impl Parts {
    fn find<P: Part>(&self) -> Option<Arc<P>> {
        lock(&self.0).iter().find_map(|it| it.clone().downcast::<P>().ok())
    }

    /// Returns the part of that type. Making it may need another.
    pub(crate) fn get<P: Part>(&self, run: Option<&RunCore>) -> Arc<P> {
        if let Some(part) = self.find() {
            return part;
        }
        let part = Arc::new(P::make(run));
        lock(&self.0).push(part.clone());
        part
    }

    /// Drops all parts that nobody else has.
    pub(super) fn clear(&self) {
        let parts = std::mem::take(&mut *lock(&self.0));
        drop(parts);
    }
}

/// Returns the part of the current run.
///
/// Outside of a run: in the browser that of the thread; natively there is none.
pub(crate) fn part<P: Part>() -> Arc<P> {
    match context::current_run() {
        Some(run) => run.parts.get(Some(&run)),
        None => outside(),
    }
}

#[cfg(target_family = "wasm")]
fn outside<P: Part>() -> Arc<P> {
    thread_local! {
        static OUTSIDE: Parts = Parts::default();
    }
    OUTSIDE.with(|it| it.get(None))
}

#[cfg(not(target_family = "wasm"))]
fn outside<P: Part>() -> Arc<P> {
    panic!("there is no run on this thread: this works inside of `meanwhile_runtime::run_to_end`")
}
