use std::collections::HashMap;
use std::sync::Arc;
use tokio::sync::{AcquireError, Mutex, OwnedSemaphorePermit, RwLock, Semaphore, TryAcquireError};
use tokio::task::JoinHandle;
use tokio::time::{interval, interval_at, sleep, Duration, Instant, MissedTickBehavior};

pub struct TokenBucket {
    sem: Arc<Semaphore>,
    jh: JoinHandle<()>,
}

impl TokenBucket {
    pub fn new(duration: Duration, capacity: usize) -> Self {
        let sem = Arc::new(Semaphore::new(capacity));
        let jh = tokio::spawn({
            let sem = sem.clone();
            let mut interval = interval(duration);
            interval.set_missed_tick_behavior(MissedTickBehavior::Skip);
            async move {
                interval.tick().await;
                loop {
                    interval.tick().await;
                    if sem.available_permits() < capacity {
                        sem.add_permits(1);
                    }
                }
            }
        });
        Self { jh, sem }
    }

    pub async fn acquire(&self) -> Result<(), AcquireError> {
        self.sem.acquire().await.map(|p| p.forget())
    }
    pub async fn acquire_many(&self, n: u32) {
        let permit = self.sem.acquire_many(n).await.expect("not closed");
        permit.forget();
    }
    pub fn close(&self) {
        self.sem.close();
    }
}

impl Drop for TokenBucket {
    fn drop(&mut self) {
        self.jh.abort();
        println!("bucket dropped");
    }
}

#[derive(Default)]
struct Pool {
    limits: RwLock<HashMap<&'static str, Arc<Semaphore>>>,
    log: Mutex<Vec<String>>,
}

impl Pool {
    async fn slot(&self, host: &'static str) -> OwnedSemaphorePermit {
        let found = { self.limits.read().await.get(host).cloned() };
        let sem = match found {
            Some(sem) => sem,
            None => self.limits.write().await.entry(host).or_insert_with(|| Arc::new(Semaphore::new(2))).clone(),
        };
        sem.acquire_owned().await.unwrap()
    }

    async fn fetch(self: Arc<Self>, host: &'static str, n: u32, started: Instant) -> u32 {
        let _permit = self.slot(host).await;
        self.log.lock().await.push(format!("{host}/{n} begins at {}", rounded(started)));
        sleep(Duration::from_millis(30)).await;
        n * n
    }
}

fn rounded(started: Instant) -> u128 {
    (started.elapsed().as_millis() + 4) / 20 * 20
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let start = Instant::now();
    let bucket = Arc::new(TokenBucket::new(Duration::from_millis(40), 2));
    for i in 0..4 {
        bucket.acquire().await?;
        println!("request {i} at {}", rounded(start));
    }
    bucket.acquire_many(2).await;
    println!("two at once at {}", rounded(start));
    let waiting = tokio::spawn({
        let bucket = Arc::clone(&bucket);
        async move { bucket.acquire().await }
    });
    sleep(Duration::from_millis(10)).await;
    bucket.close();
    let outcome = waiting.await?;
    println!("{:?} / {}", outcome, outcome.as_ref().unwrap_err());
    println!("{}", Arc::into_inner(bucket).is_some());

    let sem = Arc::new(Semaphore::new(3));
    let two = sem.clone().try_acquire_many_owned(2).unwrap();
    println!("held {} left {}", two.num_permits(), sem.available_permits());
    println!("{:?}", sem.try_acquire_many(2).map(|_| ()));
    match sem.try_acquire_many(2) {
        Err(TryAcquireError::NoPermits) => println!("no permits"),
        Err(TryAcquireError::Closed) => println!("closed"),
        Ok(_) => unreachable!(),
    }
    let mut two = two;
    let one = two.split(1).ok_or("cannot split")?;
    drop(two);
    println!("left {} forgotten {}", sem.available_permits(), sem.forget_permits(1));
    drop(one);
    println!("left {}", sem.available_permits());

    let pool = Arc::new(Pool::default());
    let start = Instant::now();
    let jobs: Vec<_> = [("a.com", 1), ("a.com", 2), ("a.com", 3), ("b.org", 4), ("a.com", 5)]
        .into_iter()
        .map(|(host, n)| tokio::spawn(pool.clone().fetch(host, n, start)))
        .collect();
    let mut sum = 0;
    for job in jobs {
        sum += job.await?;
    }
    println!("sum {sum} after {}", rounded(start));
    let mut log = pool.log.lock().await;
    log.sort_unstable();
    log.iter().for_each(|line| println!("  {line}"));
    log.clear();
    drop(log);

    let start = Instant::now();
    let mut ticker = interval_at(start + Duration::from_millis(20), Duration::from_millis(50));
    ticker.set_missed_tick_behavior(MissedTickBehavior::Delay);
    println!("{:?} {:?}", ticker.period(), ticker.missed_tick_behavior());
    for work in [0, 80, 0, 0] {
        ticker.tick().await;
        println!("tick at {}", rounded(start));
        sleep(Duration::from_millis(work)).await;
    }
    ticker.reset_after(Duration::from_millis(20));
    ticker.tick().await;
    println!("reset, at {}", rounded(start));
    Ok(())
}
