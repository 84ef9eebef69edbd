//! Waiting for others.

use std::fmt;
use std::sync::{Arc, Condvar, Mutex};

struct Inner {
    count: Mutex<usize>,
    empty: Condvar,
}

pub struct WaitGroup {
    inner: Arc<Inner>,
}

impl WaitGroup {
    pub fn new() -> WaitGroup {
        WaitGroup { inner: Arc::new(Inner { count: Mutex::new(1), empty: Condvar::new() }) }
    }

    pub fn wait(self) {
        let inner = self.inner.clone();
        drop(self);
        let mut count = inner.count.lock().unwrap();
        while *count > 0 {
            count = inner.empty.wait(count).unwrap();
        }
    }
}

impl Clone for WaitGroup {
    fn clone(&self) -> WaitGroup {
        *self.inner.count.lock().unwrap() += 1;
        WaitGroup { inner: self.inner.clone() }
    }
}

impl Drop for WaitGroup {
    fn drop(&mut self) {
        let mut count = self.inner.count.lock().unwrap();
        *count -= 1;
        if *count == 0 {
            self.inner.empty.notify_all();
        }
    }
}

impl Default for WaitGroup {
    fn default() -> WaitGroup {
        WaitGroup::new()
    }
}

impl fmt::Debug for WaitGroup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let count: &usize = &*self.inner.count.lock().unwrap();
        f.debug_struct("WaitGroup").field("count", count).finish()
    }
}
