use std::thread;
use std::time::Duration;

#[tokio::main]
async fn main() {
    let (tx, rx) = flume::unbounded();
    thread::spawn(move || {
        (0..5).for_each(|i| { tx.send(i).unwrap(); })
    });
    let received: u32 = rx.iter().sum();
    println!("{received}");
    println!("{:?} {}", rx.recv(), rx.recv().unwrap_err());
    let (tx, rx) = flume::bounded::<String>(2);
    let workers: Vec<_> = (0..2).map(|id| { let rx = rx.clone(); tokio::spawn(async move { let mut n = 0; while let Ok(_text) = rx.recv_async().await { n += 1; tokio::time::sleep(Duration::from_millis(1)).await; } (id, n) }) }).collect();
    for i in 0..6 { tx.send_async(format!("job {i}")).await.unwrap(); }
    println!("{}", tx.receiver_count());
    drop(tx);
    drop(rx);
    let mut total = 0;
    for worker in workers { total += worker.await.unwrap().1; }
    println!("{total}");
    let (tx, rx) = flume::bounded(1);
    println!("{:?} {:?} {}", tx.try_send(1), tx.try_send(2), tx.is_full());
    println!("{:?} {:?}", rx.try_recv(), rx.try_recv());
    drop(tx);
    println!("{:?}", rx.recv_timeout(Duration::from_millis(1)));
    println!("{}", rx.is_disconnected());
}
