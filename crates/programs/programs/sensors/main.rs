//! Three sensors report at their own pace. One loop reads them all, in the order in which the readings come.

use std::time::Duration;

use futures::stream::{self, Stream, StreamExt};
use tokio::time::{Instant, interval_at};
use tokio_stream::wrappers::IntervalStream;

struct Reading {
    sensor: &'static str,
    value: f64,
}

/// A stream of readings: the first after `first_ms`, the next ones every `every_ms`.
fn sensor(
    sensor: &'static str,
    first_ms: u64,
    every_ms: u64,
    values: &'static [f64],
) -> impl Stream<Item = Reading> + Unpin {
    let first = Instant::now() + Duration::from_millis(first_ms);
    let ticks = IntervalStream::new(interval_at(first, Duration::from_millis(every_ms)));
    stream::iter(values).zip(ticks).map(move |(&value, _)| Reading { sensor, value })
}

/// The mean of the last three temperatures: a single wrong reading does not raise the alarm.
fn smooth(temperatures: &[f64]) -> f64 {
    let last = &temperatures[temperatures.len().saturating_sub(3)..];
    last.iter().sum::<f64>() / last.len() as f64
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let mut readings = stream::select_all([
        sensor("temperature", 50, 200, &[20.0, 20.5, 27.5, 24.0, 26.0]),
        sensor("humidity", 100, 300, &[61.0, 60.0, 58.0]),
        sensor("pressure", 150, 400, &[1012.0, 1011.0]),
    ]);

    let mut temperatures = Vec::new();
    while let Some(Reading { sensor, value }) = readings.next().await {
        println!("{sensor} {value:.1}");
        if sensor == "temperature" {
            temperatures.push(value);
            if smooth(&temperatures) > 25.0 {
                println!("too warm");
            }
        }
    }
}
