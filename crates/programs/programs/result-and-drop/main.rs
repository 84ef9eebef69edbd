//! Result and Drop: try, except and finally in Rust.

use anyhow::{Result, bail};
use std::time::Duration;
use tokio::time::{sleep, timeout};

struct Oven;

impl Oven {
    fn turn_on() -> Oven {
        println!("oven on");
        Oven
    }
}

// What Python writes in `finally`: it runs whichever way the value goes.
impl Drop for Oven {
    fn drop(&mut self) {
        println!("oven off");
    }
}

async fn heat(food: &str, ms: u64) -> Result<()> {
    sleep(Duration::from_millis(ms)).await;
    if ms > 250 {
        bail!("the {food} is burnt");
    }
    Ok(())
}

async fn bake(food: &str, ms: u64) -> Result<()> {
    let _oven = Oven::turn_on();
    heat(food, ms).await?;
    println!("the {food} is done");
    Ok(())
}

// One thread, as in the browser.
#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    // Out by the end of the function.
    bake("bread", 200).await?;

    // Out by an error.
    if let Err(error) = bake("pizza", 300).await {
        println!("error: {error}");
    }

    // Out by cancellation: the future is dropped in the middle.
    let limit = Duration::from_millis(100);
    if timeout(limit, bake("cake", 200)).await.is_err() {
        println!("no time for the cake");
    }
    Ok(())
}
