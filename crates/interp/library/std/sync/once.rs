//! Doing something once.

use super::Waiting;
use crate::cell::Cell;
use crate::fmt;

/// 0 is not done, 1 is being done, 2 is done, 3 has panicked.
pub struct Once {
    waiting: Waiting,
    state: Cell<u8>,
}

pub const ONCE_INIT: Once = Once::new();

pub struct OnceState {
    poisoned: bool,
}

impl OnceState {
    pub fn is_poisoned(&self) -> bool {
        self.poisoned
    }
}

/// Marks the state when the closure is over, also by a panic.
struct Running<'a> {
    once: &'a Once,
    end: u8,
}

impl<'a> Drop for Running<'a> {
    fn drop(&mut self) {
        self.once.state.set(self.end);
        self.once.waiting.wake_all();
    }
}

impl Once {
    pub const fn new() -> Once {
        Once { waiting: Waiting::new("Once"), state: Cell::new(0) }
    }

    #[track_caller]
    pub fn call_once<F: FnOnce()>(&self, f: F) {
        self.wait_for_runner();
        if self.state.get() == 3 {
            panic!("Once instance has previously been poisoned");
        }
        if self.state.get() == 0 {
            self.run(|| f());
        }
    }

    pub fn call_once_force<F: FnOnce(&OnceState)>(&self, f: F) {
        self.wait_for_runner();
        if self.state.get() != 2 {
            let state = OnceState { poisoned: self.state.get() == 3 };
            self.run(|| f(&state));
        }
    }

    fn wait_for_runner(&self) {
        while self.state.get() == 1 {
            self.waiting.wait("call_once");
        }
    }

    fn run<F: FnOnce()>(&self, f: F) {
        self.state.set(1);
        let mut running = Running { once: self, end: 3 };
        f();
        running.end = 2;
    }

    pub fn is_completed(&self) -> bool {
        self.state.get() == 2
    }

    pub fn wait(&self) {
        while self.state.get() != 2 {
            self.waiting.wait("wait");
        }
    }
}

impl fmt::Debug for Once {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Once").finish_non_exhaustive()
    }
}
