// Outputs are handed over in the order of the futures, once, and dropped with what holds them.
use futures::future::{BoxFuture, FutureExt, join, join_all, try_join};
use std::time::Duration;
struct D(&'static str);
impl Drop for D {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}
#[tokio::main]
async fn main() {
    let v = join_all((0..3).map(|i| async move {
        tokio::time::sleep(Duration::from_millis(30 - i * 10)).await;
        println!("{i}");
        D(["a", "b", "c"][i as usize])
    }))
    .await;
    println!("{}", v.len());
    drop(v);
    let fs: Vec<BoxFuture<'static, String>> =
        vec![async { "x".to_string() }.boxed(), async { "y".into() }.boxed()];
    println!("{:?}", join_all(fs).await);
    println!("{:?}", join(async { 1 }, async { "a" }).await);
    println!("{:?}", try_join(async { Ok::<_, String>(1) }, async { Err::<u8, _>("bad".to_string()) }).await);
    println!("{:?}", join_all(Vec::<std::future::Ready<i32>>::new()).await);
    let mut j = join_all([std::future::ready(1), std::future::ready(2)]);
    println!("{:?} {:?}", (&mut j).await, (&mut j).await);
}
