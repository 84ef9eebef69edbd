//! The event loop: first come, first served, and timers come last.

use std::time::Duration;
use tokio::task::yield_now;
use tokio::time::sleep;

async fn alarm(ms: u64) {
    sleep(Duration::from_millis(ms)).await;
    println!("alarm: {ms} ms are over");
}

async fn polite() {
    println!("polite: after you");
    yield_now().await; // to the end of the queue
    println!("polite: my turn again");
}

async fn quick(name: &str) {
    println!("{name}: done");
}

// One thread, as in the browser.
#[tokio::main(flavor = "current_thread")]
async fn main() {
    let tasks = [
        tokio::spawn(alarm(20)),
        tokio::spawn(polite()),
        tokio::spawn(quick("a")),
        tokio::spawn(quick("b")),
    ];
    println!("main: nothing has run yet");

    for task in tasks {
        task.await.expect("no task panics");
    }
    println!("main: all have run");
}
