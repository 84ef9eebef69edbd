// Streams and sinks by hand: generators, adaptors, a codec, merging; with futures' traits and tokio's clock.
use futures::sink::{Sink, SinkExt};
use futures::stream::{FusedStream, Stream, StreamExt};
use std::collections::VecDeque;
use std::convert::Infallible;
use std::future::Future;
use std::pin::{pin, Pin};
use std::task::{ready, Context, Poll};
use std::time::Duration;
use tokio::time::{interval, sleep, Interval, Sleep};

struct Fibonacci { curr: u64, next: u64, limit: u64 }
impl Stream for Fibonacci {
    type Item = u64;
    fn poll_next(mut self: Pin<&mut Self>, _cx: &mut Context<'_>) -> Poll<Option<u64>> {
        if self.curr > self.limit { return Poll::Ready(None); }
        let this = &mut *self;
        let out = this.curr;
        (this.curr, this.next) = (this.next, this.curr + this.next);
        Poll::Ready(Some(out))
    }
}

struct Ticks { timer: Interval, left: usize }
impl Stream for Ticks {
    type Item = usize;
    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<usize>> {
        if self.left == 0 { return Poll::Ready(None); }
        ready!(self.timer.poll_tick(cx));
        self.left -= 1;
        Poll::Ready(Some(self.left))
    }
    fn size_hint(&self) -> (usize, Option<usize>) { (self.left, Some(self.left)) }
}

struct Debounce<S: Stream> { inner: Pin<Box<S>>, pending: Option<S::Item>, sleep: Pin<Box<Sleep>>, quiet: Duration, done: bool }
impl<S: Stream> Debounce<S> {
    fn new(inner: S, ms: u64) -> Self { let quiet = Duration::from_millis(ms); Debounce { inner: Box::pin(inner), pending: None, sleep: Box::pin(sleep(quiet)), quiet, done: false } }
}
impl<S: Stream> Stream for Debounce<S> where S::Item: Unpin {
    type Item = S::Item;
    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<S::Item>> {
        let this = &mut *self;
        while !this.done {
            match this.inner.as_mut().poll_next(cx) {
                Poll::Ready(Some(item)) => { this.pending = Some(item); let at = tokio::time::Instant::now() + this.quiet; this.sleep.as_mut().reset(at); }
                Poll::Ready(None) => { this.done = true; return Poll::Ready(this.pending.take()); }
                Poll::Pending => break,
            }
        }
        if this.pending.is_some() && this.sleep.as_mut().poll(cx).is_ready() { return Poll::Ready(this.pending.take()); }
        if this.done { Poll::Ready(None) } else { Poll::Pending }
    }
}
impl<S: Stream> FusedStream for Debounce<S> where S::Item: Unpin { fn is_terminated(&self) -> bool { self.done && self.pending.is_none() } }

struct Merge<A, B> { a: Option<A>, b: Option<B>, flip: bool }
impl<T, A: Stream<Item = T> + Unpin, B: Stream<Item = T> + Unpin> Stream for Merge<A, B> {
    type Item = T;
    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<T>> {
        fn one<S: Stream + Unpin>(slot: &mut Option<S>, cx: &mut Context<'_>) -> Poll<Option<S::Item>> {
            let Some(s) = slot else { return Poll::Ready(None) };
            let polled = s.poll_next_unpin(cx);
            if let Poll::Ready(None) = polled { *slot = None; }
            polled
        }
        self.flip = !self.flip;
        let Merge { a, b, flip } = &mut *self;
        let (x, y) = if *flip { let x = one(a, cx); if matches!(x, Poll::Ready(Some(_))) { return x; } (x, one(b, cx)) } else { let x = one(b, cx); if (&x).is_ready_and(|v| v.is_some()) { return x; } (x, one(a, cx)) };
        match (x, y) { (_, Poll::Ready(Some(v))) => Poll::Ready(Some(v)), (Poll::Ready(None), Poll::Ready(None)) => Poll::Ready(None), _ => Poll::Pending }
    }
}
trait PollExt<T> { fn is_ready_and(self, f: impl FnOnce(&T) -> bool) -> bool; }
impl<T> PollExt<T> for &Poll<T> { fn is_ready_and(self, f: impl FnOnce(&T) -> bool) -> bool { match self { Poll::Ready(v) => f(v), Poll::Pending => false } } }

