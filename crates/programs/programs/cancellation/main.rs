//! Cancellation: abort and drop, what is cleaned up, and what is lost.

use std::time::Duration;
use tokio::time::{sleep, timeout};

const PATIENCE: Duration = Duration::from_millis(250);

struct TempFile;

impl Drop for TempFile {
    fn drop(&mut self) {
        println!("temporary file removed");
    }
}

async fn upload(photo: &str) {
    let _file = TempFile;
    for part in 1..=5 {
        sleep(Duration::from_millis(100)).await;
        println!("{photo}: part {part} sent");
    }
    println!("{photo}: complete");
}

// Keeps the parts to itself until all are there.
async fn receive() -> Vec<u32> {
    let mut parts = Vec::new();
    receive_into(&mut parts).await;
    parts
}

// Leaves every part with the caller as soon as it is there.
async fn receive_into(parts: &mut Vec<u32>) {
    for part in 1..=5 {
        sleep(Duration::from_millis(100)).await;
        parts.push(part);
    }
}

// One thread, as in the browser.
#[tokio::main(flavor = "current_thread")]
async fn main() {
    // A task is cancelled by its handle.
    let task = tokio::spawn(upload("cat"));
    sleep(PATIENCE).await;
    task.abort();
    println!("main: asked for an abort");
    let is_cancelled = task.await.is_err_and(|error| error.is_cancelled());
    println!("main: cancelled? {is_cancelled}");

    // Any other future is cancelled by dropping it, as `timeout` does.
    let received = timeout(PATIENCE, receive()).await.unwrap_or_default();
    println!("receive: {received:?}");

    let mut parts = Vec::new();
    let _ = timeout(PATIENCE, receive_into(&mut parts)).await;
    println!("receive_into: {parts:?}");
}
