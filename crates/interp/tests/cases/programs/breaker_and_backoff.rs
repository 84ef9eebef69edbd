// Retry with exponential backoff behind a circuit breaker, clocked by tokio's paused time.
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use thiserror::Error;
use tokio::sync::Mutex;
use tokio::time::{Duration, Instant, sleep, timeout};

#[derive(Debug, Error, Clone, PartialEq)]
pub enum ServiceError {
    #[error("transient failure (code {code})")]
    Transient { code: u16 },
    #[error("fatal: {0}")]
    Fatal(String),
    #[error("timed out after {0:?}")]
    Timeout(Duration),
}
#[derive(Debug, Error)]
pub enum CallError<E: std::error::Error + 'static> {
    #[error("circuit is open, retry in {retry_in:.1?}")]
    Open { retry_in: Duration },
    #[error("gave up after {attempts} attempt{}", if *attempts == 1 { "" } else { "s" })]
    Exhausted {
        attempts: u32,
        #[source]
        last: E,
    },
    #[error(transparent)]
    Inner(#[from] E),
}
pub trait Retryable {
    fn is_retryable(&self) -> bool;
}
impl Retryable for ServiceError {
    fn is_retryable(&self) -> bool {
        matches!(self, Self::Transient { .. } | Self::Timeout(_))
    }
}

#[derive(Clone, Debug)]
pub struct Backoff {
    base: Duration,
    factor: u32,
    max: Duration,
    attempts: u32,
}
impl Backoff {
    fn delays(&self) -> impl Iterator<Item = Duration> + use<> {
        let Backoff { base, factor, max, attempts } = self.clone();
        std::iter::successors(Some(base), move |d| Some((*d * factor).min(max))).take(attempts as usize - 1)
    }
}
impl Default for Backoff {
    fn default() -> Self {
        Self { base: Duration::from_millis(100), factor: 2, max: Duration::from_secs(1), attempts: 4 }
    }
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum State {
    Closed { failures: u32 },
    Open { until: Instant },
    HalfOpen,
}
impl fmt::Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            State::Closed { failures: 0 } => "closed",
            State::Closed { .. } => "closed*",
            State::Open { .. } => "open",
            State::HalfOpen => "half-open",
        })
    }
}
pub struct Breaker {
    state: Mutex<State>,
    threshold: u32,
    cooldown: Duration,
    policy: Backoff,
}
impl Breaker {
    fn new(threshold: u32, cooldown: Duration, policy: Backoff) -> Arc<Self> {
        Arc::new(Self { state: Mutex::new(State::Closed { failures: 0 }), threshold, cooldown, policy })
    }
    async fn call<T, E, F, Fut>(&self, mut op: F) -> Result<T, CallError<E>>
    where
        F: FnMut(u32) -> Fut,
        Fut: Future<Output = Result<T, E>>,
        E: std::error::Error + Retryable + 'static,
    {
        {
            let mut st = self.state.lock().await;
            if let State::Open { until } = *st {
                let now = Instant::now();
                if now < until {
                    return Err(CallError::Open { retry_in: until - now });
                }
                *st = State::HalfOpen;
            }
        }
        let mut delays = self.policy.delays();
        let mut attempt = 0;
        let result = loop {
            attempt += 1;
            match op(attempt).await {
                Ok(v) => break Ok(v),
                Err(e) if !e.is_retryable() => break Err(e.into()),
                Err(last) => match delays.next() {
                    Some(d) => {
                        println!("    attempt {attempt} failed: {last}; waiting {d:?}");
                        sleep(d).await
                    }
                    None => break Err(CallError::Exhausted { attempts: attempt, last }),
                },
            }
        };
        let mut st = self.state.lock().await;
        *st = match (&result, *st) {
            (Ok(_), _) => State::Closed { failures: 0 },
            (Err(CallError::Inner(_)), s) => s,
            (Err(_), State::Closed { failures }) if failures + 1 < self.threshold => State::Closed { failures: failures + 1 },
            (Err(_), _) => State::Open { until: Instant::now() + self.cooldown },
        };
        result
    }
}
type Reply = Pin<Box<dyn Future<Output = Result<String, ServiceError>> + Send>>;
fn flaky(counter: Arc<AtomicU32>, ok_from: u32) -> impl Fn(u32) -> Reply {
    move |_| {
        let n = counter.fetch_add(1, Ordering::SeqCst) + 1;
        Box::pin(async move {
            sleep(Duration::from_millis(5)).await;
            if n >= ok_from { Ok(format!("ok#{n}")) } else { Err(ServiceError::Transient { code: 500 + n as u16 }) }
        })
    }
}
fn describe(e: &dyn std::error::Error) -> String {
    let mut s = e.to_string();
    let mut cur = e.source();
    while let Some(c) = cur {
        s += &format!(" <- {c}");
        cur = c.source();
    }
    s
}
#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let t0 = Instant::now();
    let breaker = Breaker::new(2, Duration::from_secs(3), Backoff::default());
    let n = Arc::new(AtomicU32::new(0));
    for round in 1..=7 {
        let r = breaker.call(flaky(n.clone(), 11)).await;
        match &r {
            Ok(v) => println!("[{:>6.2?}] round {round}: {v}", t0.elapsed()),
            Err(e) => println!("[{:>6.2?}] round {round}: {}", t0.elapsed(), describe(e)),
        }
        println!("  state {}", breaker.state.lock().await);
        if round >= 3 {
            sleep(Duration::from_millis(1600)).await;
        }
    }
    let fatal = breaker.call(|_| async { Err::<(), _>(ServiceError::Fatal("bad key".into())) }).await.unwrap_err();
    println!("{} / {fatal:?}", describe(&fatal));
    let slow = Breaker::new(1, Duration::from_millis(10), Backoff { attempts: 2, ..Default::default() });
    let e = slow
        .call(|k| async move {
            timeout(Duration::from_millis(50 * k as u64), sleep(Duration::from_secs(1)))
                .await
                .map_err(|_| ServiceError::Timeout(Duration::from_millis(50 * u64::from(k))))
        })
        .await;
    println!("{:?} {}", e.as_ref().map_err(|e| describe(e)), slow.state.lock().await);
    assert_eq!(
        Backoff { attempts: 6, ..Backoff::default() }.delays().sum::<Duration>(),
        Duration::from_millis(100 + 200 + 400 + 800 + 1000)
    );
    println!("total {:?}", t0.elapsed());
}
