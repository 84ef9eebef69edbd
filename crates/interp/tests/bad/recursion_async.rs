// limit : recursion
use std::future::Future;
use std::pin::Pin;
fn down(number: u64) -> Pin<Box<dyn Future<Output = u64>>> {
    Box::pin(async move { down(number + 1).await + 1 })
}
#[tokio::main]
async fn main() {
    println!("{}", down(0).await);
}
