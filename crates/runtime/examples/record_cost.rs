//! What recording costs: 100,000 gathered futures that each yield once, recorded and unrecorded.
//!
//! Prints JSON: nanoseconds per event, and milliseconds for the whole with and without recording. The measure itself is
//! `measure`, which `tests/web.rs` runs in the browser as well.

#[cfg(not(target_family = "wasm"))]
#[path = "record_cost/measure.rs"]
mod measure;

fn main() {
    #[cfg(not(target_family = "wasm"))]
    native::main();
}

#[cfg(not(target_family = "wasm"))]
mod native {
    use crate::measure::{Cost, gather};
    use meanwhile_runtime::{Run, RunConfig};
    use std::time::Instant;

    /// The best of this many rounds counts.
    const ROUNDS: usize = 5;

    pub(crate) fn main() {
        let recorded = (0..ROUNDS).map(|_| recorded()).min_by(|a, b| a.0.total_cmp(&b.0)).unwrap_or_default();
        let unrecorded_ms = (0..ROUNDS).map(|_| unrecorded()).min_by(f64::total_cmp).unwrap_or_default();
        let cost = Cost { recorded_ms: recorded.0, unrecorded_ms, events: recorded.1 };
        meanwhile_runtime::println!("{}", cost.to_json());
    }

    fn recorded() -> (f64, usize) {
        let (elapsed_ms, run) = time(true);
        (elapsed_ms, run.recorder().drain().events.len())
    }

    fn unrecorded() -> f64 {
        time(false).0
    }

    /// Runs the program on the real clock; what becomes of the events afterwards does not count.
    fn time(recorded: bool) -> (f64, Run) {
        let config = RunConfig { capacity: u64::MAX, ..RunConfig::default() };
        let start = Instant::now();
        let run = Run::start(config, move || {
            Box::pin(async move {
                gather(recorded).await;
                Ok(())
            })
        });
        run.drive();
        (start.elapsed().as_secs_f64() * 1e3, run)
    }
}
