//! Three downloads: one after another, then all at once.

use std::time::Duration;
use tokio::time::sleep;

async fn download(file: &str, ms: u64) {
    println!("{file}: started");
    sleep(Duration::from_millis(ms)).await; // stands for the network
    println!("{file}: finished");
}

async fn sequential() {
    download("a.pdf", 300).await;
    download("b.pdf", 250).await;
    download("c.pdf", 350).await;
}

async fn gathered() {
    tokio::join!(
        download("a.pdf", 300),
        download("b.pdf", 250),
        download("c.pdf", 350),
    );
}

// One thread, as in the browser.
#[tokio::main(flavor = "current_thread")]
async fn main() {
    println!("-- sequential --");
    sequential().await;

    println!("-- gathered --");
    gathered().await;
}
