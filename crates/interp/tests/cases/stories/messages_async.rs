use std::pin::{Pin, pin};
use std::future::Future;
use std::time::Duration;
use tokio::sync::mpsc::unbounded_channel;
use tokio::time::{Instant, sleep};

async fn race<A: Future, B: Future>(a: A, b: B) -> Result<A::Output, B::Output> {
    let (a, b) = (pin!(a), pin!(b));
    tokio::select! { biased; a = a => Ok(a), b = b => Err(b) }
}

async fn limited<F: Future>(future: F, max: Duration) -> Result<F::Output, Duration> {
    race(future, sleep(max)).await.map_err(|()| max)
}

fn slow(name: &str, ms: u64) { println!("'{name}' ran for {ms}ms"); }

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let (tx, mut rx) = unbounded_channel();
    let tx1 = tx.clone();
    let first = async move {
        for word in ["good", "morning", "from", "here"] { tx1.send(word.to_string()).unwrap(); sleep(Duration::from_millis(50)).await; }
    };
    let second = async move {
        for word in ["and", "there"] { tx.send(String::from(word)).unwrap(); sleep(Duration::from_millis(120)).await; }
    };
    let start = Instant::now();
    let receiver = async { let mut n = 0; while let Some(value) = rx.recv().await { println!("received '{value}' at {:?}", start.elapsed()); n += 1; } println!("{n} messages"); };
    let futures: Vec<Pin<Box<dyn Future<Output = ()>>>> = vec![Box::pin(first), Box::pin(second), Box::pin(receiver)];
    futures::future::join_all(futures).await;
    println!("{:?} {:?}", limited(async { sleep(Duration::from_millis(5)).await; "quick" }, Duration::from_millis(10)).await, limited(async { sleep(Duration::from_millis(50)).await; "slow" }, Duration::from_millis(10)).await);
    let a = async { println!("'a' started"); slow("a", 30); tokio::task::yield_now().await; slow("a", 10); tokio::task::yield_now().await; println!("'a' finished"); };
    let b = async { println!("'b' started"); slow("b", 75); tokio::task::yield_now().await; slow("b", 15); tokio::task::yield_now().await; println!("'b' finished"); };
    tokio::join!(a, b);
    println!("{}", match race(async { sleep(Duration::from_millis(3)).await; 1 }, async { sleep(Duration::from_millis(2)).await; "two" }).await { Ok(n) => n.to_string(), Err(s) => s.to_string() });
}
