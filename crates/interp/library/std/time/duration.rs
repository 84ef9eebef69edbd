//! A stretch of time.

use crate::fmt;
use crate::ops::{Add, AddAssign, Div, DivAssign, Mul, MulAssign, Sub, SubAssign};

#[lang = "Duration"]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Duration {
    secs: u64,
    nanos: u32,
}

impl Duration {
    pub const ZERO: Duration = Duration { secs: 0, nanos: 0 };
    pub const MAX: Duration = Duration { secs: 18446744073709551615, nanos: 999_999_999 };
    pub const SECOND: Duration = Duration { secs: 1, nanos: 0 };
    pub const MILLISECOND: Duration = Duration { secs: 0, nanos: 1_000_000 };
    pub const MICROSECOND: Duration = Duration { secs: 0, nanos: 1_000 };
    pub const NANOSECOND: Duration = Duration { secs: 0, nanos: 1 };

    #[track_caller]
    pub const fn new(secs: u64, nanos: u32) -> Duration {
        if nanos < 1_000_000_000 {
            return Duration { secs, nanos };
        }
        match secs.checked_add((nanos / 1_000_000_000) as u64) {
            Some(secs) => Duration { secs, nanos: nanos % 1_000_000_000 },
            None => panic!("overflow in Duration::new"),
        }
    }

    pub const fn from_secs(secs: u64) -> Duration {
        Duration { secs, nanos: 0 }
    }

    pub const fn from_millis(millis: u64) -> Duration {
        Duration { secs: millis / 1_000, nanos: (millis % 1_000) as u32 * 1_000_000 }
    }

    pub const fn from_micros(micros: u64) -> Duration {
        Duration { secs: micros / 1_000_000, nanos: (micros % 1_000_000) as u32 * 1_000 }
    }

    pub const fn from_nanos(nanos: u64) -> Duration {
        Duration { secs: nanos / 1_000_000_000, nanos: (nanos % 1_000_000_000) as u32 }
    }

    #[track_caller]
    pub const fn from_mins(mins: u64) -> Duration {
        Duration::from_secs(mins.checked_mul(60).expect("overflow in Duration::from_mins"))
    }

    #[track_caller]
    pub const fn from_hours(hours: u64) -> Duration {
        Duration::from_secs(hours.checked_mul(3600).expect("overflow in Duration::from_hours"))
    }

    pub const fn is_zero(&self) -> bool {
        self.secs == 0 && self.nanos == 0
    }

    pub const fn as_secs(&self) -> u64 {
        self.secs
    }

    pub const fn subsec_millis(&self) -> u32 {
        self.nanos / 1_000_000
    }

    pub const fn subsec_micros(&self) -> u32 {
        self.nanos / 1_000
    }

    pub const fn subsec_nanos(&self) -> u32 {
        self.nanos
    }

    pub const fn as_millis(&self) -> u128 {
        self.secs as u128 * 1_000 + (self.nanos / 1_000_000) as u128
    }

    pub const fn as_micros(&self) -> u128 {
        self.secs as u128 * 1_000_000 + (self.nanos / 1_000) as u128
    }

    pub const fn as_nanos(&self) -> u128 {
        self.secs as u128 * 1_000_000_000 + self.nanos as u128
    }

    /// The duration of as many nanoseconds; nothing if it is too long.
    const fn of_nanos(nanos: u128) -> Option<Duration> {
        let secs = nanos / 1_000_000_000;
        if secs > u64::MAX as u128 {
            return None;
        }
        Some(Duration { secs: secs as u64, nanos: (nanos % 1_000_000_000) as u32 })
    }

    pub const fn abs_diff(self, other: Duration) -> Duration {
        match self.checked_sub(other) {
            Some(difference) => difference,
            None => other.saturating_sub(self),
        }
    }

    pub const fn checked_add(self, rhs: Duration) -> Option<Duration> {
        let mut secs = self.secs.checked_add(rhs.secs)?;
        let mut nanos = self.nanos + rhs.nanos;
        if nanos >= 1_000_000_000 {
            nanos -= 1_000_000_000;
            secs = secs.checked_add(1)?;
        }
        Some(Duration { secs, nanos })
    }

    pub const fn saturating_add(self, rhs: Duration) -> Duration {
        self.checked_add(rhs).unwrap_or(Duration::MAX)
    }

    pub const fn checked_sub(self, rhs: Duration) -> Option<Duration> {
        let mut secs = self.secs.checked_sub(rhs.secs)?;
        if self.nanos >= rhs.nanos {
            return Some(Duration { secs, nanos: self.nanos - rhs.nanos });
        }
        secs = secs.checked_sub(1)?;
        Some(Duration { secs, nanos: self.nanos + 1_000_000_000 - rhs.nanos })
    }

    pub const fn saturating_sub(self, rhs: Duration) -> Duration {
        self.checked_sub(rhs).unwrap_or(Duration::ZERO)
    }

    pub const fn checked_mul(self, rhs: u32) -> Option<Duration> {
        Duration::of_nanos(self.as_nanos() * rhs as u128)
    }

    pub const fn saturating_mul(self, rhs: u32) -> Duration {
        self.checked_mul(rhs).unwrap_or(Duration::MAX)
    }

    pub const fn checked_div(self, rhs: u32) -> Option<Duration> {
        if rhs == 0 { None } else { Duration::of_nanos(self.as_nanos() / rhs as u128) }
    }

