//! Sources of chance.

use crate::host::random_u64;
use crate::{RngCore, SeedableRng};

#[derive(Clone, Debug)]
pub struct ThreadRng {
    of: (),
}

impl ThreadRng {
    pub(crate) fn new() -> ThreadRng {
        ThreadRng { of: () }
    }
}

impl RngCore for ThreadRng {
    fn next_u32(&mut self) -> u32 {
        (random_u64() >> 32) as u32
    }

    fn next_u64(&mut self) -> u64 {
        random_u64()
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StdRng {
    state: u64,
}

pub type SmallRng = StdRng;

/// SplitMix64: other numbers than the original's, but the same from the same seed.
fn next(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut z = *state;
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

impl SeedableRng for StdRng {
    fn seed_from_u64(state: u64) -> StdRng {
        StdRng { state }
    }
}

impl RngCore for StdRng {
    fn next_u32(&mut self) -> u32 {
        (next(&mut self.state) >> 32) as u32
    }

    fn next_u64(&mut self) -> u64 {
        next(&mut self.state)
    }
}
