use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex, mpsc};
use std::task::{Context, Poll, Waker};
use std::thread;
use std::time::Duration;

struct Shared { value: Option<u32>, waker: Option<Waker>, polls: u32 }

struct Slow(Arc<Mutex<Shared>>);
impl Slow {
    fn new(name: &'static str, value: u32) -> Self {
        let shared = Arc::new(Mutex::new(Shared { value: None, waker: None, polls: 0 }));
        let other = shared.clone();
        thread::spawn(move || {
            thread::sleep(Duration::from_millis(20));
            // The lock is held for long: a poll in the meantime waits for it.
            let mut shared = other.lock().unwrap();
            println!("{name} locked");
            thread::sleep(Duration::from_millis(40));
            shared.value = Some(value);
            if let Some(waker) = shared.waker.take() { waker.wake(); }
            println!("{name} set");
        });
        Slow(shared)
    }
}
impl Future for Slow {
    type Output = u32;
    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<u32> {
        let mut shared = self.0.lock().unwrap();
        shared.polls += 1;
        match shared.value {
            Some(value) => { println!("ready after {} polls", shared.polls); Poll::Ready(value) }
            None => { shared.waker = Some(cx.waker().clone()); Poll::Pending }
        }
    }
}

struct Received(mpsc::Receiver<u32>);
impl Future for Received {
    type Output = Result<u32, mpsc::RecvError>;
    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Self::Output> { Poll::Ready(self.0.recv()) }
}

struct Both<A, B> { a: A, b: B, seen: Vec<&'static str> }
impl<A: Future<Output = u32> + Unpin, B: Future<Output = u32> + Unpin> Future for Both<A, B> {
    type Output = String;
    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<String> {
        self.seen.push("polled");
        match Pin::new(&mut self.a).poll(cx) {
            Poll::Ready(n) => Poll::Ready(format!("a {n}")),
            Poll::Pending => Pin::new(&mut self.b).poll(cx).map(|n| format!("b {n} {}", self.seen.len())),
        }
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    println!("{}", Slow::new("first", 1).await);
    let (tx, rx) = mpsc::channel();
    thread::spawn(move || { thread::sleep(Duration::from_millis(20)); println!("sending"); tx.send(7).unwrap(); });
    println!("{:?}", Received(rx).await);
    let both = Both { a: std::future::pending(), b: Slow::new("second", 2), seen: vec![] };
    println!("{}", both.await);
    let late = Slow::new("third", 3);
    tokio::time::sleep(Duration::from_millis(30)).await;
    println!("{}", late.await);
    println!("{:?}", tokio::spawn(Slow::new("fourth", 4)).await);
}
