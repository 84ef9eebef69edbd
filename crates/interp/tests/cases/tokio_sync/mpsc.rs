use std::time::Duration;
use tokio::sync::mpsc::{self, error::{TryRecvError, TrySendError}};
use tokio::time::sleep;

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let (tx, mut rx) = mpsc::channel(2);
    println!("{} {}", tx.capacity(), tx.max_capacity());
    let tx2 = tx.clone();
    tokio::spawn(async move { for i in 0..4 { tx.send(i).await.unwrap(); println!("sent {i}"); } });
    tokio::spawn(async move { sleep(Duration::from_millis(5)).await; tx2.send(100).await.unwrap(); });
    while let Some(v) = rx.recv().await { println!("received {v}"); sleep(Duration::from_millis(1)).await; }
    println!("closed {}", rx.is_closed());
    let (tx, mut rx) = mpsc::unbounded_channel();
    println!("{:?} {:?} {:?}", tx.send("a"), rx.try_recv(), rx.try_recv());
    drop(tx);
    println!("{:?} {}", rx.recv().await, rx.try_recv() == Err(TryRecvError::Disconnected));
    let (tx, rx) = mpsc::channel(1);
    println!("{:?} {:?}", tx.try_send(1), tx.try_send(2));
    println!("{} {}", tx.try_send(2).unwrap_err(), tx.is_closed());
    drop(rx);
    println!("{:?} {}", tx.try_send(3) == Err(TrySendError::Closed(3)), tx.send(4).await.unwrap_err());
    let (tx, mut rx) = mpsc::channel::<String>(4);
    let permit = tx.reserve().await.unwrap();
    println!("{}", tx.capacity());
    permit.send("by permit".into());
    tx.send("second".into()).await.unwrap();
    rx.close();
    println!("{:?} {:?} {:?} {:?}", tx.send("late".into()).await.is_err(), rx.recv().await, rx.recv().await, rx.recv().await);
    let (tx, mut rx) = mpsc::channel(8);
    for i in 0..5 { tx.send(i).await.unwrap(); }
    let mut buffer = vec![];
    println!("{} {buffer:?} {}", rx.recv_many(&mut buffer, 3).await, rx.len());
    println!("{buffer:?} {:?}", tx.send_timeout(9, Duration::from_millis(1)).await);
    let weak = tx.downgrade();
    drop(tx);
    println!("{} {:?}", weak.upgrade().is_none(), rx.recv().await);
    let (tx, mut rx) = mpsc::channel::<(u32, tokio::sync::oneshot::Sender<u32>)>(1);
    tokio::spawn(async move { while let Some((n, reply)) = rx.recv().await { let _ = reply.send(n * 2); } println!("server ends"); });
    for n in [1, 21] { let (reply, answer) = tokio::sync::oneshot::channel(); tx.send((n, reply)).await.unwrap(); println!("{}", answer.await.unwrap()); }
    drop(tx);
    sleep(Duration::from_millis(1)).await;
}
