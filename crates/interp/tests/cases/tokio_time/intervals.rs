use std::time::Duration;
use tokio::time::{Instant, MissedTickBehavior, interval, interval_at, sleep};

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let start = Instant::now();
    let at = |i: Instant| (i - start).as_millis();
    let mut ticks = interval(Duration::from_millis(10));
    for _ in 0..3 { print!("{} ", at(ticks.tick().await)); }
    println!("{:?}", ticks.period());
    sleep(Duration::from_millis(35)).await;
    for _ in 0..4 { print!("{}@{} ", at(ticks.tick().await), at(Instant::now())); }
    println!();
    let mut delayed = interval(Duration::from_millis(10));
    delayed.set_missed_tick_behavior(MissedTickBehavior::Delay);
    delayed.tick().await;
    sleep(Duration::from_millis(25)).await;
    let base = Instant::now();
    for _ in 0..3 { delayed.tick().await; print!("{} ", (Instant::now() - base).as_millis()); }
    println!();
    let mut skipping = interval(Duration::from_millis(10));
    skipping.set_missed_tick_behavior(MissedTickBehavior::Skip);
    skipping.tick().await;
    sleep(Duration::from_millis(25)).await;
    let base = Instant::now();
    for _ in 0..3 { skipping.tick().await; print!("{} ", (Instant::now() - base).as_millis()); }
    println!();
    let now = Instant::now();
    let mut later = interval_at(now + Duration::from_millis(7), Duration::from_millis(3));
    later.tick().await;
    later.tick().await;
    println!("{:?}", now.elapsed());
    later.reset();
    later.tick().await;
    println!("{:?} {:?}", now.elapsed(), later.missed_tick_behavior());
}
