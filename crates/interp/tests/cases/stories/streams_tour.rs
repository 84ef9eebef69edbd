use async_stream::{stream, try_stream};
use futures::{FutureExt, SinkExt, Stream, StreamExt, TryStreamExt, future, stream as fs};
use std::pin::{Pin, pin};
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::sync::{broadcast, mpsc};
use tokio_stream::wrappers::{IntervalStream, ReceiverStream};
use tokio_stream::StreamMap;

struct Fibonacci { a: u64, b: u64, left: usize }
impl Stream for Fibonacci {
    type Item = u64;
    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<u64>> {
        if self.left == 0 { return Poll::Ready(None); }
        self.left -= 1;
        let next = self.a;
        (self.a, self.b) = (self.b, self.a + self.b);
        Poll::Ready(Some(next))
    }
    fn size_hint(&self) -> (usize, Option<usize>) { (self.left, Some(self.left)) }
}
fn countdown(from: u32) -> impl Stream<Item = u32> {
    stream! { for i in (1..=from).rev() { tokio::time::sleep(Duration::from_millis(1)).await; yield i; } }
}
fn lines(text: &'static str) -> impl Stream<Item = Result<i32, std::num::ParseIntError>> {
    try_stream! { for line in text.lines() { let n: i32 = line.trim().parse()?; yield n * 2; } }
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let fib = Fibonacci { a: 0, b: 1, left: 10 };
    println!("{:?}", StreamExt::collect::<Vec<_>>(StreamExt::enumerate(fib).filter(|(i, _)| future::ready(i % 2 == 0))).await);
    println!("{:?}", StreamExt::collect::<Vec<_>>(countdown(4)).await);
    let mut parsed = pin!(lines("1\n2\nx\n4"));
    while let Some(n) = StreamExt::next(&mut parsed).await { println!("{n:?}"); }
    let sum = StreamExt::fold(fs::iter(1..=5), 0, |acc, n| async move { acc + n }).await;
    println!("{sum} {:?}", fs::iter([3, 1, 2]).map(Ok::<i32, ()>).try_fold(0, |a, n| future::ready(if n > 0 { Ok(a + n) } else { Err(()) })).await);
    let buffered: Vec<u64> = StreamExt::collect(fs::iter([30, 10, 20]).map(|ms| async move { tokio::time::sleep(Duration::from_millis(ms)).await; ms }).buffer_unordered(2)).await;
    println!("{buffered:?}");
    fs::iter(1..=4).for_each_concurrent(2, |n| async move { tokio::time::sleep(Duration::from_millis(10 * (5 - n))).await; print!("{n} "); }).await;
    println!();
    println!("{:?}", StreamExt::collect::<Vec<_>>(fs::iter(1..8).chunks(3)).await);
    println!("{:?}", fs::iter(vec![1, 2, 3]).scan(0, |state, n| { *state += n; future::ready(Some(*state)) }).collect::<Vec<_>>().await);
    let (left, right) = (fs::iter([1, 2]), fs::iter(["a", "b", "c"]));
    println!("{:?}", StreamExt::collect::<Vec<_>>(StreamExt::zip(left, right)).await);
    println!("{:?}", fs::unfold(1, |n| async move { (n < 40).then(|| (n, n * 3)) }).collect::<Vec<_>>().await);
    let mut map = StreamMap::new();
    let (tx1, rx1) = mpsc::channel(4);
    let (tx2, rx2) = mpsc::channel(4);
    map.insert("one", ReceiverStream::new(rx1));
    map.insert("two", ReceiverStream::new(rx2));
    tokio::spawn(async move { for i in 0..2 { tx1.send(i).await.unwrap(); tokio::time::sleep(Duration::from_millis(3)).await; } });
    tokio::spawn(async move { tokio::time::sleep(Duration::from_millis(1)).await; tx2.send(10).await.unwrap(); });
    while let Some((key, value)) = StreamExt::next(&mut map).await { println!("{key} {value}"); }
    let ticks = IntervalStream::new(tokio::time::interval(Duration::from_millis(5)));
    println!("{}", StreamExt::collect::<Vec<_>>(StreamExt::take(ticks, 3)).await.len());
    let timed = pin!(tokio_stream::StreamExt::timeout(countdown(2), Duration::from_millis(5)));
    println!("{:?}", StreamExt::collect::<Vec<_>>(StreamExt::map(StreamExt::take(timed, 4), |r| r.map_err(|e| e.to_string()))).await);
    let (mut sink, source) = futures::channel::mpsc::channel::<i32>(8);
    sink.send_all(&mut fs::iter([1, 2, 3]).map(Ok)).await.unwrap();
    drop(sink);
    println!("{:?}", source.map(|n| n * n).collect::<Vec<_>>().await);
    let (tx, mut rx) = broadcast::channel(2);
    for i in 0..4 { tx.send(i).unwrap(); }
    println!("{:?} {:?} {:?}", rx.recv().await, rx.recv().await, rx.try_recv());
    let (done, handle) = future::abortable(future::pending::<()>());
    handle.abort();
    println!("{:?} {:?}", done.await, async { 5 }.shared().now_or_never());
    println!("{:?}", future::select(Box::pin(async { 1 }), Box::pin(future::pending::<u8>())).await.factor_first().0);
    println!("{:?}", future::try_join_all([1, 2, 3].map(|n| async move { if n < 4 { Ok(n) } else { Err("big") } })).await);
    let boxed: Vec<Pin<Box<dyn Stream<Item = u32>>>> = vec![Box::pin(countdown(2)), fs::once(async { 9 }).boxed_local()];
    println!("{:?}", fs::select_all(boxed).collect::<std::collections::BTreeSet<_>>().await);
}
