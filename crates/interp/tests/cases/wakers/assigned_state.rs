// Futures that assign to `*self` while they are polled: what is assigned is there at the next poll, however they are awaited.
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::task::{Context, Poll, RawWaker, RawWakerVTable, Waker, ready};
use std::time::Duration;
use tokio::time::{Sleep, sleep};

enum Connect {
    Start { host: String },
    Resolving { sleep: Pin<Box<Sleep>>, length: usize },
    Shaking(usize, u8),
    Done,
}

impl Future for Connect {
    type Output = usize;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<usize> {
        loop {
            match &mut *self {
                Connect::Start { host } => {
                    println!("start");
                    let length = std::mem::take(host).len();
                    *self = Connect::Resolving { sleep: Box::pin(sleep(Duration::from_millis(20))), length };
                }
                Connect::Resolving { sleep, length } => {
                    println!("resolving");
                    ready!(sleep.as_mut().poll(cx));
                    *self = Self::Shaking(*length, 1);
                }
                Connect::Shaking(length, 0) => {
                    let length = *length;
                    self.set(Connect::Done);
                    break Poll::Ready(length);
                }
                Connect::Shaking(_, left) => {
                    println!("shaking");
                    *left -= 1;
                    cx.waker().wake_by_ref();
                    return Poll::Pending;
                }
                Connect::Done => panic!("polled after completion"),
            }
        }
    }
}

fn start(host: &str) -> Connect {
    Connect::Start { host: host.into() }
}

fn idle() -> Waker {
    static TABLE: RawWakerVTable = RawWakerVTable::new(|_| raw(), |_| {}, |_| {}, |_| {});
    fn raw() -> RawWaker {
        RawWaker::new(std::ptr::null(), &TABLE)
    }
    unsafe { Waker::from_raw(raw()) }
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    println!("{}", start("one").await);
    let boxed: Pin<Box<dyn Future<Output = usize>>> = Box::pin(start("three"));
    println!("{}", boxed.await);
    println!("{}", async { start("a").await + 1 }.await);
    let mut pinned = std::pin::pin!(start("pinned"));
    println!("{}", pinned.as_mut().await);
    let mut by_hand = Box::pin(start("by hand"));
    println!("{}", poll_fn(|cx| by_hand.as_mut().poll(cx)).await);
    let (a, b) = tokio::join!(start("x"), start("yy"));
    println!("{a} {b} {}", tokio::spawn(start("spawned")).await.unwrap());
    println!("{}", idle().will_wake(&idle().clone()));
}
