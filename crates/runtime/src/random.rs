//! Chance that can be repeated: where `select!` begins.

use crate::{context, platform};
use std::cell::RefCell;

/// A stream of numbers by SplitMix64.
#[derive(Debug)]
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Random(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// Returns a number below `n`; 0 for 0.
    pub(crate) fn below(&mut self, n: u32) -> u32 {
        // The upper half of the product: unbiased enough for a handful of branches.
        (((self.next() >> 32) * u64::from(n)) >> 32) as u32
    }
}

thread_local! {
    static UNSEEDED: RefCell<Option<Random>> = const { RefCell::new(None) };
}

/// Returns a number below `n`, drawn from the current run's seed, or by chance outside of a run.
pub fn pick(n: u32) -> u32 {
    if let Some(run) = context::current_run() {
        return run.pick(n);
    }
    let seed = platform::now_ns();
    UNSEEDED.with(|it| it.borrow_mut().get_or_insert_with(|| Random::new(seed)).below(n))
}
