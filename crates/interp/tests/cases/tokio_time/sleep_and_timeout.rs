use std::time::Duration;
use tokio::time::{self, Instant, sleep, sleep_until, timeout, timeout_at};

struct Guard(&'static str);
impl Drop for Guard { fn drop(&mut self) { println!("{} dropped", self.0); } }

async fn slow(ms: u64) -> &'static str { let _g = Guard("slow"); sleep(Duration::from_millis(ms)).await; println!("slow done"); "value" }

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let start = Instant::now();
    sleep(Duration::from_millis(50)).await;
    println!("{:?}", start.elapsed());
    sleep_until(start + Duration::from_millis(80)).await;
    println!("{:?}", start.elapsed());
    println!("{:?}", timeout(Duration::from_millis(20), slow(10)).await);
    let r = timeout(Duration::from_millis(20), slow(100)).await;
    println!("{r:?} {:?}", start.elapsed());
    println!("{}", r.unwrap_err());
    println!("{:?}", timeout_at(start + Duration::from_millis(1), async { 1 }).await);
    println!("{:?}", timeout(Duration::ZERO, std::future::pending::<()>()).await.is_err());
    let s = sleep(Duration::from_millis(30));
    tokio::pin!(s);
    println!("{} {:?}", s.is_elapsed(), s.deadline() - Instant::now());
    s.as_mut().reset(Instant::now() + Duration::from_millis(5));
    s.as_mut().await;
    println!("{} {:?}", s.is_elapsed(), start.elapsed());
    let nested = timeout(Duration::from_millis(50), timeout(Duration::from_millis(10), slow(30))).await;
    println!("{nested:?}");
    time::advance(Duration::from_secs(1)).await;
    println!("{:?}", start.elapsed());
    sleep(Duration::ZERO).await;
    println!("{:?}", Instant::now().duration_since(start).as_millis());
}
