//! Three cures for a blocked loop: yield, chunk, or use another worker.

use std::time::Duration;
use tokio::task::{spawn_blocking, yield_now};
use tokio::time::{interval, sleep};

const LIMIT: usize = 200_000;
const STEP: usize = 10_000;

fn is_prime(n: usize) -> bool {
    n >= 2 && (2..=n.isqrt()).all(|divisor| !n.is_multiple_of(divisor))
}

// The patient: busy from its start to its end.
fn count_primes(from: usize, to: usize) -> usize {
    (from..to).filter(|n| is_prime(*n)).count()
}

// Who suffers: a task that wants a turn every 20 ms.
async fn metronome() {
    let mut ticks = interval(Duration::from_millis(20));
    loop {
        ticks.tick().await;
    }
}

// Cure 1: give way to all that are ready.
async fn yielding() -> usize {
    let mut primes = 0;
    for from in (0..LIMIT).step_by(STEP) {
        primes += count_primes(from, from + STEP);
        yield_now().await;
    }
    primes
}

// Cure 2: rest between the chunks, so that timers get their turn as well.
async fn chunked() -> usize {
    let mut primes = 0;
    for from in (0..LIMIT).step_by(STEP) {
        primes += count_primes(from, from + STEP);
        sleep(Duration::from_millis(1)).await;
    }
    primes
}

// Cure 3: let somebody else do it, and wait.
async fn another_worker() -> usize {
    let job = spawn_blocking(move || count_primes(0, LIMIT));
    job.await.expect("the job does not panic")
}

// One thread, as in the browser.
#[tokio::main(flavor = "current_thread")]
async fn main() {
    let beat = tokio::spawn(metronome());
    println!("yielding: {} primes", yielding().await);
    println!("chunked: {} primes", chunked().await);
    println!("another worker: {} primes", another_worker().await);
    beat.abort();
}
