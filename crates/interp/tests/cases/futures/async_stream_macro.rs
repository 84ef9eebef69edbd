use async_stream::{stream, try_stream};
use futures::StreamExt;
use std::time::Duration;
use tokio_stream::Stream;

fn countdown(from: u32) -> impl Stream<Item = u32> { stream! { for i in (0..from).rev() { tokio::time::sleep(Duration::from_millis(5)).await; yield i; } } }
fn checked(v: Vec<i32>) -> impl Stream<Item = Result<i32, String>> { try_stream! { for n in v { if n < 0 { Err(format!("negative {n}"))?; } yield n * 2; } } }

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    println!("{:?}", countdown(3).collect::<Vec<_>>().await);
    let s = checked(vec![1, 2, -3, 4]);
    futures::pin_mut!(s);
    while let Some(r) = s.next().await { println!("{r:?}"); }
    let doubled = stream! { let inner = countdown(2); futures::pin_mut!(inner); while let Some(n) = inner.next().await { yield n; yield n * 10; } };
    println!("{:?}", doubled.collect::<Vec<_>>().await);
}
