// A signal: what is kept for who comes later, and what is not.

use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Notify;
use tokio::time::{sleep, timeout};

async fn is_ready(future: impl Future<Output = ()>) -> bool {
    timeout(Duration::from_millis(5), future).await.is_ok()
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let notify = Notify::new();
    println!("{}", is_ready(notify.notified()).await);
    notify.notify_one();
    notify.notify_one();
    println!("{} {}", is_ready(notify.notified()).await, is_ready(notify.notified()).await);

    // Who waits already hears of it, even if it has not been polled yet.
    let waiting = notify.notified();
    notify.notify_waiters();
    println!("{} {}", is_ready(waiting).await, is_ready(notify.notified()).await);

    let mut enabled = pin!(notify.notified());
    println!("{}", enabled.as_mut().enable());
    let second = notify.notified();
    notify.notify_one();
    println!("{}", is_ready(second).await);
    println!("{}", is_ready(enabled).await);

    let shared = Arc::new(Notify::new());
    let mut tasks = Vec::new();
    for name in ["a", "b", "c"] {
        let shared = shared.clone();
        tasks.push(tokio::spawn(async move {
            shared.notified().await;
            println!("{name}");
        }));
    }
    sleep(Duration::from_millis(1)).await;
    shared.notify_last();
    sleep(Duration::from_millis(1)).await;
    shared.notify_one();
    sleep(Duration::from_millis(1)).await;
    shared.notify_waiters();
    for task in tasks {
        task.await.unwrap();
    }

    // One that was woken and goes away passes it on.
    let (mut first, mut second) = (Box::pin(shared.notified()), Box::pin(shared.notified()));
    println!("{} {}", first.as_mut().enable(), second.as_mut().enable());
    shared.notify_one();
    drop(first);
    println!("{}", is_ready(second).await);
}
