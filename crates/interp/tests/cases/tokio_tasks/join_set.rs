use std::time::Duration;
use tokio::task::JoinSet;
use tokio::time::sleep;

struct Note(u32);
impl Drop for Note { fn drop(&mut self) { println!("note {} dropped", self.0); } }

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let mut set = JoinSet::new();
    for i in [30u64, 10, 20] { set.spawn(async move { sleep(Duration::from_millis(i)).await; i }); }
    println!("{} {}", set.len(), set.is_empty());
    while let Some(r) = set.join_next().await { println!("{:?}", r); }
    println!("{:?}", set.join_next().await.is_none());
    for i in 0..3 { set.spawn(async move { let _n = Note(i as u32); if i == 1 { panic!("one") } sleep(Duration::from_millis(i * 100)).await; i }); }
    for _ in 0..2 { match set.join_next().await { Some(Ok(n)) => println!("ok {n}"), Some(Err(e)) => println!("panic {}", e.is_panic()), None => println!("none") } }
    println!("{}", set.len());
    set.shutdown().await;
    println!("{} {:?}", set.len(), set.try_join_next().is_none());
    let h = set.spawn(async { sleep(Duration::from_secs(9)).await; 0 });
    h.abort();
    println!("{}", set.join_next().await.unwrap().unwrap_err().is_cancelled());
    {
        let mut inner = JoinSet::new();
        inner.spawn(async { let _n = Note(8); sleep(Duration::from_secs(1)).await; });
        tokio::task::yield_now().await;
        println!("leaving");
    }
    tokio::task::yield_now().await;
    let mut all: JoinSet<u64> = (0..3).map(|i| async move { i * 2 }).collect();
    all.spawn(async { 100 });
    let mut out = all.join_all().await;
    out.sort();
    println!("{out:?}");
    let mut aborted = JoinSet::new();
    aborted.spawn(async { sleep(Duration::from_secs(1)).await });
    aborted.abort_all();
    println!("{}", aborted.join_next().await.unwrap().is_err());
}
