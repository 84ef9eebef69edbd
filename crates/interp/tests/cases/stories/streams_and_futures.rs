use futures::stream::{self, FuturesOrdered, FuturesUnordered, Stream, StreamExt, TryStreamExt, BoxStream};
use futures::future::{self, join_all, try_join_all, select_all, FutureExt, TryFutureExt, Either, BoxFuture};
use futures::{pin_mut, SinkExt, Sink};
use std::time::Duration;
use tokio::time::sleep;
use async_stream::{stream, try_stream};
use std::pin::Pin;
use std::task::{Context, Poll};
async fn fetch(id: u64) -> Result<String, String> { sleep(Duration::from_millis(10 * (5 - id % 5))).await; if id == 7 { Err(format!("bad {id}")) } else { Ok(format!("item{id}")) } }
struct Counter { n: u32 }
impl Stream for Counter { type Item = u32; fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<u32>> { self.n += 1; if self.n % 2 == 0 { cx.waker().wake_by_ref(); return Poll::Pending; } if self.n < 8 { Poll::Ready(Some(self.n)) } else { Poll::Ready(None) } } fn size_hint(&self) -> (usize, Option<usize>) { (0, Some(4)) } }
fn countdown(from: u32) -> impl Stream<Item = u32> { stream! { let mut n = from; while n > 0 { yield n; sleep(Duration::from_millis(1)).await; n -= 1; } } }
fn checked(v: Vec<i32>) -> impl Stream<Item = Result<i32, String>> { try_stream! { for x in v { if x < 0 { Err(format!("negative {x}"))?; } yield x * 2; } } }
fn paged<'a>(pages: &'a [Vec<i32>]) -> BoxStream<'a, i32> { stream::unfold(0, move |i| async move { pages.get(i).map(|p| (stream::iter(p.iter().copied()), i + 1)) }).flatten().boxed() }
#[tokio::main]
async fn main() {
    println!("{:?}", stream::iter(0..5).map(fetch).buffered(3).collect::<Vec<_>>().await);
    println!("{:?}", stream::iter(0..5).map(|i| async move { fetch(i).await.unwrap() }).buffer_unordered(5).collect::<Vec<_>>().await);
    println!("{:?}", stream::iter([1, 7, 2]).map(Ok).try_for_each_concurrent(2, |i| async move { fetch(i).await.map(|s| println!("did {s}")) }).await);
    println!("{:?}", stream::iter(5..9).then(fetch).try_collect::<Vec<_>>().await);
    let tagged = |i: u64| fetch(i).map(move |r| (i, r)); let mut fu: FuturesUnordered<_> = (0..4).map(tagged).collect(); while let Some((i, r)) = fu.next().await { println!("{i} {r:?}"); if i == 3 { fu.push(tagged(10)); } }
    let mut fo = FuturesOrdered::new(); fo.push_back(fetch(1)); fo.push_front(fetch(2)); println!("{:?}", fo.try_collect::<Vec<_>>().await);
    println!("{:?}", Counter { n: 0 }.zip(countdown(9)).map(|(a, b)| a * 10 + b).fold(0, |a, x| async move { a + x }).await);
    println!("{:?} {:?}", checked(vec![1, 2]).try_collect::<Vec<_>>().await, checked(vec![1, -5, 2]).try_collect::<Vec<i32>>().await);
    let pages = vec![vec![1, 2], vec![], vec![3]]; println!("{:?}", paged(&pages).collect::<Vec<_>>().await);
    let s = countdown(6).filter(|x| future::ready(x % 2 == 0)).chain(stream::once(async { 100 })).enumerate().skip(1).take_while(|(_, x)| { let x = *x; async move { x < 200 } }); pin_mut!(s); while let Some((i, x)) = s.next().await { println!("{i}:{x}"); }
    println!("{:?} {:?}", stream::iter(1..=10).chunks(4).collect::<Vec<_>>().await, stream::iter(1..=6).ready_chunks(4).next().await);
    let mut m = Box::pin(stream::select(stream::iter([1, 2]).then(|x| async move { sleep(Duration::from_millis(20)).await; x }), stream::iter([10, 20]).then(|x| async move { sleep(Duration::from_millis(15)).await; x }))); while let Some(x) = m.next().await { print!("{x} "); } println!();
    println!("{:?}", stream::iter(vec![3, 1, 2]).map(|x| x * 2).scan(0, |acc, x| { *acc += x; future::ready(if *acc > 10 { None } else { Some(*acc) }) }).collect::<Vec<_>>().await); println!("{:?}", join_all((0..3).map(|i| async move { i * i })).await); println!("{:?}", try_join_all([fetch(1), fetch(7), fetch(3)]).await); let (v, idx, rest) = select_all([3u64, 1, 2].map(|d| Box::pin(async move { sleep(Duration::from_millis(d * 20)).await; d }))).await; println!("{v} {idx} {}", rest.len()); match future::select(Box::pin(sleep(Duration::from_millis(30))), Box::pin(fetch(4))).await { Either::Left(_) => println!("left"), Either::Right((r, _)) => println!("right {r:?}") }
    println!("{:?}", fetch(7).or_else(|e| async move { if e.len() > 3 { Ok::<_, ()>(e + "!") } else { Err(()) } }).map_ok(|s| s.len()).await); println!("{:?}", async { 1 }.then(|x| async move { x + 1 }).map(|x| x * 10).now_or_never()); let (mut tx, rx) = futures::channel::mpsc::channel(1); let p = async move { for i in 0..3 { tx.send(i).await.unwrap(); } tx.close().await.unwrap(); }; let (_, got) = futures::join!(p, rx.collect::<Vec<i32>>()); println!("{got:?}"); let shared = async { println!("once"); 7 }.boxed().shared(); println!("{} {}", shared.clone().await, shared.await); println!("{:?}", stream::iter(["a", "b"]).map(|s| vec![s]).concat().await); println!("{:?} {:?}", stream::iter([1, 2, 3]).any(|x| async move { x > 2 }).await, stream::repeat(1).take(3).count().await); let mut pk = Box::pin(stream::iter([1, 2]).peekable()); println!("{:?}", pk.as_mut().peek().await); println!("{:?}", pk.next().await); println!("{:?}", stream::iter([Ok(1), Err("e"), Ok(2)]).filter_map(|r| async move { r.ok() }).collect::<Vec<_>>().await); println!("{:?}", stream::iter(vec![Ok::<i32, String>(1), Ok(2)]).try_fold(0, |a, x| async move { Ok(a + x) }).await); let (ev, od): (Vec<i32>, Vec<i32>) = { let v: Vec<i32> = stream::iter(1..6).collect().await; v.into_iter().partition(|x| x % 2 == 0) }; println!("{ev:?} {od:?}"); println!("{:?}", tokio_stream::StreamExt::timeout(countdown(2), Duration::from_secs(1)).map(|r| r.is_ok()).collect::<Vec<_>>().await.len());
}
trait BoxedLocalLike: Sized { fn boxed_local_like(self) -> Self { self } }
impl<T> BoxedLocalLike for T {}