    pub const fn as_secs_f64(&self) -> f64 {
        self.secs as f64 + self.nanos as f64 / 1e9
    }

    pub const fn as_secs_f32(&self) -> f32 {
        self.secs as f32 + self.nanos as f32 / 1e9
    }

    pub const fn as_millis_f64(&self) -> f64 {
        self.secs as f64 * 1e3 + self.nanos as f64 / 1e6
    }

    #[track_caller]
    pub fn from_secs_f64(secs: f64) -> Duration {
        match Duration::try_from_secs_f64(secs) {
            Ok(duration) => duration,
            Err(error) => panic!("{error}"),
        }
    }

    #[track_caller]
    pub fn from_secs_f32(secs: f32) -> Duration {
        match Duration::try_from_secs_f32(secs) {
            Ok(duration) => duration,
            Err(error) => panic!("{error}"),
        }
    }

    pub fn try_from_secs_f64(secs: f64) -> Result<Duration, TryFromFloatSecsError> {
        Duration::of_parts(parts_f64(secs))
    }

    pub fn try_from_secs_f32(secs: f32) -> Result<Duration, TryFromFloatSecsError> {
        Duration::of_parts(parts_f32(secs))
    }

    fn of_parts(parts: Result<(u64, u32), bool>) -> Result<Duration, TryFromFloatSecsError> {
        match parts {
            Ok((secs, nanos)) => Ok(Duration { secs, nanos }),
            Err(negative) => Err(TryFromFloatSecsError { negative }),
        }
    }

    #[track_caller]
    pub fn mul_f64(self, rhs: f64) -> Duration {
        Duration::from_secs_f64(rhs * self.as_secs_f64())
    }

    #[track_caller]
    pub fn mul_f32(self, rhs: f32) -> Duration {
        Duration::from_secs_f32(rhs * self.as_secs_f32())
    }

    #[track_caller]
    pub fn div_f64(self, rhs: f64) -> Duration {
        Duration::from_secs_f64(self.as_secs_f64() / rhs)
    }

    #[track_caller]
    pub fn div_f32(self, rhs: f32) -> Duration {
        Duration::from_secs_f32(self.as_secs_f32() / rhs)
    }

    pub fn div_duration_f64(self, rhs: Duration) -> f64 {
        self.as_nanos() as f64 / rhs.as_nanos() as f64
    }

    pub fn div_duration_f32(self, rhs: Duration) -> f32 {
        self.as_nanos() as f32 / rhs.as_nanos() as f32
    }
}

/// Seconds and nanoseconds of a float, rounded to the nearest; else whether it is negative.
fn parts_f64(secs: f64) -> Result<(u64, u32), bool> {
    native!()
}

/// As [`parts_f64`].
fn parts_f32(secs: f32) -> Result<(u64, u32), bool> {
    native!()
}

impl Add for Duration {
    type Output = Duration;

    #[track_caller]
    fn add(self, rhs: Duration) -> Duration {
        self.checked_add(rhs).expect("overflow when adding durations")
    }
}

impl AddAssign for Duration {
    #[track_caller]
    fn add_assign(&mut self, rhs: Duration) {
        *self = *self + rhs;
    }
}

impl Sub for Duration {
    type Output = Duration;

    #[track_caller]
    fn sub(self, rhs: Duration) -> Duration {
        self.checked_sub(rhs).expect("overflow when subtracting durations")
    }
}

impl SubAssign for Duration {
    #[track_caller]
    fn sub_assign(&mut self, rhs: Duration) {
        *self = *self - rhs;
    }
}

impl Mul<u32> for Duration {
    type Output = Duration;

    #[track_caller]
    fn mul(self, rhs: u32) -> Duration {
        self.checked_mul(rhs).expect("overflow when multiplying duration by scalar")
    }
}

impl Mul<Duration> for u32 {
    type Output = Duration;

    #[track_caller]
    fn mul(self, rhs: Duration) -> Duration {
        rhs * self
    }
}

impl MulAssign<u32> for Duration {
    #[track_caller]
    fn mul_assign(&mut self, rhs: u32) {
        *self = *self * rhs;
    }
}

impl Div<u32> for Duration {
    type Output = Duration;

    #[track_caller]
    fn div(self, rhs: u32) -> Duration {
        self.checked_div(rhs).expect("divide by zero error when dividing duration by scalar")
    }
}

impl DivAssign<u32> for Duration {
    #[track_caller]
    fn div_assign(&mut self, rhs: u32) {
        *self = *self / rhs;
    }
}

impl crate::iter::Sum for Duration {
    fn sum<I: Iterator<Item = Duration>>(iter: I) -> Duration {
        iter.fold(Duration::ZERO, |total, duration| total + duration.clone())
    }
}

impl<'a> crate::iter::Sum<&'a Duration> for Duration {
    fn sum<I: Iterator<Item = &'a Duration>>(iter: I) -> Duration {
        iter.fold(Duration::ZERO, |total, duration| total + duration.clone())
    }
}

impl fmt::Debug for Duration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        show_duration(self.secs, self.nanos, f)
    }
}

/// Prints a duration in the unit that suits it.
fn show_duration(secs: u64, nanos: u32, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    native!()
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TryFromFloatSecsError {
    negative: bool,
}

impl fmt::Display for TryFromFloatSecsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(if self.negative {
            "cannot convert float seconds to Duration: value is negative"
        } else {
            "cannot convert float seconds to Duration: value is either too big or NaN"
        })
    }
}

impl crate::error::Error for TryFromFloatSecsError {}
