//! Errors as values: stop at the first one, or collect them all.

use anyhow::{Result, bail};
use std::time::Duration;
use tokio::time::sleep;

async fn weather(city: &str, ms: u64) -> Result<i32> {
    sleep(Duration::from_millis(ms)).await;
    match city {
        "Oslo" => Ok(4),
        "Lima" => Ok(19),
        _ => bail!("no weather station in {city}"),
    }
}

async fn stop_at_first() -> Result<()> {
    let (oslo, atlantis, lima) = tokio::try_join!(
        weather("Oslo", 100),
        weather("Atlantis", 200),
        weather("Lima", 300),
    )?; // an error leaves the function here
    println!("{oslo}, {atlantis} and {lima} degrees");
    Ok(())
}

async fn collect_all() {
    let (oslo, atlantis, lima) = tokio::join!(
        weather("Oslo", 100),
        weather("Atlantis", 200),
        weather("Lima", 300),
    );
    for result in [oslo, atlantis, lima] {
        match result {
            Ok(degrees) => println!("{degrees} degrees"),
            Err(error) => println!("error: {error}"),
        }
    }
}

// One thread, as in the browser.
#[tokio::main(flavor = "current_thread")]
async fn main() {
    println!("-- stop at the first --");
    if let Err(error) = stop_at_first().await {
        println!("error: {error}");
    }

    println!("-- collect all --");
    collect_all().await;
}
