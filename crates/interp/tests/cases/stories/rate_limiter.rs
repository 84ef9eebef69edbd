use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{Mutex, Semaphore};
use tokio::time::{Instant, sleep, sleep_until};

struct Limiter { per: Duration, max: usize, recent: Mutex<VecDeque<Instant>> }

impl Limiter {
    fn new(max: usize, per: Duration) -> Arc<Self> { Arc::new(Limiter { per, max, recent: Mutex::new(VecDeque::new()) }) }
    async fn acquire(&self) {
        let mut recent = self.recent.lock().await;
        let now = Instant::now();
        while recent.front().is_some_and(|t| *t + self.per <= now) { recent.pop_front(); }
        if recent.len() == self.max {
            let until = recent[0] + self.per;
            sleep_until(until).await;
            recent.pop_front();
        }
        recent.push_back(Instant::now());
    }
}

#[derive(Debug)]
enum Failure { Transient(u32), Fatal }

async fn flaky(id: u32, attempt: u32) -> Result<String, Failure> {
    sleep(Duration::from_millis(3)).await;
    match (id, attempt) { (3, _) => Err(Failure::Fatal), (n, a) if a < n => Err(Failure::Transient(a)), (n, a) => Ok(format!("{n} after {a}")) }
}

async fn retry<F, Fut, T>(mut make: F, limit: u32) -> Result<T, String> where F: FnMut(u32) -> Fut, Fut: Future<Output = Result<T, Failure>> {
    let mut wait = Duration::from_millis(10);
    for attempt in 0..limit {
        match make(attempt).await {
            Ok(v) => return Ok(v),
            Err(Failure::Fatal) => return Err("fatal".into()),
            Err(Failure::Transient(n)) => { println!("transient {n}, waiting {wait:?}"); sleep(wait).await; wait *= 2; }
        }
    }
    Err(format!("gave up after {limit}"))
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let start = Instant::now();
    let limiter = Limiter::new(2, Duration::from_millis(100));
    let handles: Vec<_> = (0..5).map(|i| { let l = limiter.clone(); tokio::spawn(async move { l.acquire().await; println!("{i} at {:?}", start.elapsed()); }) }).collect();
    for h in handles { h.await.unwrap(); }
    let permits = Arc::new(Semaphore::new(2));
    let mut done = Vec::new();
    for id in [0u32, 2, 3, 9] {
        let permits = Arc::clone(&permits);
        done.push(tokio::spawn(async move { let _permit = permits.acquire().await.unwrap(); retry(|a| flaky(id, a), 4).await }));
    }
    for d in done { println!("{:?}", d.await.unwrap()); }
    println!("{:?}", start.elapsed());
}
