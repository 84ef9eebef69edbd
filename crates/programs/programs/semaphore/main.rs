//! A semaphore: at most two at the same time.

use futures::future::join_all;
use std::time::Duration;
use tokio::sync::Semaphore;
use tokio::time::sleep;

const PHOTOS: [(&str, u64); 6] = [
    ("beach", 150),
    ("cat", 50),
    ("bridge", 300),
    ("dinner", 100),
    ("sunset", 200),
    ("me", 250),
];

async fn upload(photo: &str, ms: u64, slots: &Semaphore) {
    let _slot = slots.acquire().await.expect("the semaphore stays open");
    sleep(Duration::from_millis(ms)).await;
    println!("{photo}: uploaded");
} // dropping the permit lets the next one in

async fn upload_all(limit: usize) {
    let slots = Semaphore::new(limit);
    join_all(PHOTOS.map(|(photo, ms)| upload(photo, ms, &slots))).await;
}

async fn unlimited() {
    upload_all(PHOTOS.len()).await;
}

async fn limited() {
    upload_all(2).await;
}

// One thread, as in the browser.
#[tokio::main(flavor = "current_thread")]
async fn main() {
    println!("-- unlimited --");
    unlimited().await;

    println!("-- two at a time --");
    limited().await;
}
