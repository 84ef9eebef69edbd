use std::time::Duration;
use tokio::sync::{oneshot, watch};
use tokio::time::sleep;

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let (tx, rx) = oneshot::channel();
    tokio::spawn(async move { sleep(Duration::from_millis(1)).await; tx.send("value").unwrap(); });
    println!("{:?}", rx.await);
    let (tx, rx) = oneshot::channel::<i32>();
    drop(tx);
    let e = rx.await.unwrap_err();
    println!("{e} {e:?}");
    let (tx, rx) = oneshot::channel();
    drop(rx);
    println!("{} {:?}", tx.is_closed(), tx.send(3));
    let (mut tx, mut rx) = oneshot::channel::<i32>();
    println!("{:?}", rx.try_recv());
    rx.close();
    tx.closed().await;
    println!("{:?} {:?}", rx.try_recv(), tx.send(1));
    let (tx, rx) = watch::channel(0);
    let mut seen = rx.clone();
    let watcher = tokio::spawn(async move {
        let mut all = vec![*seen.borrow()];
        while seen.changed().await.is_ok() { all.push(*seen.borrow_and_update()); }
        all
    });
    for i in 1..=3 { tx.send(i * 10).unwrap(); if i == 2 { sleep(Duration::from_millis(1)).await; } }
    println!("{} {} {}", *rx.borrow(), rx.has_changed().unwrap(), tx.receiver_count());
    tx.send_modify(|n| *n += 1);
    println!("{:?} {}", tx.send_if_modified(|n| { if *n > 100 { *n = 0; true } else { false } }), tx.send_replace(5));
    drop(tx);
    println!("{:?}", watcher.await);
    println!("{:?} {}", rx.has_changed().is_err(), *rx.borrow());
    let (tx, mut rx) = watch::channel("idle");
    let sub = tx.subscribe();
    tokio::spawn(async move { for s in ["busy", "done"] { sleep(Duration::from_millis(5)).await; tx.send(s).unwrap(); } });
    println!("{}", *rx.wait_for(|s| *s == "done").await.unwrap());
    println!("{}", *sub.borrow());
}
