//! A panic in a task: it ends that task, and only that task.

use std::time::Duration;
use tokio::time::sleep;

async fn bake(cake: &'static str, eggs: u32, ms: u64) -> &'static str {
    println!("{cake}: mixed");
    sleep(Duration::from_millis(ms)).await;
    if eggs == 0 {
        panic!("no eggs for the {cake}");
    }
    println!("{cake}: baked");
    cake
}

// One thread, as in the browser.
#[tokio::main(flavor = "current_thread")]
async fn main() {
    let handles = [
        tokio::spawn(bake("sponge", 4, 100)),
        tokio::spawn(bake("meringue", 0, 200)),
        tokio::spawn(bake("pancake", 2, 300)),
    ];
    for handle in handles {
        match handle.await {
            Ok(cake) => println!("main: serve the {cake}"),
            Err(error) if error.is_panic() => println!("main: a task panicked"),
            Err(_) => println!("main: a task was cancelled"),
        }
    }
}
