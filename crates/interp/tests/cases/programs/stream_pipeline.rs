// Streams and futures combined: buffered, unordered, folded, zipped, raced.
use futures::channel::mpsc as fmpsc;
use futures::future::{self, BoxFuture, FutureExt, Either};
use futures::stream::{self, FuturesUnordered, StreamExt, TryStreamExt};
use futures::{pin_mut, SinkExt, Stream, TryFutureExt};
use std::collections::BTreeMap;
use std::time::Duration;
use tokio::time::{sleep, Instant};

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Page {
    url: String,
    size: usize,
}

#[derive(Debug, thiserror::Error)]
enum FetchError {
    #[error("{0} not found")]
    NotFound(String),
    #[error("parse: {0}")]
    Parse(#[from] std::num::ParseIntError),
}

async fn fetch(url: &str) -> Result<Page, FetchError> {
    let n: u64 = url.rsplit('/').next().unwrap_or_default().parse()?;
    sleep(Duration::from_millis(100 - n * 10)).await;
    if n == 7 {
        return Err(FetchError::NotFound(url.to_string()));
    }
    Ok(Page { url: url.into(), size: (n * n) as usize })
}

fn urls(range: std::ops::Range<u32>) -> Vec<String> {
    range.map(|n| format!("http://site/{n}")).collect()
}

fn tree_sum(depth: u32) -> BoxFuture<'static, u32> {
    async move {
        if depth == 0 {
            sleep(Duration::from_millis(1)).await;
            return 1;
        }
        let (a, b) = future::join(tree_sum(depth - 1), tree_sum(depth - 1)).await;
        a + b
    }
    .boxed()
}

fn evens() -> impl Stream<Item = u32> {
    stream::unfold(0u32, |n| async move {
        if n > 10 {
            None
        } else {
            tokio::task::yield_now().await;
            Some((n, n + 2))
        }
    })
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() -> Result<(), FetchError> {
    let start = Instant::now();
    let in_order: Vec<usize> = stream::iter(urls(0..5))
        .map(|url| async move { fetch(&url).await.map(|p| p.size) })
        .buffered(2)
        .try_collect()
        .await?;
    println!("{in_order:?} after {:?}", start.elapsed());

    let start = Instant::now();
    let mut as_ready = stream::iter(urls(0..9)).map(|u| async move { fetch(&u).await }).buffer_unordered(9);
    while let Some(result) = as_ready.next().await {
        match result {
            Ok(Page { url, size }) => println!("{:>4?} {url} {size}", start.elapsed().as_millis()),
            Err(e) => println!("{:>4?} {e}", start.elapsed().as_millis()),
        }
    }

    let after = |ms: u64| sleep(Duration::from_millis(ms)).map(move |()| ms);
    let mut pending: FuturesUnordered<_> = [30u64, 10, 20].into_iter().map(after).collect();
    let mut order = Vec::new();
    while let Some(ms) = pending.next().await {
        if ms == 10 {
            pending.push(after(5));
        }
        order.push(ms);
    }
    println!("{order:?}");

    let failed = stream::iter(["1", "2", "x", "4"]).map(|s| s.parse::<i32>().map_err(FetchError::from)).try_fold(0, |acc, n| async move { Ok(acc + n) }).await;
    println!("{}", failed.unwrap_err());

    println!("{}", tree_sum(4).await);

    let words = stream::iter("the cat and the dog and the bird".split(' '));
    let counts = words.fold(BTreeMap::new(), |mut m, w| {
        *m.entry(w).or_insert(0u8) += 1;
        future::ready(m)
    });
    println!("{:?}", counts.await);

    let s = evens().filter(|n| future::ready(n % 4 == 0)).enumerate().chain(stream::once(async { (99, 1) }));
    pin_mut!(s);
    while let Some((i, n)) = s.next().await {
        print!("{i}:{n} ");
    }
    println!();

    let (mut tx, rx) = fmpsc::channel::<u8>(1);
    let producer = async move {
        for i in 1..=3 {
            tx.send(i).await.expect("the receiver lives");
        }
    };
    let (_, doubled) = future::join(producer, rx.map(|x| x * 2).collect::<Vec<_>>()).await;
    println!("{doubled:?}");

    let slow = sleep(Duration::from_millis(50)).map(|_| "slow");
    let quick = sleep(Duration::from_millis(20)).map(|_| "quick");
    pin_mut!(slow, quick);
    match future::select(slow, quick).await {
        Either::Left((what, _)) => println!("left {what}"),
        Either::Right((what, rest)) => println!("right {what}, then {}", rest.await),
    }
    let lazy = future::lazy(|_| 5).map(|n| n + 1).then(|n| async move { n * 7 });
    println!("{}", lazy.await);
    let sum = fetch("http://site/3").and_then(|a| async move { fetch("http://site/4").await.map(|b| a.size + b.size) }).unwrap_or_else(|_| 0).await;
    println!("{sum}");
    let chunks: Vec<Vec<u32>> = evens().chunks(4).collect().await;
    println!("{chunks:?}");
    let zipped: Vec<(u32, char)> = evens().zip(stream::iter("abc".chars())).collect().await;
    println!("{zipped:?} {:?}", evens().skip(2).take(2).concat_all().await);
    Ok(())
}

trait ConcatAll: Stream<Item = u32> + Sized {
    fn concat_all(self) -> impl std::future::Future<Output = String> {
        self.fold(String::new(), |s, n| async move { s + &n.to_string() })
    }
}
impl<S: Stream<Item = u32>> ConcatAll for S {}
