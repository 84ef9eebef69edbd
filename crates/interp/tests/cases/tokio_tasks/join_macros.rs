use std::time::Duration;
use tokio::time::{Instant, sleep};

async fn value(ms: u64, v: i32) -> i32 { sleep(Duration::from_millis(ms)).await; println!("{v} at {ms}"); v }
async fn check(ms: u64, ok: bool) -> Result<u64, String> {
    sleep(Duration::from_millis(ms)).await;
    if ok { Ok(ms) } else { Err(format!("failed at {ms}")) }
}
struct Slow; impl Drop for Slow { fn drop(&mut self) { println!("slow cancelled"); } }

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let start = Instant::now();
    let (a, b, c) = tokio::join!(value(30, 1), value(10, 2), async { "now" });
    println!("{a} {b} {c} {:?}", start.elapsed());
    println!("{:?}", tokio::try_join!(check(10, true), check(20, true)));
    let r = tokio::try_join!(check(10, false), async { let _s = Slow; check(1000, true).await });
    println!("{r:?} {:?}", start.elapsed());
    let r: Result<(i32, char), String> = tokio::try_join!(async { Ok(1) }, async { Ok::<_, String>('c') });
    println!("{r:?}");
    let (x,) = tokio::join!(async { 5 });
    println!("{x}");
    let fut = value(5, 7);
    tokio::pin!(fut);
    let (y, z) = tokio::join!(&mut fut, value(1, 8));
    println!("{y} {z}");
    let n = tokio::join!(
        async { let mut t = 0; for i in 0..3 { tokio::task::yield_now().await; t += i; println!("left {i}"); } t },
        async { let mut t = 1; for i in 1..4 { tokio::task::yield_now().await; t *= i; println!("right {i}"); } t },
    );
    println!("{n:?}");
    let nested = tokio::join!(async { tokio::join!(value(3, 1), value(2, 2)) }, value(1, 3));
    println!("{nested:?}");
}
