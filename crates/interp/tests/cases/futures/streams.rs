use futures::stream::{self, FuturesOrdered, FuturesUnordered, StreamExt, TryStreamExt};
use std::time::Duration;
use tokio::time::sleep;

async fn later(ms: u64) -> u64 { sleep(Duration::from_millis(ms)).await; ms }

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    println!("{:?}", stream::iter(1..=5).filter(|n| { let keep = n % 2 == 1; async move { keep } }).map(|n| n * 2).collect::<Vec<_>>().await);
    println!("{:?}", stream::iter([3, 1, 2]).then(|ms| later(ms)).collect::<Vec<_>>().await);
    println!("{:?}", stream::iter([30, 10, 20]).map(later).buffered(3).collect::<Vec<_>>().await);
    println!("{:?}", stream::iter([30, 10, 20, 5]).map(later).buffer_unordered(2).collect::<Vec<_>>().await);
    println!("{}", stream::iter(1..=4).fold(1, |a, n| async move { a * n }).await);
    stream::iter(0..3).for_each(|n| async move { print!("{n} ") }).await;
    stream::iter([20u64, 10]).for_each_concurrent(2, |n| async move { sleep(Duration::from_millis(n)).await; print!("c{n} ") }).await;
    println!();
    let mut u = FuturesUnordered::new();
    for ms in [9, 3, 6] { u.push(later(ms)); }
    println!("{}", u.len());
    while let Some(v) = u.next().await { print!("{v} "); }
    println!("{}", u.is_empty());
    println!("{:?}", [7, 2].into_iter().map(later).collect::<FuturesOrdered<_>>().collect::<Vec<_>>().await);
    let r: Result<Vec<i32>, String> = stream::iter([Ok(1), Err("e".to_string()), Ok(3)]).try_collect().await;
    println!("{r:?}");
    println!("{:?}", stream::iter([Ok::<i32, ()>(1), Ok(2)]).try_fold(0, |a, n| async move { Ok(a + n) }).await);
    println!("{:?}", stream::iter([Ok(1), Err(2)]).map_ok(|n: i32| n + 1).map_err(|e: i32| e * 10).collect::<Vec<_>>().await);
    println!("{:?}", stream::unfold(1, |n| async move { if n < 20 { Some((n, n * 3)) } else { None } }).collect::<Vec<_>>().await);
    println!("{:?}", stream::repeat(1).take(2).chain(stream::once(async { 5 })).zip(stream::iter("abc".chars())).collect::<Vec<_>>().await);
    println!("{:?}", stream::select(stream::iter([1, 2, 3]), stream::iter([10, 20])).collect::<Vec<_>>().await);
    println!("{:?} {:?}", stream::iter(0..7).chunks(3).collect::<Vec<_>>().await, stream::iter(0..4).enumerate().skip(2).collect::<Vec<_>>().await);
    let mut p = stream::iter([1, 2]).peekable();
    println!("{:?}", std::pin::Pin::new(&mut p).peek().await);
    println!("{:?}", p.concat_like().await);
    println!("{:?}", stream::iter([1, 2, 3, 4]).scan(0, |s, n| { *s += n; let out = if *s > 6 { None } else { Some(*s) }; async move { out } }).collect::<Vec<_>>().await);
    println!("{:?}", stream::iter(vec![stream::iter([1, 2]), stream::iter([3, 4])]).flatten().collect::<Vec<_>>().await);
    println!("{:?}", stream::iter([1, 2, 3]).take_while(|n| futures::future::ready(*n < 3)).filter_map(|n| async move { (n > 1).then_some(n) }).collect::<Vec<_>>().await);
    println!("{:?} {}", stream::poll_fn(|_| std::task::Poll::Ready(None::<u8>)).next().await, stream::iter([1, 5]).any(|n| async move { n == 5 }).await);
}

trait L: futures::Stream<Item = i32> + Sized { async fn concat_like(self) -> String { self.fold(String::new(), |s, n| async move { s + &n.to_string() }).await } }
impl<S: futures::Stream<Item = i32>> L for S {}
