use std::time::Duration;
use tokio::task::{self, JoinHandle};
use tokio::time::sleep;

async fn work(id: u32, ms: u64) -> u32 {
    sleep(Duration::from_millis(ms)).await;
    println!("work {id}");
    id * 10
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let h = tokio::spawn(async { println!("spawned"); 5 });
    println!("before");
    println!("{:?}", h.await);
    let handles: Vec<JoinHandle<u32>> = (1..=3).map(|i| tokio::spawn(work(i, 40 - 10 * u64::from(i)))).collect();
    for h in handles { println!("got {}", h.await.unwrap()); }
    let detached = tokio::spawn(work(9, 5));
    drop(detached);
    sleep(Duration::from_millis(10)).await;
    let failed = tokio::spawn(async { if true { panic!("oh") } 1 }).await;
    let e = failed.unwrap_err();
    println!("{} {} {:?}", e.is_panic(), e.is_cancelled(), e.into_panic().downcast_ref::<&str>());
    let h = tokio::spawn(work(7, 1000));
    sleep(Duration::from_millis(1)).await;
    h.abort();
    let e = h.await.unwrap_err();
    println!("{} {}", e.is_cancelled(), e.is_panic());
    let h = tokio::spawn(async { 1 });
    let abort = h.abort_handle();
    task::yield_now().await;
    println!("{} {}", h.is_finished(), abort.is_finished());
    abort.abort();
    println!("{:?}", h.await);
    let value = task::spawn_blocking(|| { std::thread::sleep(Duration::from_millis(1)); "blocking" }).await;
    println!("{value:?}");
    let nested = tokio::spawn(async { tokio::spawn(async { 1 }).await.unwrap() + 1 }).await;
    println!("{nested:?}");
    for i in 0..2 { tokio::spawn(async move { for j in 0..2 { println!("{i}.{j}"); task::yield_now().await; } }); }
    for _ in 0..4 { task::yield_now().await; }
    tokio::spawn(async { sleep(Duration::from_secs(1)).await; println!("never printed"); });
    println!("end");
}
