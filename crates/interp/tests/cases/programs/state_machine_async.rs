// Futures written out as state machines, pin projections, IntoFuture, polling by hand.
use futures::future::LocalBoxFuture;
use pin_project_lite::pin_project;
use std::fmt;
use std::future::{poll_fn, ready, Future, IntoFuture};
use std::pin::{pin, Pin};
use std::task::{ready, Context, Poll};
use std::time::Duration;
use tokio::time::{sleep, Instant, Sleep};

pin_project! {
    /// Adds what time a future took.
    #[must_use = "futures do nothing unless polled"]
    struct Timed<F> {
        #[pin]
        inner: F,
        start: Option<Instant>,
        polls: u32,
    }
}

impl<F: Future> Future for Timed<F> {
    type Output = (F::Output, Duration, u32);

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.project();
        let start = *this.start.get_or_insert_with(Instant::now);
        *this.polls += 1;
        let output = ready!(this.inner.poll(cx));
        Poll::Ready((output, start.elapsed(), *this.polls))
    }
}

trait TimedExt: Future + Sized {
    fn timed(self) -> Timed<Self> {
        Timed { inner: self, start: None, polls: 0 }
    }
}
impl<F: Future> TimedExt for F {}

/// A connection written out as the compiler would.
enum Connect {
    Start { host: String },
    Resolving { host: String, sleep: Pin<Box<Sleep>> },
    Shaking { address: u8, left: u8 },
    Done,
}

#[derive(Debug, PartialEq)]
struct Session {
    address: u8,
}

impl Future for Connect {
    type Output = Result<Session, ConnectError>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        loop {
            match &mut *self {
                Connect::Start { host } => {
                    let host = std::mem::take(host);
                    if host.is_empty() {
                        *self = Connect::Done;
                        return Poll::Ready(Err(ConnectError::NoHost));
                    }
                    *self = Connect::Resolving { host, sleep: Box::pin(sleep(Duration::from_millis(20))) };
                }
                Connect::Resolving { host, sleep } => {
                    ready!(sleep.as_mut().poll(cx));
                    let address = host.bytes().fold(0u8, |a, b| a.wrapping_mul(31).wrapping_add(b));
                    *self = Self::Shaking { address, left: 2 };
                }
                Connect::Shaking { address, left } => {
                    if *left == 0 {
                        let session = Session { address: *address };
                        self.set(Connect::Done);
                        break Poll::Ready(Ok(session));
                    }
                    *left -= 1;
                    cx.waker().wake_by_ref();
                    return Poll::Pending;
                }
                Connect::Done => panic!("`Connect` polled after completion"),
            }
        }
    }
}

#[derive(Debug)]
enum ConnectError {
    NoHost,
}
impl fmt::Display for ConnectError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no host given")
    }
}

/// `Request::new("x").retries(2).await`.
struct Request {
    host: &'static str,
    retries: u32,
}

impl Request {
    fn new(host: &'static str) -> Self {
        Self { host, retries: 0 }
    }
    fn retries(self, retries: u32) -> Self {
        Self { retries, ..self }
    }
}

impl IntoFuture for Request {
    type Output = Result<Session, String>;
    type IntoFuture = LocalBoxFuture<'static, Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(async move {
            let mut last = None;
            for attempt in 0..=self.retries {
                match (Connect::Start { host: self.host.to_string() }).await {
                    Ok(session) => return Ok(session),
                    Err(e) => last = Some(format!("attempt {attempt}: {e}")),
                }
            }
            Err(last.unwrap())
        })
    }
}

/// Polls two futures in turn until both are ready.
async fn both<A: Future, B: Future>(a: A, b: B) -> (A::Output, B::Output) {
    let (mut a, mut b) = (pin!(a), pin!(b));
    let (mut x, mut y) = (None, None);
    poll_fn(move |cx| {
        if x.is_none() {
            if let Poll::Ready(v) = a.as_mut().poll(cx) {
                x = Some(v);
            }
        }
        if y.is_none() {
            y = match b.as_mut().poll(cx) {
                Poll::Ready(v) => Some(v),
                Poll::Pending => None,
            };
        }
        match (x.take(), y.take()) {
            (Some(x), Some(y)) => Poll::Ready((x, y)),
            (one, other) => {
                (x, y) = (one, other);
                Poll::Pending
            }
        }
    })
    .await
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let (session, took, polls) = Connect::Start { host: "example".into() }.timed().await;
    println!("{session:?} {took:?} {polls} polls");
    println!("{:?}", Request::new("").retries(2).await);
    println!("{:?}", Request::new("b").await);

    let (a, b) = both(Request::new("left").into_future().timed(), async {
        sleep(Duration::from_millis(5)).await;
        "right"
    })
    .await;
    println!("{:?} {b}", a);

    let mut boxed: Pin<Box<dyn Future<Output = u8>>> = Box::pin(ready(3));
    let first = poll_fn(|cx| Poll::Ready(boxed.as_mut().poll(cx))).await;
    println!("{first:?} {:?}", first.map(|n| n + 1).is_ready());
    let nested = async { async { async { 7 }.await + 1 }.await + 1 };
    println!("{:?}", nested.timed().await.0);
    let mut futures: Vec<LocalBoxFuture<'_, usize>> = Vec::new();
    for word in ["x", "yy"] {
        futures.push(Box::pin(async move { sleep(Duration::from_millis(word.len() as u64)).await; word.len() }));
    }
    let mut total = 0;
    for f in futures {
        total += f.await;
    }
    println!("{total}");
}
