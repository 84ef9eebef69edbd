use std::time::Duration;
use tokio::time::sleep;

#[tokio::main]
async fn main() {
    let mut deadline = sleep(Duration::from_millis(5));
    (&mut deadline).await;
    println!("over");
}
