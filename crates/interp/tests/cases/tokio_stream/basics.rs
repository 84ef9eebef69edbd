use std::time::Duration;
use tokio::sync::mpsc;
use tokio_stream::wrappers::{IntervalStream, ReceiverStream, UnboundedReceiverStream};
use tokio_stream::{self as stream, StreamExt, StreamMap};

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let mut s = stream::iter(vec![1, 2, 3]);
    while let Some(v) = s.next().await { print!("{v} "); }
    println!();
    let v: Vec<i32> = stream::iter(1..=6).filter(|n| n % 2 == 0).map(|n| n * n).collect().await;
    println!("{v:?}");
    println!("{:?}", stream::iter(1..10).skip(2).take(3).fold(0, |a, n| a + n).await);
    println!("{} {}", stream::iter([1, 3]).all(|n| n % 2 == 1).await, stream::iter([1, 3]).any(|n| n > 5).await);
    println!("{:?}", stream::iter(1..9).take_while(|n| *n < 4).chain(stream::once(50)).collect::<Vec<_>>().await);
    println!("{:?}", stream::iter(["1", "x", "3"]).filter_map(|s| s.parse::<i32>().ok()).collect::<Vec<_>>().await);
    println!("{:?}", stream::iter(vec![Ok(1), Err("bad"), Ok(2)]).collect::<Result<Vec<i32>, &str>>().await);
    let (tx, rx) = mpsc::channel(4);
    tokio::spawn(async move { for i in 0..3 { tx.send(i).await.unwrap(); tokio::time::sleep(Duration::from_millis(10)).await; } });
    let rx = ReceiverStream::new(rx).map(|n| n + 1).timeout(Duration::from_millis(5));
    tokio::pin!(rx);
    let mut seen = vec![];
    while let Some(r) = rx.next().await { seen.push(match r { Ok(n) => n.to_string(), Err(e) => e.to_string() }); if seen.len() > 7 { break; } }
    println!("{seen:?}");
    let (tx, rx) = mpsc::unbounded_channel();
    tx.send('a').unwrap();
    drop(tx);
    println!("{:?}", UnboundedReceiverStream::new(rx).next().await);
    let merged = stream::iter([1, 2]).merge(stream::iter([10, 20]));
    let mut m: Vec<i32> = merged.collect().await;
    m.sort();
    println!("{m:?}");
    let ticks = IntervalStream::new(tokio::time::interval(Duration::from_millis(3))).take(3).map(|_| 1).fold(0, |a, b| a + b).await;
    println!("{ticks}");
    let start = tokio::time::Instant::now();
    let slow: Vec<_> = stream::iter(0..3).throttle(Duration::from_millis(4)).collect().await;
    println!("{slow:?} {:?}", start.elapsed());
    let mut map = StreamMap::new();
    map.insert("x", Box::pin(stream::iter([1])));
    println!("{} {:?} {:?}", map.len(), map.next().await, map.next().await);
    println!("{:?}", stream::pending::<i32>().size_hint().0);
    println!("{:?}", stream::iter([Ok::<i32, ()>(1)]).try_next().await);
}

use tokio_stream::Stream;
