//! Waiting until all are there.

use super::Waiting;
use crate::cell::Cell;
use crate::fmt;

pub struct Barrier {
    waiting: Waiting,
    size: usize,
    arrived: Cell<usize>,
    round: Cell<usize>,
}

pub struct BarrierWaitResult(bool);

impl Barrier {
    pub const fn new(n: usize) -> Barrier {
        Barrier { waiting: Waiting::new("Barrier"), size: n, arrived: Cell::new(0), round: Cell::new(0) }
    }

    pub fn wait(&self) -> BarrierWaitResult {
        let round = self.round.get();
        self.arrived.set(self.arrived.get() + 1);
        if self.arrived.get() < self.size {
            while self.round.get() == round {
                self.waiting.wait("wait");
            }
            return BarrierWaitResult(false);
        }
        self.arrived.set(0);
        self.round.set(round + 1);
        self.waiting.wake_all();
        BarrierWaitResult(true)
    }
}

impl fmt::Debug for Barrier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Barrier").finish_non_exhaustive()
    }
}

impl BarrierWaitResult {
    pub fn is_leader(&self) -> bool {
        self.0
    }
}

impl fmt::Debug for BarrierWaitResult {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BarrierWaitResult").field("is_leader", &self.is_leader()).finish()
    }
}

unsafe impl Send for Barrier {}
unsafe impl Sync for Barrier {}
