// limit : tasks
use std::future::Future;
use std::pin::Pin;
fn breed() -> Pin<Box<dyn Future<Output = ()> + Send>> {
    Box::pin(async {
        tokio::spawn(breed());
        tokio::spawn(breed());
        tokio::time::sleep(std::time::Duration::from_secs(1)).await;
    })
}
#[tokio::main]
async fn main() {
    breed().await;
    tokio::time::sleep(std::time::Duration::from_secs(100)).await;
}
