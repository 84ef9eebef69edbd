//! An object of tokio's that guards can own, made at its first use so that a `static` can hold it.

use crate::run::lock;
use std::sync::{Arc, Mutex, OnceLock};

/// What becomes an `R` out of an `I` at its first use.
#[derive(Debug)]
pub(super) struct Later<I, R> {
    made: OnceLock<Arc<R>>,
    from: Mutex<Option<I>>,
    make: fn(I) -> R,
}

impl<I, R> Later<I, R> {
    pub(super) const fn new(from: I, make: fn(I) -> R) -> Self {
        Later { made: OnceLock::new(), from: Mutex::new(Some(from)), make }
    }

    pub(super) fn get(&self) -> &Arc<R> {
        self.made.get_or_init(|| {
            let from = lock(&self.from).take().expect("it is made once");
            Arc::new((self.make)(from))
        })
    }

    /// Returns the object of an owner who has it alone: guards own their owner too, so none is left.
    pub(super) fn get_mut(&mut self) -> &mut R {
        self.get();
        let made = self.made.get_mut().expect("it was just made");
        Arc::get_mut(made).expect("guards keep the owner of what they guard")
    }

    pub(super) fn into_inner(self) -> R {
        self.get();
        let made = self.made.into_inner().expect("it was just made");
        Arc::into_inner(made).expect("guards keep the owner of what they guard")
    }
}
