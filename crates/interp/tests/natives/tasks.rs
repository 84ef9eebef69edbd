//! A program that uses many items of the library; its output is in the file beside it.
use tokio::sync::{mpsc, oneshot, Mutex, Semaphore, Notify, broadcast, watch, RwLock};
use tokio::time::{sleep, timeout, Duration, Instant, interval};
use std::sync::Arc;
async fn work(n: u64) -> u64 { sleep(Duration::from_millis(n * 10)).await; n * 2 }
#[tokio::main]
async fn main() {
    let start = Instant::now();
    let h = tokio::spawn(work(3));
    println!("{:?}", h.await.unwrap());
    let (a, b) = tokio::join!(work(1), work(2));
    println!("{a} {b}");
    let (tx, mut rx) = mpsc::channel(2);
    let tx2 = tx.clone();
    tokio::spawn(async move { for i in 0..3 { tx.send(i).await.unwrap(); } });
    tokio::spawn(async move { tx2.send(100).await.unwrap(); });
    let mut got = vec![];
    while let Some(x) = rx.recv().await { got.push(x); }
    got.sort();
    println!("{got:?}");
    let (otx, orx) = oneshot::channel();
    tokio::spawn(async move { otx.send("hi").unwrap(); });
    println!("{:?}", orx.await);
    let m = Arc::new(Mutex::new(0));
    let mut hs = vec![];
    for i in 0..4 { let m = m.clone(); hs.push(tokio::spawn(async move { let mut g = m.lock().await; *g += i; })); }
    for h in hs { h.await.unwrap(); }
    println!("{}", *m.lock().await);
    println!("{:?}", timeout(Duration::from_millis(5), work(10)).await);
    println!("{:?}", timeout(Duration::from_millis(500), work(1)).await);
    let mut t = interval(Duration::from_millis(10));
    for _ in 0..3 { t.tick().await; }
    let s = Arc::new(Semaphore::new(1));
    let p = s.clone().acquire_owned().await.unwrap();
    println!("{}", s.available_permits()); drop(p); println!("{}", s.available_permits());
    let (btx, mut b1) = broadcast::channel(4);
    let mut b2 = btx.subscribe();
    btx.send(1).unwrap();
    println!("{:?} {:?}", b1.recv().await, b2.recv().await);
    let (wtx, mut wrx) = watch::channel(1);
    tokio::spawn(async move { wtx.send(2).unwrap(); });
    wrx.changed().await.unwrap();
    println!("{}", *wrx.borrow());
    let rw = RwLock::new(5); { *rw.write().await += 1; } println!("{}", *rw.read().await);
    let n = Arc::new(Notify::new()); let n2 = n.clone();
    tokio::spawn(async move { n2.notify_one(); }); n.notified().await;
    tokio::select! { _ = sleep(Duration::from_millis(5)) => println!("short"), _ = sleep(Duration::from_millis(50)) => println!("long") }
    let h = tokio::spawn(async { sleep(Duration::from_secs(10)).await; }); h.abort();
    println!("{:?}", h.await.unwrap_err().is_cancelled());
    let h: tokio::task::JoinHandle<i32> = tokio::spawn(async { panic!("boom") });
    let e = h.await.unwrap_err(); println!("{} {}", e.is_panic(), e);
    println!("{}", tokio::task::spawn_blocking(|| 42).await.unwrap());
    let mut set = tokio::task::JoinSet::new();
    for i in 0..3 { set.spawn(work(i)); }
    while let Some(r) = set.join_next().await { println!("{}", r.unwrap()); }
    println!("{}", start.elapsed().as_millis());
}
