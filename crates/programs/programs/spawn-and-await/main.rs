//! Spawn and await: tasks run by themselves, and a `JoinHandle` waits for one.

use std::time::Duration;
use tokio::task::JoinError;
use tokio::time::sleep;

async fn square(n: u64, ms: u64) -> u64 {
    sleep(Duration::from_millis(ms)).await;
    println!("{n} * {n} = {}", n * n);
    n * n
}

async fn sequential() -> u64 {
    square(2, 300).await + square(3, 100).await + square(4, 200).await
}

async fn gathered() -> Result<u64, JoinError> {
    // A spawned task starts without being awaited.
    let a = tokio::spawn(square(2, 300));
    let b = tokio::spawn(square(3, 100));
    let c = tokio::spawn(square(4, 200));
    Ok(a.await? + b.await? + c.await?)
}

async fn watch() -> &'static str {
    for n in 1..=2 {
        sleep(Duration::from_millis(500)).await;
        println!("watch: still here ({n})");
    }
    "watch: done"
}

// One thread, as in the browser.
#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), JoinError> {
    // Lives on in the background while `main` awaits other things.
    let watching = tokio::spawn(watch());

    println!("-- sequential --");
    println!("sum: {}", sequential().await);

    println!("-- gathered --");
    println!("sum: {}", gathered().await?);

    println!("{}", watching.await?);
    Ok(())
}
