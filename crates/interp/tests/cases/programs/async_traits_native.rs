// Async functions in traits, boxed futures in structs, streams of channels, limits by permits.
use std::collections::HashMap;
use std::fmt::Display;
use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::sync::{mpsc, Semaphore};
use tokio::time::{sleep, timeout, Instant};
use tokio_stream::{wrappers::ReceiverStream, Stream, StreamExt};

/// Storage with native `async fn` in a trait.
trait Storage {
    type Error: Display;
    async fn get(&self, key: &str) -> Result<Option<String>, Self::Error>;
    async fn put(&mut self, key: &str, value: String) -> Result<Option<String>, Self::Error>;

    async fn update<F>(&mut self, key: &str, f: F) -> Result<String, Self::Error>
    where
        F: FnOnce(Option<String>) -> String,
    {
        let new = f(self.get(key).await?);
        self.put(key, new.clone()).await?;
        Ok(new)
    }
}

#[derive(Default)]
struct Memory(HashMap<String, String>);

impl Storage for Memory {
    type Error = std::convert::Infallible;
    async fn get(&self, key: &str) -> Result<Option<String>, Self::Error> {
        sleep(Duration::from_millis(1)).await;
        Ok(self.0.get(key).cloned())
    }
    async fn put(&mut self, key: &str, value: String) -> Result<Option<String>, Self::Error> {
        Ok(self.0.insert(key.to_owned(), value))
    }
}

struct Flaky<S> {
    inner: S,
    fuse: u32,
}

#[derive(Debug, thiserror::Error)]
enum FlakyError {
    #[error("storage is down ({0} calls left)")]
    Down(u32),
    #[error("inner: {0}")]
    Inner(String),
}

impl<S: Storage> Storage for Flaky<S> {
    type Error = FlakyError;

    fn get(&self, key: &str) -> impl Future<Output = Result<Option<String>, FlakyError>> {
        let down = self.fuse == 0;
        async move {
            if down {
                return Err(FlakyError::Down(0));
            }
            self.inner.get(key).await.map_err(|e| FlakyError::Inner(e.to_string()))
        }
    }

    async fn put(&mut self, key: &str, value: String) -> Result<Option<String>, Self::Error> {
        self.fuse = self.fuse.checked_sub(1).ok_or(FlakyError::Down(0))?;
        self.inner.put(key, value).await.map_err(|e| FlakyError::Inner(format!("{e}")))
    }
}

async fn count_words<S>(storage: &mut S, text: &str) -> Result<usize, S::Error>
where
    S: Storage,
{
    let mut n = 0;
    for word in text.split_whitespace() {
        storage
            .update(word, |old| match old.and_then(|s| s.parse::<u32>().ok()) {
                Some(c) => (c + 1).to_string(),
                None => "1".into(),
            })
            .await?;
        n += 1;
    }
    Ok(n)
}

// ---- object-safe by boxing

type Step = Arc<dyn Fn(u64) -> Pin<Box<dyn Future<Output = Result<u64, String>> + Send>> + Send + Sync>;

fn step<F, Fut>(f: F) -> Step
where
    F: Fn(u64) -> Fut + Send + Sync + 'static,
    Fut: Future<Output = Result<u64, String>> + Send + 'static,
{
    Arc::new(move |n| Box::pin(f(n)))
}

async fn run_steps(steps: &[Step], input: u64) -> Result<u64, String> {
    let mut value = input;
    for (i, step) in steps.iter().enumerate() {
        value = step(value).await.map_err(|e| format!("step {i}: {e}"))?;
    }
    Ok(value)
}

fn numbers(limit: u64, every: Duration) -> impl Stream<Item = u64> {
    let (tx, rx) = mpsc::channel(1);
    tokio::spawn(async move {
        for n in 1..=limit {
            sleep(every).await;
            if tx.send(n).await.is_err() {
                return;
            }
        }
    });
    ReceiverStream::new(rx)
}

async fn limited<T, Fut>(permits: &Semaphore, jobs: Vec<Fut>) -> Vec<T>
where
    Fut: Future<Output = T>,
{
    futures::future::join_all(jobs.into_iter().map(|job| async {
        let _permit = permits.acquire().await.unwrap();
        job.await
    }))
    .await
}

async fn race<T>(a: impl Future<Output = T>, b: impl Future<Output = T>) -> T {
    tokio::select! {
        biased;
        x = a => x,
        x = b => x,
    }
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let mut memory = Memory::default();
    println!("{:?}", count_words(&mut memory, "a b a c a").await);
    println!("{:?} {:?}", memory.get("a").await.unwrap(), memory.get("z").await.unwrap());
    let mut flaky = Flaky { inner: memory, fuse: 2 };
    match count_words(&mut flaky, "x a y").await {
        Ok(n) => println!("{n} words"),
        Err(e) => println!("{e}"),
    }
    println!("{} {}", flaky.get("a").await.unwrap_err(), flaky.inner.0.len());

    let offset = Arc::new(Mutex::new(10));
    let shared = Arc::clone(&offset);
    let steps = [
        step(|n| async move { Ok(n * 2) }),
        step(move |n| {
            let shared = shared.clone();
            async move {
                sleep(Duration::from_millis(5)).await;
                let mut o = shared.lock().unwrap();
                *o += 1;
                Ok(n + *o)
            }
        }),
        step(|n| async move { n.checked_sub(20).ok_or_else(|| format!("{n} is too small")) }),
    ];
    for input in [10, 1, 5] {
        println!("{:?}", run_steps(&steps, input).await);
    }

    let start = Instant::now();
    let evens: Vec<u64> = numbers(6, Duration::from_millis(10)).filter(|n| n % 2 == 0).map(|n| n * n).collect().await;
    println!("{evens:?} {:?}", start.elapsed());
    let mut slow = std::pin::pin!(numbers(5, Duration::from_millis(30)).timeout(Duration::from_millis(50)).take(2));
    while let Some(item) = slow.next().await {
        println!("{item:?}");
    }

    let start = Instant::now();
    let permits = Semaphore::new(2);
    let jobs = (1..=5u64).map(|n| async move { sleep(Duration::from_millis(10 * n)).await; n }).collect();
    println!("{:?} {:?}", limited(&permits, jobs).await, start.elapsed());
    let quick = race(async { sleep(Duration::from_millis(3)).await; "slow" }, async { "quick" }).await;
    println!("{quick} {:?}", timeout(Duration::from_millis(1), std::future::pending::<()>()).await.map_err(|e| e.to_string()));
    let closures: Vec<(&str, Box<dyn AsyncRunner>)> = vec![("double", Box::new(Doubler(21))), ("text", Box::new("plain"))];
    for (name, runner) in &closures {
        println!("{name}: {}", runner.run().await);
    }
}

trait AsyncRunner {
    fn run(&self) -> Pin<Box<dyn Future<Output = String> + '_>>;
}
struct Doubler(i32);
impl AsyncRunner for Doubler {
    fn run(&self) -> Pin<Box<dyn Future<Output = String> + '_>> {
        Box::pin(async move { (self.0 * 2).to_string() })
    }
}
impl AsyncRunner for &'static str {
    fn run(&self) -> Pin<Box<dyn Future<Output = String> + '_>> {
        Box::pin(async { self.to_uppercase() })
    }
}
