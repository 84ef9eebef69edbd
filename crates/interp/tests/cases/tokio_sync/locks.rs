use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{Mutex, Notify, OnceCell, RwLock, Semaphore};
use tokio::time::{Instant, sleep};

static ONCE: OnceCell<u32> = OnceCell::const_new();

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let start = Instant::now();
    let m = Arc::new(Mutex::new(vec![]));
    let hs: Vec<_> = (0..3).map(|i| { let m = m.clone(); tokio::spawn(async move { let mut g = m.lock().await; sleep(Duration::from_millis(10)).await; g.push(i); }) }).collect();
    for h in hs { h.await.unwrap(); }
    println!("{:?} {:?} {:?}", m.lock().await, start.elapsed(), m);
    let g = m.lock().await;
    println!("{} {:?}", m.try_lock().is_err(), m);
    drop(g);
    println!("{:?}", Arc::try_unwrap(m).unwrap().into_inner());
    let l = RwLock::new(1);
    { let (a, b) = (l.read().await, l.read().await); println!("{} {}", *a + *b, l.try_write().is_err()); }
    *l.write().await += 5;
    println!("{:?} {}", *l.read().await, l.try_read().is_ok());
    let s = Arc::new(Semaphore::new(2));
    let t = Instant::now();
    let hs: Vec<_> = (0..4).map(|i| { let s = s.clone(); tokio::spawn(async move { let _p = s.acquire_owned().await.unwrap(); sleep(Duration::from_millis(10)).await; (i, t.elapsed().as_millis()) }) }).collect();
    for h in hs { print!("{:?} ", h.await.unwrap()); }
    println!("{}", s.available_permits());
    let p = s.acquire_many(2).await.unwrap();
    println!("{:?}", s.try_acquire().map(|_| ()).map_err(|e| e.to_string()));
    drop(p);
    s.add_permits(3);
    s.acquire().await.unwrap().forget();
    println!("{}", s.available_permits());
    s.close();
    println!("{:?}", s.acquire().await.map(|_| ()).map_err(|e| e.to_string()));
    let n = Arc::new(Notify::new());
    let w = { let n = n.clone(); tokio::spawn(async move { n.notified().await; println!("notified"); n.notified().await; println!("again"); }) };
    tokio::task::yield_now().await;
    n.notify_one();
    tokio::task::yield_now().await;
    n.notify_waiters();
    w.await.unwrap();
    n.notify_one();
    n.notified().await;
    println!("{} {}", ONCE.get_or_init(|| async { sleep(Duration::from_millis(1)).await; 7 }).await, ONCE.get_or_init(|| async { 8 }).await);
    println!("{:?} {:?}", ONCE.get(), ONCE.set(9).is_err());
    let b = Arc::new(tokio::sync::Barrier::new(2));
    let other = b.clone();
    let h = tokio::spawn(async move { other.wait().await.is_leader() });
    let mine = b.wait().await.is_leader();
    println!("{}", mine != h.await.unwrap());
}
