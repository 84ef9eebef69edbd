// A circuit breaker around calls that fail and hang: states, a builder, errors with sources, an async closure.
use std::error::Error;
use std::fmt::{self, Display, Formatter};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::Arc;
use std::time::Duration;
use tokio::time::{sleep, timeout, Instant};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    Closed { failures: u32 },
    Open { until: Instant },
    HalfOpen,
}

impl State {
    fn name(self) -> &'static str {
        match self {
            State::Closed { failures: 0 } => "closed",
            State::Closed { .. } => "closed (shaky)",
            State::Open { .. } => "open",
            State::HalfOpen => "half-open",
        }
    }
}

#[derive(Debug)]
pub enum CallError<E> {
    Rejected { retry_in: Duration },
    TimedOut(Duration),
    Inner(E),
}

impl<E: Display> Display for CallError<E> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Rejected { retry_in } => write!(f, "rejected, retry in {retry_in:?}"),
            Self::TimedOut(after) => write!(f, "timed out after {after:?}"),
            Self::Inner(e) => write!(f, "inner: {e}"),
        }
    }
}

impl<E: Error + 'static> Error for CallError<E> {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            CallError::Inner(e) => Some(e),
            _ => None,
        }
    }
}

#[derive(Debug, PartialEq)]
struct Unavailable(u16);

impl Display for Unavailable {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "status {:03}", self.0)
    }
}

impl Error for Unavailable {}

pub struct Breaker {
    state: State,
    threshold: u32,
    cool_down: Duration,
    limit: Duration,
}

impl Breaker {
    pub fn builder() -> BreakerBuilder {
        BreakerBuilder::default()
    }

    pub async fn call<F, T, E>(&mut self, operation: F) -> Result<T, CallError<E>>
    where
        F: AsyncFnOnce() -> Result<T, E>,
    {
        if let State::Open { until } = self.state {
            let now = Instant::now();
            if now < until {
                return Err(CallError::Rejected { retry_in: until - now });
            }
            self.state = State::HalfOpen;
        }
        match timeout(self.limit, operation()).await {
            Ok(Ok(value)) => {
                self.state = State::Closed { failures: 0 };
                Ok(value)
            }
            Ok(Err(e)) => {
                self.failed();
                Err(CallError::Inner(e))
            }
            Err(_elapsed) => {
                self.failed();
                Err(CallError::TimedOut(self.limit))
            }
        }
    }

    fn failed(&mut self) {
        self.state = match self.state {
            State::Closed { failures } if failures + 1 < self.threshold => State::Closed { failures: failures + 1 },
            _ => State::Open { until: Instant::now() + self.cool_down },
        };
    }
}

#[derive(Default)]
pub struct BreakerBuilder {
    threshold: Option<u32>,
    cool_down: Option<Duration>,
}

impl BreakerBuilder {
    pub fn threshold(mut self, n: u32) -> Self {
        self.threshold = Some(n);
        self
    }
    pub fn cool_down(mut self, d: Duration) -> Self {
        self.cool_down.replace(d);
        self
    }
    pub fn build(self) -> Breaker {
        Breaker {
            state: State::Closed { failures: 0 },
            threshold: self.threshold.unwrap_or(3),
            cool_down: self.cool_down.unwrap_or_else(|| Duration::from_secs(1)),
            limit: Duration::from_millis(50),
        }
    }
}

async fn flaky(calls: Arc<AtomicU32>) -> Result<String, Unavailable> {
    match calls.fetch_add(1, Ordering::Relaxed) {
        n @ (1 | 2) => Err(Unavailable(500 + n as u16)),
        3 => {
            sleep(Duration::from_secs(5)).await;
            Ok("too late".into())
        }
        n => Ok(format!("answer {n}")),
    }
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() -> Result<(), Box<dyn Error>> {
    let calls = Arc::new(AtomicU32::default());
    let mut breaker = Breaker::builder().threshold(3).cool_down(Duration::from_millis(300)).build();
    for step in 1..=9 {
        let calls = Arc::clone(&calls);
        let outcome = breaker.call(async || flaky(calls).await).await;
        match &outcome {
            Ok(text) => println!("{step}: {text}"),
            Err(e) => match e.source().and_then(|s| s.downcast_ref::<Unavailable>()) {
                Some(Unavailable(code)) => println!("{step}: {e} (code {code})"),
                None => println!("{step}: {e}"),
            },
        }
        println!("   -> {}", breaker.state.name());
        sleep(Duration::from_millis(100)).await;
    }
    println!("{} calls went through", calls.load(Ordering::Relaxed));
    let last: Result<(), CallError<Unavailable>> = Err(CallError::Inner(Unavailable(7)));
    if let Err(e) = last {
        let boxed: Box<dyn Error> = e.into();
        println!("{boxed} / {:?}", boxed.source().map(ToString::to_string));
    }
    Ok(())
}
