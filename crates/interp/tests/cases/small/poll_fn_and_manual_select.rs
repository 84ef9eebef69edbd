use std::future::{Future, poll_fn};
use std::pin::{Pin, pin};
use std::task::Poll;
use std::time::Duration;
use tokio::time::sleep;

async fn first<A: Future, B: Future<Output = A::Output>>(a: A, b: B) -> A::Output {
    let mut a = pin!(a);
    let mut b = pin!(b);
    poll_fn(|cx| { if let Poll::Ready(v) = a.as_mut().poll(cx) { return Poll::Ready(v); } b.as_mut().poll(cx) }).await
}

async fn named(ms: u64, s: &'static str) -> &'static str { sleep(Duration::from_millis(ms)).await; s }

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    println!("{} {}", first(named(2, "a"), named(1, "b")).await, first(named(1, "c"), named(1, "d")).await);
    let mut n = 0;
    println!("{}", poll_fn(|cx| { n += 1; if n < 4 { cx.waker().wake_by_ref(); Poll::Pending } else { Poll::Ready(n) } }).await);
    let mut f: Pin<Box<dyn Future<Output = &str>>> = Box::pin(named(5, "boxed"));
    let polled = poll_fn(|cx| Poll::Ready(f.as_mut().poll(cx).is_pending())).await;
    println!("{polled} {}", f.await);
}
