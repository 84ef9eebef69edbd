// Streams by hand and by generators: impl Stream, async_stream, unfold, chunks with time, merge, a paginator.
use async_stream::{stream, try_stream};
use futures::stream::{self, BoxStream, FusedStream, Stream, StreamExt, TryStreamExt};
use futures::{pin_mut, Sink, SinkExt};
use std::collections::VecDeque;
use std::convert::Infallible;
use std::future::Future;
use std::pin::Pin;
use std::task::{ready, Context, Poll};
use std::time::Duration;
use tokio::sync::mpsc;
use tokio::time::{sleep, Instant, Sleep};
use tokio_stream::wrappers::ReceiverStream;

struct Countdown { left: u8, delay: Pin<Box<Sleep>> }
impl Countdown { fn from(left: u8) -> Self { Countdown { left, delay: Box::pin(sleep(Duration::ZERO)) } } }
impl Stream for Countdown {
    type Item = u8;
    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<u8>> {
        if self.left == 0 { return Poll::Ready(None); }
        ready!(self.delay.as_mut().poll(cx));
        self.left -= 1;
        let next = Instant::now() + Duration::from_millis(10);
        self.delay.as_mut().reset(next);
        Poll::Ready(Some(self.left + 1))
    }
    fn size_hint(&self) -> (usize, Option<usize>) { (self.left.into(), Some(self.left as usize)) }
}

pin_project_lite::pin_project! {
    #[must_use = "streams do nothing unless polled"]
    struct Batches<S: Stream> { #[pin] inner: S, #[pin] timer: Option<Sleep>, size: usize, wait: Duration, items: Vec<S::Item>, over: bool }
}
impl<S: Stream> Stream for Batches<S> {
    type Item = Vec<S::Item>;
    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let mut this = self.project();
        while !*this.over {
            match this.inner.as_mut().poll_next(cx) {
                Poll::Ready(Some(item)) => {
                    if this.items.is_empty() { this.timer.set(Some(sleep(*this.wait))); }
                    this.items.push(item);
                    if this.items.len() >= *this.size { return Poll::Ready(Some(std::mem::take(this.items))); }
                }
                Poll::Ready(None) => *this.over = true,
                Poll::Pending => match this.timer.as_mut().as_pin_mut() {
                    Some(timer) if !this.items.is_empty() => { ready!(timer.poll(cx)); this.timer.set(None); return Poll::Ready(Some(std::mem::take(this.items))); }
                    _ => return Poll::Pending,
                },
            }
        }
        Poll::Ready((!this.items.is_empty()).then(|| std::mem::take(this.items)))
    }
}
trait BatchExt: Stream { fn batches(self, size: usize, wait: Duration) -> Batches<Self> where Self: Sized { Batches { inner: self, timer: None, size, wait, items: Vec::new(), over: false } } }
impl<S: ?Sized + Stream> BatchExt for S {}

#[derive(Default)]
struct Collector { items: VecDeque<String>, closed: bool, ready: bool }
impl Sink<String> for Collector {
    type Error = Infallible;
    fn poll_ready(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        self.ready = !self.ready;
        if self.ready { Poll::Ready(Ok(())) } else { cx.waker().wake_by_ref(); Poll::Pending }
    }
    fn start_send(mut self: Pin<&mut Self>, item: String) -> Result<(), Infallible> { self.items.push_back(item); Ok(()) }
    fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> { Poll::Ready(Ok(())) }
    fn poll_close(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), Infallible>> { self.closed = true; self.poll_flush(cx) }
}

fn pages(total: u32) -> impl Stream<Item = Result<u32, String>> {
    try_stream! {
        let mut page = 0;
        loop {
            let items = fetch_page(page, total).await?;
            if items.is_empty() { break; }
            for item in items { yield item; }
            page += 1;
        }
    }
}
async fn fetch_page(page: u32, total: u32) -> Result<Vec<u32>, String> {
    sleep(Duration::from_millis(3)).await;
    if page == 3 { return Err(format!("page {page} is broken")); }
    Ok((page * 4..total.min((page + 1) * 4)).collect())
}
fn dynamic(which: bool) -> BoxStream<'static, i32> { if which { stream::iter(1..4).boxed() } else { stream! { for i in 0..2 { sleep(Duration::from_millis(1)).await; yield i * 100; } }.boxed() } }

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let start = Instant::now();
    let countdown = Countdown::from(4);
    println!("{:?} {:?}", countdown.size_hint(), countdown.map(|n| (n, start.elapsed().as_millis())).collect::<Vec<_>>().await);
    let (tx, rx) = mpsc::channel(10);
    tokio::spawn(async move { for (n, pause) in [0, 1, 1, 30, 1, 0, 0, 0].into_iter().enumerate() { sleep(Duration::from_millis(pause)).await; tx.send(n).await.unwrap(); } });
    println!("{:?}", ReceiverStream::new(rx).batches(4, Duration::from_millis(10)).collect::<Vec<_>>().await);
    println!("{:?} {:?}", pages(6).try_collect::<Vec<_>>().await, pages(100).try_collect::<Vec<_>>().await);
    let items = pages(100).take(5).filter_map(|r| async move { r.ok() }).chunks(2);
    pin_mut!(items);
    while let Some(chunk) = items.next().await { print!("{chunk:?} "); }
    println!("{:?}", dynamic(true).chain(dynamic(false)).enumerate().skip(1).collect::<Vec<_>>().await);
    let mut both = stream::select(Countdown::from(2).map(|n| format!("c{n}")), dynamic(false).map(|n| n.to_string())).fuse();
    while let Some(s) = both.next().await { print!("{s} "); }
    println!("{}", both.is_terminated());
    let mut sink = Collector::default();
    sink.send("first".into()).await.unwrap();
    let mut rest = stream::iter(["a", "b"]).map(|s| Ok(s.to_string()));
    sink.send_all(&mut rest).await.unwrap();
    SinkExt::<String>::close(&mut sink).await.unwrap();
    println!("{:?} {}", sink.items, sink.closed);
    let state = stream::unfold((0u64, 1u64), |(a, b)| async move { (a < 50).then(|| (a, (b, a + b))) });
    println!("{:?}", state.scan(0, |sum, n| { *sum += n; let s = *sum; async move { Some(s) } }).collect::<Vec<_>>().await);
    let mut peekable = Box::pin(stream::iter([1, 2, 10, 11]).peekable());
    let mut small = vec![];
    while peekable.as_mut().peek().await.is_some_and(|n| *n < 5) { small.extend(peekable.next().await); }
    println!("{small:?} {:?}", peekable.next().await);
    let total = stream::iter(1..=5).map(|n| async move { sleep(Duration::from_millis(10 - n)).await; n }).buffer_unordered(5).inspect(|n| print!("{n},")).fold(0, |a, n| async move { a + n }).await;
    println!(" {total}");
    stream::iter(vec![3u64, 1, 2]).for_each_concurrent(None, |n| async move { sleep(Duration::from_millis(n)).await; print!("{n};") }).await;
    println!();
}
