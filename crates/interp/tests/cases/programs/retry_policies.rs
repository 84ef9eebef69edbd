// Retries with policies as trait objects and closures that classify errors.
use std::fmt::Debug;
use std::future::Future;
use std::ops::ControlFlow;
use std::pin::Pin;
use std::time::Duration;
use thiserror::Error;
use tokio::time::{sleep, Instant};

#[derive(Debug, Error, Clone, PartialEq)]
enum ApiError {
    #[error("throttled, retry after {}ms", .retry_after.as_millis())]
    Throttled { retry_after: Duration },
    #[error("server error {0}")]
    Server(u16),
    #[error("invalid input: {field} {}", if *.fatal { "(fatal)" } else { "" })]
    Invalid { field: &'static str, fatal: bool },
}

trait Backoff {
    fn next_delay(&mut self) -> Option<Duration>;
}

struct Exponential {
    base: Duration,
    factor: u32,
    attempt: u32,
    max: u32,
}

impl Backoff for Exponential {
    fn next_delay(&mut self) -> Option<Duration> {
        if self.attempt >= self.max {
            return None;
        }
        let delay = self.base * self.factor.checked_pow(self.attempt)?;
        self.attempt += 1;
        Some(delay.min(Duration::from_secs(2)))
    }
}

struct Fibonacci(Duration, Duration, usize);

impl Backoff for Fibonacci {
    fn next_delay(&mut self) -> Option<Duration> {
        let Fibonacci(a, b, left) = self;
        *left = left.checked_sub(1)?;
        let now = *a;
        (*a, *b) = (*b, now + *b);
        Some(now)
    }
}

/// Anything that iterates over delays is a backoff.
struct Steps<I>(I);
impl<I: Iterator<Item = u64>> Backoff for Steps<I> {
    fn next_delay(&mut self) -> Option<Duration> {
        self.0.next().map(Duration::from_millis)
    }
}

type Classify<E> = Box<dyn Fn(&E) -> ControlFlow<(), Option<Duration>>>;

struct Retry<E> {
    backoff: Box<dyn Backoff>,
    classify: Classify<E>,
}

impl<E: Debug> Retry<E> {
    async fn run<T, F>(mut self, mut operation: F) -> Result<(T, u32), E>
    where
        F: FnMut(u32) -> Pin<Box<dyn Future<Output = Result<T, E>>>>,
    {
        let mut attempt = 0;
        loop {
            attempt += 1;
            let error = match operation(attempt).await {
                Ok(value) => return Ok((value, attempt)),
                Err(error) => error,
            };
            let hint = match (self.classify)(&error) {
                ControlFlow::Break(()) => return Err(error),
                ControlFlow::Continue(hint) => hint,
            };
            let Some(delay) = self.backoff.next_delay() else {
                return Err(error);
            };
            let delay = hint.map_or(delay, |h| h.max(delay));
            println!("    attempt {attempt} failed with {error:?}; waiting {delay:?}");
            sleep(delay).await;
        }
    }
}

fn classify(e: &ApiError) -> ControlFlow<(), Option<Duration>> {
    match e {
        ApiError::Throttled { retry_after } => ControlFlow::Continue(Some(*retry_after)),
        ApiError::Server(500..=599) => ControlFlow::Continue(None),
        ApiError::Server(_) | ApiError::Invalid { .. } => ControlFlow::Break(()),
    }
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let policies: Vec<(&str, Box<dyn Backoff>)> = vec![
        ("exponential", Box::new(Exponential { base: Duration::from_millis(100), factor: 3, attempt: 0, max: 4 })),
        ("fibonacci", Box::new(Fibonacci(Duration::from_millis(10), Duration::from_millis(20), 5))),
        ("steps", Box::new(Steps([5u64, 50].into_iter().chain(std::iter::repeat_n(500, 1))))),
    ];
    for (name, backoff) in policies {
        let start = Instant::now();
        println!("{name}");
        let retry = Retry { backoff, classify: Box::new(classify) };
        let outcome = retry
            .run(|attempt| {
                Box::pin(async move {
                    sleep(Duration::from_millis(1)).await;
                    match attempt {
                        1 => Err(ApiError::Server(503)),
                        2 => Err(ApiError::Throttled { retry_after: Duration::from_millis(250) }),
                        3 | 4 => Err(ApiError::Server(500 + attempt as u16)),
                        n => Ok(n * 100),
                    }
                })
            })
            .await;
        match outcome {
            Ok((value, attempts)) => println!("  {value} after {attempts} attempts, {:?}", start.elapsed()),
            Err(e) => println!("  gave up: {e}, {:?}", start.elapsed()),
        }
    }
    let retry = Retry { backoff: Box::new(Steps(1..=3)), classify: Box::new(classify) };
    let fatal: Result<((), u32), _> = retry.run(|_| Box::pin(async { Err(ApiError::Invalid { field: "id", fatal: true }) })).await;
    println!("{}", fatal.unwrap_err());
    println!("{}", ApiError::Throttled { retry_after: Duration::from_secs(3) });
}
