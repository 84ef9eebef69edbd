//! Futures and streams that are pinned in place end with the block around them, in the reverse order of their `let`s.

use futures::StreamExt;
use futures::future::{Either, select};
use std::future::Future;
use std::pin::{Pin, pin};
use std::task::{Context, Poll};

struct Ready(&'static str, u32);

impl Future for Ready {
    type Output = u32;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<u32> {
        if self.1 == 0 {
            return Poll::Ready(7);
        }
        self.1 -= 1;
        cx.waker().wake_by_ref();
        Poll::Pending
    }
}

impl Drop for Ready {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

struct Count(u32, Noisy);

struct Noisy(&'static str);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

impl futures::Stream for Count {
    type Item = u32;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<u32>> {
        let next = self.0.checked_sub(1);
        self.0 = next.unwrap_or(0);
        Poll::Ready(next)
    }
}

async fn of_argument<F: Future<Output = u32>>(f: F) -> u32 {
    let _first = Noisy("before the argument's pin");
    let mut f = pin!(f);
    let value = f.as_mut().await;
    println!("value {value}");
    value
}

fn by_hand(future: Ready) -> bool {
    let mut future = pin!(future);
    let mut cx = Context::from_waker(std::task::Waker::noop());
    let ready = future.as_mut().poll(&mut cx).is_ready();
    println!("polled: {ready}");
    ready
}

struct Holder<'a> {
    inner: Pin<&'a mut Ready>,
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    {
        let _outer = Noisy("declared first");
        let f = pin!(Ready("by std", 1));
        println!("{}", f.await);
    }
    {
        let f = Ready("by tokio", 0);
        tokio::pin!(f);
        println!("{}", f.await);
    }
    {
        tokio::pin! {
            let a = Ready("declared by tokio, a", 0);
            let b = Ready("declared by tokio, b", 0);
        }
        println!("{}", a.await + b.await);
    }
    {
        let a = Ready("by futures, a", 0);
        let b = Ready("by futures, b", 0);
        futures::pin_mut!(a, b);
        println!("{}", a.await + b.await);
    }
    println!("argument: {}", of_argument(Ready("argument", 2)).await);
    println!("by hand: {}", by_hand(Ready("hand", 0)));
    {
        match select(pin!(Ready("left", 3)), pin!(Ready("right", 1))).await {
            Either::Left((it, _)) => println!("left {it}"),
            Either::Right((it, _)) => println!("right {it}"),
        }
        println!("selected");
    }
    {
        let mut stream = pin!(Count(2, Noisy("stream")));
        while let Some(it) = stream.next().await {
            println!("item {it}");
        }
    }
    {
        let pair = (pin!(Ready("in a tuple", 0)), 1);
        let holder = Holder { inner: pin!(Ready("in a struct", 0)) };
        let some = Some(pin!(Ready("in an option", 0)));
        println!("{} {} {}", pair.0.await, holder.inner.await, some.unwrap().await);
    }
    {
        let few = std::env::args().count() < 9;
        let f = if few { pin!(Ready("in a branch", 0)) } else { pin!(Ready("in the other", 0)) };
        let name = match few {
            true => &mut Ready("behind an arm", 0),
            false => &mut Ready("behind the other arm", 0),
        };
        println!("{} {}", f.await, name.0);
    }
    {
        let mut f = pin!(Ready("set, first", 0));
        f.set(Ready("set, second", 0));
        println!("{}", f.await);
    }
    let never = tokio::spawn(async {
        let mut f = pin!(Ready("aborted", u32::MAX));
        f.as_mut().await
    });
    tokio::task::yield_now().await;
    never.abort();
    println!("aborted: {}", never.await.unwrap_err().is_cancelled());
    println!("end");
}
