use futures::stream::{self, StreamExt, TryStreamExt};
use std::time::Duration;

async fn load(id: u32) -> Result<String, u32> { tokio::time::sleep(Duration::from_millis(u64::from(20 - id))).await; if id == 7 { Err(id) } else { Ok(format!("page {id}")) } }

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let all: Vec<Result<String, u32>> = stream::iter([1, 7, 3]).map(load).buffered(2).collect().await;
    println!("{all:?}");
    let good: Result<Vec<String>, u32> = stream::iter(1..4).then(load).try_collect().await;
    println!("{good:?}");
    let total: usize = stream::iter(1..=5).map(load).buffer_unordered(5).filter_map(|r| async move { r.ok() }).map(|s| s.len()).fold(0, |a, b| async move { a + b }).await;
    println!("{total}");
    let r = stream::iter([Ok(1), Ok(2), Err("stop"), Ok(4)]).try_for_each(|n| async move { println!("{n}"); Ok(()) }).await;
    println!("{r:?}");
}
