// Rate limiting three ways: a semaphore that is refilled, a leaky bucket with a queue of waiters, a sliding window.
use std::collections::VecDeque;
use std::future::Future;
use std::num::NonZeroU32;
use std::ops::{Deref, DerefMut};
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard};
use std::task::{ready, Context, Poll, Waker};
use std::time::Duration;
use tokio::sync::Semaphore;
use tokio::time::{interval_at, sleep_until, Instant, MissedTickBehavior, Sleep};

pub struct TokenBucket { sem: Arc<Semaphore>, refill: tokio::task::JoinHandle<()> }
impl TokenBucket {
    pub fn new(every: Duration, capacity: NonZeroU32) -> Self {
        let capacity = capacity.get() as usize;
        let sem = Arc::new(Semaphore::new(capacity));
        let refill = tokio::spawn({
            let sem = sem.clone();
            async move {
                let mut interval = interval_at(Instant::now() + every, every);
                interval.set_missed_tick_behavior(MissedTickBehavior::Delay);
                loop {
                    interval.tick().await;
                    if sem.available_permits() < capacity { sem.add_permits(1); }
                }
            }
        });
        Self { sem, refill }
    }
    pub async fn acquire(&self) { self.sem.acquire().await.expect("never closed").forget() }
    pub fn try_acquire(&self) -> bool { self.sem.try_acquire().map(|p| p.forget()).is_ok() }
}
impl Drop for TokenBucket { fn drop(&mut self) { self.refill.abort(); } }

#[derive(Default)]
struct GateState { open: u32, waiting: VecDeque<Waker> }
#[derive(Clone, Default)]
pub struct Gate(Arc<Mutex<GateState>>);
pub struct Pass { gate: Gate, queued: bool }
impl Gate {
    fn state(&self) -> MutexGuard<'_, GateState> { self.0.lock().unwrap_or_else(|e| e.into_inner()) }
    pub fn let_in(&self, n: u32) {
        let mut state = self.state();
        state.open += n;
        let wake: Vec<Waker> = (0..n).map_while(|_| state.waiting.pop_front()).collect();
        drop(state);
        wake.into_iter().for_each(Waker::wake);
    }
    pub fn pass(&self) -> Pass { Pass { gate: self.clone(), queued: false } }
}
impl Future for Pass {
    type Output = u32;
    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<u32> {
        let this = self.as_mut().get_mut();
        let mut state = this.gate.state();
        if let Some(left) = state.open.checked_sub(1) {
            state.open = left;
            return Poll::Ready(left);
        }
        state.waiting.push_back(cx.waker().clone());
        this.queued = true;
        Poll::Pending
    }
}

struct Window { hits: VecDeque<Instant>, limit: usize, per: Duration, timer: Option<Pin<Box<Sleep>>> }
impl Window {
    fn poll_hit(&mut self, cx: &mut Context<'_>) -> Poll<Instant> {
        loop {
            if let Some(timer) = self.timer.as_mut() { ready!(timer.as_mut().poll(cx)); self.timer = None; }
            let now = Instant::now();
            while self.hits.front().is_some_and(|&hit| now.duration_since(hit) >= self.per) { self.hits.pop_front(); }
            if self.hits.len() < self.limit { self.hits.push_back(now); return Poll::Ready(now); }
            self.timer = self.hits.front().map(|&first| Box::pin(sleep_until(first + self.per)));
        }
    }
    async fn hit(&mut self) -> Instant { std::future::poll_fn(|cx| self.poll_hit(cx)).await }
}

struct Timed<T> { inner: T, since: Instant }
impl<T> Deref for Timed<T> { type Target = T; fn deref(&self) -> &T { &self.inner } }
impl<T> DerefMut for Timed<T> { fn deref_mut(&mut self) -> &mut Self::Target { &mut self.inner } }

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let start = Instant::now();
    let bucket = TokenBucket::new(Duration::from_millis(50), NonZeroU32::new(3).unwrap());
    let mut times = Timed { inner: Vec::new(), since: start };
    for _ in 0..6 {
        bucket.acquire().await;
        let at = times.since.elapsed().as_millis();
        times.push(at);
    }
    println!("{:?} {} {}", *times, times.len(), bucket.try_acquire());
    tokio::time::sleep(Duration::from_millis(500)).await;
    println!("{}", std::iter::repeat_with(|| bucket.try_acquire()).take_while(|ok| *ok).count());

    let gate = Gate::default();
    let visitors: Vec<_> = (0..5).map(|n| { let pass = gate.pass(); tokio::spawn(async move { (n, pass.await) }) }).collect();
    for wave in [2, 1, 2] { tokio::task::yield_now().await; gate.let_in(wave); }
    let mut all = vec![];
    for v in visitors { all.push(v.await.unwrap()); }
    println!("{all:?} {}", gate.state().waiting.len());

    let mut window = Window { hits: VecDeque::with_capacity(2), limit: 2, per: Duration::from_secs(1), timer: None };
    let begun = Instant::now();
    let mut at = vec![];
    for pause in [0, 300, 0, 0, 2000, 0] {
        tokio::time::sleep(Duration::from_millis(pause)).await;
        at.push((window.hit().await - begun).as_secs_f32());
    }
    println!("{at:?}");
}
