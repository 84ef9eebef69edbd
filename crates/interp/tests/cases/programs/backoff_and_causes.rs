use anyhow::{anyhow, bail, ensure, Context, Result};
use std::cell::Cell;
use std::collections::HashMap;
use std::fmt::Debug;
use std::future::Future;
use std::iter;
use std::time::Duration;
use thiserror::Error;
use tokio::time::{self, Instant};

#[derive(Debug, Clone)]
struct ExponentialBackoff {
    current: u64,
    base: u64,
    factor: u64,
    max_delay: Option<Duration>,
}

impl ExponentialBackoff {
    const fn from_millis(base: u64) -> Self {
        ExponentialBackoff { current: base, base, factor: 1, max_delay: None }
    }
    const fn factor(mut self, factor: u64) -> Self {
        self.factor = factor;
        self
    }
    const fn max_delay(mut self, duration: Duration) -> Self {
        self.max_delay = Some(duration);
        self
    }
}

impl Iterator for ExponentialBackoff {
    type Item = Duration;
    fn next(&mut self) -> Option<Duration> {
        let duration = match self.current.checked_mul(self.factor) {
            Some(millis) => Duration::from_millis(millis),
            None => Duration::from_millis(u64::MAX),
        };
        if let Some(ref max_delay) = self.max_delay {
            if duration > *max_delay {
                return Some(*max_delay);
            }
        }
        self.current = self.current.saturating_mul(self.base);
        Some(duration)
    }
}

#[derive(Error, Debug)]
enum FetchError {
    #[error("server answered {status}")]
    Status { status: u16 },
    #[error("timed out after {0:?}")]
    Timeout(Duration),
    #[error("cannot parse the body")]
    Parse(#[from] std::num::ParseIntError),
    #[error(transparent)]
    Other(#[from] anyhow::Error),
}

impl FetchError {
    fn is_transient(&self) -> bool {
        matches!(self, FetchError::Status { status: 500..=599 } | FetchError::Timeout(_))
    }
}

async fn retry_if<F, Fut, T, E, I>(strategy: I, mut action: F, condition: impl Fn(&E) -> bool) -> Result<(T, usize), E>
where
    F: FnMut(usize) -> Fut,
    Fut: Future<Output = Result<T, E>>,
    I: IntoIterator<Item = Duration>,
    E: Debug,
{
    let mut delays = strategy.into_iter();
    for attempt in 1.. {
        match action(attempt).await {
            Ok(value) => return Ok((value, attempt)),
            Err(error) if condition(&error) => match delays.next() {
                Some(delay) => {
                    println!("  attempt {attempt}: {error:?}, next in {delay:?}");
                    time::sleep(delay).await;
                }
                None => return Err(error),
            },
            Err(error) => return Err(error),
        }
    }
    unreachable!()
}

struct Server {
    pages: HashMap<&'static str, Vec<(u16, &'static str, u64)>>,
    calls: Cell<usize>,
}

impl Server {
    async fn get(&self, url: &str, attempt: usize) -> Result<u32, FetchError> {
        self.calls.set(self.calls.get() + 1);
        let page = self.pages.get(url).ok_or_else(|| anyhow!("no route to {url}"))?;
        let &(status, body, delay) = page.get(attempt - 1).unwrap_or(page.last().unwrap());
        let limit = Duration::from_millis(50);
        let wait = time::timeout(limit, time::sleep(Duration::from_millis(delay)));
        wait.await.map_err(|_| FetchError::Timeout(limit))?;
        match status {
            200 => Ok(body.trim().parse()?),
            status => Err(FetchError::Status { status }),
        }
    }
}

async fn load(server: &Server, url: &str) -> Result<u32> {
    let strategy = ExponentialBackoff::from_millis(2).factor(5).max_delay(Duration::from_millis(30)).take(4);
    let (value, attempts) = retry_if(strategy, |n| server.get(url, n), FetchError::is_transient)
        .await
        .with_context(|| format!("loading {url:?}"))?;
    ensure!(value < 1000, "value {value} is too large");
    if attempts > 3 {
        bail!("gave {value}, but only at attempt {attempts}");
    }
    Ok(value)
}

#[tokio::main]
async fn main() -> Result<()> {
    let delays: Vec<_> = ExponentialBackoff::from_millis(10).factor(3).max_delay(Duration::from_secs(100)).take(6).collect();
    println!("{delays:?}");
    println!("{:?}", ExponentialBackoff::from_millis(u64::MAX / 2).skip(2).next().map(|d| d.as_secs()));
    let server = Server {
        pages: HashMap::from([
            ("/ok", vec![(200, "7\n", 10)]),
            ("/flaky", vec![(503, "", 0), (200, "slow", 90), (200, " 42 ", 5)]),
            ("/down", vec![(500, "", 0)]),
            ("/text", vec![(200, "forty", 0)]),
            ("/gone", vec![(410, "", 0)]),
            ("/big", vec![(200, "4096", 0)]),
            ("/late", vec![(502, "", 0), (502, "", 0), (502, "", 0), (200, "1", 0)]),
        ]),
        calls: Cell::default(),
    };
    let start = Instant::now();
    for url in ["/ok", "/flaky", "/down", "/text", "/gone", "/big", "/late", "/nowhere"] {
        let before = server.calls.get();
        match load(&server, url).await.context("main loop") {
            Ok(value) => println!("{url}: {value}"),
            Err(e) => {
                println!("{url}: {e:#}");
                let causes = e.chain().skip(1).map(|c| c.to_string()).collect::<Vec<_>>();
                println!("  {} calls, causes {causes:?}", server.calls.get() - before);
                if let Some(FetchError::Status { status }) = e.downcast_ref::<FetchError>() {
                    println!("  the status was {status}, root: {}", e.root_cause());
                }
            }
        }
    }
    println!("all within a second: {}", start.elapsed() < Duration::from_secs(1));
    let constant = iter::repeat(Duration::from_millis(5)).take(2).chain(iter::once(Duration::from_millis(10)));
    let result = retry_if(constant, |n| async move { if n < 4 { Err(n) } else { Ok("done") } }, |_| true).await;
    println!("{result:?}");
    let e: anyhow::Error = FetchError::from("x1".parse::<u8>().unwrap_err()).into();
    println!("{e:?}");
    println!("{:?}", anyhow!(e).context("outer").downcast::<FetchError>().map(|e| e.is_transient()));
    let none: Option<u8> = None;
    none.context("nothing here")?;
    Ok(())
}
