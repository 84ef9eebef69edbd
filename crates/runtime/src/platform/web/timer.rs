//! Timers of the browser's event loop.

use super::now_ns;
use gloo_timers::callback::Timeout;
use send_wrapper::SendWrapper;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::task::Waker;

/// A timer that wakes once and never early. Cancelled on drop.
pub(crate) struct Timer(SendWrapper<Rc<State>>);

struct State {
    due_ns: Cell<u64>,
    waker: RefCell<Option<Waker>>,
    timeout: RefCell<Option<Timeout>>,
}

impl Timer {
    pub(crate) fn new() -> Self {
        let state = State { due_ns: Cell::new(0), waker: RefCell::default(), timeout: RefCell::default() };
        Timer(SendWrapper::new(Rc::new(state)))
    }

    /// Wakes in so many nanoseconds.
    pub(crate) fn arm(&mut self, after_ns: u64, waker: &Waker) {
        let due_ns = now_ns().saturating_add(after_ns);
        let waiting = self.0.waker.replace(Some(waker.clone())).is_some();
        // A poll in between changes nothing but the waker.
        if !waiting || self.0.due_ns.get().abs_diff(due_ns) > 1_000_000 {
            self.0.due_ns.set(due_ns);
            State::set_leg(&self.0);
        }
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        self.0.waker.take();
        let timeout = self.0.timeout.take();
        drop(timeout);
    }
}

impl State {
    fn set_leg(state: &Rc<State>) {
        let left_ns = state.due_ns.get().saturating_sub(now_ns());
        let of_leg = state.clone();
        let timeout = Timeout::new(leg_ms(left_ns), move || State::end_leg(&of_leg));
        let old = state.timeout.replace(Some(timeout));
        drop(old);
    }

    fn end_leg(state: &Rc<State>) {
        // The browser's timers may fire a moment before `performance.now()` says so, and a long wait has several legs.
        if now_ns() < state.due_ns.get() {
            State::set_leg(state);
            return;
        }
        let timeout = state.timeout.take();
        drop(timeout);
        let waker = state.waker.take();
        if let Some(waker) = waker {
            waker.wake();
        }
    }
}

/// Returns how long the browser is asked to wait: rounded up, and at most what `setTimeout` can count.
fn leg_ms(left_ns: u64) -> u32 {
    const LONGEST_MS: u64 = i32::MAX as u64;
    left_ns.div_ceil(1_000_000).min(LONGEST_MS) as u32
}
