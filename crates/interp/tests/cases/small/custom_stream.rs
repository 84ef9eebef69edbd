use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;
use futures::stream::{Stream, StreamExt};
use tokio::time::{Sleep, sleep};

struct Every { period: Duration, sleep: Pin<Box<Sleep>>, left: u32 }
impl Every { fn new(ms: u64, left: u32) -> Self { let period = Duration::from_millis(ms); Every { period, sleep: Box::pin(sleep(period)), left } } }

impl Stream for Every {
    type Item = u32;
    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<u32>> {
        if self.left == 0 { return Poll::Ready(None); }
        match self.sleep.as_mut().poll(cx) {
            Poll::Pending => Poll::Pending,
            Poll::Ready(()) => { self.left -= 1; self.sleep = Box::pin(sleep(self.period)); Poll::Ready(Some(self.left)) }
        }
    }
}

use std::future::Future;

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let start = tokio::time::Instant::now();
    let mut s = Every::new(10, 3);
    while let Some(n) = s.next().await { println!("{n} at {:?}", start.elapsed()); }
    println!("{:?}", Every::new(5, 4).map(|n| n * 2).filter(|n| futures::future::ready(*n != 4)).collect::<Vec<_>>().await);
    let merged: Vec<u32> = futures::stream::select(Every::new(10, 2), Every::new(7, 2).map(|n| n + 100)).collect().await;
    println!("{merged:?} {:?}", start.elapsed());
}
