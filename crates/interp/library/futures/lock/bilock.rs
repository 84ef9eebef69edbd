//! One thing in two hands.

use std::pin::Pin;
use std::sync::{Arc, Mutex};

#[derive(Debug)]
pub struct BiLock<T> {
    both: Arc<Mutex<T>>,
}

impl<T> BiLock<T> {
    pub fn new(t: T) -> (BiLock<T>, BiLock<T>) {
        let both = Arc::new(Mutex::new(t));
        (BiLock { both: both.clone() }, BiLock { both })
    }

    /// Neither hand keeps it from one poll to the next.
    pub(crate) fn with<R>(&self, work: impl FnOnce(Pin<&mut T>) -> R) -> R {
        let mut both = self.both.lock().unwrap();
        work(unsafe { Pin::new_unchecked(&mut *both) })
    }

    pub(crate) fn is_pair_of(&self, other: &BiLock<T>) -> bool {
        Arc::ptr_eq(&self.both, &other.both)
    }

    pub(crate) fn reunite(self, other: BiLock<T>) -> Result<T, (BiLock<T>, BiLock<T>)> {
        if !self.is_pair_of(&other) {
            return Err((self, other));
        }
        drop(other);
        match Arc::try_unwrap(self.both) {
            Ok(both) => Ok(both.into_inner().unwrap()),
            Err(_) => unreachable!(),
        }
    }
}
