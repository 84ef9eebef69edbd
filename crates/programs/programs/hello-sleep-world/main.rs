//! Hello, sleep, world: the smallest program that waits.

use std::time::Duration;
use tokio::time::sleep;

async fn greet() {
    println!("hello");
    sleep(Duration::from_millis(500)).await;
    println!("world");
}

// One thread, as in the browser.
#[tokio::main(flavor = "current_thread")]
async fn main() {
    greet().await;
}
