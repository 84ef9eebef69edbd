use std::fmt::{Debug, Display};
use std::marker::PhantomData;
use std::num::ParseIntError;
use std::str::FromStr;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::Arc;
use tokio::sync::mpsc;
use tokio::task::JoinHandle;

pub trait Stage: Send + 'static {
    type In: Send + 'static;
    type Out: Send + 'static;
    type Error: Display + Send + 'static;
    const NAME: &'static str;

    fn process(&mut self, item: Self::In) -> impl Future<Output = Result<Option<Self::Out>, Self::Error>> + Send;
    fn flush(&mut self) -> Option<Self::Out> {
        None
    }
}

pub struct Parse<T>(PhantomData<T>);
impl<T> Stage for Parse<T>
where
    T: FromStr + Send + 'static,
    T::Err: Display + Send,
{
    type In = String;
    type Out = T;
    type Error = T::Err;
    const NAME: &'static str = "parse";
    async fn process(&mut self, item: String) -> Result<Option<T>, T::Err> {
        let trimmed = item.trim();
        if trimmed.is_empty() || trimmed.starts_with('#') { Ok(None) } else { trimmed.parse().map(Some) }
    }
}

pub struct Batch<T, const N: usize>(Vec<T>);
impl<T: Send + 'static, const N: usize> Stage for Batch<T, N> {
    type In = T;
    type Out = Vec<T>;
    type Error = std::convert::Infallible;
    const NAME: &'static str = "batch";
    async fn process(&mut self, item: T) -> Result<Option<Vec<T>>, Self::Error> {
        self.0.push(item);
        Ok((self.0.len() >= N).then(|| std::mem::take(&mut self.0)))
    }
    fn flush(&mut self) -> Option<Vec<T>> {
        Some(std::mem::take(&mut self.0)).filter(|b| !b.is_empty())
    }
}

pub struct FnStage<F, I, O>(F, PhantomData<fn(I) -> O>);
impl<F, I, O> Stage for FnStage<F, I, O>
where
    F: FnMut(I) -> Result<O, String> + Send + 'static,
    I: Send + 'static,
    O: Send + 'static,
{
    type In = I;
    type Out = O;
    type Error = String;
    const NAME: &'static str = "fn";
    async fn process(&mut self, item: I) -> Result<Option<O>, String> {
        tokio::task::yield_now().await;
        (self.0)(item).map(Some)
    }
}

#[derive(Debug, Default)]
pub struct Metrics {
    seen: AtomicU64,
    failed: AtomicU64,
}

pub struct Pipeline<T> {
    rx: mpsc::Receiver<T>,
    tasks: Vec<(&'static str, JoinHandle<()>, Arc<Metrics>)>,
}

impl<T: Send + 'static> Pipeline<T> {
    pub fn from_iter<I>(items: I) -> Self
    where
        I: IntoIterator<Item = T>,
        I::IntoIter: Send + 'static,
    {
        let (tx, rx) = mpsc::channel(2);
        let iter = items.into_iter();
        let source = tokio::spawn(async move {
            for item in iter {
                if tx.send(item).await.is_err() {
                    break;
                }
            }
        });
        Pipeline { rx, tasks: vec![("source", source, Arc::default())] }
    }

    pub fn then<S: Stage<In = T>>(self, mut stage: S) -> Pipeline<S::Out> {
        let Pipeline { mut rx, mut tasks } = self;
        let (tx, out) = mpsc::channel(2);
        let metrics = Arc::new(Metrics::default());
        let m = Arc::clone(&metrics);
        let task = tokio::spawn(async move {
            while let Some(item) = rx.recv().await {
                m.seen.fetch_add(1, Ordering::Relaxed);
                match stage.process(item).await {
                    Ok(Some(out)) => if tx.send(out).await.is_err() { return },
                    Ok(None) => continue,
                    Err(e) => {
                        m.failed.fetch_add(1, Ordering::Relaxed);
                        println!("[{}] {e}", S::NAME);
                    }
                }
            }
            if let Some(rest) = stage.flush() {
                tx.send(rest).await.ok();
            }
        });
        tasks.push((S::NAME, task, metrics));
        Pipeline { rx: out, tasks }
    }

    pub fn map<O: Send + 'static>(self, f: impl FnMut(T) -> Result<O, String> + Send + 'static) -> Pipeline<O> {
        self.then(FnStage(f, PhantomData))
    }

    pub async fn fold<A>(mut self, init: A, mut f: impl FnMut(A, T) -> A) -> (A, Vec<(&'static str, u64, u64)>) {
        let mut acc = init;
        while let Some(item) = self.rx.recv().await {
            acc = f(acc, item);
        }
        let mut stats = Vec::with_capacity(self.tasks.len());
        for (name, task, metrics) in self.tasks {
            task.await.expect(name);
            let m = Arc::try_unwrap(metrics).unwrap_or_default();
            stats.push((name, m.seen.into_inner(), m.failed.into_inner()));
        }
        (acc, stats)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Rgb(u8, u8, u8);
#[derive(Debug)]
enum RgbError {
    Length(usize),
    Digit(ParseIntError),
}
impl Display for RgbError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            RgbError::Length(n) => write!(f, "{n} digits, not 6"),
            RgbError::Digit(e) => Display::fmt(e, f),
        }
    }
}
impl FromStr for Rgb {
    type Err = RgbError;
    fn from_str(s: &str) -> Result<Self, RgbError> {
        let hex = s.strip_prefix("0x").unwrap_or(s);
        if hex.len() != 6 {
            return Err(RgbError::Length(hex.len()));
        }
        let n = u32::from_str_radix(hex, 16).map_err(RgbError::Digit)?;
        let [_, r, g, b] = n.to_be_bytes();
        Ok(Rgb(r, g, b))
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let lines = "1\n2\n# three\n\nfour\n5\n  6 \n99999999999\n7".lines().map(String::from).collect::<Vec<_>>();
    let (batches, stats) = Pipeline::from_iter(lines)
        .then(Parse::<i32>(PhantomData))
        .map(|n| if n == 5 { Err(format!("{n} is unlucky")) } else { Ok(f64::from(n).sqrt()) })
        .then(Batch::<_, 2>(vec![]))
        .fold(vec![], |mut acc, batch| {
            acc.push(batch.iter().map(|x| format!("{x:.2}")).collect::<Vec<_>>().join("/"));
            acc
        })
        .await;
    println!("{batches:?}");
    for (name, seen, failed) in stats {
        println!("{name:>6}: {seen} seen, {failed} failed");
    }

    let (mixed, _) = Pipeline::from_iter(["ff8000", "0x00ff00", "12345", "zzzzzz"].map(str::to_owned))
        .then(Parse::<Rgb>(PhantomData))
        .fold(None, |acc: Option<Rgb>, Rgb(r, g, b)| match acc {
            None => Some(Rgb(r, g, b)),
            Some(Rgb(x, y, z)) => Some(Rgb(x.midpoint(r), y / 2 + g / 2, z.saturating_add(b))),
        })
        .await;
    println!("{mixed:?}");
    let (sum, stats) = Pipeline::from_iter(1..=10u64).map(|n| Ok(n * n)).fold(0, |a, b| a + b).await;
    println!("{sum} {}", stats.len());
}
