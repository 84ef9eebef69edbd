use std::time::Duration;
use tokio::sync::mpsc;
use tokio::time::{Instant, interval, sleep, timeout};

async fn work(name: &str, ms: u64) -> String {
    sleep(Duration::from_millis(ms)).await;
    name.to_string()
}

#[tokio::main]
async fn main() {
    let first = work("a", 2);
    let second = work("b", 1);
    let (a, b) = tokio::join!(first, second);
    println!("{a}{b}");
    let mut slow = Box::pin(work("slow", 5));
    loop {
        tokio::select! {
            name = &mut slow => {
                println!("{name}");
                break;
            }
            _ = sleep(Duration::from_millis(2)) => println!("tick"),
        }
    }
    let pinned = work("pinned", 1);
    tokio::pin!(pinned);
    println!("{}", (&mut pinned).await);
    let (tx, mut rx) = mpsc::channel(4);
    let own = tx.clone();
    tokio::spawn(async move {
        own.send(1).await.unwrap();
    });
    drop(tx);
    while let Some(number) = rx.recv().await {
        println!("{number}");
    }
    let mut ticks = interval(Duration::from_millis(1));
    ticks.tick().await;
    ticks.tick().await;
    let start = Instant::now();
    println!("{:?}", timeout(Duration::from_millis(1), work("late", 9)).await.is_err());
    println!("{}", start.elapsed() >= start.elapsed() - Duration::from_millis(1));
    let mut numbers = vec![1];
    {
        let push = async { numbers.push(2) };
        push.await;
    }
    numbers.push(3);
    println!("{numbers:?}");
}
