//! Chance of the run's.

pub(crate) fn random_u64() -> u64 {
    native!()
}
