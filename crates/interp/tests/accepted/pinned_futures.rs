use futures::{FutureExt, StreamExt, future, stream};
use std::future::Future;
use std::pin::{Pin, pin};
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::time::{Sleep, interval, sleep, timeout};

struct Countdown(u32);
impl Future for Countdown {
    type Output = &'static str;
    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        if self.0 == 0 { return Poll::Ready("done"); }
        self.0 -= 1;
        cx.waker().wake_by_ref();
        Poll::Pending
    }
}

struct Boxed { sleep: Pin<Box<Sleep>> }
impl Future for Boxed {
    type Output = ();
    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> { self.sleep.as_mut().poll(cx) }
}

struct Inside { sleep: Sleep }
impl Unpin for Inside {}

async fn slow() -> u32 { sleep(Duration::from_millis(3)).await; 3 }

#[tokio::main]
async fn main() {
    let mut deadline = pin!(sleep(Duration::from_millis(5)));
    let mut ticks = interval(Duration::from_millis(2));
    loop {
        tokio::select! {
            _ = &mut deadline => break,
            _ = ticks.tick() => {}
        }
    }
    let work = slow();
    tokio::pin!(work);
    println!("{:?}", timeout(Duration::from_millis(1), &mut work).await.is_err());
    println!("{}", (&mut work).await);
    let mut boxed = Box::pin(slow());
    println!("{}", matches!(future::select(&mut boxed, Countdown(2)).await, future::Either::Right(_)));
    let mut it = Countdown(3);
    println!("{}", (&mut it).await);
    Boxed { sleep: Box::pin(sleep(Duration::from_millis(1))) }.await;
    let mut own = Inside { sleep: sleep(Duration::from_millis(1)) };
    let _ = Pin::new(&mut own);
    let mut numbers = stream::iter(1..4).map(|it| it * 2);
    while let Some(it) = numbers.next().await { print!("{it} "); }
    let mut made = Box::pin(stream::unfold(0, |it| async move { (it < 3).then_some((it, it + 1)) }));
    while let Some(it) = made.next().await { print!("{it} "); }
    let then = stream::iter(1..3).then(|it| async move { it });
    let mut then = pin!(then);
    while let Some(it) = then.next().await { print!("{it} "); }
    let mut both = stream::iter(vec![async { 1 }.boxed(), async { 2 }.boxed()]).buffered(2);
    while let Some(it) = both.next().await { print!("{it} "); }
    let mut ready = stream::iter(1..5).filter(|it| future::ready(it % 2 == 0));
    println!("{:?}", ready.next().await);
    let mut many: stream::FuturesUnordered<_> = (0..2).map(|it| async move { it }).collect();
    while let Some(it) = many.next().await { print!("{it} "); }
    let (mut tx, mut rx) = (futures::channel::mpsc::channel::<i32>(1), 0);
    let _ = tx.0.try_send(1);
    rx += tx.1.next().await.unwrap();
    println!("{rx}");
}
