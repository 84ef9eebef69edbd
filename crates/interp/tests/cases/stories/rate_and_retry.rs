// Retries with backoff, a circuit breaker, a token bucket and a deadline, on a paused clock.
use futures::future::BoxFuture;
use futures::stream::{self, FuturesUnordered, StreamExt, TryStreamExt};
use std::collections::HashMap;
use std::future::Future;
use std::sync::atomic::{AtomicU32, AtomicUsize, Ordering};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{Mutex, OwnedSemaphorePermit, RwLock, Semaphore};
use tokio::time::{interval, sleep, timeout, Instant, MissedTickBehavior};

#[derive(Debug, Clone, PartialEq)]
enum CallError { Transient(u32), Fatal(&'static str), Open, TimedOut }
impl std::fmt::Display for CallError { fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { write!(f, "{self:?}") } }

struct Backoff { base: Duration, factor: u32, max: Duration }
impl IntoIterator for Backoff {
    type Item = Duration;
    type IntoIter = Box<dyn Iterator<Item = Duration> + Send>;
    fn into_iter(self) -> Self::IntoIter { Box::new(std::iter::successors(Some(self.base), move |d| Some(*d * self.factor)).map(move |d| d.min(self.max))) }
}
async fn retry<T, F, Fut>(mut operation: F, backoff: Backoff, attempts: usize) -> Result<T, CallError>
where F: FnMut(usize) -> Fut, Fut: Future<Output = Result<T, CallError>> {
    let mut waits = backoff.into_iter();
    for attempt in 1.. {
        match operation(attempt).await {
            Err(CallError::Transient(_)) if attempt < attempts => sleep(waits.next().unwrap()).await,
            result => return result,
        }
    }
    unreachable!()
}
enum State { Closed { failures: u32 }, Open { until: Instant }, HalfOpen }
struct Breaker { state: Mutex<State>, limit: u32, pause: Duration }
impl Breaker {
    async fn call<T>(&self, operation: impl Future<Output = Result<T, CallError>>) -> Result<T, CallError> {
        {
            let mut state = self.state.lock().await;
            if let State::Open { until } = *state { if Instant::now() < until { return Err(CallError::Open); } *state = State::HalfOpen; }
        }
        let result = operation.await;
        let mut state = self.state.lock().await;
        *state = match (&result, &*state) {
            (Ok(_), _) => State::Closed { failures: 0 },
            (Err(_), State::Closed { failures }) if failures + 1 < self.limit => State::Closed { failures: failures + 1 },
            (Err(_), _) => State::Open { until: Instant::now() + self.pause },
        };
        result
    }
}
struct Bucket { permits: Arc<Semaphore> }
impl Bucket {
    fn new(size: usize, every: Duration) -> Self {
        let permits = Arc::new(Semaphore::new(size));
        let filled = permits.clone();
        tokio::spawn(async move {
            let mut ticks = interval(every);
            ticks.set_missed_tick_behavior(MissedTickBehavior::Skip);
            ticks.tick().await;
            loop { ticks.tick().await; if filled.available_permits() < size { filled.add_permits(1); } }
        });
        Self { permits }
    }
    async fn take(&self) { self.permits.acquire().await.unwrap().forget(); }
}
async fn fetch(id: u32, limit: Arc<Semaphore>, peak: Arc<(AtomicUsize, AtomicUsize)>) -> Result<u32, CallError> {
    let _permit: OwnedSemaphorePermit = limit.acquire_owned().await.map_err(|_| CallError::Fatal("closed"))?;
    let now = peak.0.fetch_add(1, Ordering::SeqCst) + 1;
    peak.1.fetch_max(now, Ordering::SeqCst);
    sleep(Duration::from_millis(10 * u64::from(id % 4 + 1))).await;
    peak.0.fetch_sub(1, Ordering::SeqCst);
    if id == 13 { Err(CallError::Fatal("unlucky")) } else { Ok(id * id) }
}
fn ms(start: Instant) -> u128 { start.elapsed().as_millis() }

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let start = Instant::now();
    let calls = AtomicU32::new(0);
    let backoff = || Backoff { base: Duration::from_millis(10), factor: 3, max: Duration::from_millis(50) };
    let result = retry(|attempt| { let n = calls.fetch_add(1, Ordering::Relaxed); async move { if n < 3 { Err(CallError::Transient(n)) } else { Ok(format!("attempt {attempt}")) } } }, backoff(), 5).await;
    println!("{result:?} after {} ms", ms(start));
    println!("{:?}", retry(|n| async move { Err::<(), _>(CallError::Transient(n as u32)) }, backoff(), 3).await);
    println!("{}", retry(|_| async { Err::<(), _>(CallError::Fatal("no")) }, backoff(), 3).await.unwrap_err());

    let breaker = Breaker { state: Mutex::new(State::Closed { failures: 0 }), limit: 2, pause: Duration::from_millis(100) };
    let mut seen = vec![];
    for (wait, good) in [(0, false), (0, false), (0, true), (99, true), (1, true), (0, true)] {
        sleep(Duration::from_millis(wait)).await;
        seen.push(breaker.call(async { if good { Ok("ok") } else { Err(CallError::Transient(1)) } }).await);
    }
    println!("{seen:?}");

    let bucket = Bucket::new(2, Duration::from_millis(20));
    let start = Instant::now();
    let mut times = vec![];
    for _ in 0..5 { bucket.take().await; times.push(ms(start)); }
    println!("{times:?}");

    let (limit, peak) = (Arc::new(Semaphore::new(3)), Arc::new((AtomicUsize::new(0), AtomicUsize::new(0))));
    let start = Instant::now();
    let all: Vec<u32> = (0..8).map(|id| fetch(id, limit.clone(), peak.clone())).collect::<FuturesUnordered<_>>().try_collect().await.unwrap();
    println!("{all:?} peak {} in {} ms", peak.1.load(Ordering::SeqCst), ms(start));
    let failed: Result<Vec<u32>, CallError> = stream::iter(10..16).map(|id| fetch(id, limit.clone(), peak.clone())).buffered(2).try_collect().await;
    println!("{failed:?}");
    let cache: Arc<RwLock<HashMap<u32, u32>>> = Arc::default();
    let lookup = |id: u32| -> BoxFuture<'static, u32> {
        let cache = cache.clone();
        Box::pin(async move {
            if let Some(hit) = cache.read().await.get(&id) { return *hit; }
            let mut cache = cache.write().await;
            sleep(Duration::from_millis(5)).await;
            *cache.entry(id).or_insert_with(|| id + 100)
        })
    };
    let start = Instant::now();
    println!("{:?} in {} ms, {} kept", futures::future::join_all([1, 1, 2].map(|id| lookup(id))).await, ms(start), cache.read().await.len());
    match timeout(Duration::from_millis(7), sleep(Duration::from_millis(8))).await.map_err(|_| CallError::TimedOut) { Err(e) => println!("{e}"), Ok(()) => println!("in time") }
}
