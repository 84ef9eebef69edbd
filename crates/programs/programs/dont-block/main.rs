//! Don't block: a long computation without an `.await` stalls every other task.

use std::time::Duration;
use tokio::task::JoinError;
use tokio::time::sleep;

const LIMIT: u32 = 1_500_000;

async fn tick() {
    for n in 1..=5 {
        sleep(Duration::from_millis(200)).await;
        println!("tick {n}");
    }
}

fn is_prime(n: u32) -> bool {
    let mut divisor = 2;
    while divisor * divisor <= n {
        if n.is_multiple_of(divisor) {
            return false;
        }
        divisor += 1;
    }
    n >= 2
}

// Being `async` is not enough: it gives way only at an `.await` that waits.
async fn count_primes() -> usize {
    (1..LIMIT).filter(|n| is_prime(*n)).count()
}

// One thread, as in the browser.
#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), JoinError> {
    let ticking = tokio::spawn(tick());

    sleep(Duration::from_millis(500)).await;
    println!("counting ...");
    println!("{} primes below {LIMIT}", count_primes().await);

    ticking.await
}
