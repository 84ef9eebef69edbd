use std::collections::BTreeMap;
use std::pin::Pin;
use std::task::{ready, Context, Poll};
use std::time::Duration;
use tokio::sync::{broadcast, mpsc, watch};
use tokio::time::{interval, sleep, Instant};
use tokio_stream::wrappers::errors::BroadcastStreamRecvError;
use tokio_stream::wrappers::{BroadcastStream, IntervalStream, ReceiverStream, UnboundedReceiverStream, WatchStream};
use tokio_stream::{self as stream, Stream, StreamExt, StreamMap};

/// Every item together with the one before it.
struct Pairwise<S: Stream> {
    inner: S,
    last: Option<S::Item>,
}

impl<S> Stream for Pairwise<S>
where
    S: Stream + Unpin,
    S::Item: Copy + Unpin,
{
    type Item = (S::Item, S::Item);
    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            let Some(item) = ready!(Pin::new(&mut self.inner).poll_next(cx)) else {
                return Poll::Ready(None);
            };
            if let Some(last) = self.last.replace(item) {
                return Poll::Ready(Some((last, item)));
            }
        }
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        let (low, high) = self.inner.size_hint();
        let less = usize::from(self.last.is_none());
        (low.saturating_sub(less), high.map(|h| h.saturating_sub(less)))
    }
}

trait PairwiseExt: Stream + Sized {
    fn pairwise(self) -> Pairwise<Self> {
        Pairwise { inner: self, last: None }
    }
}
impl<S: Stream> PairwiseExt for S {}

fn every(ms: u64, name: &'static str) -> impl Stream<Item = String> {
    let mut n = 0;
    IntervalStream::new(interval(Duration::from_millis(ms))).map(move |_| {
        n += 1;
        format!("{name}{n}")
    })
}

fn words(text: &'static str, gap: u64) -> Pin<Box<dyn Stream<Item = &'static str> + Send>> {
    let (tx, rx) = mpsc::channel(4);
    tokio::spawn(async move {
        for word in text.split(' ') {
            if tx.send(word).await.is_err() {
                return;
            }
            sleep(Duration::from_millis(gap)).await;
        }
    });
    Box::pin(ReceiverStream::new(rx))
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let squares = stream::iter(1..=10).filter(|n| n % 3 != 0).map(|n| n * n).skip(1).take_while(|n| *n < 80);
    println!("{:?}", squares.collect::<Vec<i32>>().await);
    let mut diffs = stream::iter([1, 4, 9, 16]).pairwise();
    println!("{:?}", diffs.size_hint());
    while let Some((a, b)) = diffs.next().await {
        print!("{}..{} ", a, b);
    }
    println!();
    let total = stream::iter(vec!["3", "4", "x", "5"]).map(str::parse::<i32>).collect::<Result<Vec<_>, _>>().await;
    println!("{total:?}");
    let (any, all) = (stream::iter([2, 4, 5]).any(|n| n % 2 == 1).await, stream::iter([2, 4]).all(|n| n % 2 == 0).await);
    let folded = stream::once(1).chain(stream::iter([2, 3])).fold(String::from("f"), |acc, n| format!("{acc}({n}")).await;
    println!("{any} {all} {folded} {:?}", stream::empty::<u8>().next().await);
    println!("{:?}", stream::iter(["a", "1", "b2", "7"]).filter_map(|s| s.parse().ok()).collect::<Vec<u8>>().await);

    let merged = every(40, "slow").merge(every(25, "fast")).take(6);
    println!("{:?}", merged.collect::<Vec<_>>().await);
    let start = Instant::now();
    let mut throttled = Box::pin(stream::iter("abc".chars()).throttle(Duration::from_millis(30)));
    while let Some(c) = throttled.next().await {
        print!("{c}@{} ", (start.elapsed().as_millis() + 5) / 10 * 10);
    }
    println!();

    let mut map = StreamMap::new();
    map.insert("en", words("one two three", 20));
    map.insert("de", words("eins zwei", 33));
    println!("{} streams, {:?}", map.len(), map.contains_key("fr"));
    let mut seen: BTreeMap<_, Vec<_>> = BTreeMap::new();
    while let Some((lang, word)) = map.next().await {
        seen.entry(lang).or_default().push(word);
        if word == "zwei" {
            println!("removed {}", map.remove("en").is_some());
        }
    }
    println!("{seen:?}");

    let chunks = words("a b c d e", 30).chunks_timeout(10, Duration::from_millis(75));
    println!("{:?}", chunks.collect::<Vec<_>>().await);
    let timed = words("quick quick", 60).timeout(Duration::from_millis(40));
    tokio::pin!(timed);
    for _ in 0..3 {
        match timed.try_next().await {
            Ok(item) => println!("item {item:?}"),
            Err(e) => println!("late: {e}"),
        }
    }

    let (tx, rx) = broadcast::channel(2);
    for i in 0..4 {
        tx.send(i).unwrap();
    }
    drop(tx);
    let got: Vec<_> = BroadcastStream::new(rx)
        .map(|r| match r {
            Ok(v) => v.to_string(),
            Err(BroadcastStreamRecvError::Lagged(n)) => format!("lost {n}"),
        })
        .collect()
        .await;
    println!("{got:?}");
    let (tx, rx) = watch::channel("start");
    let watcher = tokio::spawn(WatchStream::new(rx).collect::<Vec<_>>());
    for v in ["middle", "end"] {
        sleep(Duration::from_millis(10)).await;
        tx.send(v).unwrap();
    }
    sleep(Duration::from_millis(10)).await;
    drop(tx);
    println!("{:?}", watcher.await.unwrap());
    let (tx, rx) = mpsc::unbounded_channel();
    (0..4).for_each(|n| tx.send(n).unwrap());
    drop(tx);
    let mut fused = UnboundedReceiverStream::new(rx).map_while(|n| (n < 3).then_some(n * 10)).fuse();
    let mut all = vec![];
    while let Some(n) = fused.next().await {
        all.push(n);
    }
    println!("{all:?} {:?}", fused.next().await);
    let then = stream::iter([30u64, 10]).then(|ms| async move { sleep(Duration::from_millis(ms)).await; ms });
    println!("{:?}", then.collect::<std::collections::VecDeque<_>>().await);
    let peeked = stream::iter(1..4).peekable();
    tokio::pin!(peeked);
    println!("{:?}", peeked.peek().await);
    println!("{:?}", peeked.next().await);
}
