use std::time::Duration;
use tokio::time::sleep;

async fn work() -> u32 {
    sleep(Duration::from_millis(5)).await;
    5
}

#[tokio::main]
async fn main() {
    let mut job = work();
    let found = (&mut job).await;
    println!("{found}");
}
