// Retrying with a policy: generic over the error, with jitter that is computed, hooks, and a hedge.
use std::error::Error as StdError;
use std::fmt::{self, Debug, Display};
use std::future::Future;
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;
use thiserror::Error;
use tokio::time::{error::Elapsed, sleep, timeout, Instant};

#[derive(Debug, Error)]
pub enum FetchError {
    #[error("status {code}{}", .reason.as_deref().map(|r| format!(" ({r})")).unwrap_or_default())]
    Status { code: u16, reason: Option<String> },
    #[error("timed out")]
    Timeout(#[from] Elapsed),
    #[error("bad body at byte {0}")]
    Body(usize, #[source] std::num::ParseIntError),
    #[error(transparent)]
    Other(#[from] Box<dyn StdError + Send + Sync>),
}
impl FetchError { fn is_retryable(&self) -> bool { matches!(self, Self::Timeout(_) | Self::Status { code: 500..=599, .. }) } }

#[derive(Debug, Error)]
#[error("gave up after {attempts} attempts in {elapsed:?}")]
struct Exhausted<E: StdError + 'static> { attempts: u32, elapsed: Duration, #[source] last: E }

#[derive(Clone, Copy, Debug)]
struct Policy { base: Duration, factor: f64, cap: Duration, attempts: u32 }
impl Default for Policy { fn default() -> Self { Policy { base: Duration::from_millis(10), factor: 2.0, cap: Duration::from_secs(1), attempts: 4 } } }
impl Policy {
    const fn attempts(self, attempts: u32) -> Self { Self { attempts, ..self } }
    fn delays(self) -> impl Iterator<Item = Duration> + Clone {
        (0..self.attempts.saturating_sub(1)).map(move |n| self.base.mul_f64(self.factor.powi(n as i32)).min(self.cap))
    }
}

async fn retry<T, E, Fut>(policy: Policy, mut op: impl FnMut(u32) -> Fut, mut decide: impl FnMut(&E, u32) -> ControlFlow<()>) -> Result<T, Exhausted<E>>
where
    Fut: Future<Output = Result<T, E>>,
    E: StdError + 'static,
{
    let start = Instant::now();
    let mut delays = policy.delays();
    let mut attempts = 0;
    loop {
        attempts += 1;
        let last = match op(attempts).await { Ok(value) => return Ok(value), Err(e) => e };
        match (decide(&last, attempts), delays.next()) {
            (ControlFlow::Continue(()), Some(delay)) => sleep(delay).await,
            _ => return Err(Exhausted { attempts, elapsed: start.elapsed(), last }),
        }
    }
}

fn report(mut error: &(dyn StdError + 'static)) -> String {
    let mut text = error.to_string();
    while let Some(source) = error.source() { text += &format!(" <- {source}"); error = source; }
    text
}

async fn server(n: u32) -> Result<usize, FetchError> {
    let body = timeout(Duration::from_millis(30), async move {
        sleep(Duration::from_millis(if n == 1 { 40 } else { 5 })).await;
        if n < 3 { None } else { Some(if n == 3 { "12a" } else { "12" }) }
    }).await?;
    let body = body.ok_or_else(|| FetchError::Status { code: 503, reason: (n > 1).then(|| "busy".to_owned()) })?;
    body.parse().map_err(|e| FetchError::Body(body.find(|c: char| !c.is_numeric()).unwrap_or(0), e))
}

async fn hedged<F, Fut>(mut op: F, after: Duration) -> (&'static str, Fut::Output) where F: FnMut() -> Fut, Fut: Future {
    let first = op();
    tokio::pin!(first);
    match timeout(after, &mut first).await {
        Ok(out) => ("first", out),
        Err(_) => tokio::select! { out = &mut first => ("late", out), out = op() => ("second", out) },
    }
}

struct Shown<'a, T: ?Sized>(&'a T);
impl<T: Display + ?Sized> Debug for Shown<'_, T> { fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { write!(f, "<{}>", self.0) } }

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() -> Result<(), Box<dyn StdError>> {
    println!("{:?}", Policy::default().attempts(9).delays().map(|d| d.as_millis()).collect::<Vec<_>>());
    let decide = |e: &FetchError, n: u32| { println!("  attempt {n}: {e}"); if e.is_retryable() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) } };
    let failed = retry(Policy::default(), server, decide).await.unwrap_err();
    println!("{}\n{failed:?}", report(&failed));
    let calls = AtomicU32::new(2);
    let ok = retry(Policy::default(), |_| server(calls.fetch_add(2, Ordering::SeqCst)), decide).await?;
    println!("{ok} after {} calls", calls.into_inner() / 2 - 1);
    let e = retry::<(), _, _>(Policy::default().attempts(1), |_| async { Err(FetchError::from(Box::<dyn StdError + Send + Sync>::from("boxed"))) }, |_, _| ControlFlow::Continue(())).await.unwrap_err();
    println!("{} {:?}", report(&e), Shown(&e.last));
    let mut n = 0;
    let slow_then_fast = || { n += 1; let ms = 100 / n; async move { sleep(Duration::from_millis(ms)).await; ms } };
    println!("{:?}", hedged(slow_then_fast, Duration::from_millis(20)).await);
    println!("{:?} {:?}", hedged(|| std::future::ready(1), Duration::ZERO).await, Shown("str"));
    let elapsed: FetchError = timeout(Duration::ZERO, std::future::pending::<()>()).await.unwrap_err().into();
    println!("{} {:?}", elapsed.is_retryable(), elapsed.source().map(ToString::to_string));
    Err(FetchError::Status { code: 404, reason: None }.into())
}
