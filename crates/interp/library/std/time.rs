//! Durations and clocks.

mod duration;
mod instant;

pub use duration::{Duration, TryFromFloatSecsError};
pub use instant::{Instant, SystemTime, SystemTimeError, UNIX_EPOCH};
