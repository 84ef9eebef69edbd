use futures::StreamExt;
use std::time::Duration;
use tokio::time::{advance, sleep, Instant};
use tokio_util::time::DelayQueue;

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let start = Instant::now();
    let mut queue = DelayQueue::new();
    for (name, after) in [("a", 5), ("b", 5), ("c", 70), ("d", 5), ("e", 70), ("f", 4100), ("g", 4100), ("h", 0)] {
        queue.insert(name, Duration::from_millis(after));
    }
    let gone = queue.insert("gone", Duration::from_millis(3));
    println!("{gone:?} {:?}", queue.peek());
    println!("{}", queue.remove(&gone).into_inner());
    println!("{:?}", queue.try_remove(&gone).is_none());
    let late = queue.insert("late", Duration::from_millis(1));
    queue.reset(&late, Duration::from_millis(6000));
    println!("{:?} of {}", queue.deadline(&late) - start, queue.len());
    while let Some(expired) = queue.next().await {
        println!("{:?} {} {:?}", start.elapsed(), expired.get_ref(), expired.deadline() - start);
        if *expired.get_ref() == "c" {
            queue.insert("again", Duration::from_micros(1500));
        }
    }

    // Whoever waits hears of what comes earlier.
    queue.insert("far", Duration::from_secs(60));
    let waits = tokio::spawn(async move { (queue.next().await.map(|it| it.into_inner()), queue.len()) });
    sleep(Duration::from_millis(1)).await;
    advance(Duration::from_secs(61)).await;
    println!("{:?}", waits.await.unwrap());

    let mut queue: DelayQueue<u8> = DelayQueue::with_capacity(4);
    println!("{:?} {}", queue.next().await.is_none(), queue.is_empty());
    let key = queue.insert_at(7, Instant::now() + Duration::from_millis(10));
    advance(Duration::from_millis(20)).await;
    queue.insert(8, Duration::ZERO);
    println!("{:?} {:?}", queue.peek() == Some(key), queue.next().await.map(|it| it.into_inner()));
    queue.clear();
    println!("{}", queue.len());
}
