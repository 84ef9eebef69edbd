use std::pin::Pin;
async fn rec(n: u32) -> u32 { if n == 0 { 0 } else { Box::pin(rec(n - 1)).await + 1 } }
fn boxed(n: u32) -> Pin<Box<dyn Future<Output = u32>>> { Box::pin(async move { if n == 0 { 0 } else { boxed(n - 1).await + other(n).await } }) }
async fn other(n: u32) -> u32 { if n > 1 { boxed(n - 2).await } else { 7 } }
async fn even(n: u32) -> bool { if n == 0 { true } else { Box::pin(odd(n - 1)).await } }
async fn odd(n: u32) -> bool { if n == 0 { false } else { even(n - 1).await } }
async fn sp(n: u32) -> u32 { if n == 0 { 0 } else { let f: Pin<Box<dyn Future<Output = u32> + Send>> = Box::pin(sp(n - 1)); f.await + 1 } }
#[tokio::main]
async fn main() { println!("{} {} {} {}", rec(3).await, boxed(3).await, even(4).await, sp(3).await); }
