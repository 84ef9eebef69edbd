//! Two tasks: the second to start is the first to finish.

use std::time::Duration;
use tokio::time::sleep;

const UNIT: Duration = Duration::from_millis(200);

async fn task1() -> &'static str {
    println!("task 1: started");
    sleep(2 * UNIT).await;
    println!("task 1: finished");
    "one"
}

async fn task2() -> &'static str {
    println!("task 2: started");
    sleep(UNIT).await;
    println!("task 2: finished");
    "two"
}

async fn sequential() {
    let first = task1().await;
    let second = task2().await;
    println!("results: {first}, {second}");
}

async fn gathered() {
    let (first, second) = tokio::join!(task1(), task2());
    println!("results: {first}, {second}");
}

// One thread, as in the browser.
#[tokio::main(flavor = "current_thread")]
async fn main() {
    println!("-- sequential --");
    sequential().await;

    println!("-- gathered --");
    gathered().await;
}