/// Splits chunks of bytes into lines.
struct Lines<S> { inner: S, buf: Vec<u8>, eof: bool }
impl<'a, S: Stream<Item = &'a [u8]> + Unpin> Stream for Lines<S> {
    type Item = Result<String, std::string::FromUtf8Error>;
    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            if let Some(at) = self.buf.iter().position(|&b| b == b'\n') {
                let mut line: Vec<u8> = self.buf.drain(..=at).collect();
                line.pop();
                return Poll::Ready(Some(String::from_utf8(line)));
            }
            if self.eof { return Poll::Ready((!self.buf.is_empty()).then(|| String::from_utf8(std::mem::take(&mut self.buf)))); }
            match ready!(Pin::new(&mut self.inner).poll_next(cx)) { Some(chunk) => self.buf.extend_from_slice(chunk), None => self.eof = true }
        }
    }
}

#[derive(Default)]
struct SlowSink { buffer: VecDeque<String>, written: Vec<String>, busy: Option<Pin<Box<Sleep>>>, closed: bool, stalls: u32 }
impl Sink<String> for SlowSink {
    type Error = Infallible;
    fn poll_ready(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        if self.buffer.len() >= 2 { self.stalls += 1; self.as_mut().poll_flush(cx) } else { Poll::Ready(Ok(())) }
    }
    fn start_send(mut self: Pin<&mut Self>, item: String) -> Result<(), Infallible> { assert!(!self.closed); self.buffer.push_back(item); Ok(()) }
    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        loop {
            if let Some(busy) = self.busy.as_mut() { ready!(busy.as_mut().poll(cx)); self.busy = None; }
            match self.buffer.pop_front() { Some(s) => { self.written.push(s); self.busy = Some(Box::pin(sleep(Duration::from_millis(10)))); } None => return Poll::Ready(Ok(())) }
        }
    }
    fn poll_close(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), Infallible>> { let r = ready!(self.as_mut().poll_flush(cx)); self.closed = true; Poll::Ready(r) }
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let fib = Fibonacci { curr: 0, next: 1, limit: 100 };
    println!("{:?}", fib.filter(|n| std::future::ready(n % 2 == 0)).map(|n| n * n).collect::<Vec<_>>().await);
    let mut ticks = Ticks { timer: interval(Duration::from_millis(10)), left: 3 };
    println!("{:?} {:?} {:?}", ticks.next().await, ticks.size_hint(), ticks.by_ref().collect::<Vec<_>>().await);
    let typed = futures::stream::iter([("r", 0), ("ru", 10), ("rus", 10), ("rust", 10), ("rust ", 90), ("rust a", 10)]).then(|(s, ms)| async move { sleep(Duration::from_millis(ms)).await; s });
    let mut search = Debounce::new(typed, 40);
    while let Some(q) = search.next().await { println!("search {q:?}"); }
    println!("{}", search.is_terminated());
    let merged = Merge { a: Some(futures::stream::iter(1..=2)), b: Some(futures::stream::iter(10..15)), flip: false };
    println!("{:?}", merged.collect::<Vec<i32>>().await);
    let chunks: [&[u8]; 4] = [b"hel", b"lo\nwor", b"ld\n\xff\n", b"tail"];
    let lines = Lines { inner: futures::stream::iter(chunks), buf: vec![], eof: false };
    let mut lines = pin!(lines.enumerate());
    while let Some((i, line)) = lines.next().await {
        match line { Ok(s) => println!("{i} {s:?}"), Err(e) => println!("{i} {e} {:?}", e.as_bytes()) }
    }
    let mut sink = SlowSink::default();
    for w in ["a", "b", "c"] { sink.send(w.to_string()).await.unwrap(); }
    let mut words = futures::stream::iter(["d", "e", "f", "g"].map(|s| Ok(s.to_string())));
    sink.send_all(&mut words).await.unwrap();
    sink.close().await.unwrap();
    println!("{:?} stalls {} closed {}", sink.written.concat(), sink.stalls, sink.closed);
    let mut upper = pin!(SlowSink::default().with(|n: u32| async move { Ok::<_, Infallible>(format!("<{n}>")) }));
    futures::stream::iter(7..10).map(Ok).forward(&mut upper).await.unwrap();
    println!("{:?}", upper.get_ref().written);
}
