//! Time: sleeps, deadlines and ticks, by the clock of the run.
//!
//! As in tokio, deadlines are rounded up to whole milliseconds, here since the start of the run.

mod alarm;
mod instant;
mod interval;
mod sleep;
mod timeout;

pub use instant::Instant;
pub use interval::{Interval, MissedTickBehavior, interval, interval_at};
pub use sleep::{Sleep, sleep, sleep_until};
pub use std::time::Duration;
pub use timeout::{Timeout, timeout, timeout_at};

pub mod error {
    //! What can go wrong with time.

    pub use super::timeout::Elapsed;
}

/// The deadline of something that has a span of its own.
pub(crate) fn deadline(at: Instant) -> Sleep {
    Sleep::new(&label("timeout", at - Instant::now()), at)
}

/// The wait for a tick.
pub(crate) fn tick(period: Duration, at: Instant) -> Sleep {
    Sleep::new(&label("tick", period), at)
}

/// Waits within a span, without one of its own.
pub(crate) async fn wait(duration: Duration) {
    alarm::Alarm::at(Instant::now() + duration).await;
}

/// Writes a duration as people do: `300 ms`, `2 s`.
fn label(what: &str, duration: Duration) -> String {
    let whole_ms = duration.subsec_nanos().is_multiple_of(1_000_000);
    match (duration.as_secs(), duration.subsec_nanos()) {
        (secs @ 1.., 0) => format!("{what} {secs} s"),
        _ if whole_ms => format!("{what} {} ms", duration.as_millis()),
        _ => format!("{what} {duration:?}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_has_the_largest_unit_that_leaves_it_whole() {
        let cases = [
            (Duration::ZERO, "sleep 0 ms"),
            (Duration::from_millis(300), "sleep 300 ms"),
            (Duration::from_millis(1500), "sleep 1500 ms"),
            (Duration::from_secs(2), "sleep 2 s"),
            (Duration::from_micros(1500), "sleep 1.5ms"),
        ];
        for (duration, expected) in cases {
            assert_eq!(label("sleep", duration), expected);
        }
    }
}
