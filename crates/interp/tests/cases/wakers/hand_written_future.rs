use std::future::Future;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll, Wake, Waker, ready};

struct CountWakes(AtomicUsize);
impl Wake for CountWakes { fn wake(self: Arc<Self>) { self.0.fetch_add(1, Ordering::SeqCst); } fn wake_by_ref(self: &Arc<Self>) { self.0.fetch_add(10, Ordering::SeqCst); } }

struct Countdown(u32);
impl Future for Countdown {
    type Output = &'static str;
    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        println!("poll {}", self.0);
        if self.0 == 0 { return Poll::Ready("liftoff"); }
        self.0 -= 1;
        if self.0 % 2 == 0 { cx.waker().wake_by_ref(); } else { cx.waker().clone().wake(); }
        Poll::Pending
    }
}

struct Map<F, G> { inner: F, f: Option<G> }
impl<F: Future + Unpin, G: FnOnce(F::Output) -> T + Unpin, T> Future for Map<F, G> {
    type Output = T;
    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<T> {
        let v = ready!(Pin::new(&mut self.inner).poll(cx));
        Poll::Ready(self.f.take().expect("polled once")(v))
    }
}

async fn both() -> usize { let a = Countdown(1).await; let b = Countdown(0).await; a.len() + b.len() }

fn main() {
    let wakes = Arc::new(CountWakes(AtomicUsize::new(0)));
    let waker = Waker::from(wakes.clone());
    let mut cx = Context::from_waker(&waker);
    let mut f = Countdown(2);
    while Pin::new(&mut f).poll(&mut cx).is_pending() { println!("wakes {}", wakes.0.load(Ordering::SeqCst)); }
    let mut g = pin!(both());
    println!("{:?}", g.as_mut().poll(&mut cx));
    println!("{:?}", g.as_mut().poll(&mut cx));
    let mut m = Map { inner: Countdown(0), f: Some(|s: &str| s.to_uppercase()) };
    println!("{:?}", Pin::new(&mut m).poll(&mut cx));
    let mut boxed: Pin<Box<dyn Future<Output = i32>>> = Box::pin(async { std::future::ready(1).await + std::future::poll_fn(|_| Poll::Ready(2)).await });
    println!("{:?}", boxed.as_mut().poll(&mut cx));
    println!("{} {}", Arc::strong_count(&wakes), waker.will_wake(&waker.clone()));
    println!("{:?} {:?}", Poll::Ready(3).map(|n| n + 1), Poll::<i32>::Pending.is_ready());
    let mut noop = Context::from_waker(Waker::noop());
    println!("{:?}", pin!(std::future::pending::<u8>()).poll(&mut noop));
}
