// A rate limiter with token buckets and permits.
use std::collections::HashMap;
use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{Mutex, Semaphore};
use tokio::time::{self, Instant};

/// A token bucket: `capacity` tokens at most, one more every `interval`.
#[derive(Debug)]
struct TokenBucket {
    capacity: u32,
    tokens: f64,
    interval: Duration,
    last: Instant,
}

impl TokenBucket {
    fn new(capacity: u32, interval: Duration) -> Self {
        Self { capacity, tokens: f64::from(capacity), interval, last: Instant::now() }
    }

    fn refill(&mut self) {
        let now = Instant::now();
        let elapsed = now.duration_since(self.last);
        let fresh = elapsed.as_secs_f64() / self.interval.as_secs_f64();
        self.tokens = (self.tokens + fresh).min(self.capacity as f64);
        self.last = now;
    }

    fn try_acquire(&mut self) -> Result<(), Duration> {
        self.refill();
        if self.tokens + 1e-9 >= 1.0 {
            self.tokens -= 1.0;
            Ok(())
        } else {
            Err(self.interval.mul_f64(1.0 - self.tokens))
        }
    }
}

#[derive(Clone)]
struct Limiter {
    buckets: Arc<Mutex<HashMap<String, TokenBucket>>>,
    parallel: Arc<Semaphore>,
}

impl Limiter {
    fn new(parallel: usize) -> Limiter {
        Limiter { buckets: Default::default(), parallel: Arc::new(Semaphore::new(parallel)) }
    }

    async fn run<F, Fut, T>(&self, key: &str, f: F) -> T
    where
        F: FnOnce() -> Fut,
        Fut: Future<Output = T>,
    {
        loop {
            let wait = {
                let mut buckets = self.buckets.lock().await;
                let bucket = buckets
                    .entry(key.to_string())
                    .or_insert_with(|| TokenBucket::new(2, Duration::from_millis(100)));
                match bucket.try_acquire() {
                    Ok(()) => break,
                    Err(wait) => wait,
                }
            };
            time::sleep(wait).await;
        }
        let _permit = self.parallel.acquire().await.expect("never closed");
        f().await
    }
}

fn round(d: Duration) -> u128 {
    // to the nearest ten milliseconds
    (d.as_millis() + 5) / 10 * 10
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let start = Instant::now();
    let limiter = Limiter::new(3);
    let mut tasks = Vec::new();
    for i in 0..6 {
        let limiter = limiter.clone();
        tasks.push(tokio::spawn(async move {
            let key = if i % 3 == 0 { "alice" } else { "bob" };
            let answer = limiter
                .run(key, || async move {
                    time::sleep(Duration::from_millis(10)).await;
                    i * i
                })
                .await;
            (key, i, answer, start.elapsed())
        }));
    }
    for task in tasks {
        let (key, i, answer, at) = task.await.unwrap();
        println!("{key:>6} #{i}: {answer:>3} at {:>4} ms", round(at));
    }
    let buckets = limiter.buckets.lock().await;
    let mut keys: Vec<&String> = buckets.keys().collect();
    keys.sort_unstable();
    println!("{keys:?} {} permits", limiter.parallel.available_permits());
    for key in keys {
        let bucket = &buckets[key];
        println!("{key}: capacity {} left {:.1}", bucket.capacity, bucket.tokens.abs());
    }
}
