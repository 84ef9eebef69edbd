//! Timeouts: how long to wait, and what to do then.

use std::time::Duration;
use tokio::time::{sleep, timeout};

const LIMIT: Duration = Duration::from_millis(200);

async fn answer(city: &str, ms: u64) -> String {
    sleep(Duration::from_millis(ms)).await;
    format!("greetings from {city}")
}

async fn ask(city: &str, ms: u64) {
    match timeout(LIMIT, answer(city, ms)).await {
        Ok(text) => println!("{text}"),
        Err(_) => println!("no answer from {city}"),
    }
}

async fn tour() {
    println!("{}", answer("Rome", 120).await);
    println!("{}", answer("Athens", 120).await);
}

// One thread, as in the browser.
#[tokio::main(flavor = "current_thread")]
async fn main() {
    ask("Oslo", 100).await;
    ask("Lima", 400).await;

    // One limit for all that a future does.
    if timeout(LIMIT, tour()).await.is_err() {
        println!("the tour was cut short");
    }

    // Something else instead.
    let text = timeout(LIMIT, answer("Cairo", 300)).await;
    println!("{}", text.unwrap_or("an old card from Cairo".to_owned()));
}
