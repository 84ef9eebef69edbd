//! Futures and what becomes one, of references to a type.
use std::future::{Future, IntoFuture, Ready, ready};
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

struct Event(u8);

impl Future for &Event {
    type Output = u8;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<u8> {
        if self.0 == 0 {
            cx.waker().wake_by_ref();
            return Poll::Pending;
        }
        Poll::Ready(self.0)
    }
}

struct Counter(u8);

impl<'a> IntoFuture for &'a mut Counter {
    type Output = u8;
    type IntoFuture = Ready<u8>;

    fn into_future(self) -> Ready<u8> {
        self.0 += 1;
        ready(self.0)
    }
}

fn once<F: Future>(f: F) -> Option<F::Output> {
    match pin!(f).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(it) => Some(it),
        Poll::Pending => None,
    }
}

fn made<F: IntoFuture>(f: F) -> Option<F::Output> {
    let mut future = Box::pin(f.into_future());
    match future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(it) => Some(it),
        Poll::Pending => None,
    }
}

fn main() {
    let (set, unset) = (Event(3), Event(0));
    println!("{:?} {:?} {:?}", once(&set), made(&set), once(&unset));
    let sum = async {
        let r = &set;
        r.await + (&set).await
    };
    println!("{:?}", once(sum));
    let mut counter = Counter(10);
    println!("{:?}", made(&mut counter));
    let twice = async {
        let first = (&mut counter).await;
        let r = &mut counter;
        (first, r.await)
    };
    println!("{:?}", once(twice));
    println!("{}", counter.0);
}
