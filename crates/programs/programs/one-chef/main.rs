//! One chef, many dishes: concurrency on one thread.

use std::time::Duration;
use tokio::time::sleep;

const MINUTE: Duration = Duration::from_millis(10);

async fn soup() {
    println!("soup: chop the vegetables");
    sleep(20 * MINUTE).await; // the stove works, the chef is free
    println!("soup: season");
    sleep(15 * MINUTE).await;
    println!("soup: serve");
}

async fn cake() {
    println!("cake: mix the dough");
    sleep(30 * MINUTE).await;
    println!("cake: take it out of the oven");
    sleep(15 * MINUTE).await;
    println!("cake: serve");
}

async fn salad() {
    println!("salad: wash and serve"); // nothing to wait for
}

async fn sequential() {
    soup().await;
    cake().await;
    salad().await;
}

async fn gathered() {
    tokio::join!(soup(), cake(), salad());
}

// One thread, as in the browser.
#[tokio::main(flavor = "current_thread")]
async fn main() {
    println!("-- sequential --");
    sequential().await;

    println!("-- gathered --");
    gathered().await;
}
