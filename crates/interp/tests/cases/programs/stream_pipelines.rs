// Streams: a pipeline with async generators, chunks, throttle, merging and a hand-written combinator.
use async_stream::{stream, try_stream};
use futures::{
    FutureExt, future, pin_mut,
    sink::SinkExt,
    stream::{self, BoxStream, FuturesUnordered, Stream, StreamExt, TryStreamExt},
};
use pin_project_lite::pin_project;
use std::{
    collections::BTreeMap,
    pin::Pin,
    task::{Context, Poll},
    time::Duration,
};
use tokio::time::{self, Instant};
pin_project! { pub struct Dedup<S: Stream> { #[pin] inner: S, last: Option<S::Item>, dropped: usize } }
impl<S> Stream for Dedup<S>
where
    S: Stream,
    S::Item: PartialEq + Clone,
{
    type Item = S::Item;
    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let mut this = self.project();
        loop {
            return match this.inner.as_mut().poll_next(cx) {
                Poll::Ready(Some(v)) => {
                    if this.last.as_ref() == Some(&v) {
                        *this.dropped += 1;
                        continue;
                    }
                    *this.last = Some(v.clone());
                    Poll::Ready(Some(v))
                }
                other => other,
            };
        }
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        let (lo, hi) = self.inner.size_hint();
        (lo.min(1), hi)
    }
}
trait MyStreamExt: Stream {
    fn dedup(self) -> Dedup<Self>
    where
        Self: Sized,
    {
        Dedup { inner: self, last: None, dropped: 0 }
    }
    fn every_nth(self, n: usize) -> impl Stream<Item = Self::Item>
    where
        Self: Sized,
    {
        self.enumerate().filter_map(move |(i, x)| future::ready((i % n == 0).then_some(x)))
    }
}
impl<T: ?Sized + Stream> MyStreamExt for T {}
#[derive(Debug, Clone, PartialEq)]
struct Reading {
    sensor: &'static str,
    value: i32,
    at: Duration,
}
fn sensor(name: &'static str, period: u64, values: &'static [i32], t0: Instant) -> BoxStream<'static, Reading> {
    let mut ticker = time::interval(Duration::from_millis(period));
    stream! { for &value in values { ticker.tick().await; yield Reading { sensor: name, value, at: t0.elapsed() }; } }.boxed()
}
fn parse_lines(text: &'static str) -> impl Stream<Item = Result<(String, i64), String>> {
    try_stream! { for (n, line) in text.lines().enumerate() { let (k, v) = line.split_once('=').ok_or_else(|| format!("line {}: no '='", n + 1))?; let v: i64 = v.trim().parse().map_err(|e| format!("line {}: {e}", n + 1))?; time::sleep(Duration::from_millis(1)).await; yield (k.trim().to_string(), v); } }
}
async fn fetch(id: u64) -> Result<u64, String> {
    time::sleep(Duration::from_millis(100 / (id % 4 + 1))).await;
    if id % 7 == 0 { Err(format!("id {id} is unlucky")) } else { Ok(id * id) }
}
type BoxFut = future::BoxFuture<'static, Result<(u64, u64), String>>;
fn tagged(tag: u64, id: u64) -> BoxFut {
    async move { Ok((tag, fetch(id).await?)) }.boxed()
}
#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let t0 = Instant::now();
    let merged = stream::select(sensor("a", 20, &[1, 1, 2, 3, 3], t0), sensor("b", 30, &[9, 9, 8], t0));
    let mut by: BTreeMap<&str, Vec<(u128, i32)>> = BTreeMap::new();
    merged
        .for_each(|r| {
            by.entry(r.sensor).or_default().push((r.at.as_millis(), r.value));
            future::ready(())
        })
        .await;
    println!("{by:?}");
    let d = stream::iter([1, 1, 2, 2, 2, 3, 1]).dedup();
    println!("{:?}", d.size_hint());
    pin_mut!(d);
    let mut got = vec![];
    while let Some(x) = d.next().await {
        got.push(x);
    }
    println!("{got:?} dropped {}", d.dropped);
    println!("{:?}", stream::iter('a'..='j').every_nth(3).collect::<String>().await);
    println!("{:?}", parse_lines("a = 1\nb=22\n c =-3").try_collect::<BTreeMap<_, _>>().await);
    println!("{:?}", parse_lines("a=1\nbroken\nc=3").try_fold(0, |acc, (_, v)| async move { Ok(acc + v) }).await);
    println!("{:?}", parse_lines("a=x").boxed().into_future().await.0);
    let t = Instant::now();
    let r: Vec<_> = stream::iter(1..=6).map(fetch).buffered(3).collect().await;
    println!("{r:?} {:?}", t.elapsed());
    let t = Instant::now();
    let mut r: Vec<_> = stream::iter(1..=6).map(fetch).buffer_unordered(3).try_collect().await.unwrap();
    println!("{r:?} {:?}", t.elapsed());
    r.sort_unstable_by(|a, b| b.cmp(a));
    println!("{:?}", &r[..2]);
    println!(
        "{:?}",
        stream::iter(5..9).then(fetch).inspect_ok(|v| println!("  got {v}")).try_for_each(|v| future::ok::<_, String>(drop(v))).await
    );
    let mut un: FuturesUnordered<BoxFut> = (1..=4u64).map(|i| tagged(i, i)).collect();
    let mut order = vec![];
    while let Some(Ok((i, _))) = un.next().await {
        order.push(i);
        if i == 3 {
            un.push(tagged(10, 1));
        }
    }
    println!("{order:?}");
    let (mut tx, rx) = futures::channel::mpsc::channel::<i32>(1);
    let producer = async move {
        for i in 0..5 {
            tx.send(i).await.unwrap();
        }
        tx.close().await.unwrap();
    };
    let consumer = rx
        .chunks(2)
        .map(|c| c.iter().sum::<i32>())
        .scan(100, |st, x| {
            *st -= x;
            future::ready(Some(*st))
        })
        .take_while(|v| future::ready(*v > 90))
        .collect::<Vec<_>>();
    println!("{:?}", future::join(producer, consumer).await.1);
    let (even, odd): (Vec<i32>, Vec<i32>) = stream::iter(0..7)
        .map(|x| (x, x))
        .fold((vec![], vec![]), |(mut e, mut o), (x, _)| async move {
            if x % 2 == 0 {
                e.push(x)
            } else {
                o.push(x)
            }
            (e, o)
        })
        .await;
    println!("{even:?} {odd:?}");
    let mut s = stream::unfold((0u64, 1u64), |(a, b)| async move { (a < 50).then(|| (a, (b, a + b))) }).boxed().peekable();
    let mut s = Pin::new(&mut s);
    if let Some(first) = s.as_mut().peek().await {
        println!("peek {first}");
    }
    println!("{:?}", s.skip_while(|x| future::ready(*x < 3)).step_by_two().collect::<Vec<_>>().await);
    println!(
        "{:?}",
        time::timeout(
            Duration::from_millis(25),
            stream::repeat_with(|| 1)
                .then(|x| async move {
                    time::sleep(Duration::from_millis(10)).await;
                    x
                })
                .fold(0, |a, b| async move { a + b })
        )
        .await
        .map_err(|e| e.to_string())
    );
    println!("end {:?}", t0.elapsed());
}
trait StepTwo: Stream + Sized {
    fn step_by_two(self) -> impl Stream<Item = Self::Item> {
        self.enumerate().filter(|(i, _)| future::ready(i % 2 == 0)).map(|(_, x)| x)
    }
}
impl<S: Stream> StepTwo for S {}
