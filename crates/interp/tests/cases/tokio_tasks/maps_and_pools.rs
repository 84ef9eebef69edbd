use tokio_util::task::{JoinMap, LocalPoolHandle};
use std::rc::Rc;

#[tokio::main]
async fn main() {
    let pool = LocalPoolHandle::new(3);
    let data = vec![1, 2, 3];
    let output = pool.spawn_pinned(move || { let local = Rc::new(data); async move { local.iter().sum::<i32>() } }).await.unwrap();
    println!("{output}");
    println!("{}", pool.spawn_pinned_by_idx(|| async { "pinned" }, 1).await.unwrap());
    let mut map = JoinMap::new();
    map.spawn("hello world", async move { 1 });
    map.spawn("goodbye world", async move { tokio::time::sleep(std::time::Duration::from_millis(5)).await; 2 });
    map.spawn("never", async move { std::future::pending::<i32>().await });
    println!("{} {}", map.len(), map.contains_key(&"never"));
    println!("{}", map.abort(&"never"));
    let mut ended = vec![];
    while let Some((key, result)) = map.join_next().await { ended.push((key, result.ok())); }
    ended.sort();
    println!("{ended:?}");
}
