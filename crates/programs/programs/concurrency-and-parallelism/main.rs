//! Concurrency and parallelism: the same job on one loop and in four workers.

use futures::future::join_all;
use tokio::task::spawn_blocking;

const STEP: u32 = 100_000;
const STARTS: [u32; 4] = [0, STEP, 2 * STEP, 3 * STEP];

fn is_prime(n: u32) -> bool {
    n >= 2 && (2..=n.isqrt()).all(|divisor| !n.is_multiple_of(divisor))
}

fn count_primes(from: u32) -> usize {
    (from..from + STEP).filter(|n| is_prime(*n)).count()
}

// Async in name only: there is nothing in it to wait for.
async fn count(from: u32) -> usize {
    count_primes(from)
}

async fn one_loop() {
    let counts = join_all(STARTS.map(count)).await;
    println!("one loop: {} primes", counts.iter().sum::<usize>());
}

async fn four_workers() {
    let jobs = STARTS.map(|from| spawn_blocking(move || count_primes(from)));
    let mut primes = 0;
    for job in jobs {
        primes += job.await.expect("no job panics");
    }
    println!("four workers: {primes} primes");
}

// One thread, as in the browser, besides the workers.
#[tokio::main(flavor = "current_thread")]
async fn main() {
    one_loop().await;
    four_workers().await;
}
